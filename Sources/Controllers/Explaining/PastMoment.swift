public import Model

/// A moment of the past, as people name it.
public enum PastMoment: Sendable, Hashable {
    /// After this record of the journal.
    case sequence(UInt64)
    case time(Timestamp)
    /// When what the directory said as of this commit was taken in: the hash, or its begin, in lower case.
    case commit(String)

    /// Reads `4711`; `2026-11-23T20:50:00Z`, `2026-11-23 20:50`, `2026-11-23`, `20:50`; `10 minutes ago`, `1h30m ago`;
    /// `4f2a1c9`, and `commit:1234567` for a commit that looks like a number. A time without a zone is in UTC, one
    /// without a day the last one that has been.
    ///
    /// - Throws: a bad request, which names what there is.
    public init(_ text: String, now: Timestamp) throws(APIError) {
        let words = text.split(separator: " ").joined(separator: " ")
        if let sequence = UInt64(words) {
            self = .sequence(sequence)
        } else if let commit = Self.commit(words) {
            self = .commit(commit)
        } else if let time = Self.time(words, now: now) ?? Self.ago(words, now: now) {
            self = .time(time)
        } else {
            throw .badRequest(
                "\"\(text)\" is no moment of the past: give a record's number, a time (2026-11-23T20:50:00Z, or 20:50, "
                    + "both UTC), how long ago (\"10 minutes ago\") or a commit"
            )
        }
    }

    // MARK: Commits

    private static let prefix = "commit:"

    private static func commit(_ text: String) -> String? {
        let hash = text.hasPrefix(prefix) ? text.dropFirst(prefix.count) : text[...]
        guard (4...64).contains(hash.utf8.count), hash.allSatisfy({ $0.isASCII && $0.isHexDigit }) else { return nil }
        return hash.lowercased()
    }

    // MARK: Times

    private static func time(_ text: String, now: Timestamp) -> Timestamp? {
        if let time = Timestamp(text) ?? Timestamp("\(text)Z") ?? Timestamp("\(text):00Z") { return time }
        if let day = Timestamp("\(text)T00:00:00Z") { return day }
        let today = now.description.prefix(11)
        guard let time = Timestamp("\(today)\(text):00Z") ?? Timestamp("\(today)\(text)Z") else { return nil }
        return time > now ? time - .seconds(86_400) : time
    }

    /// `10 minutes ago`, `1 hour 30 minutes ago`, `1h30m ago`.
    private static func ago(_ text: String, now: Timestamp) -> Timestamp? {
        guard text.hasSuffix(" ago") else { return nil }
        var rest = text.dropLast(4)
        var seconds: Int64 = 0
        repeat {
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            rest = rest.dropFirst(digits.count).drop { $0 == " " }
            let unit = rest.prefix { $0.isLetter }
            rest = rest.dropFirst(unit.count).drop { $0 == " " }
            // A hundred thousand weeks are more than any journal keeps, and no number overflows.
            guard digits.count <= 7, let count = Int64(digits), let length = length(of: unit) else { return nil }
            seconds += count * length
        } while !rest.isEmpty
        return now - .seconds(min(seconds, now.nanoseconds / 1_000_000_000))
    }

    /// In seconds.
    private static func length(of unit: Substring) -> Int64? {
        switch unit {
        case "s", "sec", "secs", "second", "seconds": 1
        case "m", "min", "mins", "minute", "minutes": 60
        case "h", "hour", "hours": 3600
        case "d", "day", "days": 86_400
        case "w", "week", "weeks": 604_800
        default: nil
        }
    }
}
