/// What may stand in names.
enum Names {
    /// A part of a DNS name: lower-case letters, digits and inner hyphens; up to 63 letters where `limit` says nothing
    /// else.
    static func isLabel(_ text: Substring, limit: Int = 63) -> Bool { isLabel(text.utf8, limit: limit) }

    private static func isLabel(_ bytes: Substring.UTF8View, limit: Int) -> Bool {
        guard let first = bytes.first, let last = bytes.last, bytes.count <= limit else { return false }
        return isLowerAlphanumeric(first) && isLowerAlphanumeric(last)
            && bytes.allSatisfy { isLowerAlphanumeric($0) || $0 == UInt8(ascii: "-") }
    }

    /// Labels with dots between them, up to 253 letters.
    static func isSubdomain(_ text: Substring) -> Bool {
        text.utf8.count <= 253
            && text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
                .allSatisfy { isLabel($0, limit: 253) }
    }

    static func isLowerAlphanumeric(_ byte: UInt8) -> Bool {
        (byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")) || isDigit(byte)
    }

    static func isAlphanumeric(_ byte: UInt8) -> Bool {
        isLowerAlphanumeric(byte) || (byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z"))
    }

    static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }
}
