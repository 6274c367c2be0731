internal import Cluster
internal import Model

/// What a Deployment says of itself: counts, and whether it is available and getting on.
struct DeploymentStatusReport {
    private let rollout: Rollout
    private let now: Timestamp

    init(_ rollout: Rollout, now: Timestamp) {
        self.rollout = rollout
        self.now = now.startOfSecond
    }

    /// Writes the status where it differs, and asks to be woken when the progress deadline passes.
    var plan: Plan {
        var deployment = rollout.deployment
        deployment.status = counts
        let wakeAt = tellProgress(&deployment.status)
        tellAvailability(&deployment.status)
        if let new = rollout.new {
            deployment.metadata.annotations[RolloutAnnotation.revision] = String(new.revision)
        }
        guard deployment != rollout.deployment else { return Plan(wakeAt: wakeAt) }
        return Plan([.update(.deployment(deployment), reason: "its ReplicaSets' counts")], wakeAt: wakeAt)
    }

    /// All pods are of the present template, and available.
    static func isComplete(_ rollout: Rollout) -> Bool {
        let report = DeploymentStatusReport(rollout, now: Timestamp(nanoseconds: 0))
        return report.isComplete(report.counts)
    }

    private func isComplete(_ status: DeploymentStatus) -> Bool {
        let wanted = rollout.replicas
        return status.updatedReplicas == wanted && status.replicas == wanted && status.availableReplicas == wanted
    }

    private var counts: DeploymentStatus {
        let all = rollout.all
        var status = rollout.deployment.status
        status.observedGeneration = rollout.deployment.metadata.generation
        status.replicas = all.reduce(0) { $0 + $1.status.replicas }
        status.updatedReplicas = rollout.new?.status.replicas ?? 0
        status.readyReplicas = all.reduce(0) { $0 + $1.status.readyReplicas }
        status.availableReplicas = all.reduce(0) { $0 + $1.status.availableReplicas }
        let asked = all.reduce(0) { $0 + $1.size }
        status.unavailableReplicas = max(0, asked - status.availableReplicas)
        return status
    }
}

// MARK: - Conditions

extension DeploymentStatusReport {
    private func tellAvailability(_ status: inout DeploymentStatus) {
        let isAvailable = status.availableReplicas >= rollout.replicas - rollout.maxUnavailable
        set(
            "Available",
            isAvailable,
            isAvailable ? "MinimumReplicasAvailable" : "MinimumReplicasUnavailable",
            isAvailable
                ? "Deployment has minimum availability." : "Deployment does not have minimum availability.",
            in: &status
        )
    }

    /// Returns when the deadline passes if nothing moves until then.
    private func tellProgress(_ status: inout DeploymentStatus) -> Timestamp? {
        let name = rollout.new?.name ?? rollout.deployment.metadata.name
        let before = rollout.deployment.status.conditions.first { $0.type == "Progressing" }
        if isComplete(status) {
            set(
                "Progressing",
                true,
                "NewReplicaSetAvailable",
                "ReplicaSet \"\(name)\" has successfully progressed.",
                in: &status
            )
            return nil
        }
        let wasComplete = before?.reason == "NewReplicaSetAvailable"
        if wasComplete, !isRollingOut(status) { return nil }
        if hasProgressed(status) || before == nil || wasComplete {
            set(
                "Progressing",
                true,
                "ReplicaSetUpdated",
                "ReplicaSet \"\(name)\" is progressing.",
                in: &status,
                touch: true
            )
            return deadline(after: now)
        }
        guard let before, before.status == .true, let end = deadline(after: before.lastUpdateTime ?? now) else {
            return nil
        }
        if now < end { return end }
        set(
            "Progressing",
            false,
            "ProgressDeadlineExceeded",
            "ReplicaSet \"\(name)\" has timed out progressing.",
            in: &status
        )
        return nil
    }

    /// A finished rollout that merely lost a pod is not a rollout again.
    private func isRollingOut(_ status: DeploymentStatus) -> Bool {
        status.replicas != status.updatedReplicas
            || rollout.deployment.status.observedGeneration
                != rollout.deployment.metadata.generation
    }

    private func hasProgressed(_ status: DeploymentStatus) -> Bool {
        let before = rollout.deployment.status
        return status.updatedReplicas > before.updatedReplicas
            || status.replicas - status.updatedReplicas < before.replicas - before.updatedReplicas
            || status.readyReplicas > before.readyReplicas
            || status.availableReplicas > before.availableReplicas
    }

    private func deadline(after time: Timestamp) -> Timestamp? {
        guard !rollout.deployment.spec.paused, let seconds = rollout.deployment.spec.progressDeadlineSeconds,
            seconds != Int(Int32.max)
        else { return nil }
        return time + .seconds(seconds)
    }

    private func set(
        _ type: String,
        _ isTrue: Bool,
        _ reason: String,
        _ message: String,
        in status: inout DeploymentStatus,
        touch: Bool = false
    ) {
        let value: ConditionStatus = isTrue ? .true : .false
        let index = status.conditions.firstIndex { $0.type == type }
        var condition = index.map { status.conditions[$0] } ?? DeploymentCondition()
        let isSame = condition.status == value && condition.reason == reason && condition.message == message
        if index != nil, isSame, !touch { return }
        if condition.status != value || index == nil { condition.lastTransitionTime = now }
        condition.type = type
        condition.status = value
        condition.reason = reason
        condition.message = message
        condition.lastUpdateTime = now
        if let index { status.conditions[index] = condition } else { status.conditions.append(condition) }
    }
}
