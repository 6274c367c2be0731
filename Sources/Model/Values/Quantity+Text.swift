/// Why a text is no quantity, in the API server's words.
public enum QuantityError: Error, Sendable, Hashable, CustomStringConvertible {
    case format, number, suffix

    public var description: String {
        switch self {
        case .format:
            "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"
        case .number: "unable to parse numeric part of quantity"
        case .suffix: "unable to parse quantity's suffix"
        }
    }
}

extension Quantity {
    /// Reads `1`, `0.5`, `100m`, `123Mi`, `1e3`; nil for what is no quantity.
    public init?(_ text: String) {
        guard let quantity = try? Quantity(parsing: text) else { return nil }
        self = quantity
    }

    public init(parsing text: String) throws(QuantityError) {
        let bytes = Array(text.utf8)
        let signLength = bytes.first == UInt8(ascii: "-") || bytes.first == UInt8(ascii: "+") ? 1 : 0
        let rest = bytes[signLength...]
        let number = rest.prefix { $0 == UInt8(ascii: ".") || ($0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9")) }
        guard !number.isEmpty else { throw .format }
        let suffix = String(decoding: rest[number.endIndex...], as: UTF8.self)
        guard suffix.utf8.allSatisfy(Quantity.mayStandInSuffix) else { throw .format }
        guard let scale = Scale(suffix) else { throw .suffix }
        guard let nanos = Quantity.nanos(number, scale) else { throw .number }
        self.init(nanos: bytes.first == UInt8(ascii: "-") ? -nanos : nanos, format: scale.format)
    }

    private static func mayStandInSuffix(_ byte: UInt8) -> Bool {
        "eEinumkKMGTP+-0123456789".utf8.contains(byte)
    }

    /// The digits times the scale in billionths, rounded up, or the limit; nil for a second point or no digit.
    ///
    /// `1.5` at a scale of 1024 with no power of ten: 15 × 1024 × 10⁹ / 10 = 1536 × 10⁹.
    private static func nanos(_ number: ArraySlice<UInt8>, _ scale: Scale) -> Int128? {
        var mantissa: Int128 = 0
        var power = scale.powerOfTen + 9
        var (isFraction, digits, isCut, isOver) = (false, 0, false, false)
        for byte in number {
            if byte == UInt8(ascii: ".") {
                if isFraction { return nil }
                isFraction = true
                continue
            }
            digits += 1
            let digit = Int128(byte - UInt8(ascii: "0"))
            // 28 digits tell every amount within the limit from the next; what follows can only round up.
            if mantissa >= 1_000_000_000_000_000_000_000_000_000 {
                isCut = isCut || digit != 0
                if !isFraction { isOver = true }
            } else {
                mantissa = mantissa * 10 + digit
                if isFraction { power -= 1 }
            }
        }
        if digits == 0 { return nil }
        if isOver { return limit }
        return Quantity.scaled(mantissa, by: scale.factor, powerOfTen: power, isCut: isCut)
    }

    private static func scaled(_ mantissa: Int128, by factor: Int128, powerOfTen: Int, isCut: Bool) -> Int128 {
        if mantissa == 0 { return isCut ? 1 : 0 }
        var (value, overflow) = mantissa.multipliedReportingOverflow(by: factor)
        if overflow {
            // So many digits before such a suffix are either beyond the limit or finer than a billionth.
            if powerOfTen > -18 { return limit }
            value = (mantissa / 1_000_000_000).multipliedReportingOverflow(by: factor).partialValue
            return scaled(value, by: 1, powerOfTen: powerOfTen + 9, isCut: true)
        }
        var remains = isCut
        for _ in 0..<min(abs(powerOfTen), 60) {
            if powerOfTen > 0 {
                if value > limit { return limit }
                value *= 10
            } else {
                remains = remains || value % 10 != 0
                value /= 10
            }
        }
        return min(value + (remains && powerOfTen <= 0 ? 1 : 0), limit)
    }
}

/// What a suffix multiplies by.
private struct Scale {
    var format: Quantity.Format
    var factor: Int128 = 1
    var powerOfTen = 0

    init?(_ suffix: String) {
        if let index = Quantity.decimalSuffixes.firstIndex(of: suffix) {
            self.init(format: .decimal, powerOfTen: index * 3 - 9)
        } else if let index = Quantity.binarySuffixes.firstIndex(of: suffix) {
            self.init(format: .binary, factor: Int128(1) << Int128(10 * (index + 1)))
        } else if suffix.first == "e" || suffix.first == "E" {
            guard let power = Int(suffix.dropFirst()), abs(power) < 100 else { return nil }
            self.init(format: .exponent, powerOfTen: power)
        } else {
            return nil
        }
    }

    private init(format: Quantity.Format, factor: Int128 = 1, powerOfTen: Int = 0) {
        self.format = format
        self.factor = factor
        self.powerOfTen = powerOfTen
    }
}

extension Quantity: CustomStringConvertible {
    static let decimalSuffixes = ["n", "u", "m", "", "k", "M", "G", "T", "P", "E"]
    static let binarySuffixes = ["Ki", "Mi", "Gi", "Ti", "Pi", "Ei"]

    /// The canonical form: the largest suffix of the family that leaves a whole number. `0.1` is `100m`, `1024Mi` is
    /// `1Gi`; a binary amount below 1024 has no binary suffix that would fit and is written in the decimal family.
    public var description: String {
        if nanos == 0 { return "0" }
        if format == .binary, abs(nanos) >= 1024 * Quantity.nanosPerUnit { return binaryText }
        var value = nanos
        var index = 0
        while index < Quantity.decimalSuffixes.count - 1, value % 1000 == 0 {
            value /= 1000
            index += 1
        }
        guard format == .exponent else { return "\(value)\(Quantity.decimalSuffixes[index])" }
        return index == 3 ? "\(value)" : "\(value)e\(index * 3 - 9)"
    }

    private var binaryText: String {
        var value = nanos.dividedRoundingUp(by: Quantity.nanosPerUnit)
        var index = -1
        while index < Quantity.binarySuffixes.count - 1, value % 1024 == 0 {
            value /= 1024
            index += 1
        }
        return index < 0 ? "\(value)" : "\(value)\(Quantity.binarySuffixes[index])"
    }
}

extension Quantity: ExpressibleByStringLiteral {
    /// A literal that is no quantity counts as 0: literals are written by us, and tests see them.
    public init(stringLiteral value: String) {
        self = Quantity(value) ?? Quantity()
    }
}
