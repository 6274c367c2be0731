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

    /// The path of a Marathon app or group in one namespace.
    struct AppPlace: Hashable, Sendable {
        var namespace: String
        var path: AppID
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
    /// Apps by their own path and by each group that they are in.
    private(set) var apps = TreeDictionary<AppPlace, Keys>()
    /// Apps by each app or group that they depend on.
    private(set) var dependentApps = TreeDictionary<AppPlace, Keys>()
    private(set) var servicesByAddress = TreeDictionary<String, Keys>()
    private(set) var servicesByNodePort = TreeDictionary<Int, Keys>()
    /// What the directory states of namespaced objects, by their namespace.
    private(set) var statedByNamespace = TreeDictionary<String, Keys>()
    /// Key of the object that bears a uid.
    private(set) var keyByUID = TreeDictionary<String, ObjectKey>()

    /// Moves an object's entries on to its next version; nil for none. What both stand under is not touched.
    mutating func move(from former: Object?, to object: Object?) {
        guard let key = object?.key ?? former?.key else { return }
        if let former, let object, former.standsUnderTheSame(as: object) { return }
        let (old, new) = (Entries(former), Entries(object))
        dependents.move(key, from: old.owners, to: new.owners)
        byNamespace.move(key, from: old.namespaces, to: new.namespaces)
        podsByNode.move(key, from: old.nodes, to: new.nodes)
        podsByLabel.move(key, from: old.podLabels, to: new.podLabels)
        orphanedPods.move(key, from: old.orphanages, to: new.orphanages)
        selectors.move(key, from: old.selectors, to: new.selectors)
        apps.move(key, from: old.appPlaces, to: new.appPlaces)
        dependentApps.move(key, from: old.dependencies, to: new.dependencies)
        servicesByAddress.move(key, from: old.addresses, to: new.addresses)
        servicesByNodePort.move(key, from: old.nodePorts, to: new.nodePorts)
        let (uid, newUID) = (former?.metadata.uid, object?.metadata.uid)
        if let uid, uid != newUID { keyByUID[uid] = nil }
        if let newUID, uid != newUID { keyByUID[newUID] = key }
    }

    mutating func insert(stated key: ObjectKey) {
        if key.kind.isNamespaced { statedByNamespace.move(key, from: [], to: [key.namespace]) }
    }

    mutating func remove(stated key: ObjectKey) {
        if key.kind.isNamespaced { statedByNamespace.move(key, from: [key.namespace], to: []) }
    }
}

extension Object {
    /// Whether two versions of an object surely stand under the same entries. Nearly all changes leave that so, and what
    /// they leave they share, which makes it cheap to compare.
    fileprivate func standsUnderTheSame(as next: Object) -> Bool {
        guard metadata.uid == next.metadata.uid, metadata.ownerReferences == next.metadata.ownerReferences else {
            return false
        }
        switch (self, next) {
        case (.pod(let pod), .pod(let next)):
            return pod.spec.nodeName == next.spec.nodeName && pod.metadata.labels == next.metadata.labels
        case (.service(let service), .service(let next)): return service.spec == next.spec
        case (.replicaSet(let set), .replicaSet(let next)): return set.spec.selector == next.spec.selector
        case (.app(let app), .app(let next)):
            return app.spec.id == next.spec.id && app.spec.dependencies == next.spec.dependencies
        default: return true
        }
    }
}

/// Under what an object stands in the indexes.
private struct Entries {
    typealias PodLabel = Indexes.PodLabel

    var owners: [String] = []
    var namespaces: [String] = []
    var nodes: [String] = []
    var podLabels: [PodLabel] = []
    /// The namespace of a pod that has no controller.
    var orphanages: [String] = []
    var selectors: [PodLabel] = []
    var appPlaces: [Indexes.AppPlace] = []
    var dependencies: [Indexes.AppPlace] = []
    var addresses: [String] = []
    var nodePorts: [Int] = []

    init(_ object: Object?) {
        guard let object else { return }
        let namespace = object.metadata.namespace
        owners = object.metadata.ownerReferences.map(\.uid)
        if object.kind.isNamespaced { namespaces = [namespace] }
        switch object {
        case .pod(let pod):
            nodes = [pod.spec.nodeName]
            podLabels = pod.metadata.labels.map { PodLabel(namespace, $0) }
            if pod.metadata.controller == nil { orphanages = [namespace] }
        case .service(let service):
            let label = service.spec.selector.min { $0.key < $1.key }
            selectors = label.map { [PodLabel(namespace, $0)] } ?? []
            addresses = service.spec.clusterIPs
            nodePorts = service.spec.ports.map(\.nodePort).filter { $0 != 0 }
        case .replicaSet(let set):
            // The label that tells a Deployment's ReplicaSets apart stands behind `app` in the alphabet.
            let label = set.spec.selector?.matchLabels.max { $0.key < $1.key }
            selectors = [PodLabel(namespace, label ?? ("", ""))]
        case .app(let app):
            appPlaces = app.path.lineage.map { Indexes.AppPlace(namespace: namespace, path: $0) }
            dependencies = app.dependencies.map { Indexes.AppPlace(namespace: namespace, path: $0) }
        default: break
        }
    }
}

extension TreeDictionary where Value == Indexes.Keys {
    /// An index has no entry for what nothing bears, so that it shrinks with the cluster.
    fileprivate mutating func move(_ key: ObjectKey, from former: [Key], to next: [Key]) {
        if former == next { return }
        for entry in former where !next.contains(entry) {
            self[entry]?.remove(key)
            if self[entry]?.isEmpty == true { self[entry] = nil }
        }
        for entry in next where !former.contains(entry) { self[entry, default: Indexes.Keys()].insert(key) }
    }
}
