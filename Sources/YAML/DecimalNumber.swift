/// Numbers in base ten as text.
enum DecimalNumber {
    /// The common case, fast: an optional minus and up to 18 digits without a leading zero.
    static func plainInteger(_ text: UnsafeBufferPointer<UInt8>) -> Int64? {
        let isNegative = text.first == UInt8(ascii: "-")
        let digits = isNegative ? text.count - 1 : text.count
        guard digits >= 1, digits <= 18 else { return nil }
        let first = text[isNegative ? 1 : 0]
        if first == UInt8(ascii: "0"), digits > 1 { return nil }
        var value: Int64 = 0
        for byte in text.dropFirst(isNegative ? 1 : 0) {
            guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
            value = value * 10 + Int64(byte - UInt8(ascii: "0"))
        }
        return isNegative ? -value : value
    }

    /// Whether a text is a decimal number: a sign, digits with at most one point among them, an exponent.
    static func isNumber(_ text: String.UTF8View) -> Bool {
        var rest = text[...]
        if let sign = rest.first, isSign(sign) { rest.removeFirst() }
        var digits = skipDigits(&rest)
        if rest.first == UInt8(ascii: ".") {
            rest.removeFirst()
            digits += skipDigits(&rest)
        }
        guard digits > 0 else { return false }
        guard let exponent = rest.first else { return true }
        guard exponent | 0x20 == UInt8(ascii: "e") else { return false }
        rest.removeFirst()
        if let sign = rest.first, isSign(sign) { rest.removeFirst() }
        return skipDigits(&rest) > 0 && rest.isEmpty
    }

    /// A double's integer, where it has one that fits.
    static func integer(_ double: Double) -> Int64? {
        Int64(exactly: double)
    }

    private static func isSign(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
    }

    private static func skipDigits(_ text: inout Substring.UTF8View) -> Int {
        let before = text.count
        text = text.drop { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
        return before - text.count
    }
}

// Writing.
extension DecimalNumber {
    static func append(_ int: Int64, to buffer: inout ByteBuffer) {
        guard int < 0 || int > 9 else { return buffer.append(UInt8(ascii: "0") + UInt8(int)) }
        var text = String(int)
        text.withUTF8 { buffer.append($0) }
    }

    /// The shortest decimal of a finite number, laid out as Go lays it out: digits and a point from 1e-6 up to 1e21,
    /// with an exponent beyond.
    ///
    /// Whole numbers that an `Int64` holds are written out exactly, since their readers take them for one.
    ///
    /// 12345.678 has the digits 12345678 and its point after 5 of them; 0.00012 has 12 and its point at -3.
    static func text(of double: Double) -> String {
        if double.magnitude > 0x1p53, let int = integer(double) { return String(int) }
        let (digits, point) = shortest(double.magnitude)
        let sign = double.sign == .minus ? "-" : ""
        switch point {
        case _ where double == 0: return sign + "0"
        case ...(-6), 22...:
            let fraction = digits.count > 1 ? "." + digits.dropFirst() : ""
            let exponent = point - 1
            return sign + digits.prefix(1) + fraction + "e" + (exponent < 0 ? "-" : "+") + String(exponent.magnitude)
        case ...0:
            return sign + "0." + String(repeating: "0", count: -point) + digits
        case digits.count...:
            return sign + digits + String(repeating: "0", count: point - digits.count)
        default:
            return sign + digits.prefix(point) + "." + digits.dropFirst(point)
        }
    }

    /// The significant digits and how many of them stand before the point.
    private static func shortest(_ double: Double) -> (digits: String, point: Int) {
        let parts = double.description.split(separator: "e")
        let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
        let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        let all = mantissa.joined()
        let leadingZeros = all.prefix { $0 == "0" }.count
        var digits = all.dropFirst(leadingZeros)
        while digits.last == "0" { digits.removeLast() }
        return (String(digits), mantissa[0].count + exponent - leadingZeros)
    }
}
