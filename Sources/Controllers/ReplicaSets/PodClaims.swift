internal import Cluster
internal import Model

/// Which pods a ReplicaSet lets go and which it takes in, by their labels.
///
/// Whoever takes a label off a pod takes the pod out of its ReplicaSet, to look at it at leisure; another one comes in
/// its place. A pod of nobody that bears all the labels is taken in. Rule: Kubernetes' controllers.
struct PodClaims {
    private let set: ReplicaSet
    private let selector: LabelSelector
    private let state: ClusterState

    /// Nil for a ReplicaSet that selects nothing, or everything: neither could be meant.
    init?(_ set: ReplicaSet, in state: ClusterState) {
        guard let selector = set.spec.selector, !selector.isEmpty else { return nil }
        self.set = set
        self.selector = selector
        self.state = state
    }

    var actions: [Action] { released.map(release) + adopted.map(adopt) }

    private var released: [Pod] {
        let tally = state.tally(ofPodsControlledBy: set.metadata.uid)
        // Nearly always all match, and none need be looked at.
        if tally.live(where: selector.matches) == tally.live { return [] }
        return set.livePods(in: state).filter { !selector.matches($0.metadata.labels) }.sorted { $0.key < $1.key }
    }

    private var adopted: [Pod] {
        state.orphanedPods(inNamespace: set.metadata.namespace, withLabels: selector.matchLabels)
            .filter { $0.metadata.deletionTimestamp == nil && !$0.hasEnded && selector.matches($0.metadata.labels) }
    }

    private func release(_ pod: Pod) -> Action {
        var pod = pod
        pod.metadata.ownerReferences.removeAll { $0.uid == set.metadata.uid }
        return .update(.pod(pod), reason: "its labels are no longer those that \(set.name) selects")
    }

    private func adopt(_ pod: Pod) -> Action {
        var pod = pod
        pod.metadata.ownerReferences.append(OwnerReference(controller: set))
        return .update(.pod(pod), reason: "its labels are those that \(set.name) selects, and it has no controller")
    }
}
