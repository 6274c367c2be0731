internal import Model

/// When something is asked again and again: each period from its first time on, one question at a time.
///
/// Who is eager looks in between, too, until the first success: soon at first and ever less often. Who is up in 20 ms
/// then need not wait for the rest of a period of ten seconds.
struct AskingRhythm: Sendable, Hashable {
    private(set) var period: Duration
    private(set) var timeout: Duration
    private var nextRegular: Timestamp
    private var nextEager: Timestamp?
    private var eagerPause = Duration.milliseconds(20)
    private var flight: Flight?

    private struct Flight: Hashable {
        var id: UInt64
        var since: Timestamp
        var isRegular: Bool
    }

    init(period: Duration, timeout: Duration, from first: Timestamp, isEager: Bool) {
        self.period = period
        self.timeout = timeout
        nextRegular = first
        if isEager { nextEager = first + eagerPause }
    }

    /// Begins over: it was held back until now.
    mutating func begin(at first: Timestamp, isEager: Bool) {
        nextRegular = first
        nextEager = isEager ? first + eagerPause : nil
    }

    /// When there is something to do: ask, or give up waiting for an answer.
    var wakeAt: Timestamp {
        if let flight { return flight.since + timeout + .seconds(5) }
        return min(nextRegular, nextEager ?? nextRegular)
    }

    func isDue(_ now: Timestamp) -> Bool { flight == nil && wakeAt <= now }

    mutating func asked(id: UInt64, now: Timestamp) {
        let isRegular = nextRegular <= now
        flight = Flight(id: id, since: now, isRegular: isRegular)
        guard isRegular else { return }
        nextRegular += period
        // Those that were missed meanwhile are not made up for.
        if nextRegular <= now { nextRegular = now + period }
    }

    /// Whether an answer is the one that is waited for.
    func awaits(_ id: UInt64) -> Bool { flight?.id == id }

    /// No answer came though its time is long past.
    func isOverdue(_ now: Timestamp) -> Bool { flight != nil && wakeAt <= now }

    /// The question is answered, or given up.
    ///
    /// Returns whether it was a regular one; nil where none was asked.
    mutating func answered() -> Bool? {
        defer { flight = nil }
        return flight?.isRegular
    }

    /// The first success: from now on the period is soon enough.
    mutating func calmDown() { nextEager = nil }

    /// It was not up yet: the next early look is twice as far away as the last one.
    mutating func lookAgainSoon(_ now: Timestamp) {
        guard nextEager != nil else { return }
        eagerPause = min(eagerPause * 2, period)
        nextEager = now + eagerPause
    }

    /// Takes over another period, at once where it is shorter, and another timeout from the next question on.
    mutating func change(period: Duration, timeout: Duration, now: Timestamp) {
        if self.period != period { nextRegular = min(nextRegular, now + period) }
        (self.period, self.timeout) = (period, timeout)
    }
}
