internal import Agent
internal import Containers
internal import Controllers
internal import Model
internal import Networking

/// A node in virtual time: a real agent on a fake machine.
struct SimulatedNode: Sendable {
    /// What it says of itself.
    var object: Node
    var settings: AgentSettings
    var agent: NodeAgent
    var machine: FakeMachine
    var chance: Chance
    /// False before the first start, and between an end and the next start.
    var isUp = false
    /// Tells one life of the agent from the next: what was under way to the last one is lost.
    private(set) var life = 0
    var inbox = Inbox<AgentInput>()
    /// When the machine is looked at next; nil where that isn't planned.
    private var machineTime: Timestamp?
    var views = MessageOrder()
    var reports = MessageOrder()

    init(_ object: Node, podRange: IPv4Network, temper: MachineTemper = .calm, seed: UInt64) {
        var chance = Chance(seed: seed)
        self.object = object
        settings = AgentSettings(
            node: object.metadata.name,
            hostAddress: object.status.addresses.first { $0.type == "InternalIP" }?.address ?? "192.0.2.1",
            network: NetworkPlan(
                instance: "simulated",
                bridge: "steady0",
                podRange: podRange,
                serviceRange: IPv4Network(containing: IPv4Address(10, 96, 0, 0), prefixLength: 16)
            ),
            podsDirectory: "/state/pods",
            milliCPU: object.status.allocatable["cpu"]?.milli ?? 0,
            memoryBytes: object.status.allocatable["memory"]?.units ?? 0
        )
        agent = NodeAgent(settings)
        machine = FakeMachine(seed: chance.next(), temper: temper)
        self.chance = chance
    }

    var name: String { object.metadata.name }

    /// The agent ends and another one begins. What was on its way to it is lost.
    mutating func restartAgent() {
        agent = NodeAgent(settings)
        life += 1
        inbox = Inbox()
    }

    // MARK: The machine

    // These change it, though some of them need not: what changes a machine gets at it where it is, and what only reads
    // it gets a copy.

    /// Returns when to look at the machine; nil where that is planned already, or nothing is going to happen on it.
    mutating func planMachine() -> Timestamp? {
        guard let next = machine.nextTime else { return nil }
        if let machineTime, machineTime <= next { return nil }
        machineTime = next
        return next
    }

    /// Goes on with the machine as planned. Returns what its agent, if it is up, has to be told, and what was started.
    mutating func runMachine(until now: Timestamp) -> (told: [ContainerObservation], started: [AttemptID]) {
        machineTime = nil
        return (machine.run(until: now), machine.takeStarted())
    }

    mutating func outcome(of request: ProbeRequest, at time: Timestamp) -> ProbeOutcome {
        machine.isHealthy(request.attempt, at: time) ? .success : .failure("not well")
    }
}

extension Node {
    /// A machine that runs Linux and has so much to give.
    init(name: String, address: String = "", milliCPU: Int, memoryBytes: Int, pods: Int) {
        self.init()
        metadata.name = name
        metadata.labels = ["kubernetes.io/hostname": name, "kubernetes.io/os": "linux"]
        if !address.isEmpty {
            status.addresses = [
                NodeAddress {
                    $0.type = "InternalIP"
                    $0.address = address
                }
            ]
        }
        offer(milliCPU: milliCPU, memoryBytes: memoryBytes, pods: pods)
    }

    mutating func offer(milliCPU: Int, memoryBytes: Int, pods: Int) {
        status.allocatable = [
            "cpu": Quantity(milli: milliCPU),
            "memory": Quantity(memoryBytes, format: .binary),
            "pods": Quantity(pods),
        ]
        status.capacity = status.allocatable
    }
}
