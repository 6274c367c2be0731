public import Cluster
public import Model

/// Gives Marathon's apps the host ports that they did not name: from a range, none twice on a node.
///
/// A port of 0 stands for any. Range: Mesos agents' default.
public enum HostPorts {
    public static let range: ClosedRange<Int> = 31000...32000

    /// The pod with all ports that its app asks for, each with its number; nil when the node has too few left.
    ///
    /// - Parameter seed: where in the range to begin, so that a port is not reused at once.
    public static func assign(to pod: Pod, on usage: NodeUsage, seed: UInt64) -> Pod? {
        guard let app = MarathonPod(pod), !app.ports.isEmpty, !pod.spec.containers.isEmpty else { return pod }
        var assigned = pod
        var taken = Set(usage.hostPorts.keys)
        var next = Int(seed % UInt64(range.count))
        assigned.spec.containers[0].ports = []
        for port in app.ports {
            var hostPort = port.hostPort ?? 0
            if port.hostPort == 0 {
                guard let number = firstFree(from: &next, port.transport, &taken) else { return nil }
                hostPort = number
            }
            assigned.spec.containers[0].ports.append(
                ContainerPort {
                    $0.name = port.name
                    $0.protocol = port.transport
                    $0.hostPort = hostPort
                    $0.containerPort = port.containerPort == 0 ? hostPort : port.containerPort
                }
            )
        }
        return assigned
    }

    private static func firstFree(
        from next: inout Int,
        _ transport: TransportProtocol,
        _ taken: inout Set<HostPort>
    ) -> Int? {
        for _ in 0..<range.count {
            let number = range.lowerBound + next
            next = (next + 1) % range.count
            let candidate = HostPort(number: number, transport: transport.rawValue)
            if taken.insert(candidate).inserted { return number }
        }
        return nil
    }
}
