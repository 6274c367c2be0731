import Agent
import Containers
import Model
import Networking
import Synchronization

/// A node full of containers that run and are probed, and a count of what their probes have come to.
final class ProbedNode: Sendable {
    enum Kind: Sendable { case tcpSocket, httpGet }

    private let pods: [Pod]
    private let count = Mutex((all: 0, failed: 0))
    private let reported = Mutex<[String: PodStatus]>([:])

    init(_ count: Int, _ kind: Kind, port: UInt16) {
        pods = (0..<count).map { Self.pod("web-\($0)", kind, port: port) }
    }

    /// How many answers there were, and how many of them were failures.
    var answers: (all: Int, failed: Int) { count.withLock { $0 } }

    /// Starts an agent that finds all of them running.
    func start() throws -> NodeAgentDriver {
        let settings = AgentSettings(
            node: "node",
            hostAddress: "127.0.0.1",
            network: NetworkPlan(
                instance: "bench",
                bridge: "bench",
                podRange: IPv4Network(containing: IPv4Address(10, 64, 0, 0), prefixLength: 16),
                serviceRange: IPv4Network(containing: IPv4Address(10, 65, 0, 0), prefixLength: 16)
            ),
            podsDirectory: "/nowhere",
            milliCPU: 2000,
            memoryBytes: 8 << 30
        )
        let edges = NodeAgentDriver.Edges(
            volumes: NoVolumes(),
            prober: Counter(prober: try SocketProber(), node: self),
            services: { _ in },
            report: { [self] report in
                reported.withLock { statuses in
                    for pod in report.pods { statuses[pod.pod.uid] = pod.status }
                }
            }
        )
        let inventory = Inventory(
            sandboxes: pods.map { SandboxState(pod: $0.metadata.uid, isReady: true) },
            attempts: pods.map { pod in
                AttemptState(
                    attempt: AttemptID(pod: pod.metadata.uid, name: "main", attempt: 1),
                    phase: .running(pid: 1, startedAt: 1)
                )
            }
        )
        let driver = try NodeAgentDriver(NodeAgent(settings), edges: edges) { observer in
            FoundContainers(inventory: inventory, tell: observer)
        }
        driver.show(NodeView(revision: 1, isComplete: true, objects: pods.map { .pod($0) }, removed: []))
        return driver
    }

    /// Shows the agent what it has reported, as the control plane does: it says it again and again until then.
    func reflect(to driver: NodeAgentDriver) {
        let statuses = reported.withLock { $0 }
        let told = pods.map { pod in
            var pod = pod
            pod.status = statuses[pod.metadata.uid] ?? pod.status
            return Object.pod(pod)
        }
        driver.show(NodeView(revision: 2, isComplete: false, objects: told, removed: []))
    }

    fileprivate func note(_ outcome: ProbeOutcome) {
        count.withLock { count in
            count.all += 1
            if outcome != .success { count.failed += 1 }
        }
    }

    private static func pod(_ name: String, _ kind: Kind, port: UInt16) -> Pod {
        var pod = Pod()
        pod.metadata.name = name
        pod.metadata.namespace = "default"
        pod.metadata.uid = "uid-\(name)"
        pod.spec.nodeName = "node"
        pod.spec.hostNetwork = true
        pod.spec.containers = [
            Container {
                $0.name = "main"
                $0.command = ["/bin/server"]
                $0.readinessProbe = Probe {
                    let number = IntOrString.int(Int(port))
                    switch kind {
                    case .tcpSocket: $0.tcpSocket = TCPSocketAction { $0.port = number }
                    case .httpGet: $0.httpGet = HTTPGetAction { $0.port = number }
                    }
                }
            }
        ]
        pod.applyDefaults()
        pod.status.phase = .running
        pod.status.containerStatuses = [
            ContainerStatus {
                $0.name = "main"
                $0.ready = true
                $0.started = true
                $0.state.running = ContainerStateRunning { $0.startedAt = Timestamp(seconds: 1) }
            }
        ]
        return pod
    }
}

/// Containers that were there before the agent.
private struct FoundContainers: Containerizer {
    let inventory: Inventory
    let tell: ContainerObserver

    func submit(_ command: ContainerCommand) {
        if case .takeInventory = command { tell(.inventory(inventory)) }
    }
}

private struct NoVolumes: VolumeWriter {
    func write(_ plan: VolumePlan, then tell: @escaping @Sendable (VolumeResult) -> Void) {}
}

private struct Counter: Prober {
    let prober: SocketProber
    let node: ProbedNode

    func probe(_ request: ProbeRequest, then tell: @escaping @Sendable (ProbeResult) -> Void) {
        prober.probe(request) { result in
            node.note(result.outcome)
            tell(result)
        }
    }
}
