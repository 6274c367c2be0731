internal import Model

/// What the answers of a new task to its app's readiness check have come to. The first that means ready ends the asking.
struct ReadinessTally: Sendable, Hashable {
    private(set) var hasPassed: Bool
    /// The last answer, or what went wrong.
    private(set) var message: String

    mutating func take(_ outcome: ProbeOutcome, _ check: AppReadinessCheck) {
        switch outcome {
        case .inconclusive: return
        case .success: (hasPassed, message) = (true, "")
        case .failure(let why): message = why
        case .answer(let answer):
            hasPassed = check.passes(answer.status)
            message =
                AppReadinessResponse {
                    $0.status = answer.status
                    guard check.preserveLastResponse else { return }
                    $0.contentType = answer.contentType
                    $0.body = answer.body
                }.text
        }
    }
}

extension ProbeSchedule {
    /// The readiness check of a task, asked from its start on.
    ///
    /// - Parameter condition: what is known of it; nil for nothing.
    init(_ check: AppReadinessCheck, knowing condition: PodCondition?, from now: Timestamp) {
        self.init(
            check,
            ReadinessTally(hasPassed: condition?.status == .true, message: condition?.message ?? ""),
            from: now
        )
    }
}

extension AppReadinessCheck {
    var period: Duration { .seconds(max(intervalSeconds ?? 30, 1)) }
    var timeout: Duration { .seconds(max(timeoutSeconds ?? 10, 1)) }

    /// As much of a body as is kept: a status page's first lines.
    static let longestBody = 1024
}
