public import Model
public import Networking

extension Node {
    /// The node that a machine is.
    ///
    /// - Parameter version: Steady's own.
    public init(_ facts: NodeFacts, version: String, now: Timestamp) {
        self.init()
        metadata.name = facts.name
        metadata.labels = [
            "kubernetes.io/hostname": facts.name,
            "kubernetes.io/os": "linux",
            "kubernetes.io/arch": facts.architecture,
        ]
        status.capacity = [
            "cpu": Quantity(facts.processors),
            "memory": Quantity(facts.memoryBytes / 1024 * 1024, format: .binary),
            "pods": Quantity(NodeFacts.podCapacity),
        ]
        status.allocatable = status.capacity
        status.addresses = [
            NodeAddress {
                $0.type = "InternalIP"
                $0.address = facts.address
            },
            NodeAddress {
                $0.type = "Hostname"
                $0.address = facts.name
            },
        ]
        status.conditions = [
            NodeCondition {
                $0.type = "Ready"
                $0.status = .true
                $0.reason = "AgentReady"
                $0.message = "the node's agent is running"
                $0.lastHeartbeatTime = now.startOfSecond
                $0.lastTransitionTime = now.startOfSecond
            }
        ]
        status.nodeInfo = NodeSystemInfo {
            $0.machineID = facts.machineID
            $0.bootID = facts.bootID
            $0.kernelVersion = facts.kernel
            $0.osImage = facts.osImage
            $0.operatingSystem = "linux"
            $0.architecture = facts.architecture
            $0.kubeletVersion = version
            $0.kubeProxyVersion = version
            $0.containerRuntimeVersion = "steady://\(version)"
        }
    }
}

extension AgentSettings {
    /// For an agent on this machine.
    ///
    /// - Parameter podsDirectory: where the containerizer keeps its pods.
    public init(_ facts: NodeFacts, network: NetworkPlan, podsDirectory: String) {
        self.init(
            node: facts.name,
            hostAddress: facts.address,
            network: network,
            podsDirectory: podsDirectory,
            hostsFile: TextFile.read("/etc/hosts") ?? "",
            resolver: ResolverConfiguration(parsing: TextFile.read("/etc/resolv.conf") ?? ""),
            milliCPU: facts.processors * 1000,
            memoryBytes: facts.memoryBytes
        )
    }
}
