/// What an unquoted YAML scalar means where no type is asked for. These are the rules of the reader behind the
/// Kubernetes tools: YAML 1.1 without its numbers in base 60, and with 1.2's `0o` octals.
enum PlainScalar: Hashable {
    case null
    case bool(Bool)
    case int(Int64)
    /// May be infinite or not a number: `.inf` and `.nan` are words of YAML.
    case double(Double)
    case string

    init(_ text: UnsafeBufferPointer<UInt8>) {
        guard let first = text.first else {
            self = .null
            return
        }
        switch first {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
            self = PlainScalar.number(text) ?? .string
        case UInt8(ascii: "~"), UInt8(ascii: "n"), UInt8(ascii: "N"):
            self = PlainScalar.isNull(text) ? .null : PlainScalar.bool(text).map(PlainScalar.bool) ?? .string
        default:
            self = PlainScalar.bool(text).map(PlainScalar.bool) ?? .string
        }
    }

    init(_ text: String) {
        var text = text
        self = text.withUTF8 { PlainScalar($0) }
    }

    static func isNull(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        switch text.count {
        case 0: true
        case 1: text[0] == UInt8(ascii: "~")
        case 4:
            text[0] | 0x20 == UInt8(ascii: "n")
                && ["null", "Null", "NULL"].contains(String(decoding: text, as: UTF8.self))
        default: false
        }
    }

    static func bool(_ text: UnsafeBufferPointer<UInt8>) -> Bool? {
        guard text.count <= 5, let first = text.first else { return nil }
        // Nearly every scalar is turned away here, without making a string of it.
        switch first | 0x20 {
        case UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "y"), UInt8(ascii: "n"), UInt8(ascii: "o"): break
        default: return nil
        }
        switch String(decoding: text, as: UTF8.self) {
        case "true", "True", "TRUE", "yes", "Yes", "YES", "y", "Y", "on", "On", "ON": return true
        case "false", "False", "FALSE", "no", "No", "NO", "n", "N", "off", "Off", "OFF": return false
        default: return nil
        }
    }

    /// A number as written in decimal, in hexadecimal (`0x1F`), octal (`0644`, `0o644`) or binary (`0b101`), with or
    /// without underscores between digits; a floating-point number; `.inf` or `.nan`. Nil for anything else.
    static func number(_ text: UnsafeBufferPointer<UInt8>) -> PlainScalar? {
        if let int = DecimalNumber.plainInteger(text) { return .int(int) }
        guard text.count <= 400, text.first != UInt8(ascii: "_"), text.allSatisfy(isNumberByte) else {
            return infinity(text)
        }
        let digits = String(decoding: text.filter { $0 != UInt8(ascii: "_") }, as: UTF8.self)
        if let int = integerWithBase(digits) { return .int(int) }
        if DecimalNumber.isNumber(digits.utf8), let double = Double(digits) { return .double(double) }
        return infinity(text)
    }

    /// Digits of any base, signs, points, exponents, underscores and the letters of `0x`, `0o`, `0b`.
    private static func isNumberByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
            UInt8(ascii: "A")...UInt8(ascii: "F"), UInt8(ascii: "x"), UInt8(ascii: "X"), UInt8(ascii: "o"),
            UInt8(ascii: "O"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
            true
        default: false
        }
    }

    private static func integerWithBase(_ text: String) -> Int64? {
        let isNegative = text.hasPrefix("-")
        let unsigned = isNegative || text.hasPrefix("+") ? text.dropFirst() : text[...]
        let (digits, radix) =
            switch unsigned.prefix(2) {
            case "0x", "0X": (unsigned.dropFirst(2), 16)
            case "0o", "0O": (unsigned.dropFirst(2), 8)
            case "0b", "0B": (unsigned.dropFirst(2), 2)
            case let start where start.count == 2 && start.first == "0": (unsigned.dropFirst(1), 8)
            default: (unsigned, 10)
            }
        // `Int64` itself would take a second sign.
        guard let first = digits.first, first != "-", first != "+" else { return nil }
        return Int64((isNegative ? "-" : "") + digits, radix: radix)
    }

    private static func infinity(_ text: UnsafeBufferPointer<UInt8>) -> PlainScalar? {
        guard (4...5).contains(text.count) else { return nil }
        switch String(decoding: text, as: UTF8.self) {
        case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF": return .double(.infinity)
        case "-.inf", "-.Inf", "-.INF": return .double(-.infinity)
        case ".nan", ".NaN", ".NAN": return .double(.nan)
        default: return nil
        }
    }
}
