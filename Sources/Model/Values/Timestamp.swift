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
