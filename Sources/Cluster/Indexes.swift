internal import HashTreeCollections
internal import Model

/// What controllers would otherwise scan tables for, kept by the fold.
struct Indexes: Sendable {
    typealias Keys = TreeSet<ObjectKey>

    /// A label of pods in one namespace.
    struct PodLabel: Hashable, Sendable {
        var namespace: String
        var name: String
        var value: String

        init(_ namespace: String, _ label: (String, String)) {
            self.namespace = namespace
            (name, value) = label
        }
    }

    /// Objects that name an owner, by the owner's uid.
    private(set) var dependents = TreeDictionary<String, Keys>()
    /// Pods by the node they are bound to; the unbound ones under "".
    private(set) var podsByNode = TreeDictionary<String, Keys>()
    private(set) var podsByLabel = TreeDictionary<PodLabel, Keys>()
    /// Pods that no controller manages, by namespace: those that one may adopt.
    private(set) var orphanedPods = TreeDictionary<String, Keys>()
    /// Services and ReplicaSets by one of the labels that they ask of pods: who selects a pod stands under one of its
    /// labels, or under no label's name where only expressions are asked.
    private(set) var selectors = TreeDictionary<PodLabel, Keys>()
    /// Every namespaced object, by its namespace.
    private(set) var byNamespace = TreeDictionary<String, Keys>()
    private(set) var servicesByAddress = TreeDictionary<String, Keys>()
    private(set) var servicesByNodePort = TreeDictionary<Int, Keys>()
    /// What the directory states of namespaced objects, by their namespace.
    private(set) var statedByNamespace = TreeDictionary<String, Keys>()
    /// Key of the object that bears a uid.
    private(set) var keyByUID = TreeDictionary<String, ObjectKey>()

    mutating func insert(_ object: Object) {
        update(object) { keys, key in keys.insert(key) }
        keyByUID[object.metadata.uid] = object.key
    }

    mutating func remove(_ object: Object) {
        update(object) { keys, key in keys.remove(key) }
        keyByUID[object.metadata.uid] = nil
    }

    mutating func insert(stated key: ObjectKey) {
        guard key.kind.isNamespaced else { return }
        statedByNamespace.change(key.namespace, key) { keys, key in keys.insert(key) }
    }

    mutating func remove(stated key: ObjectKey) {
        guard key.kind.isNamespaced else { return }
        statedByNamespace.change(key.namespace, key) { keys, key in keys.remove(key) }
    }

    private mutating func update(_ object: Object, _ change: (inout Keys, ObjectKey) -> Void) {
        let key = object.key
        for owner in object.metadata.ownerReferences {
            dependents.change(owner.uid, key, change)
        }
        if object.kind.isNamespaced {
            byNamespace.change(key.namespace, key, change)
        }
        switch object {
        case .pod(let pod): update(pod, key, change)
        case .service(let service): update(service, key, change)
        case .replicaSet(let set):
            // The label that tells a Deployment's ReplicaSets apart stands behind `app` in the alphabet.
            let label = set.spec.selector?.matchLabels.max { $0.key < $1.key }
            selectors.change(PodLabel(key.namespace, label ?? ("", "")), key, change)
        default: break
        }
    }

    private mutating func update(_ pod: Pod, _ key: ObjectKey, _ change: (inout Keys, ObjectKey) -> Void) {
        podsByNode.change(pod.spec.nodeName, key, change)
        for label in pod.metadata.labels { podsByLabel.change(PodLabel(key.namespace, label), key, change) }
        if pod.metadata.controller == nil { orphanedPods.change(key.namespace, key, change) }
    }

    private mutating func update(_ service: Service, _ key: ObjectKey, _ change: (inout Keys, ObjectKey) -> Void) {
        if let label = service.spec.selector.min(by: { $0.key < $1.key }) {
            selectors.change(PodLabel(key.namespace, label), key, change)
        }
        for address in service.spec.clusterIPs { servicesByAddress.change(address, key, change) }
        for port in Set(service.spec.ports.map(\.nodePort)) where port != 0 {
            servicesByNodePort.change(port, key, change)
        }
    }
}

extension TreeDictionary where Value == Indexes.Keys {
    /// An index has no entry for what nothing bears, so that it shrinks with the cluster.
    fileprivate mutating func change(
        _ entry: Key,
        _ key: ObjectKey,
        _ change: (inout Indexes.Keys, ObjectKey) -> Void
    ) {
        change(&self[entry, default: Indexes.Keys()], key)
        if self[entry]?.isEmpty == true { self[entry] = nil }
    }
}
