/// Times as the journal's files show them: `2026-11-23T14:10:00.123456789Z`, always 30 bytes.
enum TimeText {
    static let length = 30

    static func append(_ nanoseconds: Int64, to bytes: inout [UInt8]) {
        let (seconds, fraction) = nanoseconds.quotientAndModulus(dividingBy: 1_000_000_000)
        let (days, second) = seconds.quotientAndModulus(dividingBy: 86_400)
        let date = CivilDate(daysSince1970: days)
        bytes.append(digits: date.year, 4)
        bytes.append(UInt8(ascii: "-"))
        bytes.append(digits: date.month, 2)
        bytes.append(UInt8(ascii: "-"))
        bytes.append(digits: date.day, 2)
        bytes.append(UInt8(ascii: "T"))
        bytes.append(digits: second / 3600, 2)
        bytes.append(UInt8(ascii: ":"))
        bytes.append(digits: second / 60 % 60, 2)
        bytes.append(UInt8(ascii: ":"))
        bytes.append(digits: second % 60, 2)
        bytes.append(UInt8(ascii: "."))
        bytes.append(digits: fraction, 9)
        bytes.append(UInt8(ascii: "Z"))
    }

    static func parse(_ text: UnsafeRawBufferPointer) -> Int64? {
        guard text.count == length, text[10] == UInt8(ascii: "T"), text[19] == UInt8(ascii: "."),
            text[29] == UInt8(ascii: "Z"), let year = number(text, 0..<4), let month = number(text, 5..<7),
            let day = number(text, 8..<10), let hour = number(text, 11..<13), let minute = number(text, 14..<16),
            let second = number(text, 17..<19), let fraction = number(text, 20..<29), (1...12).contains(month)
        else { return nil }
        let days = CivilDate(year: year, month: month, day: day).daysSince1970
        let seconds = days * 86_400 + hour * 3600 + minute * 60 + second
        // Before 1970 from the second's end back, or the earliest moments would overflow on the way.
        let isBefore = seconds < 0
        let (product, overflow) = (isBefore ? seconds + 1 : seconds).multipliedReportingOverflow(by: 1_000_000_000)
        let (sum, carry) = product.addingReportingOverflow(isBefore ? fraction - 1_000_000_000 : fraction)
        return overflow || carry ? nil : sum
    }

    private static func number(_ text: UnsafeRawBufferPointer, _ range: Range<Int>) -> Int64? {
        var value: Int64 = 0
        for index in range {
            let digit = text[index] &- UInt8(ascii: "0")
            guard digit < 10 else { return nil }
            value = value * 10 + Int64(digit)
        }
        return value
    }
}

/// A day of the Gregorian calendar. Years are counted from March on, so that the leap day is a year's last; 400 of
/// them are an era of 146,097 days, and day 0 of era 0 is March 1 of year 0, 719,468 days before 1970.
private struct CivilDate {
    var year: Int64
    var month: Int64
    var day: Int64

    init(year: Int64, month: Int64, day: Int64) {
        self.year = year
        self.month = month
        self.day = day
    }

    init(daysSince1970: Int64) {
        let (era, dayOfEra) = (daysSince1970 + 719_468).quotientAndModulus(dividingBy: 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
    }

    var daysSince1970: Int64 {
        let yearFromMarch = month <= 2 ? year - 1 : year
        let (era, yearOfEra) = yearFromMarch.quotientAndModulus(dividingBy: 400)
        let monthFromMarch = month > 2 ? month - 3 : month + 9
        let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }
}

extension Int64 {
    /// As division that rounds down, so that times before 1970 have a positive rest too.
    fileprivate func quotientAndModulus(dividingBy divisor: Int64) -> (Int64, Int64) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}

extension [UInt8] {
    fileprivate mutating func append(digits value: Int64, _ width: Int) {
        var divisor: Int64 = 1
        for _ in 1..<width { divisor *= 10 }
        while divisor > 0 {
            append(UInt8(ascii: "0") + UInt8(value / divisor % 10))
            divisor /= 10
        }
    }
}
