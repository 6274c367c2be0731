// The pieces that lines are written in, and what they read back as.

extension [UInt8] {
    mutating func append(_ text: StaticString) {
        append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    mutating func append(decimal value: UInt64) {
        guard value >= 10 else { return append(UInt8(ascii: "0") + UInt8(value)) }
        let start = count
        var rest = value
        while rest > 0 {
            append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        }
        self[start...].reverse()
    }

    mutating func append(hexadecimal value: UInt32) {
        for shift in stride(from: 28, through: 0, by: -4) {
            let digit = UInt8(truncatingIfNeeded: value >> UInt32(shift)) & 0xF
            append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
        }
    }

    /// The inside of a JSON string: quotes, backslashes and control characters escaped.
    mutating func append(escaped text: String) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                append(UInt8(ascii: "\\"))
                append(byte)
            case 0..<0x20:
                append("\\u00")
                append(byte < 0x10 ? UInt8(ascii: "0") : UInt8(ascii: "1"))
                let digit = byte & 0xF
                append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
            default: append(byte)
            }
        }
    }
}

extension String {
    /// The text whose escaped form `append(escaped:)` writes. Escapes that it never writes stay as they are.
    init(unescaping bytes: UnsafeRawBufferPointer) {
        guard bytes.firstOffset(of: UInt8(ascii: "\\")) != nil else {
            self = String(decoding: bytes, as: UTF8.self)
            return
        }
        var plain: [UInt8] = []
        var rest = bytes[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "\\"), let next = rest.first else {
                plain.append(byte)
                continue
            }
            if next == UInt8(ascii: "\"") || next == UInt8(ascii: "\\") {
                plain.append(next)
                rest.removeFirst()
            } else if rest.starts(with: "u00".utf8), rest.count >= 5,
                let control = UInt8(String(decoding: rest.dropFirst(3).prefix(2), as: UTF8.self), radix: 16)
            {
                plain.append(control)
                rest.removeFirst(5)
            } else {
                plain.append(byte)
            }
        }
        self = String(decoding: plain, as: UTF8.self)
    }
}
