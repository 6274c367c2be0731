public import Model

/// What the pods bound to a node ask of it, summed by the fold so that placing a pod scans nothing.
public struct NodeUsage: Sendable, Hashable {
    public private(set) var pods: Int = 0
    // Wider than what is read: a pod may ask for all that 64 bits hold, and what it added has to go with it.
    private var totalMilliCPU: Int128 = 0
    private var totalMemoryBytes: Int128 = 0
    /// How many pods hold a host port; more than one only after a mistake, which must not free the port early.
    public private(set) var hostPorts: [HostPort: Int] = [:]

    public init() {}

    public var milliCPU: Int { Int(clamping: totalMilliCPU) }
    public var memoryBytes: Int { Int(clamping: totalMemoryBytes) }

    mutating func add(_ requests: PodRequests) { change(by: requests, sign: 1) }

    mutating func remove(_ requests: PodRequests) { change(by: requests, sign: -1) }

    private mutating func change(by requests: PodRequests, sign: Int) {
        totalMilliCPU += Int128(sign) * Int128(requests.milliCPU)
        totalMemoryBytes += Int128(sign) * Int128(requests.memoryBytes)
        pods += sign
        for port in requests.hostPorts {
            hostPorts[port, default: 0] += sign
            if hostPorts[port] == 0 { hostPorts[port] = nil }
        }
    }
}

/// What a pod takes of its node.
struct NodeShare: Equatable {
    let node: String
    let requests: PodRequests

    /// Nil for what takes nothing of any: other kinds, pods that are not bound yet or have ended.
    init?(_ object: Object?) {
        guard case .pod(let pod)? = object, !pod.spec.nodeName.isEmpty, !pod.hasEnded else { return nil }
        node = pod.spec.nodeName
        requests = PodRequests(pod.spec)
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
/// Sidecars (init containers that restart always) run beside both. Rule: Kubernetes' scheduler, requests only. A sum
/// beyond what 64 bits hold counts as the most they hold.
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
        var together = spec.containers.reduce(0) { $0.addingSaturated(request($1)) }
        var sidecars = 0
        var peak = 0
        for container in spec.initContainers {
            if container.restartPolicy == .always {
                sidecars = sidecars.addingSaturated(request(container))
                peak = max(peak, sidecars)
            } else {
                peak = max(peak, sidecars.addingSaturated(request(container)))
            }
        }
        together = together.addingSaturated(sidecars)
        let overhead = spec.overhead[resource].map(value) ?? 0
        return max(together, peak).addingSaturated(overhead)
    }
}

extension Int {
    /// The sum, or the limit that it lies beyond.
    public func addingSaturated(_ other: Int) -> Int {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? (other > 0 ? .max : .min) : sum
    }
}
