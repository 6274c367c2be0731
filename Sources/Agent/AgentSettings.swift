public import Networking

/// What an agent knows of the machine that it runs on.
public struct AgentSettings: Sendable {
    /// The node's name in the cluster.
    public var node: String
    /// The machine's main address, shown as the pods' `hostIP`.
    public var hostAddress: String
    public var network: NetworkPlan
    /// The directory that holds one directory per pod, named for its uid.
    public var podsDirectory: String
    /// The text of the machine's own `/etc/hosts`.
    public var hostsFile: String
    /// What the machine's own `/etc/resolv.conf` says.
    public var resolver: ResolverConfiguration
    /// What the machine has, in thousandths of a processor: what a container without a limit may use.
    public var milliCPU: Int
    public var memoryBytes: Int
    /// Whether anybody routes to services and answers for names here, and is to be told of them.
    public var hasRouter = true

    public init(
        node: String,
        hostAddress: String,
        network: NetworkPlan,
        podsDirectory: String,
        hostsFile: String = "",
        resolver: ResolverConfiguration = ResolverConfiguration(),
        milliCPU: Int,
        memoryBytes: Int
    ) {
        self.node = node
        self.hostAddress = hostAddress
        self.network = network
        self.podsDirectory = podsDirectory
        self.hostsFile = hostsFile
        self.resolver = resolver
        self.milliCPU = milliCPU
        self.memoryBytes = memoryBytes
    }

    /// Where the pod's volumes are made.
    func volumes(of pod: String) -> String { "\(podsDirectory)/\(pod)/volumes" }
}
