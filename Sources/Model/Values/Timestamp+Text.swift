extension Timestamp: CustomStringConvertible {
    /// RFC 3339 in UTC with whole seconds: `2026-11-23T05:55:56Z`, as the API writes most times.
    public var description: String { text(digits: 0) }

    /// With milliseconds, as Marathon writes times and versions.
    public var milliseconds: String { text(digits: 3) }

    /// With microseconds, as events and leases have it.
    public var microseconds: String { text(digits: 6) }

    /// Reads RFC 3339: a date, `T`, a time, perhaps a fraction, `Z` or an offset.
    public init?(_ text: String) {
        var text = text
        guard let time = text.withUTF8(Timestamp.parse) else { return nil }
        self = time
    }

    private func text(digits: Int) -> String {
        let second = nanoseconds.flooredQuotient(1_000_000_000)
        let fraction = Int(nanoseconds - second * 1_000_000_000)
        let day = second.flooredQuotient(86_400)
        let rest = Int(second - day * 86_400)
        let date = Calendar.date(ofDay: Int(day))
        var bytes: [UInt8] = []
        bytes.reserveCapacity(28)
        func append(_ value: Int, _ divisor: Int, _ end: Unicode.Scalar) {
            var divisor = divisor
            while divisor > 0 {
                bytes.append(UInt8(ascii: "0") + UInt8(value / divisor % 10))
                divisor /= 10
            }
            bytes.append(UInt8(ascii: end))
        }
        append(date.year, 1000, "-")
        append(date.month, 10, "-")
        append(date.day, 10, "T")
        append(rest / 3600, 10, ":")
        append(rest / 60 % 60, 10, ":")
        append(rest % 60, 10, digits == 0 ? "Z" : ".")
        if digits == 3 { append(fraction / 1_000_000, 100, "Z") }
        if digits == 6 { append(fraction / 1_000, 100_000, "Z") }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func parse(_ text: UnsafeBufferPointer<UInt8>) -> Timestamp? {
        var scanner = DigitScanner(text)
        guard let year = scanner.number(4), scanner.take("-"), let month = scanner.number(2), scanner.take("-"),
            let day = scanner.number(2), scanner.take("T") || scanner.take("t") || scanner.take(" "),
            let hour = scanner.number(2), scanner.take(":"), let minute = scanner.number(2), scanner.take(":"),
            let second = scanner.number(2), let nanosecond = scanner.fraction(), let offset = scanner.offset(),
            scanner.isAtEnd
        else { return nil }
        let time = Timestamp(
            year: year,
            month: month,
            day: day,
            hour: hour,
            minute: minute,
            second: second,
            nanosecond: nanosecond
        )
        return time.map { $0 - .seconds(offset) }
    }
}

extension Int64 {
    fileprivate func flooredQuotient(_ divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}
