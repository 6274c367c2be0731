internal import Model

/// What happened, line by line: virtual time since the beginning, who, what.
struct Story: Sendable {
    /// Without it nothing is written down: most worlds end well, and nobody asks.
    let isTold: Bool
    private let beginning: Timestamp
    private(set) var lines: [String] = []

    init(isTold: Bool, beginning: Timestamp) {
        self.isTold = isTold
        self.beginning = beginning
    }

    mutating func tell(_ now: Timestamp, _ who: String, _ what: @autoclosure () -> String) {
        if isTold { lines.append(Self.line(after: now - beginning, "\(who): \(what())")) }
    }

    /// Seconds to the microsecond, and what happened then.
    static func line(after time: Duration, _ words: String) -> String {
        let (seconds, attoseconds) = time.components
        let fraction = String(attoseconds / 1_000_000_000_000)
        let text = "\(seconds).\(String(repeating: "0", count: 6 - fraction.count))\(fraction)"
        return "\(String(repeating: " ", count: max(1, 12 - text.count)))\(text)  \(words)"
    }
}

/// A promise that a world broke.
struct Violation: Error, Sendable, Hashable {
    var message: String

    init(_ message: String) { self.message = message }
}
