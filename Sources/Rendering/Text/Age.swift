public import Model

/// How long ago something was, as kubectl writes it: short, and coarser the longer ago.
public enum Age {
    /// `5s`, `2m5s`, `15m`, `3h20m`, `30h`, `5d3h`, `90d`, `3y20d`. A moment that is still to come is `0s` within the
    /// second that clocks may differ, else `<invalid>`.
    public static func text(_ age: Duration) -> String {
        let seconds = age.components.seconds
        if seconds < -1 { return "<invalid>" }
        if seconds < 0 { return "0s" }
        if seconds < 120 { return "\(seconds)s" }
        let minutes = seconds / 60
        if minutes < 10 { return pair(minutes, "m", seconds % 60, "s") }
        if minutes < 180 { return "\(minutes)m" }
        let hours = minutes / 60
        if hours < 8 { return pair(hours, "h", minutes % 60, "m") }
        if hours < 48 { return "\(hours)h" }
        if hours < 192 { return pair(hours / 24, "d", hours % 24, "h") }
        let days = hours / 24
        if days < 730 { return "\(days)d" }
        if days < 2920 { return pair(days / 365, "y", days % 365, "d") }
        return "\(days / 365)y"
    }

    /// The time since a moment; `<unknown>` where none is known.
    public static func text(since moment: Timestamp?, now: Timestamp) -> String {
        guard let moment else { return "<unknown>" }
        return text(now - moment)
    }

    private static func pair(_ large: Int64, _ largeUnit: String, _ small: Int64, _ smallUnit: String) -> String {
        small == 0 ? "\(large)\(largeUnit)" : "\(large)\(largeUnit)\(small)\(smallUnit)"
    }
}
