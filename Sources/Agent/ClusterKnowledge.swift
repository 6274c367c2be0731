internal import HashTreeCollections
internal import Model

/// What the node knows of the objects that pods refer to.
struct ClusterKnowledge: Sendable {
    private var objects: TreeDictionary<ObjectKey, Object> = [:]

    /// Takes in an object, or takes it out.
    mutating func set(_ key: ObjectKey, _ object: Object?) {
        objects[key] = object
    }

    mutating func forgetAll() { objects = [:] }

    func configMap(_ name: String, in namespace: String) -> ConfigMap? {
        guard case .configMap(let found) = objects[ObjectKey(.configMap, namespace: namespace, name: name)] else {
            return nil
        }
        return found
    }

    func secret(_ name: String, in namespace: String) -> Secret? {
        guard case .secret(let found) = objects[ObjectKey(.secret, namespace: namespace, name: name)] else {
            return nil
        }
        return found
    }

    /// Sorted by namespace and name.
    var services: [Service] {
        objects.lazy.compactMap { if case .service(let found) = $0.value { found } else { nil } }
            .sorted { ($0.metadata.namespace, $0.metadata.name) < ($1.metadata.namespace, $1.metadata.name) }
    }

    /// Sorted by namespace and name.
    var endpointSlices: [EndpointSlice] {
        objects.lazy.compactMap { if case .endpointSlice(let found) = $0.value { found } else { nil } }
            .sorted { ($0.metadata.namespace, $0.metadata.name) < ($1.metadata.namespace, $1.metadata.name) }
    }
}
