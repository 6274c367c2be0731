internal import Cluster
internal import Model

/// Keeps as many pods as a ReplicaSet asks for.
enum ReplicaSetController: Controller {
    static let name = "replicaset-controller"

    /// Pods made at a time; the rest follow when these are there.
    private static let burst = 500

    static func concerns(_ change: Change, in state: ClusterState) -> [ObjectKey] {
        switch change.body {
        case .put(let stored, _):
            stored.key.kind == .replicaSet ? [stored.key] : owner(of: stored.object)
        case .delete(let last): owner(of: last.object)
        case .state, .unstate: []
        }
    }

    private static func owner(of object: Object) -> [ObjectKey] {
        guard case .pod(let pod) = object, let owner = pod.metadata.controller, owner.kind == "ReplicaSet" else {
            return []
        }
        return [ObjectKey(.replicaSet, namespace: pod.metadata.namespace, name: owner.name)]
    }

    static func plan(for key: ObjectKey, in state: ClusterState, at now: Timestamp) -> Plan {
        guard case .replicaSet(let set)? = state.object(key)?.object else { return .nothing }
        let pods = state.pods(controlledBy: set.metadata.uid)
        let active = pods.filter { $0.metadata.deletionTimestamp == nil && !$0.hasEnded }
        var plan = Plan()
        if set.metadata.deletionTimestamp == nil { plan.actions = resize(set, active, in: state) }
        guard plan.actions.isEmpty else { return plan }
        return tellStatus(of: set, pods, active, now)
    }

    private static func resize(_ set: ReplicaSet, _ active: [Pod], in state: ClusterState) -> [Action] {
        let missing = set.size - active.count
        if missing > 0 {
            return (0..<min(missing, burst)).map { _ in .create(.pod(newPod(of: set)), reason: "a replica is missing") }
        }
        return PodVictims.choose(-missing, of: active).flatMap { pod -> [Action] in
            let event = EventReport(
                key: set.key,
                uid: set.metadata.uid,
                reason: "SuccessfulDelete",
                message: "Deleted pod: \(pod.metadata.name)"
            )
            return [
                .delete(pod.key, uid: pod.metadata.uid, propagation: .background, reason: "a replica too many"),
                .event(event),
            ]
        }
    }

    private static func newPod(of set: ReplicaSet) -> Pod {
        var pod = Pod()
        pod.metadata.generateName = "\(set.name)-"
        pod.metadata.namespace = set.metadata.namespace
        pod.metadata.labels = set.spec.template.metadata.labels
        pod.metadata.annotations = set.spec.template.metadata.annotations
        pod.metadata.finalizers = set.spec.template.metadata.finalizers
        pod.metadata.ownerReferences = [OwnerReference(controller: set)]
        pod.spec = set.spec.template.spec
        return pod
    }
}

// MARK: - Status

extension ReplicaSetController {
    private static func tellStatus(_ set: ReplicaSet, _ status: ReplicaSetStatus, _ wakeAt: Timestamp?) -> Plan {
        guard status != set.status else { return Plan(wakeAt: wakeAt) }
        var told = set
        told.status = status
        return Plan([.update(.replicaSet(told), reason: "its pods' counts")], wakeAt: wakeAt)
    }

    private static func tellStatus(of set: ReplicaSet, _ pods: [Pod], _ active: [Pod], _ now: Timestamp) -> Plan {
        let minReady = Duration.seconds(set.spec.minReadySeconds)
        var wakeAt: Timestamp?
        var available = 0
        for pod in active {
            guard let since = pod.readySince else { continue }
            let time = since + minReady
            if minReady == .zero || time <= now {
                available += 1
            } else {
                wakeAt = min(wakeAt ?? time, time)
            }
        }
        let labels = set.spec.template.metadata.labels
        var status = set.status
        status.observedGeneration = set.metadata.generation
        status.replicas = active.count
        status.fullyLabeledReplicas = active.count { pod in
            labels.allSatisfy { pod.metadata.labels[$0.key] == $0.value }
        }
        status.readyReplicas = active.count { $0.isReady }
        status.availableReplicas = available
        status.terminatingReplicas = pods.count { $0.metadata.deletionTimestamp != nil && !$0.hasEnded }
        return tellStatus(set, status, wakeAt)
    }
}
