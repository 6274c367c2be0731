/// Writes strings so that any reader of YAML 1.1 or 1.2 gets the same string back.
enum YAMLString {
    /// Without quotes where that is safe; in double quotes where a reader would see something else than a string, or
    /// where escapes are needed; in single quotes otherwise.
    static func oneLine(_ string: String) -> String {
        if string.unicodeScalars.contains(where: { !isPrintable($0) }) || string.isEmpty || meansSomething(string) {
            return doubleQuoted(string)
        }
        return isPlainSafe(string) ? string : singleQuoted(string)
    }

    /// A string of several lines as a literal block (`|`), the lines behind the first indented; nil where a block can't
    /// hold it.
    static func block(_ string: String, indentation: Int) -> String? {
        guard string.utf8.contains(UInt8(ascii: "\n")), string.utf8.contains(where: { $0 != UInt8(ascii: "\n") }) else {
            return nil
        }
        let isWritable = string.unicodeScalars.allSatisfy { isPrintable($0) || $0 == "\n" || $0 == "\t" }
        guard isWritable else { return nil }
        var lines = string.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        // Blanks at the end of a line vanish under many an editor.
        if lines.contains(where: { $0.last == UInt8(ascii: " ") || $0.last == UInt8(ascii: "\t") }) { return nil }
        let endsInFeed = lines.last?.isEmpty == true
        if endsInFeed { lines.removeLast() }
        let chomping = !endsInFeed ? "-" : lines.last?.isEmpty == true ? "+" : ""
        // Without a number, the first line that isn't empty would tell the indentation.
        let first = string.utf8.first
        let needsNumber = first == UInt8(ascii: " ") || first == UInt8(ascii: "\n") || first == UInt8(ascii: "\t")
        let margin = String(repeating: " ", count: indentation)
        var text = "|" + (needsNumber ? "2" : "") + chomping
        for line in lines {
            text += "\n"
            if !line.isEmpty { text += margin + String(Substring(line)) }
        }
        return text
    }

    /// Whether some reader takes the bare text for something else than a string.
    private static func meansSomething(_ text: String) -> Bool {
        if PlainScalar(text) != .string { return true }
        if text == "=" || text == "<<" { return true }
        // Numbers in base 60, dates and times of 1.1, and whatever else begins like a number and holds nothing but
        // its characters.
        guard let first = text.utf8.first else { return true }
        switch first {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
            return text.utf8.allSatisfy(isNumberOrTimeByte)
        default: return false
        }
    }

    private static func isNumberOrTimeByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
            UInt8(ascii: ":"), UInt8(ascii: "_"), UInt8(ascii: ","), UInt8(ascii: " "), UInt8(ascii: "e"),
            UInt8(ascii: "E"), UInt8(ascii: "t"), UInt8(ascii: "T"), UInt8(ascii: "z"), UInt8(ascii: "Z"):
            true
        default: false
        }
    }

    /// Whether a string that means nothing else may stand without quotes, as a key too.
    private static func isPlainSafe(_ string: String) -> Bool {
        let bytes = string.utf8
        guard let first = bytes.first, let last = bytes.last else { return false }
        if last == UInt8(ascii: " ") || last == UInt8(ascii: ":") || string.hasPrefix("...") { return false }
        switch first {
        case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"):
            // Indicators only before a blank, but readers differ.
            guard let second = bytes.dropFirst().first, second != UInt8(ascii: " "), first == UInt8(ascii: "-"),
                second != UInt8(ascii: "-")
            else { return false }
        default:
            if indicators.contains(first) { return false }
        }
        return !zip(bytes, bytes.dropFirst()).contains { left, right in
            (left == UInt8(ascii: ":") && right == UInt8(ascii: " "))
                || (left == UInt8(ascii: " ") && right == UInt8(ascii: "#"))
        }
    }

    /// What a plain scalar can't begin with.
    private static let indicators = Set(" ,[]{}#&*!|>'\"%@`".utf8)

    /// What may stand in a text as it is. Line breaks of all sorts, the byte order mark and controls may not.
    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD, 0x10000...0x10FFFF: true
        default: false
        }
    }

    /// By scalars, not characters: a quote with a combining mark is still a quote.
    private static func singleQuoted(_ string: String) -> String {
        string.unicodeScalars.reduce(into: "'") { text, scalar in
            text.unicodeScalars.append(scalar)
            if scalar == "'" { text.unicodeScalars.append(scalar) }
        } + "'"
    }

    private static func doubleQuoted(_ string: String) -> String {
        string.unicodeScalars.reduce(into: "\"") { text, scalar in
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\t": text += "\\t"
            case "\r": text += "\\r"
            case _ where isPrintable(scalar): text.unicodeScalars.append(scalar)
            default: text += escape(scalar.value)
            }
        } + "\""
    }

    private static func escape(_ value: UInt32) -> String {
        let digits = String(value, radix: 16, uppercase: true)
        let (letter, width) = value <= 0xFF ? ("x", 2) : value <= 0xFFFF ? ("u", 4) : ("U", 8)
        return "\\" + letter + String(repeating: "0", count: width - digits.utf8.count) + digits
    }
}
