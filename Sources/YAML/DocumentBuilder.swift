/// Lays down a document's records in reading order.
struct DocumentBuilder {
    private(set) var records: [Record] = []
    /// How many containers are open.
    private(set) var depth = 0
    /// The innermost open container, here and not in the array because each node changes it.
    private var top = Frame(record: 0, kind: .sequence)
    /// The containers around it, and what `top` is where none is open.
    private var outer: [Frame] = []
    /// Mappings in which two keys may be the same.
    private(set) var suspects: [Int] = []

    /// A container that is still open.
    private struct Frame {
        var record: Int
        var kind: Node.Kind
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

    /// Whether the next node is a mapping's key.
    var expectsKey: Bool { depth > 0 && top.kind == .mapping && top.children.isMultiple(of: 2) }

    var openKind: Node.Kind? { depth > 0 ? top.kind : nil }

    mutating func reserve(_ count: Int) {
        records.reserveCapacity(count)
    }

    mutating func append(_ record: Record) {
        top.children += 1
        records.append(record)
    }

    mutating func appendKey(_ record: Record, bytes: UnsafeBufferPointer<UInt8>) {
        let bit = UInt64(1) << DocumentBuilder.fingerprint(bytes)
        if top.keys & bit != 0, suspects.last != top.record { suspects.append(top.record) }
        top.keys |= bit
        append(record)
    }

    mutating func open(_ record: Record) {
        top.children += 1
        outer.append(top)
        top = Frame(record: records.count, kind: record.kind)
        depth += 1
        records.append(record)
    }

    @discardableResult
    mutating func close() -> Closed {
        let frame = top
        top = outer.removeLast()
        depth -= 1
        records[frame.record].count = frame.kind == .mapping ? frame.children / 2 : frame.children
        records[frame.record].size = UInt32(records.count - frame.record)
        raiseHeight(to: frame.height + 1)
        return Closed(record: frame.record, height: frame.height + 1)
    }

    /// Adds a copy of a subtree that is complete.
    mutating func appendCopy(of index: Int, height: Int) {
        top.children += 1
        raiseHeight(to: height)
        let end = index + Int(records[index].size)
        records.reserveCapacity(records.count + end - index)
        for source in index..<end { records.append(records[source]) }
    }

    private mutating func raiseHeight(to height: Int) {
        top.height = max(top.height, height)
    }

    private static func fingerprint(_ key: UnsafeBufferPointer<UInt8>) -> UInt64 {
        guard let first = key.first, let last = key.last else { return 0 }
        let middle = UInt64(key[key.count / 2])
        let mixed = UInt64(key.count) &* 31 &+ UInt64(first) &* 7 &+ UInt64(last) &* 13 &+ middle &* 3
        return (mixed &* 0x9E37_79B9_7F4A_7C15) >> 58
    }
}
