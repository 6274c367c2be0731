public import YAML

/// A moment, counted in nanoseconds from 1970-01-01T00:00:00Z. Reaches from 1678 to 2262.
public struct Timestamp: Sendable, Hashable, Comparable {
    public var nanoseconds: Int64

    public init() { nanoseconds = 0 }

    public init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

    public init(seconds: Int64) { nanoseconds = seconds * 1_000_000_000 }

    /// A moment by the calendar, in UTC. Nil where there is no such day or time, or it is out of reach.
    public init?(
        year: Int,
        month: Int,
        day: Int,
        hour: Int = 0,
        minute: Int = 0,
        second: Int = 0,
        nanosecond: Int = 0
    ) {
        // A leap second counts as the last second before it.
        guard (1678...2261).contains(year), (1...12).contains(month), (0...23).contains(hour),
            (0...59).contains(minute), (0...60).contains(second), (0...999_999_999).contains(nanosecond),
            day >= 1, day <= Calendar.days(inMonth: month, ofYear: year)
        else { return nil }
        let days = Calendar.days(year: year, month: month, day: day)
        let seconds = ((days * 24 + hour) * 60 + minute) * 60 + min(second, 59)
        nanoseconds = Int64(seconds) * 1_000_000_000 + Int64(nanosecond)
    }

    public static func < (left: Timestamp, right: Timestamp) -> Bool { left.nanoseconds < right.nanoseconds }

    public static func + (left: Timestamp, right: Duration) -> Timestamp {
        let (sum, overflow) = left.nanoseconds.addingReportingOverflow(right.clampedNanoseconds)
        if overflow { return Timestamp(nanoseconds: right < .zero ? .min : .max) }
        return Timestamp(nanoseconds: sum)
    }

    public static func - (left: Timestamp, right: Duration) -> Timestamp { left + (.zero - right) }

    public static func - (left: Timestamp, right: Timestamp) -> Duration {
        .nanoseconds(left.nanoseconds) - .nanoseconds(right.nanoseconds)
    }

    public static func += (left: inout Timestamp, right: Duration) { left = left + right }
}

extension Duration {
    /// At most what 64 bits hold: 292 years.
    var clampedNanoseconds: Int64 {
        let (seconds, attoseconds) = components
        let (scaled, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        let (sum, overflowed) = scaled.addingReportingOverflow(attoseconds / 1_000_000_000)
        return overflow || overflowed ? (seconds < 0 ? .min : .max) : sum
    }
}

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
        func append(_ value: Int, _ width: Int, _ end: Character?) {
            var divisor = 1
            for _ in 1..<max(width, 1) { divisor *= 10 }
            while divisor > 0 {
                bytes.append(UInt8(ascii: "0") + UInt8(value / divisor % 10))
                divisor /= 10
            }
            if let end = end?.asciiValue { bytes.append(end) }
        }
        append(date.year, 4, "-")
        append(date.month, 2, "-")
        append(date.day, 2, "T")
        append(rest / 3600, 2, ":")
        append(rest / 60 % 60, 2, ":")
        append(rest % 60, 2, digits == 0 ? "Z" : ".")
        if digits == 3 { append(fraction / 1_000_000, 3, "Z") }
        if digits == 6 { append(fraction / 1_000, 6, "Z") }
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

extension Timestamp: FieldValue {
    public var isZero: Bool { false }

    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Timestamp {
        guard let text = node.string() else {
            context.mismatch(node, expected: "time", goType: "string")
            return Timestamp()
        }
        guard let time = Timestamp(text) else {
            context.error(node, "expected a time such as 2026-11-23T05:55:56Z, found \"\(text)\"")
            return Timestamp()
        }
        return time
    }

    public func encode(to writer: inout JSONWriter) { writer.string(description) }
}

/// Days and dates of the Gregorian calendar, by the well-known arithmetic over eras of 400 years that start in March.
enum Calendar {
    /// Days from 1970-01-01.
    static func days(year: Int, month: Int, day: Int) -> Int {
        let year = month <= 2 ? year - 1 : year
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    static func date(ofDay day: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = day + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    static func days(inMonth month: Int, ofYear year: Int) -> Int {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return switch month {
        case 2: isLeap ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

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

extension Int64 {
    fileprivate func flooredQuotient(_ divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}
