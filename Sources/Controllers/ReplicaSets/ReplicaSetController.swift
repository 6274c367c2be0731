internal import Cluster
internal import Model

/// Keeps as many pods as a ReplicaSet asks for.
enum ReplicaSetController: Controller {
    static let name = "replicaset-controller"

    /// Pods made at a time; the rest follow when these are there. A refusal ends the row, so that what can't be made is
    /// tried once and not five hundred times.
    private static let burst = 500

    static func concerns(_ change: Change, in state: ClusterState) -> [ObjectKey] {
        switch change.body {
        case .put(let stored, let previous):
            if stored.key.kind == .replicaSet { return [stored.key] }
            guard let pod = Pod(stored.object) else { return [] }
            let before = previous.flatMap { Pod($0.object) }
            return owner(of: pod) + (before.map { owner(of: $0) } ?? []) + takers(of: pod, before, state)
        case .delete(let last): return Pod(last.object).map { owner(of: $0) } ?? []
        case .state, .unstate: return []
        }
    }

    private static func owner(of pod: Pod) -> [ObjectKey] {
        guard let owner = pod.metadata.controller, owner.kind == "ReplicaSet" else { return [] }
        return [ObjectKey(.replicaSet, namespace: pod.metadata.namespace, name: owner.name)]
    }

    /// Who may adopt the pod, since it lost its controller or has other labels.
    private static func takers(of pod: Pod, _ before: Pod?, _ state: ClusterState) -> [ObjectKey] {
        guard pod.metadata.controller == nil else { return [] }
        if let before, before.metadata.controller == nil, before.metadata.labels == pod.metadata.labels { return [] }
        return state.replicaSets(selecting: pod.metadata.labels, inNamespace: pod.metadata.namespace)
    }

    static func plan(for key: ObjectKey, in state: ClusterState, at now: Timestamp, under settings: Settings) -> Plan {
        guard case .replicaSet(let set)? = state.object(key)?.object else { return .nothing }
        if set.metadata.deletionTimestamp == nil {
            let claims = PodClaims(set, in: state)?.actions ?? []
            if !claims.isEmpty { return Plan(claims) }
            let actions = resize(set, state, now)
            if !actions.isEmpty { return Plan(actions) }
        }
        return tellStatus(of: set, state, failure: nil, now)
    }

    /// What there is, is told all the same: whoever waits for the ReplicaSet would wait for ever.
    static func plan(after refusal: Refusal, for key: ObjectKey, in state: ClusterState, at now: Timestamp) -> Plan {
        guard case .replicaSet(let set)? = state.object(key)?.object, refusal.isCreation else { return .nothing }
        return tellStatus(of: set, state, failure: refusal.message, now)
    }
}

// MARK: - Size

extension ReplicaSetController {
    private static func resize(_ set: ReplicaSet, _ state: ClusterState, _ now: Timestamp) -> [Action] {
        let missing = set.size - state.tally(ofPodsControlledBy: set.metadata.uid).live
        if missing > 0 {
            return (0..<min(missing, burst)).map { _ in .create(.pod(newPod(of: set)), reason: "a replica is missing") }
        }
        guard missing < 0 else { return [] }
        let own = set.livePods(in: state)
        let related = own + siblings(of: set, state).flatMap { $0.livePods(in: state) }
        let victims = PodVictims(related: related, minReady: .seconds(set.spec.minReadySeconds), now: now)
        return victims.choose(-missing, of: own).flatMap { pod -> [Action] in
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

    /// The other ReplicaSets that have the same owner.
    private static func siblings(of set: ReplicaSet, _ state: ClusterState) -> [ReplicaSet] {
        guard let owner = set.metadata.controller else { return [] }
        return state.dependents(of: owner.uid).compactMap { ReplicaSet($0.object) }
            .filter { $0.metadata.controller?.uid == owner.uid && $0.metadata.uid != set.metadata.uid }
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
        _ state: ClusterState,
        failure: String?,
        _ now: Timestamp
    ) -> Plan {
        let tally = state.tally(ofPodsControlledBy: set.metadata.uid)
        let (available, wakeAt) = availability(of: set, tally, in: state, now)
        var told = set
        told.status.observedGeneration = set.metadata.generation
        told.status.replicas = tally.live
        told.status.fullyLabeledReplicas = tally.live(withLabels: set.spec.template.metadata.labels)
        told.status.readyReplicas = tally.ready
        told.status.availableReplicas = available
        told.status.terminatingReplicas = tally.terminating
        told.status.tellFailure(failure, at: now)
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
        let times = set.livePods(in: state).compactMap { pod in pod.readySince.map { $0 + minReady } }
        return (times.count { $0 <= now }, times.filter { $0 > now }.min())
    }
}

extension Pod {
    func isAvailable(after minReady: Duration, at now: Timestamp) -> Bool {
        if minReady == .zero { return isReady }
        return readySince.map { $0 + minReady <= now } ?? false
    }
}

extension ReplicaSet {
    /// Its pods that have neither ended nor been told to, in no order.
    func livePods(in state: ClusterState) -> [Pod] {
        state.unorderedPods(controlledBy: metadata.uid).filter { $0.metadata.deletionTimestamp == nil && !$0.hasEnded }
    }
}
