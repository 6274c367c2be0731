/// What the containers of one pod share.
public struct SandboxSpec: Sendable, Hashable {
    /// The pod's uid: letters, digits, `-`, `_` and `.`, at most 63 bytes; it becomes the name of a directory.
    public var pod: String
    public var name: String
    public var namespace: String
    /// Host name inside, at most 63 bytes.
    public var hostname: String
    public var identities: Identities
    public var network: PodNetworking
    /// The containers see the host's processes.
    public var sharesHostProcesses: Bool
    /// The containers share System V IPC and `/dev/shm` with the host.
    public var sharesHostIPC: Bool
    /// The containers of the pod see each other's processes. Native containers don't honour it: each keeps its own.
    public var sharesProcesses: Bool
    /// The whole text of `/etc/hosts`; empty leaves the host's.
    public var hostsFile: String
    /// The whole text of `/etc/resolv.conf`; empty leaves the host's.
    public var resolvConf: String
    /// Kernel parameters of the pod's own namespaces, by their dotted names (`net.core.somaxconn`).
    public var sysctls: [String: String]
    /// Bounds for the pod as a whole.
    public var limits: ResourceLimits
    /// Size of `/dev/shm` in bytes.
    public var sharedMemoryBytes: UInt64

    public init(
        pod: String,
        name: String,
        namespace: String = "default",
        hostname: String? = nil,
        identities: Identities,
        network: PodNetworking,
        sharesHostProcesses: Bool = false,
        sharesHostIPC: Bool = false,
        sharesProcesses: Bool = false,
        hostsFile: String = "",
        resolvConf: String = "",
        sysctls: [String: String] = [:],
        limits: ResourceLimits = ResourceLimits(),
        sharedMemoryBytes: UInt64 = 64 << 20
    ) {
        self.pod = pod
        self.name = name
        self.namespace = namespace
        self.hostname = hostname ?? name
        self.identities = identities
        self.network = network
        self.sharesHostProcesses = sharesHostProcesses
        self.sharesHostIPC = sharesHostIPC
        self.sharesProcesses = sharesProcesses
        self.hostsFile = hostsFile
        self.resolvConf = resolvConf
        self.sysctls = sysctls
        self.limits = limits
        self.sharedMemoryBytes = sharedMemoryBytes
    }

    /// Who the processes of a pod are on the host.
    public enum Identities: Sendable, Hashable {
        /// A user namespace of the pod's own: 0 inside is `start` outside, and 65,536 ids follow.
        /// Ranges of two pods must not overlap.
        case range(start: UInt32)
        /// The host's own users (`hostUsers: true`).
        case host

        /// How many ids a range has: enough for `nobody` (65534).
        public static let count: UInt32 = 65536
    }

    public enum PodNetworking: Sendable, Hashable {
        /// The host's network, as it is.
        case host
        /// A network namespace of the pod's own with nothing but loopback.
        case none
        /// A network namespace of the pod's own, plugged into a bridge.
        case own(PodLink)
    }
}

/// How a pod is plugged into its bridge: a veth pair, `eth0` inside.
public struct PodLink: Sendable, Hashable {
    public var bridge: String
    /// Name of the pair's end on the host, at most 15 bytes, unique on the machine.
    public var hostInterface: String
    /// The pod's IPv4 address, dotted.
    public var address: String
    /// 32 has all traffic of the pod routed by the host, through an on-link route to `gateway`.
    public var prefixLength: UInt8
    public var gateway: String
    public var mtu: UInt32

    public init(
        bridge: String,
        hostInterface: String,
        address: String,
        prefixLength: UInt8 = 32,
        gateway: String,
        mtu: UInt32 = 1500
    ) {
        self.bridge = bridge
        self.hostInterface = hostInterface
        self.address = address
        self.prefixLength = prefixLength
        self.gateway = gateway
        self.mtu = mtu
    }
}

/// Bounds that a cgroup enforces; `nil` is no bound.
public struct ResourceLimits: Sendable, Hashable {
    /// Relative weight when the processor is short, in thousandths of a processor (a Kubernetes request).
    public var cpuWeightMillis: UInt64?
    /// Upper bound, in thousandths of a processor.
    public var cpuLimitMillis: UInt64?
    public var memoryBytes: UInt64?
    /// Processes and threads.
    public var processes: UInt64?

    public init(
        cpuWeightMillis: UInt64? = nil,
        cpuLimitMillis: UInt64? = nil,
        memoryBytes: UInt64? = nil,
        processes: UInt64? = nil
    ) {
        self.cpuWeightMillis = cpuWeightMillis
        self.cpuLimitMillis = cpuLimitMillis
        self.memoryBytes = memoryBytes
        self.processes = processes
    }
}
