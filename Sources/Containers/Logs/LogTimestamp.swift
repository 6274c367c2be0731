import Glibc

/// Times as they stand in a log: RFC 3339, UTC, nine digits behind the dot. Of one length, so that their order is
/// that of their text.
enum LogTimestamp {
    static func text(_ time: Nanoseconds) -> String {
        var seconds = time_t(time / 1_000_000_000)
        var parts = tm()
        gmtime_r(&seconds, &parts)
        let date = [pad(Int(parts.tm_year) + 1900, 4), pad(Int(parts.tm_mon) + 1, 2), pad(Int(parts.tm_mday), 2)]
        let clock = [pad(Int(parts.tm_hour), 2), pad(Int(parts.tm_min), 2), pad(Int(parts.tm_sec), 2)]
        let fraction = pad(Int(time % 1_000_000_000), 9)
        return "\(date.joined(separator: "-"))T\(clock.joined(separator: ":")).\(fraction)Z"
    }

    private static func pad(_ number: Int, _ digits: Int) -> String {
        let text = String(max(0, number))
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
}
