internal import Model

/// What the answers of a task to one of Marathon's health checks have come to.
///
/// A task is alive when its last success is later than its last failure. Failures in the grace period count only once
/// it has succeeded: until then it is neither healthy nor unhealthy. With 3 `maxConsecutiveFailures` an HTTP check kills
/// with the fourth failure in a row, a MESOS_HTTP check with the third.
struct HealthTally: Sendable, Hashable {
    /// Nil before the first result that counts.
    private(set) var isAlive: Bool?
    private var hasSucceeded: Bool
    private var failures = 0
    private var graceEnds: Timestamp
    private var fatalFailures: Int?

    /// - Parameters:
    ///   - isAlive: what is known before the first result.
    ///   - hasSucceeded: whether the task is known to have passed, so that grace is over.
    init(_ check: AppHealthCheck, isAlive: Bool?, hasSucceeded: Bool, startedAt: Timestamp) {
        self.isAlive = isAlive
        self.hasSucceeded = hasSucceeded
        graceEnds = startedAt + check.grace
        fatalFailures = check.fatalFailures
    }

    /// Takes over a check that asks the same and judges otherwise. What was counted stays.
    mutating func follow(_ check: AppHealthCheck, startedAt: Timestamp) {
        graceEnds = startedAt + check.grace
        fatalFailures = check.fatalFailures
    }

    /// - Parameter counts: false for an early look: its failure is not held against the task.
    mutating func take(_ outcome: ProbeOutcome, counts: Bool, now: Timestamp) -> ProbeVerdict {
        switch outcome {
        case .inconclusive, .answer: return .none
        case .success:
            (isAlive, hasSucceeded, failures) = (true, true, 0)
            return .none
        case .failure(let message):
            guard counts, hasSucceeded || graceEnds <= now else { return .none }
            isAlive = false
            failures += 1
            guard let fatalFailures, failures >= fatalFailures else { return .complaint(message) }
            return .failed(message)
        }
    }
}

extension AppHealthCheck {
    fileprivate var grace: Duration { .seconds(max(gracePeriodSeconds ?? 300, 0)) }
}
