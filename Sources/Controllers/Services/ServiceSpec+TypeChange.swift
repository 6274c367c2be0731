internal import Model

extension ServiceSpec {
    /// Drops what only the former type had, where the writer left it as it was: he changes the type, and did not mean to
    /// keep what came with the old one. What he wrote himself stays, and is judged. Rule: Kubernetes' registry.
    mutating func dropLeftovers(of previous: ServiceSpec) {
        if previous.type.hasAddress, !type.hasAddress { dropAddress(of: previous) }
        if previous.type.hasNodePorts, !type.hasNodePorts {
            // Ports may come, go and move, as long as no number is new.
            let known = Set(previous.ports.map(\.nodePort))
            if ports.allSatisfy({ $0.nodePort == 0 || known.contains($0.nodePort) }) {
                for index in ports.indices { ports[index].nodePort = 0 }
            }
        }
        if previous.isOutward, !isOutward, externalTrafficPolicy == previous.externalTrafficPolicy {
            externalTrafficPolicy = TrafficPolicy()
        }
        if previous.type == .loadBalancer, type != .loadBalancer { dropBalancer(of: previous) }
    }

    private mutating func dropAddress(of previous: ServiceSpec) {
        if clusterIP == previous.clusterIP, clusterIPs == previous.clusterIPs || clusterIPs.isEmpty {
            clusterIP = ""
            clusterIPs = []
        }
        if ipFamilies == previous.ipFamilies { ipFamilies = [] }
        if ipFamilyPolicy == previous.ipFamilyPolicy { ipFamilyPolicy = nil }
    }

    private mutating func dropBalancer(of previous: ServiceSpec) {
        if allocateLoadBalancerNodePorts == previous.allocateLoadBalancerNodePorts {
            allocateLoadBalancerNodePorts = nil
        }
        if loadBalancerClass == previous.loadBalancerClass { loadBalancerClass = nil }
        if healthCheckNodePort == previous.healthCheckNodePort { healthCheckNodePort = 0 }
    }

    /// Whether it is reached from outside of the cluster.
    private var isOutward: Bool { type.hasNodePorts || !externalIPs.isEmpty }
}

extension ServiceType {
    /// Whether Services of the type have an address in the cluster.
    var hasAddress: Bool { self != .externalName }

    var hasNodePorts: Bool { self == .nodePort || self == .loadBalancer }
}
