/// The bytes of one file of a `MemoryDisk`: as they are read, and as the device has them.
struct MemoryFileContent: Sendable {
    /// What a reader sees.
    private(set) var bytes: [UInt8]
    private var durable: Durable
    /// A sync has failed: what readers see and what the device has went apart, and later syncs don't mend it.
    private var isDoubtful = false

    private enum Durable {
        /// As many of the bytes that a reader sees. Appending keeps this cheap.
        case prefix(Int)
        case bytes([UInt8])
    }

    init(durable bytes: [UInt8]) {
        self.bytes = bytes
        durable = .prefix(bytes.count)
    }

    mutating func write(_ new: UnsafeRawBufferPointer, at offset: Int) {
        keepDurable(from: offset)
        if offset > bytes.count { bytes.append(contentsOf: repeatElement(0, count: offset - bytes.count)) }
        // Typed, so that all is copied at once: simulators write a lot, in debug builds too.
        let new = new.bindMemory(to: UInt8.self)
        let overlap = min(bytes.count - offset, new.count)
        bytes.replaceSubrange(offset..<offset + overlap, with: UnsafeBufferPointer(rebasing: new[..<overlap]))
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: new[overlap...]))
    }

    mutating func truncate(to size: Int) {
        keepDurable(from: size)
        if size < bytes.count { bytes.removeLast(bytes.count - size) }
        if size > bytes.count { bytes.append(contentsOf: repeatElement(0, count: size - bytes.count)) }
    }

    mutating func sync() {
        if !isDoubtful { durable = .prefix(bytes.count) }
    }

    mutating func failToSync() {
        durable = .bytes(durableBytes)
        isDoubtful = true
    }

    mutating func discardCache() {
        guard isDoubtful else { return }
        self = MemoryFileContent(durable: durableBytes)
    }

    func afterCrash(_ chance: inout SplitMix64) -> [UInt8] {
        guard !isDoubtful else { return durableBytes }
        guard case .prefix(let synced) = durable else { return chance.below(2) == 0 ? durableBytes : bytes }
        switch chance.below(4) {
        case 0: return durableBytes
        case 1: return bytes
        case 2: return Array(bytes[..<(synced + chance.below(bytes.count - synced + 1))])
        default: return withSectorsLost(from: synced, &chance)
        }
    }

    private func withSectorsLost(from synced: Int, _ chance: inout SplitMix64) -> [UInt8] {
        var result = bytes
        var sector = synced
        while sector < bytes.count {
            let end = min(bytes.count, (sector / 512 + 1) * 512)
            if chance.below(2) == 0 {
                for index in sector..<end { result[index] = 0 }
            }
            sector = end
        }
        return result
    }

    private var durableBytes: [UInt8] {
        switch durable {
        case .prefix(let count): Array(bytes[..<count])
        case .bytes(let bytes): bytes
        }
    }

    /// Saves what is durable before bytes from `offset` on are changed.
    private mutating func keepDurable(from offset: Int) {
        if case .prefix(let count) = durable, offset < count { durable = .bytes(durableBytes) }
    }
}

/// A small generator of chance whose whole state is its seed.
struct SplitMix64: Sendable {
    private var state: UInt64
    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// From 0 up to but not including `bound`, which is greater than 0.
    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
}
