internal import Model

/// Where what looks random comes from: the same words give the same result, in production, simulation and replay.
///
/// FNV-1a over the words, spread by SplitMix64's finaliser.
struct Seed {
    private var state: UInt64 = 0xcbf2_9ce4_8422_2325

    init(_ words: any CustomStringConvertible...) {
        for word in words {
            for byte in word.description.utf8 { mix(byte) }
            mix(0)
        }
    }

    private mutating func mix(_ byte: UInt8) {
        state = (state ^ UInt64(byte)) &* 0x100_0000_01b3
    }

    /// The `index`th number drawn from this seed.
    func number(_ index: UInt64 = 0) -> UInt64 {
        var z = state &+ (index &+ 1) &* 0x9e37_79b9_7f4a_7c15
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }

    /// A UUID in the form of version 4.
    var uid: String {
        let high = (number(0) & 0xffff_ffff_ffff_0fff) | 0x4000
        let low = (number(1) & 0x3fff_ffff_ffff_ffff) | 0x8000_0000_0000_0000
        let digits = Self.hex(high) + Self.hex(low)
        let ends = [8, 12, 16, 20, 32]
        var start = 0
        return ends.map { end in
            defer { start = end }
            return String(decoding: digits[start..<end], as: UTF8.self)
        }.joined(separator: "-")
    }

    private static func hex(_ number: UInt64) -> [UInt8] {
        let digits = Array("0123456789abcdef".utf8)
        return (0..<16).reversed().map { digits[Int((number >> UInt64($0 * 4)) & 15)] }
    }
}

/// The end of a generated name, in Kubernetes' letters: no vowels, nothing that is easily misread.
enum NameSuffix {
    private static let letters = Array("bcdfghjklmnpqrstvwxz2456789".utf8)

    static func text(_ seed: Seed, count: UInt64 = 5) -> String {
        let bytes = (0..<count).map { letters[Int(seed.number($0) % UInt64(letters.count))] }
        return String(decoding: bytes, as: UTF8.self)
    }
}
