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
        let tally = state.tally(ofPodsControlledBy: set.metadata.uid)
        var plan = Plan()
        if set.metadata.deletionTimestamp == nil { plan.actions = resize(set, tally, in: state) }
        guard plan.actions.isEmpty else { return plan }
        return tellStatus(of: set, tally, in: state, now)
    }

    private static func resize(_ set: ReplicaSet, _ tally: PodTally, in state: ClusterState) -> [Action] {
        let missing = set.size - tally.live
        if missing > 0 {
            return (0..<min(missing, burst)).map { _ in .create(.pod(newPod(of: set)), reason: "a replica is missing") }
        }
        if missing == 0 { return [] }
        return PodVictims.choose(-missing, of: livePods(of: set, in: state)).flatMap { pod -> [Action] in
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

    private static func livePods(of set: ReplicaSet, in state: ClusterState) -> [Pod] {
        state.pods(controlledBy: set.metadata.uid).filter { $0.metadata.deletionTimestamp == nil && !$0.hasEnded }
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
    private static func tellStatus(
        of set: ReplicaSet,
        _ tally: PodTally,
        in state: ClusterState,
        _ now: Timestamp
    ) -> Plan {
        let (available, wakeAt) = availability(of: set, tally, in: state, now)
        var told = set
        told.status.observedGeneration = set.metadata.generation
        told.status.replicas = tally.live
        told.status.fullyLabeledReplicas = tally.live(withLabels: set.spec.template.metadata.labels)
        told.status.readyReplicas = tally.ready
        told.status.availableReplicas = available
        told.status.terminatingReplicas = tally.terminating
        guard told.status != set.status else { return Plan(wakeAt: wakeAt) }
        return Plan([.update(.replicaSet(told), reason: "its pods' counts")], wakeAt: wakeAt)
    }

    /// How many pods have been ready for long enough, and when the next one will have been.
    private static func availability(
        of set: ReplicaSet,
        _ tally: PodTally,
        in state: ClusterState,
        _ now: Timestamp
    ) -> (count: Int, next: Timestamp?) {
        let minReady = Duration.seconds(set.spec.minReadySeconds)
        // Only who asks for some time must look at each pod.
        if minReady == .zero { return (tally.ready, nil) }
        let times = livePods(of: set, in: state).compactMap { pod in pod.readySince.map { $0 + minReady } }
        return (times.count { $0 <= now }, times.filter { $0 > now }.min())
    }
}
