/// Lays down a document's records in reading order.
struct DocumentBuilder {
    private(set) var records: [Record] = []
    private var frames: [Frame] = []
    /// Mappings in which two keys may be the same.
    private(set) var suspects: [Int] = []

    /// A container that is still open.
    private struct Frame {
        var record: Int
        var children: UInt32 = 0
        /// One bit per key seen, chosen by the key's length and some of its letters. A bit met twice makes the mapping
        /// suspect of a duplicate key.
        var keys: UInt64 = 0
        /// The levels of containers below.
        var height = 0
    }

    /// A container that was closed.
    struct Closed {
        var record: Int
        var height: Int
    }

    /// The containers that are open.
    var depth: Int { frames.count }

    /// Whether the next node is a mapping's key.
    var expectsKey: Bool {
        guard let frame = frames.last else { return false }
        return records[frame.record].kind == .mapping && frame.children.isMultiple(of: 2)
    }

    var openKind: Node.Kind? { frames.last.map { records[$0.record].kind } }

    mutating func reserve(_ count: Int) {
        records.reserveCapacity(count)
    }

    mutating func append(_ record: Record) {
        countChild()
        records.append(record)
    }

    mutating func appendKey(_ record: Record, bytes: UnsafeBufferPointer<UInt8>) {
        let bit = UInt64(1) << DocumentBuilder.fingerprint(bytes)
        let top = frames.count - 1
        if frames[top].keys & bit != 0, suspects.last != frames[top].record { suspects.append(frames[top].record) }
        frames[top].keys |= bit
        append(record)
    }

    mutating func open(_ record: Record) {
        countChild()
        frames.append(Frame(record: records.count))
        records.append(record)
    }

    @discardableResult
    mutating func close() -> Closed {
        let frame = frames.removeLast()
        let isMapping = records[frame.record].kind == .mapping
        records[frame.record].count = isMapping ? frame.children / 2 : frame.children
        records[frame.record].size = UInt32(records.count - frame.record)
        raiseHeight(to: frame.height + 1)
        return Closed(record: frame.record, height: frame.height + 1)
    }

    /// Adds a copy of a subtree that is complete.
    mutating func appendCopy(of index: Int, height: Int) {
        countChild()
        raiseHeight(to: height)
        let end = index + Int(records[index].size)
        records.reserveCapacity(records.count + end - index)
        for source in index..<end { records.append(records[source]) }
    }

    private mutating func countChild() {
        guard !frames.isEmpty else { return }
        frames[frames.count - 1].children += 1
    }

    private mutating func raiseHeight(to height: Int) {
        guard let top = frames.indices.last else { return }
        frames[top].height = max(frames[top].height, height)
    }

    private static func fingerprint(_ key: UnsafeBufferPointer<UInt8>) -> UInt64 {
        guard let first = key.first, let last = key.last else { return 0 }
        let middle = UInt64(key[key.count / 2])
        let mixed = UInt64(key.count) &* 31 &+ UInt64(first) &* 7 &+ UInt64(last) &* 13 &+ middle &* 3
        return (mixed &* 0x9E37_79B9_7F4A_7C15) >> 58
    }
}
