import Cluster
import Controllers
import Model
import YAML

/// A control plane without journal and nodes: what a node would say is said by the benchmark.
struct Plane {
    private(set) var plane = ControlPlane(ClusterState(), head: 0)
    private(set) var now = Timestamp(seconds: 1_800_000_000)

    var state: ClusterState { plane.state }

    init() { step([.start(StartFacts(seed: 1, version: "benchmark"))]) }

    @discardableResult
    mutating func step(_ inputs: [Input]) -> Turn {
        now += .milliseconds(1)
        return plane.step(inputs, now: now)
    }

    /// States manifests as a watched directory does.
    @discardableResult
    mutating func state(_ manifests: [String], isComplete: Bool) throws -> Turn {
        step([try Self.statement(of: manifests, isComplete: isComplete)])
    }

    /// What a watched directory would say that holds these manifests.
    static func statement(of manifests: [String], isComplete: Bool) throws -> Input {
        let items = try manifests.enumerated().map { number, manifest in
            let value = try Value.parse(yaml: manifest)
            guard let kind = Kind(apiVersion: value["apiVersion"]?.string ?? "", kind: value["kind"]?.string ?? ""),
                let name = value["metadata"]?["name"]?.string
            else { throw Problem(message: "a sample without a kind or a name") }
            return DirectoryStatement.Item(
                key: ObjectKey(kind, namespace: "default", name: name),
                configuration: Array(value.json().utf8),
                origin: Origin(path: "\(number).yaml", line: 1)
            )
        }
        return .directory(DirectoryStatement(root: "/manifests", changed: items, isComplete: isComplete))
    }

    var pods: [Pod] { state.objects(of: .pod, namespace: "default").compactMap { Pod($0.object) } }

    /// Lets what is on its way out be gone, and what is new be ready, among the pods of a Deployment.
    mutating func settle(_ deployment: String) {
        let pods = state.pods(inNamespace: "default", withLabels: [Samples.label: deployment])
        for (number, pod) in pods.enumerated() {
            if pod.metadata.deletionTimestamp != nil {
                let identity = PodIdentity(key: pod.key, uid: pod.metadata.uid)
                step([.report(NodeReport(node: pod.spec.nodeName, stopped: [identity]))])
            } else if !pod.isReady {
                step([.report(Self.report(pod, isReady: true, at: now, number: number))])
            }
        }
    }

    /// As a node tells it: running and ready, with an address.
    static func report(_ pod: Pod, isReady: Bool, at time: Timestamp, number: Int) -> NodeReport {
        var status = pod.status
        status.phase = .running
        status.podIP = "10.\(number >> 16 & 255).\(number >> 8 & 255).\(number & 255)"
        status.conditions.removeAll { $0.type == "Ready" }
        status.conditions.append(
            PodCondition {
                $0.type = "Ready"
                $0.status = isReady ? .true : .false
                $0.lastTransitionTime = time
            }
        )
        let identity = PodIdentity(key: pod.key, uid: pod.metadata.uid)
        return NodeReport(node: pod.spec.nodeName, pods: [.init(pod: identity, status: status)])
    }
}
