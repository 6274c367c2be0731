internal import Model

/// When a container is probed, and what the answers so far mean.
///
/// A probe runs each period from the initial delay on. Before its first success a startup or readiness probe also
/// looks in between, soon after the start and ever less often: who is up in 20 ms need not wait for the rest of a
/// period of ten seconds. Failures of those early looks don't count.
struct ProbeSchedule: Sendable, Hashable {
    let kind: ProbeKind
    let probe: Probe

    /// Whether the container passes, as far as is known.
    private(set) var passes: Bool
    private var successes = 0
    private var failures = 0
    private var nextRegular: Timestamp
    private var nextEager: Timestamp?
    private var eagerPause = Duration.milliseconds(20)
    private var flight: Flight?

    private struct Flight: Hashable {
        var id: UInt64
        var since: Timestamp
        var isRegular: Bool
    }

    /// - Parameters:
    ///   - passes: what is known from a daemon before this one.
    ///   - start: when the container started, or the next moment at which its turn comes.
    init(_ kind: ProbeKind, _ probe: Probe, passes: Bool, from start: Timestamp) {
        self.kind = kind
        self.probe = probe
        self.passes = passes
        nextRegular = start + .seconds(max(probe.initialDelaySeconds, 0))
        if kind != .liveness, !passes { nextEager = nextRegular + eagerPause }
    }

    /// Its turn has come: it was held back until now.
    mutating func begin(_ now: Timestamp, startedAt: Timestamp) {
        nextRegular = max(startedAt + .seconds(max(probe.initialDelaySeconds, 0)), now)
        if kind != .liveness, !passes { nextEager = nextRegular + eagerPause }
    }

    var timeout: Duration { .seconds(max(probe.timeoutSeconds, 1)) }
    private var period: Duration { .seconds(max(probe.periodSeconds, 1)) }

    /// When it has something to do: ask, or give up waiting for an answer.
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

    enum Verdict: Sendable, Hashable {
        /// Nothing came of it.
        case none
        /// A failure that counts, for people to see.
        case complaint(String)
        /// It failed as often as is borne: for the last time with this message.
        case failed(String)
    }

    mutating func take(_ outcome: ProbeOutcome, now: Timestamp) -> Verdict {
        guard let flight else { return .none }
        self.flight = nil
        switch outcome {
        case .success:
            (successes, failures, nextEager) = (successes + 1, 0, nil)
            if successes >= max(probe.successThreshold, 1) { passes = true }
            return .none
        case .failure(let message):
            successes = 0
            lookAgainSoon(now)
            guard flight.isRegular else { return .none }
            failures += 1
            guard failures >= max(probe.failureThreshold, 1) else { return .complaint(message) }
            failures = kind == .readiness ? failures : 0
            passes = false
            return .failed(message)
        }
    }

    private mutating func lookAgainSoon(_ now: Timestamp) {
        guard nextEager != nil else { return }
        eagerPause = min(eagerPause * 2, period)
        nextEager = now + eagerPause
    }
}
