internal import Model

/// How far a stepped update may go at present.
struct RolloutStage {
    /// New pods that there may be.
    var limit: Int
    /// The step that it stands at, from 1, and how many there are.
    var step: Int
    var count: Int
    /// Nothing goes on until somebody says so.
    var isPause: Bool

    /// Nil where there are no steps, where all of them are done, and where nothing is up that they would protect.
    init?(_ rollout: Rollout) {
        guard let steps = rollout.steps, let good = rollout.lastGood, good.name != rollout.new?.name else { return nil }
        var limit = 0
        var pauses = 0
        for (index, step) in steps.steps.enumerated() {
            switch step {
            case .pods(let count): limit = max(limit, count)
            case .percent(let part): limit = max(limit, (rollout.replicas * part + 99) / 100)
            case .pause: pauses += 1
            }
            guard limit < rollout.replicas else { return nil }
            let isPause = step == .pause && pauses > rollout.promotedPauses
            if isPause || rollout.new?.available ?? 0 < limit {
                self.limit = limit
                self.step = index + 1
                count = steps.steps.count
                self.isPause = isPause
                return
            }
        }
        return nil
    }
}

extension Rollout {
    var steps: RolloutSteps? {
        deployment.metadata.annotations[RolloutSteps.annotation].flatMap { RolloutSteps($0) }
    }

    /// Pauses of this update that somebody ended.
    var promotedPauses: Int {
        new?.metadata.annotations[RolloutSteps.promotedAnnotation].flatMap { Int($0) } ?? 0
    }
}
