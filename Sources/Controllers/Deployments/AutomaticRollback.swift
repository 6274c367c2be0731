internal import Cluster
internal import Model

/// Whether a Deployment's update has failed, and what it goes back to: the last revision that was up as a whole.
///
/// An update fails when it misses its progress deadline, or when one of its pods is started again too often. Once all
/// of its pods have been available it is no update any more, and a crash is a crash.
struct AutomaticRollback {
    var target: ReplicaSet
    /// As people are told.
    var reason: String

    /// Nil where nothing has failed, there is nothing to go back to, or nobody wants it.
    init?(_ rollout: Rollout, in state: ClusterState, _ settings: Settings) {
        let deployment = rollout.deployment
        let policy = RollbackPolicy(deployment)
        guard policy.mode ?? settings.rollback == .auto, !deployment.spec.paused,
            // Not before the update has begun: a template that came back has yet to become the newest revision.
            let new = rollout.new, new.revision == deployment.revision,
            let target = rollout.lastGood, target.metadata.uid != new.metadata.uid,
            let reason = Self.failure(of: new, rollout, policy, state)
        else { return nil }
        self.target = target
        self.reason = reason
    }

    private static func failure(
        of new: ReplicaSet,
        _ rollout: Rollout,
        _ policy: RollbackPolicy,
        _ state: ClusterState
    ) -> String? {
        if rollout.deployment.status.condition(RolloutProgress.type)?.reason == RolloutProgress.Reason.timedOut {
            let seconds = rollout.deployment.spec.progressDeadlineSeconds ?? 0
            return "it made no progress for \(seconds) s"
        }
        let failing = state.pods(controlledBy: new.metadata.uid)
            .filter { $0.restarts >= policy.restarts && $0.metadata.deletionTimestamp == nil }
        guard let worst = failing.max(by: { ($0.restarts, $1.metadata.name) < ($1.restarts, $0.metadata.name) }) else {
            return nil
        }
        let times = worst.restarts == 1 ? "once" : "\(worst.restarts) times"
        return "its pod \(worst.metadata.name) was started again \(times)"
    }
}

extension Rollout {
    /// Where it was when all pods were of one template, and available; nil before that was so, or when its ReplicaSet
    /// is no longer kept.
    var lastGood: ReplicaSet? {
        guard let name = deployment.metadata.annotations[RollbackPolicy.lastGoodAnnotation] else { return nil }
        return all.first { $0.name == name }
    }

    /// Whether all pods are up, and there are any to tell by.
    var isProven: Bool { isComplete && replicas > 0 }
}

extension Pod {
    /// How often the container that was started again most often was.
    var restarts: Int {
        (status.initContainerStatuses + status.containerStatuses).map(\.restartCount).max() ?? 0
    }
}
