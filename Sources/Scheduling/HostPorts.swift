public import Cluster
public import Model

/// Gives Marathon's apps the host ports that they did not name: from a range, none twice on a node.
///
/// A port of 0 stands for any. Range: Mesos agents' default.
public enum HostPorts {
    public static let range: ClosedRange<Int> = 31000...32000

    /// The pod with a number for every host port that is to be chosen; nil when the node has too few left.
    ///
    /// - Parameter seed: where in the range to begin, so that a port is not reused at once.
    public static func assign(to pod: Pod, on usage: NodeUsage, seed: UInt64) -> Pod? {
        guard MarathonPod.choosesPorts(pod) else { return pod }
        var assigned = pod
        var taken = Set(usage.hostPorts.keys)
        var next = Int(seed % UInt64(range.count))
        for container in assigned.spec.containers.indices {
            for index in assigned.spec.containers[container].ports.indices {
                let port = assigned.spec.containers[container].ports[index]
                guard port.hostPort == 0 else { continue }
                guard let number = firstFree(from: &next, port, &taken) else { return nil }
                assigned.spec.containers[container].ports[index].hostPort = number
                if port.containerPort == 0 { assigned.spec.containers[container].ports[index].containerPort = number }
            }
        }
        return assigned
    }

    private static func firstFree(from next: inout Int, _ port: ContainerPort, _ taken: inout Set<HostPort>) -> Int? {
        for _ in 0..<range.count {
            let number = range.lowerBound + next
            next = (next + 1) % range.count
            let candidate = HostPort(number: number, transport: port.protocol.rawValue)
            if taken.insert(candidate).inserted { return number }
        }
        return nil
    }
}
