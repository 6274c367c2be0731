internal import Model

/// How long a container waits before it is started again.
///
/// Kubernetes: the first restart is at once, the second waits 10 s from the container's end, each further one twice as
/// long, up to 5 min; a life of which the end lies more than 10 min behind its start is forgiven. Marathon: the first
/// restart waits `backoffSeconds` already, each further one `backoffFactor` times as long, up to
/// `maxLaunchDelaySeconds`; a life that was longer than that is forgiven.
struct RestartBackoff: Sendable, Hashable {
    enum Rule: Sendable, Hashable {
        case kubernetes
        case marathon(first: Duration, factor: Double, limit: Duration)
    }

    private(set) var rule: Rule
    /// The delay that the next restart has to wait, counted from the end before it.
    private var delay: Duration?

    static let first = Duration.seconds(10)
    static let limit = Duration.seconds(300)
    static let forgiveness = Duration.seconds(600)

    init(of pod: Pod) { rule = Rule(of: pod) }

    /// Goes on by the rule that the pod's app has now.
    mutating func follow(_ pod: Pod) {
        let next = Rule(of: pod)
        guard next != rule else { return }
        rule = next
        if case .marathon(_, _, let limit) = next { delay = delay.map { min($0, limit) } }
    }

    /// The delay after an end; zero for none.
    func delay(after end: ContainerEnd) -> Duration {
        switch rule {
        case .kubernetes: isForgiven(end) ? .zero : delay ?? .zero
        case .marathon(let first, _, _): isForgiven(end) ? first : delay ?? first
        }
    }

    /// When a container that ended so may be started again.
    func restart(after end: ContainerEnd) -> Timestamp { end.finishedAt + delay(after: end) }

    /// It is started again: the next restart waits longer.
    mutating func restarted(after end: ContainerEnd) {
        switch rule {
        case .kubernetes:
            delay = isForgiven(end) ? Self.first : min(delay.map { $0 * 2 } ?? Self.first, Self.limit)
        case .marathon(let first, let factor, let limit):
            let last = isForgiven(end) ? first : delay ?? first
            delay = min(last.grown(by: factor), limit)
        }
    }

    /// Guesses what a daemon before this one knew: two lives that were `pause` apart had this delay between them.
    mutating func adopt(pause: Duration) {
        switch rule {
        case .kubernetes: delay = min(max(pause < Self.first ? Self.first : pause * 2, Self.first), Self.limit)
        case .marathon(let first, let factor, let limit): delay = min(max(pause.grown(by: factor), first), limit)
        }
    }

    private func isForgiven(_ end: ContainerEnd) -> Bool {
        guard let startedAt = end.startedAt else { return false }
        let life = end.finishedAt - startedAt
        switch rule {
        case .kubernetes: return life > Self.forgiveness
        case .marathon(_, _, let limit): return life > limit
        }
    }
}

extension RestartBackoff.Rule {
    fileprivate init(of pod: Pod) {
        guard let app = MarathonPod(pod) else {
            self = .kubernetes
            return
        }
        self = .marathon(
            first: .bounded(seconds: min(app.backoffSeconds, app.maxLaunchDelaySeconds)),
            factor: app.backoffFactor,
            limit: .bounded(seconds: app.maxLaunchDelaySeconds)
        )
    }
}

extension Duration {
    /// Between nothing and a century: more than any machine waits, and far from what a duration can't hold.
    fileprivate static func bounded(seconds: Double) -> Duration {
        .seconds(seconds.isNaN ? 0 : min(max(seconds, 0), 3e9))
    }

    /// Times a factor of at least 1.
    fileprivate func grown(by factor: Double) -> Duration {
        let (seconds, attoseconds) = components
        return .bounded(seconds: (Double(seconds) + Double(attoseconds) / 1e18) * max(factor, 1))
    }
}
