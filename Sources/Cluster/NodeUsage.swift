public import Model

/// What the pods bound to a node ask of it, summed by the fold so that placing a pod scans nothing.
public struct NodeUsage: Sendable, Hashable {
    public var milliCPU: Int = 0
    public var memoryBytes: Int = 0
    public var pods: Int = 0
    /// How many pods hold a host port; more than one only after a mistake, which must not free the port early.
    public private(set) var hostPorts: [HostPort: Int] = [:]

    public init() {}

    mutating func add(_ pod: Pod) { change(by: pod, sign: 1) }

    mutating func remove(_ pod: Pod) { change(by: pod, sign: -1) }

    private mutating func change(by pod: Pod, sign: Int) {
        let requests = PodRequests(pod.spec)
        milliCPU += sign * requests.milliCPU
        memoryBytes += sign * requests.memoryBytes
        pods += sign
        for port in requests.hostPorts {
            hostPorts[port, default: 0] += sign
            if hostPorts[port] == 0 { hostPorts[port] = nil }
        }
    }
}

/// A port of a node that one pod at a time may hold.
public struct HostPort: Sendable, Hashable, Comparable {
    public var number: Int
    /// `TCP`, `UDP` or `SCTP`.
    public var transport: String

    public init(number: Int, transport: String) {
        self.number = number
        self.transport = transport
    }

    public static func < (left: HostPort, right: HostPort) -> Bool {
        (left.number, left.transport) < (right.number, right.transport)
    }
}

/// What a pod asks of a node: the larger of what its containers need together and what its init containers need.
///
/// Sidecars (init containers that restart always) run beside both. Rule: Kubernetes' scheduler, requests only.
public struct PodRequests: Sendable, Hashable {
    public private(set) var milliCPU: Int = 0
    public private(set) var memoryBytes: Int = 0
    public private(set) var hostPorts: [HostPort] = []

    public init(_ spec: PodSpec) {
        milliCPU = Self.sum(spec, "cpu") { $0.milli }
        memoryBytes = Self.sum(spec, "memory") { $0.units }
        for container in spec.containers + spec.initContainers {
            for port in container.ports where port.hostPort > 0 {
                hostPorts.append(HostPort(number: port.hostPort, transport: port.protocol.rawValue))
            }
        }
    }

    private static func sum(_ spec: PodSpec, _ resource: String, _ value: (Quantity) -> Int) -> Int {
        func request(_ container: Container) -> Int {
            container.resources.requests[resource].map(value) ?? 0
        }
        var together = spec.containers.reduce(0) { $0 + request($1) }
        var sidecars: Int = 0
        var peak: Int = 0
        for container in spec.initContainers {
            if container.restartPolicy == .always {
                sidecars += request(container)
                peak = max(peak, sidecars)
            } else {
                peak = max(peak, sidecars + request(container))
            }
        }
        together += sidecars
        let overhead = spec.overhead[resource].map(value) ?? 0
        return max(together, peak) + overhead
    }
}
