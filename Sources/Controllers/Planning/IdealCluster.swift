internal import Cluster
internal import Model

/// A control plane in virtual time, with nodes on which each pod is ready, and gone, as soon as that is wanted.
struct IdealCluster {
    private var plane: ControlPlane
    private var now: Timestamp
    /// When what is told begins.
    private var beginning: Timestamp
    private var wakeAt: Timestamp?
    /// Pods that a node may have to do something about.
    private var concerned: Set<ObjectKey>
    private(set) var steps: [Forecast.Step] = []
    /// What files state and the cluster refuses, by object, until it is let in after all.
    private var refused: [ObjectKey: String] = [:]
    /// Pods that were made since the beginning.
    private var made: Set<ObjectKey> = []

    /// More turns than this are a cluster that doesn't come to rest.
    private static let turns = 20_000
    /// Of the range that is for documentation (RFC 5737): nothing is ever sent to it.
    private static let address = "192.0.2.1"

    init(_ state: ClusterState, _ settings: Settings, now: Timestamp) {
        plane = ControlPlane(state, head: state.revision, settings, writesRecords: false)
        self.now = now
        beginning = now
        concerned = Set(state.objects(of: .pod).map(\.key))
        take([.timer])
        begin()
    }

    var state: ClusterState { plane.state }
    var refusals: [String] { refused.sorted { $0.key < $1.key }.map(\.value) }

    /// Forgets what was done so far.
    mutating func begin() {
        beginning = now
        steps = []
        refused = [:]
        made = []
    }

    mutating func take(_ inputs: [Input]) {
        let turn = plane.step(inputs, now: now)
        wakeAt = turn.wakeAt
        for change in turn.changes { note(change) }
    }

    /// Lets nodes act and time pass until nothing moves any longer. Returns whether it came to that.
    @discardableResult
    mutating func settle() -> Bool {
        for _ in 0..<Self.turns {
            let reports = nodesAct()
            if !reports.isEmpty {
                take(reports)
                continue
            }
            guard let wakeAt, wakeAt <= beginning + Forecast.horizon else { return !hasPodsToProve }
            now = max(now, wakeAt)
            take([.timer])
        }
        return false
    }

    /// Whether pods are up that don't count yet: of all that is woken for late, only `minReadySeconds` moves a rollout.
    private var hasPodsToProve: Bool {
        state.objects(of: .replicaSet).contains { stored in
            guard case .replicaSet(let set) = stored.object else { return false }
            return set.status.availableReplicas < set.status.readyReplicas
        }
    }

    // MARK: What is told

    private mutating func note(_ change: Change) {
        guard case .put(let stored, let previous) = change.body else { return }
        if case .event(let event) = stored.object {
            if event.reason == FailureReason.apply, let key = event.subject { refused[key] = event.message }
            return
        }
        if previous.map({ !stored.object.saysTheSame(as: $0.object) }) ?? true { refused[stored.key] = nil }
        if case .pod(let pod) = stored.object {
            concerned.insert(stored.key)
            if previous == nil { made.insert(stored.key) }
            note(pod, previous?.object)
        }
    }

    private mutating func note(_ pod: Pod, _ previous: Object?) {
        let node = pod.spec.nodeName
        guard !node.isEmpty else { return }
        let wasBound = previous.map { !$0.nodeName.isEmpty } ?? false
        if !wasBound { steps.append(step(.start, pod)) }
        if pod.metadata.deletionTimestamp != nil, previous?.metadata.deletionTimestamp == nil {
            steps.append(step(.stop, pod))
        }
    }

    private func step(_ deed: Forecast.Step.Deed, _ pod: Pod) -> Forecast.Step {
        let prefix = pod.metadata.generateName
        return Forecast.Step(
            deed: deed,
            pod: pod.key,
            node: pod.spec.nodeName,
            generateName: made.contains(pod.key) && !prefix.isEmpty ? prefix : nil,
            delay: now - beginning
        )
    }

    // MARK: What nodes do

    private mutating func nodesAct() -> [Input] {
        let keys = concerned.sorted()
        concerned = []
        var reports: [String: NodeReport] = [:]
        for key in keys {
            guard case .pod(let pod)? = state.object(key)?.object, !pod.spec.nodeName.isEmpty else { continue }
            let node = pod.spec.nodeName
            let identity = PodIdentity(key: key, uid: pod.metadata.uid)
            if pod.metadata.deletionTimestamp != nil {
                reports[node, default: NodeReport(node: node)].stopped.append(identity)
            } else if !pod.isReady, !pod.hasEnded {
                let status = Self.ready(pod, at: now)
                reports[node, default: NodeReport(node: node)].pods.append(.init(pod: identity, status: status))
            }
        }
        return reports.sorted { $0.key < $1.key }.map { .report($0.value) }
    }

    private static func ready(_ pod: Pod, at now: Timestamp) -> PodStatus {
        var status = pod.status
        status.phase = .running
        if status.podIP.isEmpty { status.podIP = address }
        let isAsked = pod.metadata.annotations[MarathonPod.readinessCheckAnnotation] != nil
        let types = ["Initialized", "ContainersReady", "Ready"] + (isAsked ? [MarathonPod.readinessCondition] : [])
        for type in types {
            status.conditions.removeAll { $0.type == type }
            status.conditions.append(
                PodCondition {
                    $0.type = type
                    $0.status = .true
                    $0.lastTransitionTime = now
                }
            )
        }
        return status
    }
}

extension Object {
    fileprivate var nodeName: String {
        if case .pod(let pod) = self { pod.spec.nodeName } else { "" }
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
