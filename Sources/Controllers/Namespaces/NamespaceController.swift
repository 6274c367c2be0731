internal import Cluster
internal import Model

/// Empties a namespace that is to go, and lets it go once it is empty.
enum NamespaceController: Controller {
    static let name = "namespace-controller"

    static func concerns(_ change: Change, in state: ClusterState) -> [ObjectKey] {
        switch change.body {
        case .put(let stored, _): stored.key.kind == .namespace ? [stored.key] : []
        case .delete(let last) where !last.key.namespace.isEmpty:
            [ObjectKey(.namespace, name: last.key.namespace)]
        case .delete, .state, .unstate: []
        }
    }

    static func plan(for key: ObjectKey, in state: ClusterState, at now: Timestamp, under settings: Settings) -> Plan {
        guard case .namespace(var namespace)? = state.object(key)?.object,
            namespace.metadata.deletionTimestamp != nil
        else { return .nothing }
        let content = state.keys(inNamespace: key.name).compactMap { state.object($0) }
        if !content.isEmpty {
            return Plan(
                content.filter { $0.object.metadata.deletionTimestamp == nil }.map { stored in
                    .delete(
                        stored.key,
                        uid: stored.object.metadata.uid,
                        propagation: .background,
                        reason: "its namespace is deleted"
                    )
                }
            )
        }
        guard namespace.spec.finalizers.contains("kubernetes") else { return .nothing }
        namespace.spec.finalizers.removeAll { $0 == "kubernetes" }
        return Plan([.update(.namespace(namespace), reason: "it is empty")])
    }
}
