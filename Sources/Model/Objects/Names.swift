/// What may stand in names, and how they are made.
public enum Names {
    /// Letters that make no words and are not mistaken for one another.
    public static let suffixAlphabet = "bcdfghjklmnpqrstvwxz2456789"

    /// `web-` becomes `web-x7k2p`. The seed comes from the caller, so that the same one gives the same name.
    public static func appendingRandomSuffix(to prefix: String, seed: UInt64) -> String {
        let alphabet = Array(suffixAlphabet.utf8)
        var state = seed
        var suffix: [UInt8] = []
        for _ in 0..<5 {
            // SplitMix64, whose outputs are well spread even for neighbouring seeds.
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            mixed ^= mixed >> 31
            suffix.append(alphabet[Int(mixed % UInt64(alphabet.count))])
        }
        // The API keeps 58 letters of the prefix, so that the whole fits into a label.
        return prefix.prefix(58) + String(decoding: suffix, as: UTF8.self)
    }

    /// A part of a DNS name: lower-case letters, digits and inner hyphens; up to 63 letters where `limit` says nothing
    /// else.
    static func isLabel(_ text: Substring, limit: Int = 63) -> Bool {
        let bytes = text.utf8
        guard let first = bytes.first, let last = bytes.last, bytes.count <= limit else { return false }
        return isLowerAlphanumeric(first) && isLowerAlphanumeric(last)
            && bytes.allSatisfy { isLowerAlphanumeric($0) || $0 == UInt8(ascii: "-") }
    }

    /// Labels with dots between them, up to 253 letters.
    static func isSubdomain(_ text: Substring) -> Bool {
        text.utf8.count <= 253
            && text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { isLabel($0, limit: 253) }
    }

    static func isLowerAlphanumeric(_ byte: UInt8) -> Bool {
        (byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")) || isDigit(byte)
    }

    static func isAlphanumeric(_ byte: UInt8) -> Bool {
        isLowerAlphanumeric(byte) || (byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z"))
    }

    static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }
}
