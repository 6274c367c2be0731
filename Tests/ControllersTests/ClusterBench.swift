import Cluster
import Controllers
import Journaling
import Model
import Testing
import YAML

/// A control plane without nodes, driven by hand: what a test does to a cluster, and what it sees of it.
struct ClusterBench {
    private(set) var plane: ControlPlane
    private(set) var now = Timestamp(seconds: 1_800_000_000)
    private(set) var turns: [Turn] = []
    private var nextRequest: UInt64 = 0
    private var settings: Settings

    init(_ settings: Settings = Settings(), seal: SecretSeal? = nil) {
        self.settings = settings
        plane = ControlPlane(ClusterState(seal: seal), head: 0, settings)
        step([.start(StartFacts(seed: 1, version: "test"))])
    }

    var state: ClusterState { plane.state }

    @discardableResult
    mutating func step(_ inputs: [Input]) -> Turn {
        let turn = plane.step(inputs, now: now)
        turns.append(turn)
        return turn
    }

    /// Another daemon takes over what this one kept.
    mutating func restart(_ settings: Settings? = nil) throws {
        self.settings = settings ?? self.settings
        var state = ClusterState(seal: plane.state.seals.seal)
        for record in plane.state.snapshotRecords { try state.fold(record) }
        state.advance(to: plane.state.revision)
        plane = ControlPlane(state, head: state.revision, self.settings)
        step([.start(StartFacts(seed: 1, version: "test"))])
    }

    mutating func wait(_ duration: Duration) {
        now += duration
        step([.timer])
    }

    /// What stands in the journal after all turns so far.
    var records: [Record] {
        var head: UInt64 = 0
        var records: [Record] = []
        for turn in turns where !turn.isEmpty {
            for (index, draft) in turn.records.enumerated() {
                records.append(Record(draft, sequence: head + 1 + UInt64(index), time: turn.time.nanoseconds))
            }
            head += UInt64(turn.records.count) + 1
        }
        return records
    }

    @discardableResult
    mutating func ask(_ operation: Request.Operation, manager: String = "test", force: Bool = false) -> Answer {
        nextRequest += 1
        let request = Request(operation, user: "ada", manager: manager, isForced: force)
        let turn = step([.request(id: nextRequest, request)])
        return turn.answers.first { $0.id == nextRequest }?.1 ?? Answer(.failure(.badRequest("no answer")))
    }

    /// Creates what a manifest says.
    @discardableResult
    mutating func create(_ yaml: String) throws -> Answer {
        let document = try #require(YAMLParser.parse(Array(yaml.utf8)).documents.first)
        let root = document.root
        let kind = try #require(Kind(apiVersion: root["apiVersion"]?.text ?? "", kind: root["kind"]?.text ?? ""))
        var context = DecodingContext()
        return ask(.create(Object(kind, root, &context)))
    }

    @discardableResult
    mutating func apply(_ key: ObjectKey, _ yaml: String, manager: String = "test", force: Bool = false) throws
        -> Answer
    {
        ask(.patch(key, .apply(try Value.parse(yaml: yaml), force: force)), manager: manager)
    }

    mutating func state(_ files: [(file: String, yaml: String)], broken: Set<String> = []) throws {
        step([.directory(try Self.statement(files, isComplete: true, broken: broken))])
    }

    static func statement(
        _ files: [(file: String, yaml: String)],
        isComplete: Bool,
        broken: Set<String> = []
    ) throws -> DirectoryStatement {
        let items = try files.map { file, yaml in
            let value = try Value.parse(yaml: yaml)
            let kind = try #require(
                Kind(apiVersion: value["apiVersion"]?.string ?? "", kind: value["kind"]?.string ?? "")
            )
            return DirectoryStatement.Item(
                key: key(of: value, kind),
                configuration: Array(value.json().utf8),
                origin: Origin(path: file, line: 1)
            )
        }
        return DirectoryStatement(root: "/manifests", changed: items, isComplete: isComplete, undecided: broken)
    }

    private static func key(of value: Value, _ kind: Kind) -> ObjectKey {
        let metadata = value["metadata"] ?? .null
        let name = metadata["name"]?.string ?? ""
        guard kind.isNamespaced else { return ObjectKey(kind, name: name) }
        return ObjectKey(kind, namespace: metadata["namespace"]?.string ?? "default", name: name)
    }

    // MARK: What nodes would say

    mutating func addNode(_ name: String, cpu: String = "4", memory: String = "8Gi", pods: String = "110") {
        var node = Node()
        node.metadata.name = name
        node.status.allocatable = [
            "cpu": Quantity(cpu) ?? Quantity(), "memory": Quantity(memory) ?? Quantity(),
            "pods": Quantity(pods) ?? Quantity(),
        ]
        step([.node(node)])
    }

    mutating func report(_ pod: Pod, _ change: (inout PodStatus) -> Void) {
        var status = pod.status
        change(&status)
        let identity = PodIdentity(key: pod.key, uid: pod.metadata.uid)
        step([.report(NodeReport(node: pod.spec.nodeName, pods: [.init(pod: identity, status: status)]))])
    }

    mutating func makeReady(_ pod: Pod, ip: String = "10.0.0.9") {
        let since = now
        report(pod) { status in
            status.phase = .running
            status.podIP = ip
            status.conditions.removeAll { $0.type == "Ready" }
            status.conditions.append(
                PodCondition {
                    $0.type = "Ready"
                    $0.status = .true
                    $0.lastTransitionTime = since
                }
            )
        }
    }

    mutating func reportStopped(_ pod: Pod) {
        let identity = PodIdentity(key: pod.key, uid: pod.metadata.uid)
        step([.report(NodeReport(node: pod.spec.nodeName, stopped: [identity]))])
    }

    /// Lets pods come up, those of one version only if it is named, and pods that are to go be gone.
    mutating func settle(_ version: String? = nil) {
        for _ in 0..<20 { settleOnce(version) }
    }

    /// The same for the pods that there are now, and not for those that this brings about.
    mutating func settleOnce(_ version: String? = nil) {
        for pod in pods() {
            if pod.metadata.deletionTimestamp != nil {
                reportStopped(pod)
            } else if !pod.isReady, version.map({ pod.version == $0 }) ?? true {
                makeReady(pod)
            }
        }
    }

    // MARK: What there is

    func pods(_ namespace: String = "default") -> [Pod] {
        state.objects(of: .pod, namespace: namespace).compactMap { Pod($0.object) }
    }

    func deployment(_ name: String) -> Deployment? { state.get(Deployment.self, name, namespace: "default") }

    func events(_ reason: String) -> [Event] {
        state.objects(of: .event).compactMap { Event($0.object) }.filter { $0.reason == reason }
    }
}

extension Record {
    init(_ draft: RecordDraft, sequence: UInt64, time: Int64) {
        let causes = draft.causes.compactMap { cause in
            if case .sequence(let number) = cause { number } else { nil }
        }
        self.init(
            sequence: sequence,
            time: time,
            causes: causes,
            type: draft.type,
            key: draft.key,
            body: draft.body
        )
    }
}

extension Pod {
    /// What `Manifest.deployment` gave its first container.
    var version: String { spec.containers.first?.env.first?.value ?? "" }
}

extension PodTemplateSpec {
    var version: String { spec.containers.first?.env.first?.value ?? "" }
}

enum Manifest {
    static func deployment(
        _ name: String,
        replicas: Int,
        version: String = "v1",
        strategy: String = "{}"
    ) -> String {
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: \(name)}
        spec:
          replicas: \(replicas)
          strategy: \(strategy)
          selector: {matchLabels: {app: \(name)}}
          template:
            metadata: {labels: {app: \(name)}}
            spec:
              containers:
              - name: main
                command: [sleep, infinity]
                env: [{name: VERSION, value: \(version)}]
        """
    }
}
