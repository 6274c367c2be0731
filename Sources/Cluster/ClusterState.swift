internal import HashTreeCollections
public import Model

/// All objects of the cluster as of one revision: a fold over the journal's records, and nothing else.
///
/// A value with persistent tables: keeping a copy of a past state costs a few words, and a copy never changes.
public struct ClusterState: Sendable {
    /// Sequence number of the last record folded in.
    public private(set) var revision: UInt64 = 0
    private var tables: [Kind: TreeDictionary<ObjectKey, StoredObject>] = [:]
    private var stated = TreeDictionary<ObjectKey, StatedObject>()
    private var usage = TreeDictionary<String, NodeUsage>()
    /// By the node's name.
    private var rooms = TreeDictionary<String, NodeRoom>()
    /// By the uid of the pods' controller.
    private var tallies = TreeDictionary<String, PodTally>()
    private var indexes = Indexes()
    /// How many dependents an owner has ever had: the seed of the next one's name.
    private var births = TreeDictionary<String, UInt64>()
    /// What the prune guard holds back, and why; nil when nothing is held.
    public private(set) var heldPrune: HeldPrune?
    /// The start of the daemon that decides; nil where none has started yet, or an older one left no word of it.
    public private(set) var daemonStart: DaemonStart?

    /// How Secrets are written into records of this state, and read.
    public var seals: Seals

    /// - Parameter seal: hides Secrets in records; without one they are written as they are.
    public init(seal: SecretSeal? = nil) { seals = Seals(seal) }
}

// MARK: - The fold

extension ClusterState {
    /// Takes one change in. Changes come in the order of their revisions.
    public mutating func apply(_ change: Change) {
        revision = change.revision
        switch change.body {
        case .put(let stored, _): put(stored)
        case .delete(let last): delete(last.key)
        case .state(let key, let object, _):
            stated[key] = object
            indexes.insert(stated: key)
        case .unstate(let key, _):
            stated[key] = nil
            indexes.remove(stated: key)
        }
    }

    /// Moves the revision on over a record that changes no table (a turn, an input, a commit).
    public mutating func advance(to revision: UInt64) {
        self.revision = revision
    }

    /// Notes what the prune guard holds back from now on.
    public mutating func hold(_ prune: HeldPrune?) {
        heldPrune = prune
    }

    /// Notes that another daemon decides from now on.
    public mutating func begin(_ start: DaemonStart) {
        daemonStart = start
    }

    private mutating func put(_ stored: StoredObject) {
        let key = stored.key
        let former = tables[key.kind, default: TreeDictionary()].updateValue(stored, forKey: key)
        if former == nil {
            // What is gone, or not read yet from a snapshot, gives no names. Its count would outlive it.
            for owner in stored.object.metadata.ownerReferences where indexes.keyByUID[owner.uid] != nil {
                births[owner.uid, default: 0] += 1
            }
        }
        derive(from: former?.object, to: stored.object)
    }

    private mutating func delete(_ key: ObjectKey) {
        guard let former = tables[key.kind]?.removeValue(forKey: key) else { return }
        derive(from: former.object, to: nil)
        births[former.object.metadata.uid] = nil
    }

    /// Moves what is indexed and counted of an object on to its next version. Most changes leave nearly all as it was.
    private mutating func derive(from former: Object?, to object: Object?) {
        indexes.move(from: former, to: object)
        furnish(former, object)
        countUsage(from: NodeShare(former), to: NodeShare(object))
        tally(from: TalliedPod(former), to: TalliedPod(object))
    }

    private mutating func furnish(_ former: Object?, _ object: Object?) {
        if case .node(let node)? = object {
            rooms[node.metadata.name] = NodeRoom(node)
        } else if case .node(let node)? = former {
            rooms[node.metadata.name] = nil
        }
    }

    private mutating func countUsage(from former: NodeShare?, to share: NodeShare?) {
        if former == share { return }
        if let former {
            usage[former.node, default: NodeUsage()].remove(former.requests)
            if usage[former.node] == NodeUsage() { usage[former.node] = nil }
        }
        if let share { usage[share.node, default: NodeUsage()].add(share.requests) }
    }

    private mutating func tally(from former: TalliedPod?, to pod: TalliedPod?) {
        if former == pod { return }
        if let former {
            tallies[former.owner, default: PodTally()].remove(former)
            if tallies[former.owner] == PodTally() { tallies[former.owner] = nil }
        }
        if let pod { tallies[pod.owner, default: PodTally()].add(pod) }
    }
}

// MARK: - Reading

extension ClusterState {
    public func object(_ key: ObjectKey) -> StoredObject? {
        tables[key.kind]?[key]
    }

    /// The object of a type and name; `namespace` is empty for kinds without one.
    public func get<R: Resource>(_ type: R.Type, _ name: String, namespace: String = "") -> R? {
        object(ObjectKey(R.kind, namespace: namespace, name: name)).flatMap { R($0.object) }
    }

    public func object(uid: String) -> StoredObject? {
        indexes.keyByUID[uid].flatMap { object($0) }
    }

    public func count(of kind: Kind) -> Int { tables[kind]?.count ?? 0 }

    /// Every object of a kind, sorted by namespace and name.
    public func objects(of kind: Kind, namespace: String? = nil) -> [StoredObject] {
        let table = tables[kind] ?? TreeDictionary()
        if let namespace {
            let keys = (indexes.byNamespace[namespace] ?? []).filter { $0.kind == kind }
            return keys.sorted().compactMap { table[$0] }
        }
        return table.values.sorted { $0.key < $1.key }
    }

    /// Every object, kind by kind, sorted: what a snapshot holds.
    public var allObjects: [StoredObject] {
        Kind.allCases.flatMap { objects(of: $0) }
    }

    /// Keys of all that lies in a namespace, sorted.
    public func keys(inNamespace namespace: String) -> [ObjectKey] {
        (indexes.byNamespace[namespace] ?? []).sorted()
    }

    /// Objects that name `uid` among their owners, sorted by key.
    public func dependents(of uid: String) -> [StoredObject] {
        (indexes.dependents[uid] ?? []).sorted().compactMap { object($0) }
    }

    /// Pods whose controller is `uid`, sorted by name.
    public func pods(controlledBy uid: String) -> [Pod] {
        pods(indexes.dependents[uid] ?? []).filter { $0.metadata.controller?.uid == uid }
    }

    /// The same pods, in no order: for who counts or ranks them by something of their own.
    public func unorderedPods(controlledBy uid: String) -> [Pod] {
        var pods: [Pod] = []
        guard let keys = indexes.dependents[uid], let table = tables[.pod] else { return pods }
        pods.reserveCapacity(keys.count)
        for key in keys where key.kind == .pod {
            guard case .pod(let pod)? = table[key]?.object else { continue }
            if pod.metadata.ownerReferences.contains(where: { $0.controller == true && $0.uid == uid }) {
                pods.append(pod)
            }
        }
        return pods
    }

    /// Pods bound to a node, sorted; "" gives those that wait for one.
    public func pods(onNode node: String) -> [Pod] {
        (indexes.podsByNode[node] ?? []).sorted().compactMap { pod($0) }
    }

    /// Pods in a namespace that bear every label of `labels`, sorted by name.
    ///
    /// An empty set of labels matches nothing: that is what a Service without a selector means.
    public func pods(inNamespace namespace: String, withLabels labels: [String: String]) -> [Pod] {
        unorderedPods(inNamespace: namespace, withLabels: labels).sorted { $0.metadata.name < $1.metadata.name }
    }

    /// The same pods, in no order.
    public func unorderedPods(inNamespace namespace: String, withLabels labels: [String: String]) -> [Pod] {
        let sets = labels.map { name, value in
            indexes.podsByLabel[Indexes.PodLabel(namespace, (name, value))] ?? []
        }
        guard let smallest = sets.min(by: { $0.count < $1.count }), let table = tables[.pod] else { return [] }
        var pods: [Pod] = []
        pods.reserveCapacity(smallest.count)
        for key in smallest where sets.count == 1 || sets.allSatisfy({ $0.contains(key) }) {
            if case .pod(let pod)? = table[key]?.object { pods.append(pod) }
        }
        return pods
    }

    /// Pods of no controller in a namespace that bear every label of `labels`, sorted by name.
    public func orphanedPods(inNamespace namespace: String, withLabels labels: [String: String]) -> [Pod] {
        let orphans = indexes.orphanedPods[namespace] ?? []
        return orphans.sorted().compactMap { pod($0) }.filter { pod in
            labels.allSatisfy { pod.metadata.labels[$0.key] == $0.value }
        }
    }

    /// Services whose selector a pod with these labels meets, sorted.
    public func services(selecting labels: [String: String], inNamespace namespace: String) -> [ObjectKey] {
        selectors(.service, of: labels, namespace).filter { key in
            guard let service = get(Service.self, key.name, namespace: namespace) else { return false }
            return service.spec.selector.allSatisfy { labels[$0.key] == $0.value }
        }
    }

    /// ReplicaSets whose selector a pod with these labels meets, sorted.
    public func replicaSets(selecting labels: [String: String], inNamespace namespace: String) -> [ObjectKey] {
        selectors(.replicaSet, of: labels, namespace).filter { key in
            guard let set = get(ReplicaSet.self, key.name, namespace: namespace) else { return false }
            return set.spec.selector?.matches(labels) ?? false
        }
    }

    private func selectors(_ kind: Kind, of labels: [String: String], _ namespace: String) -> [ObjectKey] {
        let pairs = labels.map { ($0.key, $0.value) } + [("", "")]
        return pairs.flatMap { indexes.selectors[Indexes.PodLabel(namespace, $0)] ?? [] }
            .filter { $0.kind == kind }.sorted()
    }

    func appKeys(at path: AppID, inNamespace namespace: String) -> [ObjectKey] {
        (indexes.apps[Indexes.AppPlace(namespace: namespace, path: path)] ?? []).sorted()
    }

    func dependentAppKeys(on path: AppID, inNamespace namespace: String) -> [ObjectKey] {
        (indexes.dependentApps[Indexes.AppPlace(namespace: namespace, path: path)] ?? []).sorted()
    }

    public func hasService(withAddress address: String) -> Bool { indexes.servicesByAddress[address] != nil }

    public func hasService(withNodePort port: Int) -> Bool { indexes.servicesByNodePort[port] != nil }

    /// Whether the Service has the node port. It may then use it for whichever of its ports.
    public func hasNodePort(_ port: Int, _ service: ObjectKey) -> Bool {
        indexes.servicesByNodePort[port]?.contains(service) ?? false
    }

    public func hasService(otherThan service: ObjectKey, withNodePort port: Int) -> Bool {
        indexes.servicesByNodePort[port]?.contains { $0 != service } ?? false
    }

    /// What generated names and uids grow from: the uid of `kube-system`, which is the cluster's identity.
    public var identitySeed: String { self.get(Namespace.self, "kube-system")?.metadata.uid ?? "" }

    public func usage(ofNode node: String) -> NodeUsage { usage[node] ?? NodeUsage() }

    /// What each node has for pods, in no order.
    public var nodeRooms: [NodeRoom] { Array(rooms.values) }

    /// What the node has for pods; nil for one that is not there.
    public func room(ofNode node: String) -> NodeRoom? { rooms[node] }

    /// How many pods the controller of that uid has, and how they are.
    public func tally(ofPodsControlledBy uid: String) -> PodTally { tallies[uid] ?? PodTally() }

    /// How many dependents the owner has had so far, gone ones included.
    public func births(of uid: String) -> UInt64 { births[uid] ?? 0 }

    /// All such counts, sorted by uid.
    var birthCounts: [(uid: String, count: UInt64)] {
        births.map { (uid: $0.key, count: $0.value) }.sorted { $0.uid < $1.uid }
    }

    mutating func setBirths(_ count: UInt64, of uid: String) { births[uid] = count }

    /// The pods among these keys, sorted by name.
    private func pods(_ keys: some Sequence<ObjectKey>) -> [Pod] {
        guard let table = tables[.pod] else { return [] }
        let pods = keys.compactMap { key -> Pod? in
            guard case .pod(let pod)? = table[key]?.object else { return nil }
            return pod
        }
        return pods.sorted { left, right in
            // Nearly always all are in one namespace, and one comparison tells.
            left.metadata.namespace == right.metadata.namespace || left.metadata.name != right.metadata.name
                ? left.metadata.name < right.metadata.name : left.metadata.namespace < right.metadata.namespace
        }
    }

    private func pod(_ key: ObjectKey) -> Pod? {
        guard case .pod(let pod)? = tables[.pod]?[key]?.object else { return nil }
        return pod
    }
}

// MARK: - What the directory states

extension ClusterState {
    public func stated(_ key: ObjectKey) -> StatedObject? { stated[key] }

    /// Sorted, and so in the order of all; where only some are wanted or their number, there is a cheaper way.
    public var statedKeys: [ObjectKey] { stated.keys.sorted() }

    public var statedCount: Int { stated.count }

    /// Keys of what is stated to lie in a namespace, sorted.
    public func statedKeys(inNamespace namespace: String) -> [ObjectKey] {
        (indexes.statedByNamespace[namespace] ?? []).sorted()
    }
}
