internal import Model

/// When a container is asked one thing, and what the answers so far mean: one of Kubernetes' probes, or one of
/// Marathon's health and readiness checks.
struct ProbeSchedule: Sendable, Hashable {
    /// What is asked.
    enum Question: Sendable, Hashable {
        case probe(Probe)
        case healthCheck(AppHealthCheck)
        case readinessCheck(AppReadinessCheck)
    }

    private enum Tally: Sendable, Hashable {
        case probe(ProbeTally)
        case health(HealthTally)
        case readiness(ReadinessTally)
    }

    let kind: ProbeKind
    private(set) var question: Question
    private var rhythm: AskingRhythm
    private var tally: Tally

    /// - Parameters:
    ///   - passes: what is known from a daemon before this one.
    ///   - start: when the container started, or the next moment at which its turn comes.
    init(_ kind: ProbeKind, _ probe: Probe, passes: Bool, from start: Timestamp) {
        self.kind = kind
        question = .probe(probe)
        rhythm = AskingRhythm(
            period: .seconds(max(probe.periodSeconds, 1)),
            timeout: .seconds(max(probe.timeoutSeconds, 1)),
            from: start + .seconds(max(probe.initialDelaySeconds, 0)),
            isEager: kind != .liveness && !passes
        )
        tally = .probe(
            ProbeTally(
                kind,
                successThreshold: probe.successThreshold,
                failureThreshold: probe.failureThreshold,
                passes: passes
            )
        )
    }

    /// A health check of a task.
    ///
    /// - Parameters:
    ///   - isAlive: what is known of it; nil for nothing.
    ///   - hasSucceeded: whether the task is known to have passed this check.
    ///   - now: it is not asked before.
    init(
        _ check: AppHealthCheck,
        isAlive: Bool? = nil,
        hasSucceeded: Bool = false,
        startedAt: Timestamp,
        from now: Timestamp
    ) {
        kind = .health
        question = .healthCheck(check)
        rhythm = AskingRhythm(
            period: check.period,
            timeout: check.timeout,
            from: max(startedAt + .seconds(check.firstDelaySeconds), now),
            isEager: !hasSucceeded
        )
        tally = .health(HealthTally(check, isAlive: isAlive, hasSucceeded: hasSucceeded, startedAt: startedAt))
    }

    /// A readiness check, asked soon and then less often until it passes.
    init(_ check: AppReadinessCheck, _ readiness: ReadinessTally, from now: Timestamp) {
        kind = .deployment
        question = .readinessCheck(check)
        rhythm = AskingRhythm(period: check.period, timeout: check.timeout, from: now, isEager: true)
        tally = .readiness(readiness)
    }

    /// Its turn has come: it was held back until now.
    mutating func begin(_ now: Timestamp, startedAt: Timestamp) {
        guard case .probe(let probe) = question else { return }
        rhythm.begin(
            at: max(startedAt + .seconds(max(probe.initialDelaySeconds, 0)), now),
            isEager: kind != .liveness && !passes
        )
    }

    /// Whether the container passes, as far as is known.
    var passes: Bool { isAlive ?? false }

    /// The same; nil for a task that has given no result yet.
    var isAlive: Bool? {
        switch tally {
        case .probe(let tally): tally.passes
        case .health(let tally): tally.isAlive
        case .readiness(let tally): tally.hasPassed
        }
    }

    /// Whether it is not asked any more.
    var isOver: Bool { kind == .deployment && passes }

    /// What came of a readiness check: the last answer, or what went wrong.
    var lastAnswer: String { if case .readiness(let tally) = tally { tally.message } else { "" } }

    var timeout: Duration { rhythm.timeout }

    /// When it has something to do: ask, or give up waiting for an answer.
    var wakeAt: Timestamp { rhythm.wakeAt }

    func isDue(_ now: Timestamp) -> Bool { rhythm.isDue(now) }

    mutating func asked(id: UInt64, now: Timestamp) { rhythm.asked(id: id, now: now) }

    /// Whether an answer is the one that is waited for.
    func awaits(_ id: UInt64) -> Bool { rhythm.awaits(id) }

    /// No answer came though its time is long past.
    func isOverdue(_ now: Timestamp) -> Bool { rhythm.isOverdue(now) }

    mutating func take(_ outcome: ProbeOutcome, now: Timestamp) -> ProbeVerdict {
        guard let counts = rhythm.answered() else { return .none }
        if outcome == .success { rhythm.calmDown() } else { rhythm.lookAgainSoon(now) }
        switch tally {
        case .probe(var probe):
            defer { tally = .probe(probe) }
            return probe.take(outcome, counts: counts)
        case .health(var health):
            defer { tally = .health(health) }
            return health.take(outcome, counts: counts, now: now)
        case .readiness(var readiness):
            if case .readinessCheck(let check) = question { readiness.take(outcome, check) }
            tally = .readiness(readiness)
            return .none
        }
    }

    /// Takes over a health check that asks the same, perhaps at other times and with other bounds. False where it asks
    /// something else.
    mutating func follow(_ check: AppHealthCheck, startedAt: Timestamp, now: Timestamp) -> Bool {
        guard case .healthCheck(let known) = question, known.asksTheSame(as: check), case .health(var health) = tally
        else { return false }
        question = .healthCheck(check)
        rhythm.change(period: check.period, timeout: check.timeout, now: now)
        health.follow(check, startedAt: startedAt)
        tally = .health(health)
        return true
    }
}

extension AppHealthCheck {
    var period: Duration { .seconds(max(intervalSeconds ?? 60, 1)) }
    fileprivate var timeout: Duration { .seconds(max(timeoutSeconds ?? 20, 1)) }

    fileprivate func asksTheSame(as other: AppHealthCheck) -> Bool {
        self.protocol == other.protocol && path == other.path && port == other.port && portIndex == other.portIndex
            && command == other.command && ignoreHttp1xx == other.ignoreHttp1xx
    }
}
