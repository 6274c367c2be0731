import YAML

/// SplitMix64: the same seed gives the same values.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

extension Value {
    /// A value of any shape, with strings that are hard on writers.
    static func random(depth: Int, using generator: inout SeededGenerator) -> Value {
        switch Int.random(in: 0..<(depth > 0 ? 9 : 6), using: &generator) {
        case 0: return .null
        case 1: return .bool(.random(using: &generator))
        case 2: return .int(Int64(truncatingIfNeeded: generator.next() >> Int.random(in: 0..<64, using: &generator)))
        case 3: return .double(randomDouble(using: &generator))
        case 4, 5: return .string(randomString(using: &generator))
        case 6:
            let count = Int.random(in: 0..<5, using: &generator)
            return .array((0..<count).map { _ in random(depth: depth - 1, using: &generator) })
        default:
            var fields = Fields()
            for _ in 0..<Int.random(in: 0..<6, using: &generator) {
                fields[randomString(using: &generator)] = random(depth: depth - 1, using: &generator)
            }
            return .object(fields)
        }
    }

    private static func randomDouble(using generator: inout SeededGenerator) -> Double {
        let double = Double(bitPattern: generator.next())
        return double.isFinite ? double : 0.25
    }

    static func randomString(using generator: inout SeededGenerator) -> String {
        let pieces = [
            "a", "b", "Z", "0", "1", "9", " ", " ", "\n", "\n", "\t", "-", ":", "#", "'", "\"", "\\", "{", "}", "[",
            "]", ",", "&",
            "*", "!", "|", ">", "%", "@", "`", "?", "=", "<<", "~", "null", "true", "no", "on", "0x", "0o7", "1e", ".",
            "...", "---",
            ".inf", "2024-01-01", "12:30", "ä", "🚢", "\u{85}", "\u{A0}", "\u{2028}", "\u{FEFF}", "\r", "\u{0}",
            "\u{7F}", "_", "+",
            "\u{301}", "\u{10FFFF}",
        ]
        let count = Int.random(in: 0..<Int.random(in: 1...8, using: &generator), using: &generator)
        return (0..<count).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &generator)] }.joined()
    }
}
