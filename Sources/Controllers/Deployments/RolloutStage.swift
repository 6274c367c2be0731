internal import Model

/// How far a stepped update may go at present.
///
/// While a pause is still to come, one old pod stays, however small the Deployment is or has become: there is something
/// to go back to, and no pause is passed by. With `1,pause` and one replica the new pod comes up beside the old one,
/// which a surge of one allows; without a surge no new pod comes before somebody promotes it.
struct RolloutStage {
    /// New pods that there may be.
    var newAtMost: Int
    /// Old pods that stay.
    var oldAtLeast: Int
    /// The step that it stands at, from 1, and how many there are.
    var step: Int
    var count: Int
    /// Nothing goes on until somebody says so.
    var isPause: Bool

    /// Nil where there are no steps, where all of them are done, and where nothing is up that they would protect.
    init?(_ rollout: Rollout) {
        let replicas = rollout.replicas
        guard let steps = rollout.steps, let good = rollout.lastGood, good.name != rollout.new?.name, replicas > 0
        else { return nil }
        var limit = 0
        var pauses = 0
        for (index, step) in steps.steps.enumerated() {
            switch step {
            case .pods(let count): limit = max(limit, count)
            case .percent(let part): limit = max(limit, (replicas * part + 99) / 100)
            case .pause: pauses += 1
            }
            guard limit < replicas || steps.pauses > rollout.promotedPauses else { return nil }
            let newAtMost = min(limit, replicas, replicas + rollout.maxSurge - 1)
            let isPause = step == .pause && pauses > rollout.promotedPauses
            if isPause || rollout.new?.available ?? 0 < newAtMost {
                self.newAtMost = newAtMost
                oldAtLeast = max(1, replicas - newAtMost)
                self.step = index + 1
                count = steps.steps.count
                self.isPause = isPause
                return
            }
        }
        return nil
    }
}

extension RolloutStage {
    /// Keeps sizes that scaling gives within the step: what the new ReplicaSet may not have, the youngest old one gets.
    func bound(_ sizes: inout [String: Int], new: ReplicaSet, old: [ReplicaSet]) {
        guard let size = sizes[new.name], size > newAtMost, let youngest = old.last else { return }
        sizes[new.name] = newAtMost
        sizes[youngest.name, default: youngest.size] += size - newAtMost
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
