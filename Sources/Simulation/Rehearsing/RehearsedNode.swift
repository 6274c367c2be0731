internal import Agent
internal import Containers
internal import Controllers
internal import Model
internal import Networking

/// A node of a rehearsal: a real agent on a fake machine on which all goes well, until it is lost.
struct RehearsedNode {
    let name: String
    let settings: AgentSettings
    var agent: NodeAgent
    var machine: FakeMachine
    var isUp = true
    /// Tells one life of the agent from the next: what was under way to the last one is lost.
    var life = 0
    var inbox: [AgentInput] = []
    var isTurnPlanned = false
    var wakeAt: Timestamp?
    var machineTime: Timestamp?
    /// Views and reports arrive in the order in which they were sent.
    var lastView = Timestamp(nanoseconds: .min)
    var lastReport = Timestamp(nanoseconds: .min)

    /// - Parameters:
    ///   - number: which of the nodes it is: its pods' addresses follow from it, unless it has some already.
    ///   - pods: what is bound to it.
    init(_ node: Node, number: Int, pods: [Pod], seed: UInt64) {
        name = node.metadata.name
        settings = AgentSettings(
            node: name,
            hostAddress: node.status.addresses.first { $0.type == "InternalIP" }?.address ?? "192.0.2.1",
            network: NetworkPlan(
                instance: "rehearsed",
                bridge: "steady0",
                podRange: Self.range(number, pods),
                serviceRange: IPv4Network(containing: IPv4Address(10, 96, 0, 0), prefixLength: 16)
            ),
            podsDirectory: "/state/pods",
            milliCPU: node.status.allocatable["cpu"]?.milli ?? 0,
            memoryBytes: node.status.allocatable["memory"]?.units ?? 0
        )
        agent = NodeAgent(settings)
        machine = FakeMachine(seed: seed)
        for pod in pods { machine.takeIn(pod) }
    }

    /// Room for 4,000 pods: around the addresses that its pods have, or else a range of its own.
    private static func range(_ number: Int, _ pods: [Pod]) -> IPv4Network {
        let known = pods.lazy.filter { !$0.spec.hostNetwork }.compactMap { IPv4Address($0.status.podIP) }.first
        if let known { return IPv4Network(containing: known, prefixLength: 16) }
        let bits = UInt32(clamping: number % 4096) << 12
        return IPv4Network(containing: IPv4Address(bits: 10 << 24 | bits), prefixLength: 20)
    }

    /// The agent ends and another one begins.
    mutating func restartAgent() {
        agent = NodeAgent(settings)
        life += 1
        inbox = []
        wakeAt = nil
        isTurnPlanned = false
    }
}

extension Node {
    init(_ machine: RehearsedMachine) {
        self.init()
        metadata.name = machine.name
        metadata.labels = ["kubernetes.io/hostname": machine.name, "kubernetes.io/os": "linux"]
        status.allocatable = [
            "cpu": Quantity(milli: machine.milliCPU),
            "memory": Quantity(machine.memoryBytes, format: .binary),
            "pods": Quantity(machine.pods),
        ]
        status.capacity = status.allocatable
    }
}

extension FakeMachine {
    /// Has it run what the pod's status tells.
    mutating func takeIn(_ pod: Pod) {
        let uid = pod.metadata.uid
        let statuses = pod.status.initContainerStatuses + pod.status.containerStatuses
        guard statuses.contains(where: { !$0.containerID.isEmpty }), !pod.hasEnded else { return }
        // Whose ids it has, no rehearsal asks.
        let spec = SandboxSpec(pod: uid, name: pod.metadata.name, identities: .host, network: Self.network(of: pod))
        sandboxes[uid] = Sandbox(spec: spec, isReady: true)
        for status in statuses {
            guard let running = status.state.running, let since = running.startedAt,
                let number = AttemptID.attempt(ofContainerID: status.containerID)
            else { continue }
            lastPID += 1
            lives[AttemptID(pod: uid, name: status.name, attempt: number)] = Life(
                phase: .running(pid: lastPID, startedAt: since.nanoseconds),
                program: FakeProgram(.serves)
            )
        }
    }

    private static func network(of pod: Pod) -> SandboxSpec.PodNetworking {
        if pod.spec.hostNetwork || pod.status.podIP.isEmpty { return .host }
        return .own(PodLink(bridge: "", hostInterface: "", address: pod.status.podIP, gateway: ""))
    }
}
