internal import Cluster
internal import Controllers
internal import Model

/// Watches a rehearsal and notes what people want to know of it.
struct RehearsalObserver: Sendable {
    /// What is known of a pod that is there.
    private struct SeenPod {
        var workload: ObjectKey
        var node: String
        /// Ready, and neither done nor on its way out.
        var isReady: Bool
        var isLeaving: Bool
        var restarts: Int

        init(_ pod: Pod, of workload: ObjectKey) {
            self.workload = workload
            node = pod.spec.nodeName
            isLeaving = pod.metadata.deletionTimestamp != nil || pod.hasEnded
            isReady = pod.isReady && !isLeaving
            restarts = (pod.status.initContainerStatuses + pod.status.containerStatuses).reduce(0) {
                $0 + $1.restartCount
            }
        }
    }

    let beginning: Timestamp
    private(set) var courses: [ObjectKey: WorkloadCourse] = [:]
    private(set) var services: [ObjectKey: ServiceCourse] = [:]
    private(set) var load: ClusterLoad
    private(set) var moments: [RehearsalResult.Moment] = []
    private(set) var refusals: [ObjectKey: String] = [:]
    /// Nodes of which nothing has been heard since they were lost.
    private(set) var lost: Set<String> = []
    private var returning: Set<String> = []
    private var pods: [ObjectKey: SeenPod] = [:]

    init(_ state: ClusterState, _ owners: PodOwners, at now: Timestamp) {
        beginning = now
        load = ClusterLoad(state)
        for case .pod(let pod) in state.objects(of: .pod).map(\.object) {
            pods[pod.key] = SeenPod(pod, of: owners.workload(of: pod))
        }
        for key in state.workloads {
            let isThrough = state.isRolledOut(key)
            courses[key] = WorkloadCourse(
                wantedBefore: state.wanted(of: key),
                readyBefore: ready(of: key),
                generationBefore: state.object(key)?.object.metadata.generation,
                throughSince: isThrough ? .zero : nil
            )
        }
        for stored in state.objects(of: .service) {
            services[stored.key] = ServiceCourse(before: endpoints(of: stored.key, state))
        }
    }

    // MARK: Turns

    mutating func note(_ turn: Turn, _ state: ClusterState, _ owners: PodOwners) {
        let after = turn.time - beginning
        var deeds: [ObjectKey: PodDeeds] = [:]
        var concerned: Set<ObjectKey> = []
        var led: Set<ObjectKey> = []
        for change in turn.changes {
            switch change.key.kind {
            case .pod: concerned.formUnion(note(podChange: change, owners, &deeds))
            case .deployment, .app:
                concerned.insert(change.key)
                if Self.isNewWording(change), courses[change.key]?.rolledBack == nil {
                    courses[change.key]?.isUpdating = true
                }
            case .replicaSet: concerned.formUnion(Self.workload(of: change))
            case .endpointSlice: led.formUnion(Self.service(of: change))
            case .service: led.insert(change.key)
            case .event: note(event: change, after)
            default: break
            }
            if Self.isNewWording(change) { refusals[change.key] = nil }
        }
        load.note(turn, state)
        for key in concerned.sorted() { look(at: key, deeds[key], state, after) }
        for key in led.sorted() {
            let count = endpoints(of: key, state)
            services[key, default: ServiceCourse(before: nil)].note(count, after)
        }
    }

    /// Whether an object was let in, or lets in other words than before: what has a status beside them counts those.
    private static func isNewWording(_ change: Change) -> Bool {
        guard case .put(let stored, let previous) = change.body else { return false }
        guard let previous else { return true }
        let generation = stored.object.metadata.generation
        return generation == 0 || generation != previous.object.metadata.generation
    }

    /// Returns whose pod it is; nobody's where the directory merely says something of it.
    private mutating func note(
        podChange change: Change,
        _ owners: PodOwners,
        _ deeds: inout [ObjectKey: PodDeeds]
    ) -> Set<ObjectKey> {
        switch change.body {
        case .put(let stored, _):
            guard case .pod(let pod) = stored.object else { return [] }
            var seen = SeenPod(pod, of: owners.workload(of: pod))
            // What is known of it is no longer so.
            if lost.contains(seen.node) { seen.isReady = false }
            let before = pods.updateValue(seen, forKey: change.key)
            var counts = deeds[seen.workload] ?? PodDeeds()
            if !seen.node.isEmpty, before?.node.isEmpty ?? true { counts.starts[seen.node, default: 0] += 1 }
            if seen.isLeaving, !(before?.isLeaving ?? false) {
                counts.stops += 1
            } else if seen.isReady != before?.isReady ?? false {
                if seen.isReady { counts.ready += 1 } else { counts.unready += 1 }
            }
            counts.restarts += max(0, seen.restarts - (before?.restarts ?? 0))
            deeds[seen.workload] = counts
            return [seen.workload]
        case .delete:
            guard let gone = pods.removeValue(forKey: change.key) else { return [change.key] }
            deeds[gone.workload, default: PodDeeds()].gone += 1
            return [gone.workload]
        case .state, .unstate: return []
        }
    }

    private static func workload(of change: Change) -> Set<ObjectKey> {
        guard let object = change.object else { return [] }
        guard let owner = object.metadata.controller else { return [change.key] }
        return ObjectKey(owner, namespace: change.key.namespace).map { [$0] } ?? []
    }

    private mutating func note(event change: Change, _ after: Duration) {
        guard case .event(let event)? = change.object, let key = event.subject
        else { return }
        switch event.reason {
        case FailureReason.apply: refusals[key] = event.message
        case RollbackPolicy.condition:
            courses[key]?.rolledBack = event.message
            courses[key]?.isUpdating = false
            moments.append(.init(after: after, object: key, message: event.message))
        default: break
        }
    }

    private mutating func look(at key: ObjectKey, _ deeds: PodDeeds?, _ state: ClusterState, _ after: Duration) {
        let isThere = state.object(key) != nil
        // A pod that is not counted by itself any more belongs to somebody.
        guard courses[key] != nil || isThere else { return }
        var course = courses[key] ?? WorkloadCourse()
        let ready = ready(of: key)
        let wasThroughOnce = course.hasBeenThrough
        let isThrough = state.isRolledOut(key) && !hasLostPods(key)
        let isNews = course.note(ready: ready, isThrough: isThrough, after)
        if let deeds, !deeds.isEmpty {
            course.isTouched = true
            course.restarts += deeds.restarts
            moments.append(
                .init(after: after, object: key, deeds: deeds, ready: ready, wanted: state.wanted(of: key))
            )
        }
        if isNews {
            let isUpdate = !wasThroughOnce || course.isUpdating
            let message = !isThere ? "is gone" : isUpdate ? "is rolled out" : "is up again"
            course.isUpdating = false
            moments.append(.init(after: after, object: key, message: message))
        }
        courses[key] = course
    }

    // MARK: What people and faults do

    mutating func notePromotion(of key: ObjectKey, at now: Timestamp) {
        moments.append(.init(after: now - beginning, object: key, message: "is promoted, as somebody would"))
    }

    mutating func noteLoss(of node: String, _ state: ClusterState, at now: Timestamp) {
        lost.insert(node)
        let after = now - beginning
        moments.append(.init(after: after, object: ObjectKey(.node, name: node), message: "is lost"))
        var deeds: [ObjectKey: PodDeeds] = [:]
        for (key, pod) in pods where pod.node == node {
            deeds[pod.workload, default: PodDeeds()].unready += pod.isReady ? 1 : 0
            pods[key]?.isReady = false
        }
        for (key, counts) in deeds.sorted(by: { $0.key < $1.key }) { look(at: key, counts, state, after) }
        noteEndpoints(state, after)
    }

    mutating func noteReturn(of node: String, at now: Timestamp) {
        returning.insert(node)
        moments.append(
            .init(after: now - beginning, object: ObjectKey(.node, name: node), message: "starts anew")
        )
    }

    /// What it reports from now on is so.
    mutating func noteReport(from node: String) {
        guard returning.remove(node) != nil else { return }
        lost.remove(node)
    }

    private mutating func noteEndpoints(_ state: ClusterState, _ after: Duration) {
        for key in services.keys.sorted() {
            let count = endpoints(of: key, state)
            services[key]?.note(count, after)
        }
    }

    // MARK: Counts

    func ready(of workload: ObjectKey) -> Int {
        pods.values.count { $0.workload == workload && $0.isReady }
    }

    private func hasLostPods(_ workload: ObjectKey) -> Bool {
        !lost.isEmpty && pods.values.contains { $0.workload == workload && lost.contains($0.node) }
    }

    /// Ready ones, on nodes that are there.
    private func endpoints(of service: ObjectKey, _ state: ClusterState) -> Int {
        guard let uid = state.object(service)?.object.metadata.uid else { return 0 }
        return state.dependents(of: uid).reduce(0) { sum, stored in
            guard case .endpointSlice(let slice) = stored.object else { return sum }
            return sum
                + slice.endpoints.count { $0.conditions.ready == true && !lost.contains($0.nodeName ?? "") }
        }
    }

    private static func service(of change: Change) -> [ObjectKey] {
        guard let owner = change.object?.metadata.controller else { return [] }
        return ObjectKey(owner, namespace: change.key.namespace).map { [$0] } ?? []
    }
}

extension Change {
    /// As it is now, or as it was last; nil for what is no object.
    fileprivate var object: Object? {
        switch body {
        case .put(let stored, _): stored.object
        case .delete(let last): last.object
        case .state, .unstate: nil
        }
    }
}

extension Event {
    /// The object that it is about.
    fileprivate var subject: ObjectKey? {
        Kind(apiVersion: involvedObject.apiVersion, kind: involvedObject.kind).map { kind in
            ObjectKey(kind, namespace: kind.isNamespaced ? involvedObject.namespace : "", name: involvedObject.name)
        }
    }
}
