public import YAML

/// Bytes that JSON carries as base64.
public struct Bytes: Sendable, Hashable {
    public var bytes: [UInt8]

    public init() { bytes = [] }

    public init(_ bytes: [UInt8]) { self.bytes = bytes }

    public init(_ text: String) { bytes = Array(text.utf8) }

    /// Reads base64 with padding; line ends are left out. Nil where the text is something else.
    public init?(base64 text: some Sequence<UInt8>) {
        var bytes: [UInt8] = []
        var bits: UInt32 = 0
        var count = 0
        var padding = 0
        for byte in text where byte != 0x0A && byte != 0x0D {
            if byte == UInt8(ascii: "=") {
                padding += 1
                continue
            }
            guard padding == 0, let value = Bytes.value(of: byte) else { return nil }
            bits = bits << 6 | value
            count += 1
            if count == 4 {
                bytes += [UInt8(truncatingIfNeeded: bits >> 16), UInt8(truncatingIfNeeded: bits >> 8)]
                bytes.append(UInt8(truncatingIfNeeded: bits))
                (bits, count) = (0, 0)
            }
        }
        switch (count, padding) {
        case (0, 0): break
        case (2, 2): bytes.append(UInt8(truncatingIfNeeded: bits >> 4))
        case (3, 1): bytes += [UInt8(truncatingIfNeeded: bits >> 10), UInt8(truncatingIfNeeded: bits >> 2)]
        default: return nil
        }
        self.bytes = bytes
    }

    /// The bytes as text; nil where they are not UTF-8.
    public var text: String? { String(validating: bytes, as: UTF8.self) }

    public var base64: String {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        var index = 0
        while index < bytes.count {
            let rest = min(3, bytes.count - index)
            let second = rest > 1 ? UInt32(bytes[index + 1]) : 0
            let third = rest > 2 ? UInt32(bytes[index + 2]) : 0
            let bits = UInt32(bytes[index]) << 16 | second << 8 | third
            text.append(Bytes.letter(bits >> 18))
            text.append(Bytes.letter(bits >> 12))
            text.append(rest > 1 ? Bytes.letter(bits >> 6) : UInt8(ascii: "="))
            text.append(rest > 2 ? Bytes.letter(bits) : UInt8(ascii: "="))
            index += 3
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static func value(of byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(byte - UInt8(ascii: "A"))
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(byte - UInt8(ascii: "a")) + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0")) + 52
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }

    private static func letter(_ bits: UInt32) -> UInt8 {
        switch UInt8(bits & 63) {
        case let value where value < 26: UInt8(ascii: "A") + value
        case let value where value < 52: UInt8(ascii: "a") + value - 26
        case let value where value < 62: UInt8(ascii: "0") + value - 52
        case 62: UInt8(ascii: "+")
        default: UInt8(ascii: "/")
        }
    }
}

extension Bytes: FieldValue {
    public var isZero: Bool { bytes.isEmpty }

    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Bytes {
        guard node.string() != nil else {
            context.mismatch(node, expected: "base64 text", goType: "[]uint8")
            return Bytes()
        }
        guard let bytes = node.withUTF8({ Bytes(base64: $0) }) else {
            context.error(node, "expected base64 text")
            return Bytes()
        }
        return bytes
    }

    public func encode(to writer: inout JSONWriter) { writer.string(base64) }
}
