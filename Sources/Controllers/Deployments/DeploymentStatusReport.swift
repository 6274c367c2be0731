internal import Cluster
internal import Model

/// What a Deployment says of itself: counts, and whether it is available, getting on and able to make its pods.
struct DeploymentStatusReport {
    private let rollout: Rollout
    private let isHeld: Bool?
    private let now: Timestamp

    /// - Parameter isHeld: whether the file's words are held off; nil where no file states the Deployment.
    init(_ rollout: Rollout, isHeld: Bool?, now: Timestamp) {
        self.rollout = rollout
        self.isHeld = isHeld
        self.now = now.startOfSecond
    }

    /// Writes the status where it differs, and asks to be woken when the progress deadline passes.
    var plan: Plan {
        var deployment = rollout.deployment
        deployment.status = rollout.counts
        let wakeAt = RolloutProgress(rollout, now: now).tell(in: &deployment.status)
        tellAvailability(&deployment.status)
        tellFailure(&deployment.status)
        // The file says something else now, or what is in force.
        if isHeld == false { deployment.status.drop(RollbackPolicy.condition) }
        if let new = rollout.new {
            deployment.metadata.annotations[RolloutAnnotation.revision] = String(new.revision)
            if rollout.isProven { deployment.metadata.annotations[RollbackPolicy.lastGoodAnnotation] = new.name }
        }
        guard deployment != rollout.deployment else { return Plan(wakeAt: wakeAt) }
        return Plan([.update(.deployment(deployment), reason: "its ReplicaSets' counts")], wakeAt: wakeAt)
    }

    private func tellAvailability(_ status: inout DeploymentStatus) {
        let isAvailable = status.availableReplicas >= rollout.replicas - rollout.maxUnavailable
        status.set(
            "Available",
            isAvailable ? .true : .false,
            isAvailable ? "MinimumReplicasAvailable" : "MinimumReplicasUnavailable",
            isAvailable
                ? "Deployment has minimum availability." : "Deployment does not have minimum availability.",
            at: now
        )
    }

    /// Hands on what a ReplicaSet fails in; the newest one's failure before any other's.
    private func tellFailure(_ status: inout DeploymentStatus) {
        let sets = [rollout.new].compactMap(\.self) + rollout.old
        guard let failure = sets.lazy.compactMap(\.failure).first else { return status.drop(ReplicaSet.failureType) }
        status.set(ReplicaSet.failureType, failure.status, failure.reason, failure.message, at: now)
    }
}
