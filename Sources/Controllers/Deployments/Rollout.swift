internal import Cluster
internal import Model

/// A Deployment beside its ReplicaSets, as the rollout's deciders see them.
struct Rollout {
    var deployment: Deployment
    /// The ReplicaSet of the present template; nil before it is made.
    var new: ReplicaSet?
    /// Those of earlier templates, oldest first.
    var old: [ReplicaSet]

    init(_ deployment: Deployment, in state: ClusterState) {
        self.deployment = deployment
        let owned = state.dependents(of: deployment.metadata.uid)
            .compactMap { ReplicaSet($0.object) }
            .filter { $0.metadata.controller?.uid == deployment.metadata.uid }
            .sorted(by: Self.olderFirst)
        let present = owned.first { $0.isMade(from: deployment.spec.template) }
        new = present
        old = owned.filter { $0.metadata.uid != present?.metadata.uid }
    }

    /// Whether every ReplicaSet's counts are about the size that it has now. Until then they mislead.
    var isCounted: Bool { all.allSatisfy { $0.status.observedGeneration >= $0.metadata.generation } }

    var all: [ReplicaSet] { old + [new].compactMap(\.self) }
    var active: [ReplicaSet] { all.filter { $0.size > 0 } }

    var replicas: Int { deployment.spec.replicas ?? 1 }
    var isRecreate: Bool { deployment.spec.strategy.type == .recreate }

    /// Pods beyond `replicas` that may exist: percentages round up.
    var maxSurge: Int {
        guard !isRecreate else { return 0 }
        return deployment.spec.strategy.rollingUpdate?.maxSurge?.resolve(percentOf: replicas, roundingUp: true) ?? 0
    }

    /// Pods below `replicas` that may be missing: percentages round down; where both bounds come to nothing, one.
    var maxUnavailable: Int {
        guard !isRecreate else { return 0 }
        let bounds = deployment.spec.strategy.rollingUpdate
        let unavailable = bounds?.maxUnavailable?.resolve(percentOf: replicas, roundingUp: false) ?? 0
        if unavailable == 0, maxSurge == 0 { return 1 }
        return min(unavailable, replicas)
    }

    var rollingUpdate: RollingUpdate {
        let stage = RolloutStage(self)
        return RollingUpdate(
            replicas: replicas,
            maxSurge: maxSurge,
            maxUnavailable: maxUnavailable,
            newAtMost: stage?.newAtMost,
            oldAtLeast: stage?.oldAtLeast ?? 0
        )
    }

    /// Status as the ReplicaSets' counts make it; conditions stay.
    var counts: DeploymentStatus {
        var status = deployment.status
        status.observedGeneration = deployment.metadata.generation
        status.replicas = all.reduce(0) { $0 + $1.status.replicas }
        status.updatedReplicas = new?.status.replicas ?? 0
        status.readyReplicas = all.reduce(0) { $0 + $1.status.readyReplicas }
        status.availableReplicas = all.reduce(0) { $0 + $1.status.availableReplicas }
        status.unavailableReplicas = max(0, all.reduce(0) { $0 + $1.size } - status.availableReplicas)
        return status
    }

    /// All pods are of the present template, and available.
    var isComplete: Bool {
        let status = counts
        return status.updatedReplicas == replicas && status.replicas == replicas
            && status.availableReplicas == replicas
    }

    /// Number of the newest revision that any ReplicaSet bears.
    var latestRevision: Int { all.map(\.revision).max() ?? 0 }

    private static func olderFirst(_ left: ReplicaSet, _ right: ReplicaSet) -> Bool {
        let times = (left.metadata.creationTimestamp, right.metadata.creationTimestamp)
        if let first = times.0, let second = times.1, first != second { return first < second }
        // Of two that were made in the same second the younger goes first; a real controller was seen to do so.
        if left.revision != right.revision { return left.revision > right.revision }
        return (left.metadata.name) < (right.metadata.name)
    }
}

extension ReplicaSet {
    var name: String { metadata.name }
    /// Pods asked for.
    var size: Int { spec.replicas ?? 1 }
    var available: Int { status.availableReplicas }
    /// What the Deployment wanted when this ReplicaSet was last sized.
    var desiredWhenSized: Int? { metadata.annotations[RolloutAnnotation.desired].flatMap { Int($0) } }
    var maximumWhenSized: Int? { metadata.annotations[RolloutAnnotation.maximum].flatMap { Int($0) } }

    var generation: RollingUpdate.Generation {
        RollingUpdate.Generation(name: name, replicas: size, available: available)
    }

    /// Whether this ReplicaSet's pods are what the template describes.
    func isMade(from template: PodTemplateSpec) -> Bool {
        guard spec.template.spec == template.spec else { return false }
        return templateOfDeployment.metadata == template.metadata
    }
}
