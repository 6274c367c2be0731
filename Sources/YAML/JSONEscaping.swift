/// The escapes of JSON strings, as Go's encoder writes them.
enum JSONEscaping {
    static func append(_ text: UnsafeBufferPointer<UInt8>, to buffer: inout ByteBuffer) {
        var start = 0
        var index = plainPrefix(of: text)
        while index < text.count {
            let byte = text[index]
            guard mayNeedEscape(byte), let escape = escape(text, at: index) else {
                index += 1
                continue
            }
            buffer.append(UnsafeBufferPointer(rebasing: text[start..<index]))
            var written = escape.text
            written.withUTF8 { buffer.append($0) }
            index += escape.length
            start = index
        }
        buffer.append(UnsafeBufferPointer(rebasing: text[start...]))
    }

    /// How many bytes at the front surely need no escape: looked at eight at a time, since nearly no text needs any.
    private static func plainPrefix(of text: UnsafeBufferPointer<UInt8>) -> Int {
        let bytes = UnsafeRawBufferPointer(text)
        var count = 0
        while count + 8 <= bytes.count {
            let word = bytes.loadUnaligned(fromByteOffset: count, as: UInt64.self)
            // In the highest bit of each byte: whether it is below a space, or the same as one of the three others.
            let controls = (word &- ones &* 0x20) & ~word
            let same = zeros(word ^ ones &* 0x22) | zeros(word ^ ones &* 0x5C) | zeros(word ^ ones &* 0xE2)
            if (controls | same) & (ones &* 0x80) != 0 { return count }
            count += 8
        }
        return count
    }

    private static let ones: UInt64 = 0x0101_0101_0101_0101

    /// The highest bit of each byte that is zero, and perhaps of some behind such a one.
    private static func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word }

    /// Controls, quote, backslash, and the first of U+2028's bytes.
    private static func mayNeedEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0xE2
    }

    /// What is written instead of the character at an index, and how many bytes that character takes.
    private static func escape(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> (text: String, length: Int)? {
        switch text[index] {
        case UInt8(ascii: "\""): return ("\\\"", 1)
        case UInt8(ascii: "\\"): return ("\\\\", 1)
        case 0x08: return ("\\b", 1)
        case 0x0C: return ("\\f", 1)
        case 0x0A: return ("\\n", 1)
        case 0x0D: return ("\\r", 1)
        case 0x09: return ("\\t", 1)
        case 0xE2:
            // Line and paragraph separators end a line in JavaScript.
            guard index + 2 < text.count, text[index + 1] == 0x80, text[index + 2] & 0xFE == 0xA8 else { return nil }
            return (text[index + 2] == 0xA8 ? "\\u2028" : "\\u2029", 3)
        case let control:
            let digits = String(control, radix: 16)
            return ("\\u00" + (digits.utf8.count == 1 ? "0" : "") + digits, 1)
        }
    }
}
