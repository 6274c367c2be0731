public import Cluster
public import Model

extension NodeView {
    /// Everything that a node must know.
    public init(of node: String, in state: ClusterState) {
        let pods = state.pods(onNode: node).map { Object.pod($0) }
        let others = Self.sharedKinds.flatMap { state.objects(of: $0) }.map(\.object)
        let itself = state.get(Node.self, node).map { [Object.node($0)] } ?? []
        self.init(revision: state.revision, isComplete: true, objects: pods + others + itself)
    }

    /// What changed for a node; nil when nothing of it concerns the node.
    public init?(of node: String, changes: [Change], revision: UInt64) {
        var objects: [ObjectKey: Object] = [:]
        var removed: Set<ObjectKey> = []
        for change in changes {
            switch change.body {
            case .put(let stored, _) where Self.concerns(stored.object, node):
                objects[stored.key] = stored.object
                removed.remove(stored.key)
            case .delete(let last) where Self.concerns(last.object, node):
                objects[last.key] = nil
                removed.insert(last.key)
            default: break
            }
        }
        if objects.isEmpty, removed.isEmpty { return nil }
        self.init(
            revision: revision,
            isComplete: false,
            objects: objects.sorted { $0.key < $1.key }.map(\.value),
            removed: removed.sorted()
        )
    }

    /// Kinds that any pod of any node may refer to.
    private static let sharedKinds: [Kind] = [.configMap, .secret, .service, .endpointSlice]

    private static func concerns(_ object: Object, _ node: String) -> Bool {
        switch object {
        case .pod(let pod): pod.spec.nodeName == node
        case .node(let itself): itself.metadata.name == node
        default: sharedKinds.contains(object.kind)
        }
    }
}
