internal import Cluster
internal import Containers
internal import Controllers
internal import Journaling
internal import Model

/// The promises that hold at every step, and who made them.
struct Invariants: Sendable {
    /// The last change of anything but an Event.
    private(set) var lastChange: (time: Timestamp, key: ObjectKey)?
    /// Pods that are gone, and were not let go by force: nothing of them may run.
    private var gone: Set<String> = []
    /// Pods that somebody wanted gone at once, whatever still runs.
    private var forced: Set<String> = []

    mutating func noteForce(_ uid: String) { forced.insert(uid) }

    /// After a turn.
    mutating func check(
        _ turn: Turn,
        from before: ClusterState,
        to after: ClusterState,
        _ nodes: [SimulatedNode]
    ) throws(Violation) {
        try checkRecords(turn)
        for change in turn.changes {
            if change.key.kind != .event { lastChange = (turn.time, change.key) }
            try checkChange(change, nodes)
        }
        let touched = Touched(turn.changes, after)
        for key in touched.workloads.sorted() {
            guard let stored = after.object(key) else { continue }
            switch key.kind {
            case .deployment:
                try checkSurge(stored, before, after)
                try checkAvailability(stored, turn, before, after)
            case .replicaSet: try checkSize(stored, after)
            case .app: try checkInstances(stored, before, after)
            default: break
            }
        }
        for name in touched.nodes.sorted() { try checkCapacity(name, after) }
        for key in touched.dependents.sorted() { try checkOwners(key, after) }
    }

    /// After a machine has done something.
    mutating func check(
        _ node: SimulatedNode,
        _ started: [AttemptID],
        _ state: ClusterState
    ) throws(Violation) {
        if let violation = node.machine.violations.first { throw Violation("on \(node.name) \(violation)") }
        for attempt in started {
            let uid = attempt.container.pod
            // Issue, "must survive": nothing runs that is not wanted.
            if gone.contains(uid) { throw Violation("\(node.name) started \(attempt), whose pod is gone") }
            guard let object = state.object(uid: uid)?.object, let pod = Pod(object) else { continue }
            if pod.spec.nodeName != node.name {
                throw Violation("\(node.name) started \(attempt), whose pod is bound to \(pod.spec.nodeName)")
            }
        }
    }

    // MARK: Records

    /// Design, rule 4: every record has its causes, and they come before it.
    private func checkRecords(_ turn: Turn) throws(Violation) {
        for record in turn.records where record.type != .turn && record.type != .input {
            guard record.causes.isEmpty else { continue }
            throw Violation("the record \(record.type) of \(record.key ?? "?") names no cause")
        }
    }

    private mutating func checkChange(_ change: Change, _ nodes: [SimulatedNode]) throws(Violation) {
        switch change.body {
        case .put(let stored, let previous):
            // Kubernetes' API conventions: a resourceVersion grows with every change.
            let version = stored.object.metadata.resourceVersion
            guard version == String(change.revision), change.revision > previous?.revision ?? 0 else {
                throw Violation("\(stored.key) has the resourceVersion \(version) in record \(change.revision)")
            }
            if let cause = stored.causes.first(where: { $0 >= change.revision }) {
                throw Violation("record \(change.revision) of \(stored.key) has the cause \(cause), which is later")
            }
            // Design: a plan that breaks a promise is refused in production, and stops a test.
            if let event = Event(stored.object), event.reason == "PlanRefused" { throw Violation(event.message) }
            guard let pod = Pod(stored.object) else { return }
            try checkBinding(pod, previous.flatMap { Pod($0.object) })
        case .delete(let last):
            guard let pod = Pod(last.object) else { return }
            try checkEnd(pod, nodes)
        case .state, .unstate: return
        }
    }

    // MARK: Pods

    private func checkBinding(_ pod: Pod, _ previous: Pod?) throws(Violation) {
        guard let previous, previous.metadata.uid == pod.metadata.uid else { return }
        // Kubernetes: a pod is bound once.
        if !previous.spec.nodeName.isEmpty, previous.spec.nodeName != pod.spec.nodeName {
            throw Violation(
                "pod \(pod.metadata.name) moved from \(previous.spec.nodeName) to \(pod.spec.nodeName)"
            )
        }
        // Kubernetes: a deletion is not taken back.
        if previous.metadata.deletionTimestamp != nil, pod.metadata.deletionTimestamp == nil {
            throw Violation("pod \(pod.metadata.name) is no longer to be deleted")
        }
    }

    /// Kubernetes: the object of a pod goes when its containers have gone, unless it was let go by force.
    private mutating func checkEnd(_ pod: Pod, _ nodes: [SimulatedNode]) throws(Violation) {
        guard let node = nodes.first(where: { $0.name == pod.spec.nodeName }), !pod.hasEnded,
            let grace = pod.metadata.deletionGracePeriodSeconds, grace > 0, !forced.contains(pod.metadata.uid)
        else { return }
        gone.insert(pod.metadata.uid)
        if let attempt = node.machine.running.first(where: { $0.container.pod == pod.metadata.uid }) {
            throw Violation("pod \(pod.metadata.name) is gone, and \(attempt) runs on \(node.name)")
        }
        if node.machine.sandboxes[pod.metadata.uid] != nil {
            throw Violation("pod \(pod.metadata.name) is gone, and its sandbox is still on \(node.name)")
        }
    }

    /// Kubernetes: no node bears more than it has to give, and no port of it has two holders.
    private func checkCapacity(_ name: String, _ state: ClusterState) throws(Violation) {
        guard let node = state.get(Node.self, name) else { return }
        let requests = state.pods(onNode: name).filter { !$0.hasEnded }.map { PodRequests($0.spec) }
        let milliCPU = requests.reduce(0) { $0.addingSaturated($1.milliCPU) }
        let cpu = node.status.allocatable["cpu"]?.milli ?? 0
        let limit = node.status.allocatable["pods"]?.units ?? 0
        if milliCPU > cpu || requests.count > limit {
            throw Violation("\(name) bears \(milliCPU)m of \(cpu)m in \(requests.count) of \(limit) pods")
        }
        let ports = requests.flatMap(\.hostPorts)
        if Set(ports).count < ports.count {
            throw Violation("\(name) has a host port twice: \(ports.map(\.number).sorted())")
        }
    }

    // MARK: Controllers

    /// Kubernetes' Deployment: at most `replicas` + `maxSurge` pods are asked for. More may be left when `replicas`
    /// has just shrunk; they never grow then.
    private func checkSurge(_ stored: StoredObject, _ before: ClusterState, _ after: ClusterState) throws(Violation) {
        guard let deployment = Deployment(stored.object), deployment.metadata.deletionTimestamp == nil else { return }
        let limit = (deployment.spec.replicas ?? 1) + deployment.surge
        let asked = Self.asked(deployment, after)
        if asked > limit, asked > Self.asked(deployment, before) {
            throw Violation("deployment \(deployment.metadata.name) asks for \(asked) pods, \(limit) are allowed")
        }
    }

    private static func asked(_ deployment: Deployment, _ state: ClusterState) -> Int {
        state.dependents(of: deployment.metadata.uid).compactMap { ReplicaSet($0.object) }
            .filter { $0.metadata.deletionTimestamp == nil }
            .reduce(0) { $0 + ($1.spec.replicas ?? 1) }
    }

    /// Kubernetes' ReplicaSet: as many pods as asked for, and, at the end of a turn, at once. An owner that lives
    /// keeps its dependents.
    private func checkSize(_ stored: StoredObject, _ state: ClusterState) throws(Violation) {
        guard let set = ReplicaSet(stored.object), set.metadata.deletionTimestamp == nil else { return }
        let live = state.livePods(of: set.metadata.uid)
        if live.count != set.spec.replicas ?? 1 {
            throw Violation(
                "replica set \(set.metadata.name) asks for \(set.spec.replicas ?? 1) pods and has \(live.count)"
            )
        }
    }

    /// Kubernetes' Deployment: a rollout takes no available pod away that is needed to have `replicas` -
    /// `maxUnavailable`. What falls ill, or is deleted by a caller, is nobody's promise.
    private func checkAvailability(
        _ stored: StoredObject,
        _ turn: Turn,
        _ before: ClusterState,
        _ after: ClusterState
    ) throws(Violation) {
        guard let deployment = Deployment(stored.object), deployment.metadata.deletionTimestamp == nil,
            deployment.spec.strategy.type != .recreate,
            let former = before.object(stored.key), let previous = Deployment(former.object),
            previous.metadata.uid == deployment.metadata.uid, previous.spec.replicas == deployment.spec.replicas
        else { return }
        let sets = after.dependents(of: deployment.metadata.uid).compactMap { ReplicaSet($0.object) }
            .filter { $0.metadata.deletionTimestamp == nil }
        let minReady = Dictionary(sets.map { ($0.metadata.uid, $0.spec.minReadySeconds) }, uniquingKeysWith: { $1 })
        func isAvailable(_ pod: Pod) -> Bool {
            guard let seconds = minReady[pod.metadata.controller?.uid ?? ""] else { return false }
            return pod.readySince.map { seconds == 0 || $0 + .seconds(seconds) <= turn.time } ?? false
        }
        let taken = turn.changes.compactMap { Self.podTaken($0) }.filter(isAvailable)
        if taken.isEmpty { return }
        let available = sets.reduce(0) { $0 + after.livePods(of: $1.metadata.uid).count(where: isAvailable) }
        let fewest = (deployment.spec.replicas ?? 1) - deployment.mayMiss
        if available < fewest {
            throw Violation(
                "deployment \(deployment.metadata.name) gave up \(taken.map(\.metadata.name)) and has \(available) "
                    + "available pods, \(fewest) are promised"
            )
        }
    }

    /// The pod that the change condemns, on a controller's word.
    private static func podTaken(_ change: Change) -> Pod? {
        guard case .put(let stored, let previous?) = change.body, let pod = Pod(stored.object),
            pod.metadata.deletionTimestamp != nil, previous.object.metadata.deletionTimestamp == nil,
            stored.origin?.call != "delete"
        else { return nil }
        return pod
    }

    /// Marathon: at most `maximumOverCapacity` beyond what is wanted, those on their way out included; one where
    /// nothing may be missing nor added, unless the app keeps data. More may be left when `instances` has just shrunk;
    /// they never grow then.
    private func checkInstances(
        _ stored: StoredObject,
        _ before: ClusterState,
        _ after: ClusterState
    ) throws(Violation) {
        guard let app = App(stored.object), app.metadata.deletionTimestamp == nil else { return }
        let wanted = Double(app.spec.instances ?? 1)
        let capacity = Int(wanted * (1 + (app.spec.upgradeStrategy?.maximumOverCapacity ?? 1)))
        let fewest = Int((wanted * (app.spec.upgradeStrategy?.minimumHealthCapacity ?? 1)).rounded(.up))
        let limit = fewest == capacity && !app.spec.isResident ? capacity + 1 : capacity
        let count = after.presentPods(of: app.metadata.uid).count
        if count > limit, count > before.presentPods(of: app.metadata.uid).count {
            throw Violation("app \(app.metadata.name) has \(count) instances, \(limit) are allowed")
        }
    }

    /// Kubernetes' garbage collector: what names owners of which none is there goes too, in the same turn.
    private func checkOwners(_ key: ObjectKey, _ state: ClusterState) throws(Violation) {
        guard let metadata = state.object(key)?.object.metadata, !metadata.ownerReferences.isEmpty,
            metadata.deletionTimestamp == nil
        else { return }
        if metadata.ownerReferences.allSatisfy({ state.object(uid: $0.uid) == nil }) {
            throw Violation("\(key) outlives its owners")
        }
    }
}

/// Of what a turn may have broken a promise: of all else nothing has changed that the promises speak of.
private struct Touched {
    var workloads: Set<ObjectKey> = []
    var nodes: Set<String> = []
    /// What names owners that may be gone.
    var dependents: Set<ObjectKey> = []

    init(_ changes: [Change], _ state: ClusterState) {
        for change in changes {
            switch change.body {
            case .put(let stored, let previous):
                note(stored.object, state)
                if let previous { note(previous.object, state) }
                dependents.insert(stored.key)
            case .delete(let last):
                note(last.object, state)
                dependents.formUnion(state.dependents(of: last.object.metadata.uid).map(\.key))
            case .state, .unstate: break
            }
        }
    }

    private mutating func note(_ object: Object, _ state: ClusterState) {
        switch object {
        case .deployment, .replicaSet, .app: workloads.insert(object.key)
        case .node(let node): nodes.insert(node.metadata.name)
        case .pod(let pod): nodes.insert(pod.spec.nodeName)
        default: return
        }
        // What a Deployment promises is kept by its ReplicaSets, and by their pods.
        var owner = object.metadata.controller
        while let uid = owner?.uid, let stored = state.object(uid: uid), workloads.insert(stored.key).inserted {
            owner = stored.object.metadata.controller
        }
    }
}

extension ClusterState {
    /// Pods that are not done, be they on their way out.
    fileprivate func presentPods(of uid: String) -> [Pod] { pods(controlledBy: uid).filter { !$0.hasEnded } }

    /// Pods that are neither done nor on their way out.
    fileprivate func livePods(of uid: String) -> [Pod] {
        pods(controlledBy: uid).filter { $0.metadata.deletionTimestamp == nil && !$0.hasEnded }
    }
}
