extension Service {
    mutating func applyComputedDefaults() {
        spec.applyPolicies()
        for index in spec.ports.indices { spec.ports[index].applyComputedDefaults() }
    }
}

extension ServiceSpec {
    /// What follows from the type. Addresses and node ports are allocated by the cluster, not here.
    fileprivate mutating func applyPolicies() {
        if sessionAffinity == .clientIP {
            var affinity = sessionAffinityConfig ?? SessionAffinityConfig()
            var client = affinity.clientIP ?? ClientIPConfig()
            if client.timeoutSeconds == nil { client.timeoutSeconds = 10_800 }
            affinity.clientIP = client
            sessionAffinityConfig = affinity
        }
        if type == .nodePort || type == .loadBalancer, externalTrafficPolicy.isEmpty {
            externalTrafficPolicy = .cluster
        }
        if type == .loadBalancer, allocateLoadBalancerNodePorts == nil { allocateLoadBalancerNodePorts = true }
        if type == .externalName { return }
        if internalTrafficPolicy == nil { internalTrafficPolicy = .cluster }
        if ipFamilyPolicy == nil { ipFamilyPolicy = .singleStack }
        if ipFamilies.isEmpty { ipFamilies = [.ipv4] }
        if clusterIP == "None", clusterIPs.isEmpty { clusterIPs = ["None"] }
    }
}

extension ServicePort {
    fileprivate mutating func applyComputedDefaults() {
        if targetPort == .int(0) || targetPort == .string("") { targetPort = .int(port) }
    }
}
