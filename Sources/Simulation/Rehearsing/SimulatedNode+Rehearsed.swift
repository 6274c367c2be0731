internal import Agent
internal import Containers
internal import Model
internal import Networking

extension SimulatedNode {
    /// A node of a rehearsal: all goes well on it, until it is lost.
    ///
    /// - Parameters:
    ///   - number: which of the nodes it is: its pods' addresses follow from it, unless it has some already.
    ///   - pods: what is bound to it.
    init(_ node: Node, number: Int, pods: [Pod], seed: UInt64) {
        self.init(node, podRange: Self.range(number, pods), seed: seed)
        for pod in pods { machine.takeIn(pod) }
    }

    /// Room for 4,000 pods: around the addresses that its pods have, or else a range of its own.
    private static func range(_ number: Int, _ pods: [Pod]) -> IPv4Network {
        let known = pods.lazy.filter { !$0.spec.hostNetwork }.compactMap { IPv4Address($0.status.podIP) }.first
        if let known { return IPv4Network(containing: known, prefixLength: 16) }
        let bits = UInt32(clamping: number % 4096) << 12
        return IPv4Network(containing: IPv4Address(bits: 10 << 24 | bits), prefixLength: 20)
    }
}

extension Node {
    init(_ machine: RehearsedMachine) {
        self.init(
            name: machine.name,
            milliCPU: machine.milliCPU,
            memoryBytes: machine.memoryBytes,
            pods: machine.pods
        )
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
