internal import Cluster
internal import Model

/// Gives Services their addresses and node ports: what they ask for if it is free, else one that is.
struct ServiceAddresses {
    private let state: ClusterState
    private let settings: Settings

    init(_ state: ClusterState, _ settings: Settings) {
        self.state = state
        self.settings = settings
    }

    /// - Parameter previous: the Service as it is; what it has it keeps, where it says nothing else.
    func assign(to service: inout Service, previous: Service?) throws(APIError) {
        if service.spec.type == .externalName {
            service.spec.clusterIP = ""
            service.spec.clusterIPs = []
            return
        }
        try assignAddress(to: &service, previous: previous)
        if service.spec.type == .nodePort || service.spec.type == .loadBalancer {
            try assignNodePorts(to: &service, previous: previous)
        }
        if service.spec.ipFamilies.isEmpty, !service.spec.selector.isEmpty || service.spec.clusterIP != "None" {
            service.spec.ipFamilies = [.ipv4]
        }
        if service.spec.ipFamilyPolicy == nil { service.spec.ipFamilyPolicy = .singleStack }
    }

    private func assignAddress(to service: inout Service, previous: Service?) throws(APIError) {
        if service.spec.clusterIP.isEmpty { service.spec.clusterIP = service.spec.clusterIPs.first ?? "" }
        if service.spec.clusterIP.isEmpty, let kept = previous?.spec.clusterIP { service.spec.clusterIP = kept }
        if service.spec.clusterIP.isEmpty {
            service.spec.clusterIP = try freeAddress(for: service)
        } else if service.spec.clusterIP != "None", service.spec.clusterIP != previous?.spec.clusterIP {
            try check(service)
        }
        service.spec.clusterIPs = [service.spec.clusterIP]
    }

    private func check(_ service: Service) throws(APIError) {
        let text = service.spec.clusterIP
        let problem: String? =
            if let number = AddressText.number(text), settings.serviceAddresses.contains(number) {
                state.hasService(withAddress: text) ? "provided IP is already allocated" : nil
            } else {
                "the provided network does not match the current range"
            }
        guard let problem else { return }
        let message = "Invalid value: [\"\(text)\"]: failed to allocate IP \(text): \(problem)"
        throw .invalid(service.key, [FieldError(.invalid, "spec.clusterIPs", message)])
    }

    private func freeAddress(for service: Service) throws(APIError) -> String {
        let range = settings.serviceAddresses
        let start = Seed(state.identitySeed, service.key).number() % UInt64(range.count)
        for offset in 0..<UInt64(range.count) {
            let number = range.lowerBound + UInt32((start + offset) % UInt64(range.count))
            let text = AddressText.text(number)
            if !state.hasService(withAddress: text) { return text }
        }
        throw .unavailable("every address for services is taken")
    }

    private func assignNodePorts(to service: inout Service, previous: Service?) throws(APIError) {
        let kept = previous?.spec.ports ?? []
        var chosen: Set<Int> = []
        for index in service.spec.ports.indices {
            let port = service.spec.ports[index]
            let old = kept.first { $0.port == port.port && $0.protocol == port.protocol }?.nodePort ?? 0
            if port.nodePort == 0, old != 0 {
                service.spec.ports[index].nodePort = old
            } else if port.nodePort == 0 {
                service.spec.ports[index].nodePort = try freeNodePort(for: service, index, chosen)
            } else if port.nodePort != old {
                try check(port.nodePort, service, index)
            }
            chosen.insert(service.spec.ports[index].nodePort)
        }
    }

    private func check(_ port: Int, _ service: Service, _ index: Int) throws(APIError) {
        let problem: String? =
            if !settings.nodePorts.contains(port) {
                "provided port is not in the valid range. The range of valid ports is "
                    + "\(settings.nodePorts.lowerBound)-\(settings.nodePorts.upperBound)"
            } else {
                state.hasService(withNodePort: port) ? "provided port is already allocated" : nil
            }
        guard let problem else { return }
        let field = "spec.ports[\(index)].nodePort"
        throw .invalid(service.key, [FieldError(.invalid, field, "Invalid value: \(port): \(problem)")])
    }

    private func freeNodePort(for service: Service, _ index: Int, _ chosen: Set<Int>) throws(APIError) -> Int {
        let range = settings.nodePorts
        let start = Int(Seed(state.identitySeed, service.key, index).number() % UInt64(range.count))
        for offset in 0..<range.count {
            let port = range.lowerBound + (start + offset) % range.count
            if !state.hasService(withNodePort: port), !chosen.contains(port) { return port }
        }
        throw .unavailable("every node port is taken")
    }
}

/// IPv4 addresses as numbers, for counting through a range.
enum AddressText {
    static func text(_ number: UInt32) -> String {
        [24, 16, 8, 0].map { String((number >> UInt32($0)) & 255) }.joined(separator: ".")
    }

    static func number(_ text: String) -> UInt32? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let bytes = parts.compactMap { UInt8($0) }
        guard parts.count == 4, bytes.count == 4 else { return nil }
        return bytes.reduce(0) { $0 << 8 | UInt32($1) }
    }
}
