import Glibc

/// How often a story kills the daemon: so often as STEADY_KILLS says, else for some time.
struct Kills {
    private(set) var count = 0
    private let seconds: Int
    private let wanted = getenv("STEADY_KILLS").flatMap { Int(String(cString: $0)) }
    private let start = ContinuousClock.now

    /// - Parameter seconds: how long it goes on where nobody says how often.
    init(seconds: Int) { self.seconds = seconds }

    mutating func goOn() -> Bool {
        let isOver = wanted.map { count >= $0 } ?? (count >= 8 && start.duration(to: .now) > .seconds(seconds))
        if !isOver { count += 1 }
        return !isOver
    }
}
