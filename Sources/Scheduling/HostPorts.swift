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
        guard let numbers = numbers(for: app.ports, on: usage, seed: seed) else { return nil }
        var assigned = pod
        assigned.spec.containers[0].ports = zip(app.ports, numbers).flatMap { $0.containerPorts(hostPort: $1) }
        return assigned
    }

    /// Whether the node has enough of them left for an instance; whatever the seed then, they can be assigned.
    ///
    /// - Parameter app: nil for a pod that is no app's.
    static func suffice(for app: MarathonPod?, on usage: NodeUsage) -> Bool {
        guard let app else { return true }
        return numbers(for: app.ports, on: usage, seed: 0) != nil
    }

    /// A number for each port, in their order; 0 for those that want none.
    private static func numbers(for ports: [MarathonPod.Port], on usage: NodeUsage, seed: UInt64) -> [Int]? {
        guard ports.contains(where: { $0.hostPort == 0 }) else { return ports.map { $0.hostPort ?? 0 } }
        var taken = Set(usage.hostPorts.keys)
        for port in ports { taken.formUnion(port.held(port.hostPort ?? 0)) }
        var numbers = ports.map { $0.hostPort ?? 0 }
        var next = Int(seed % UInt64(range.count))
        // What needs a number that is free twice chooses first: fewer will do for it.
        let open = ports.indices.filter { ports[$0].hostPort == 0 }
        let ordered = open.filter { ports[$0].transports.count > 1 } + open.filter { ports[$0].transports.count <= 1 }
        for index in ordered {
            guard let number = firstFree(for: ports[index], from: &next, taken) else { return nil }
            taken.formUnion(ports[index].held(number))
            numbers[index] = number
        }
        return numbers
    }

    private static func firstFree(
        for port: MarathonPod.Port,
        from next: inout Int,
        _ taken: Set<HostPort>
    ) -> Int? {
        for _ in 0..<range.count {
            let number = range.lowerBound + next
            next = (next + 1) % range.count
            if taken.isDisjoint(with: port.held(number)) { return number }
        }
        return nil
    }
}

extension MarathonPod.Port {
    /// What of a node it takes with that number.
    fileprivate func held(_ number: Int) -> [HostPort] {
        number == 0 ? [] : transports.map { HostPort(number: number, transport: $0.rawValue) }
    }

    /// One of a container's ports for each transport. A name stands once in a container: the first one bears it.
    ///
    /// - Parameter hostPort: the number that was assigned, or the definition's own; 0 for none.
    public func containerPorts(hostPort: Int) -> [ContainerPort] {
        transports.enumerated().map { index, transport in
            ContainerPort {
                $0.name = index == 0 ? name : ""
                $0.protocol = transport
                $0.hostPort = hostPort
                $0.containerPort = containerPort == 0 ? hostPort : containerPort
            }
        }
    }
}
