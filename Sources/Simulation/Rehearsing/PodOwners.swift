internal import Cluster
internal import Model

/// Whose a pod is, in the words of a manifest: a Deployment's rather than its ReplicaSet's.
struct PodOwners: Sendable {
    /// By the uid of the ReplicaSet, gone ones included: their pods may be on their way out yet.
    private var deployments: [String: ObjectKey] = [:]

    init() {}

    init(_ state: ClusterState) {
        for stored in state.objects(of: .replicaSet) { note(stored.object) }
    }

    mutating func note(_ change: Change) {
        if case .put(let stored, nil) = change.body { note(stored.object) }
    }

    mutating func note(_ object: Object) {
        guard case .replicaSet(let set) = object, let owner = set.metadata.controller else { return }
        deployments[set.metadata.uid] = ObjectKey(owner, namespace: set.metadata.namespace)
    }

    /// The pod itself where nothing made it.
    func workload(of pod: Pod) -> ObjectKey {
        guard let owner = pod.metadata.controller else { return pod.key }
        return deployments[owner.uid] ?? ObjectKey(owner, namespace: pod.metadata.namespace) ?? pod.key
    }
}

extension ObjectKey {
    /// Nil for an owner of a kind that Steady lacks.
    init?(_ owner: OwnerReference, namespace: String) {
        guard let kind = Kind(apiVersion: owner.apiVersion, kind: owner.kind) else { return nil }
        self.init(kind, namespace: kind.isNamespaced ? namespace : "", name: owner.name)
    }
}
