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
        guard isTold else { return }
        let microseconds = (now.nanoseconds - beginning.nanoseconds) / 1000
        let fraction = String(microseconds % 1_000_000)
        let time = "\(microseconds / 1_000_000).\(String(repeating: "0", count: 6 - fraction.count))\(fraction)"
        let padding = String(repeating: " ", count: max(1, 12 - time.count))
        lines.append("\(padding)\(time)  \(who): \(what())")
    }
}

/// A promise that a world broke.
struct Violation: Error, Sendable, Hashable {
    var message: String

    init(_ message: String) { self.message = message }
}
