/// Reads the fixed-width numbers of a time.
struct DigitScanner {
    private let text: UnsafeBufferPointer<UInt8>
    private var index = 0

    init(_ text: UnsafeBufferPointer<UInt8>) {
        self.text = text
    }

    var isAtEnd: Bool { index == text.count }

    mutating func take(_ wanted: Unicode.Scalar) -> Bool {
        guard index < text.count, text[index] == UInt8(ascii: wanted) else { return false }
        index += 1
        return true
    }

    mutating func number(_ width: Int) -> Int? {
        guard index + width <= text.count else { return nil }
        var number = 0
        for byte in text[index..<index + width] {
            guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
            number = number * 10 + Int(byte - UInt8(ascii: "0"))
        }
        index += width
        return number
    }

    /// Nanoseconds; 0 where there is no fraction, nil where its digits are missing.
    mutating func fraction() -> Int? {
        guard take(".") || take(",") else { return 0 }
        var (nanoseconds, unit, digits) = (0, 100_000_000, 0)
        while let digit = number(1) {
            nanoseconds += digit * unit
            unit /= 10
            digits += 1
        }
        return digits > 0 ? nanoseconds : nil
    }

    /// Seconds east of Greenwich.
    mutating func offset() -> Int? {
        if take("Z") || take("z") { return 0 }
        let isEast = take("+")
        guard isEast || take("-"), let hours = number(2), take(":"), let minutes = number(2),
            hours < 24, minutes < 60
        else { return nil }
        return (isEast ? 1 : -1) * (hours * 3600 + minutes * 60)
    }
}
