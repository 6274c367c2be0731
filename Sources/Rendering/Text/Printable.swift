/// Text that others wrote (a container, a file, a peer) on its way to a terminal.
extension String {
    /// Fit for one line: what would move the cursor, change colours or turn the direction of the text is escaped.
    public var printable: String { escapingControls { _ in false } }

    /// The same for text of several lines: line breaks and tabs stay.
    public var printableLines: String { escapingControls { $0 == "\n" || $0 == "\t" } }

    private func escapingControls(except isKept: (Unicode.Scalar) -> Bool) -> String {
        guard unicodeScalars.contains(where: { Self.isControl($0) && !isKept($0) }) else { return self }
        var text = ""
        for scalar in unicodeScalars {
            text += Self.isControl(scalar) && !isKept(scalar) ? Self.escape(scalar) : String(scalar)
        }
        return text
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0...0x1F, 0x7F...0x9F: true
        // Marks that turn the direction of what follows, and line breaks that terminals see and `\n` is not.
        case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    private static func escape(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\n": return "\\n"
        case "\t": return "\\t"
        case "\r": return "\\r"
        default:
            let digits = String(scalar.value, radix: 16)
            return scalar.value > 0xFF ? "\\u{\(digits)}" : digits.utf8.count == 1 ? "\\x0\(digits)" : "\\x\(digits)"
        }
    }
}
