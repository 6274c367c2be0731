/// What an answer changes.
enum ProbeVerdict: Sendable, Hashable {
    /// Nothing that anybody need hear of.
    case none
    /// A failure that counts, for people to see.
    case complaint(String)
    /// It failed as often as is borne: for the last time with this message.
    case failed(String)
}

/// What the answers to one of Kubernetes' probes have come to.
struct ProbeTally: Sendable, Hashable {
    /// Whether the container passes, as far as is known.
    private(set) var passes: Bool
    private let kind: ProbeKind
    private let successThreshold: Int
    private let failureThreshold: Int
    private var successes = 0
    private var failures = 0

    /// - Parameter passes: what is known before the first answer.
    init(_ kind: ProbeKind, successThreshold: Int, failureThreshold: Int, passes: Bool) {
        self.kind = kind
        self.successThreshold = max(successThreshold, 1)
        self.failureThreshold = max(failureThreshold, 1)
        self.passes = passes
    }

    /// - Parameter counts: false for an early look: its failure is not held against the container.
    mutating func take(_ outcome: ProbeOutcome, counts: Bool) -> ProbeVerdict {
        switch outcome {
        case .inconclusive, .answer: return .none
        case .success:
            (successes, failures) = (min(successes + 1, successThreshold), 0)
            if successes >= successThreshold { passes = true }
            return .none
        case .failure(let message):
            successes = 0
            guard counts else { return .none }
            failures += 1
            guard failures >= failureThreshold else { return .complaint(message) }
            failures = kind == .readiness ? failureThreshold : 0
            passes = false
            return .failed(message)
        }
    }
}
