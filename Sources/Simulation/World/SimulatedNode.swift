internal import Agent
internal import Containers
internal import Controllers
internal import Model
internal import Networking

/// A node: a real agent on a fake machine.
struct SimulatedNode {
    let name: String
    let settings: AgentSettings
    var agent: NodeAgent
    var machine: FakeMachine
    /// False before the first start, and between a crash and the next one.
    var isUp = false
    /// Tells one life of the agent from the next: what was under way to the last one is lost.
    var life = 0
    var inbox: [AgentInput] = []
    var isTurnPlanned = false
    var wakeAt: Timestamp?
    var machineTime: Timestamp?
    /// Views arrive in the order in which they were sent.
    var lastView = Timestamp(nanoseconds: .min)
    var lastReport = Timestamp(nanoseconds: .min)
    var milliCPU: Int
    var podLimit: Int

    init(number: Int, machine: FakeMachine, milliCPU: Int, podLimit: Int) {
        name = "node-\(number)"
        let octet = UInt8(64 + number)
        settings = AgentSettings(
            node: name,
            hostAddress: "192.0.2.\(number)",
            network: NetworkPlan(
                instance: "simulated",
                bridge: "steady0",
                podRange: IPv4Network(containing: IPv4Address(10, octet, 0, 0), prefixLength: 24),
                serviceRange: IPv4Network(containing: IPv4Address(10, 96, 0, 0), prefixLength: 16)
            ),
            podsDirectory: "/state/pods",
            milliCPU: milliCPU,
            memoryBytes: 8 << 30
        )
        agent = NodeAgent(settings)
        self.machine = machine
        self.milliCPU = milliCPU
        self.podLimit = podLimit
    }

    /// What the node says of itself.
    var object: Node {
        var node = Node()
        node.metadata.name = name
        node.status.allocatable = [
            "cpu": Quantity(milli: milliCPU),
            "memory": Quantity(8 << 30, format: .binary),
            "pods": Quantity(podLimit),
        ]
        node.status.capacity = node.status.allocatable
        return node
    }

    /// The agent ends and another one begins.
    mutating func restartAgent() {
        agent = NodeAgent(settings)
        life += 1
        inbox = []
        wakeAt = nil
    }
}
