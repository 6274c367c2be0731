internal import Model

/// Whether a rollout gets on, as the condition `Progressing` tells it: Kubernetes' rules and words.
///
/// The clock is the condition's update time. It starts with the rollout, starts anew with each pod that comes up or
/// goes, and stands still while the Deployment is paused.
struct RolloutProgress {
    private let rollout: Rollout
    private let now: Timestamp
    static let type = "Progressing"

    init(_ rollout: Rollout, now: Timestamp) {
        self.rollout = rollout
        self.now = now
    }

    /// Tells of progress in a status that has the new counts. Returns when the deadline passes if nothing moves.
    func tell(in status: inout DeploymentStatus) -> Timestamp? {
        guard rollout.deployment.hasProgressDeadline || stepPause != nil else {
            status.drop(Self.type)
            return nil
        }
        if let pause {
            tell(pause, in: &status)
            return nil
        }
        if status.condition(Self.type)?.reason == Reason.paused {
            status.set(Self.type, .unknown, Reason.resumed, "Deployment is resumed", at: now)
        }
        estimate(&status)
        return deadline(of: status)
    }

    /// Why nothing is to move, though the rollout is not through; nil when it is to.
    private var pause: String? {
        rollout.deployment.spec.paused ? "Deployment is paused" : stepPause
    }

    private var stepPause: String? {
        guard let stage = RolloutStage(rollout), stage.isPause else { return nil }
        return
            "Deployment waits at step \(stage.step) of \(stage.count), with \(stage.newAtMost) of \(rollout.replicas) "
            + "pods updated, to be promoted or aborted"
    }

    /// What was said to be late stays so: that somebody pauses it is no progress. A step that is done is.
    private func tell(_ pause: String, in status: inout DeploymentStatus) {
        let isLate = status.condition(Self.type)?.reason == Reason.timedOut
        if isLate, rollout.deployment.spec.paused { return }
        status.set(Self.type, .unknown, Reason.paused, pause, at: now)
    }

    private func estimate(_ status: inout DeploymentStatus) {
        guard let condition = status.condition(Self.type) else { return first(&status) }
        // A rollout that is through and merely lost a pod, or was scaled, is no rollout again.
        if condition.reason == Reason.available, status.replicas == status.updatedReplicas { return }
        if rollout.isComplete {
            status.set(Self.type, .true, Reason.available, "\(subject) has successfully progressed.", at: now)
        } else if hasProgressed(status) {
            status.set(Self.type, .true, Reason.updated, "\(subject) is progressing.", at: now, touch: true)
        } else if let end = deadline(of: status), end <= now {
            status.set(Self.type, .false, Reason.timedOut, "\(subject) has timed out progressing.", at: now)
        }
    }

    /// Nobody has looked at this rollout before.
    private func first(_ status: inout DeploymentStatus) {
        if rollout.isComplete {
            status.set(Self.type, .true, Reason.available, "\(subject) has successfully progressed.", at: now)
        } else if let new = rollout.new {
            status.set(Self.type, .true, Reason.found, "Found new replica set \"\(new.name)\"", at: now)
        } else {
            status.set(Self.type, .true, Reason.updated, "\(subject) is progressing.", at: now)
        }
    }

    private func hasProgressed(_ status: DeploymentStatus) -> Bool {
        let before = rollout.deployment.status
        return status.updatedReplicas > before.updatedReplicas
            || status.replicas - status.updatedReplicas < before.replicas - before.updatedReplicas
            || status.readyReplicas > before.readyReplicas
            || status.availableReplicas > before.availableReplicas
    }

    /// Nil where nothing is waited for: it is through, or was given up already.
    private func deadline(of status: DeploymentStatus) -> Timestamp? {
        guard let seconds = rollout.deployment.spec.progressDeadlineSeconds,
            let condition = status.condition(Self.type), condition.status != .false,
            condition.reason != Reason.available
        else { return nil }
        return (condition.lastUpdateTime ?? now) + .seconds(seconds)
    }

    private var subject: String {
        rollout.new.map { "ReplicaSet \"\($0.name)\"" } ?? "Deployment \"\(rollout.deployment.metadata.name)\""
    }

    enum Reason {
        static let available = "NewReplicaSetAvailable"
        static let updated = "ReplicaSetUpdated"
        static let found = "FoundNewReplicaSet"
        static let timedOut = "ProgressDeadlineExceeded"
        static let paused = "DeploymentPaused"
        static let resumed = "DeploymentResumed"
    }
}
