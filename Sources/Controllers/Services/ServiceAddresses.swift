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
        if let previous { service.spec.dropLeftovers(of: previous.spec) }
        guard service.spec.type.hasAddress else { return }
        try assignAddress(to: &service, previous: previous)
        if service.spec.type.hasNodePorts { try assignNodePorts(to: &service, previous: previous) }
        if service.spec.ipFamilies.isEmpty, !service.spec.selector.isEmpty || service.spec.clusterIP != "None" {
            service.spec.ipFamilies = [.ipv4]
        }
        if service.spec.ipFamilyPolicy == nil { service.spec.ipFamilyPolicy = .singleStack }
    }
}

// MARK: - Addresses

extension ServiceAddresses {
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
}

// MARK: - Node ports

extension ServiceAddresses {
    /// What is asked for comes first, so that none of it is given away; then what the Service had; then what is free.
    /// Ports of one number, for TCP and for UDP, have one node port.
    private func assignNodePorts(to service: inout Service, previous: Service?) throws(APIError) {
        for (index, port) in service.spec.ports.enumerated() where port.nodePort != 0 {
            try check(port.nodePort, service, index)
        }
        keepNodePorts(of: previous, in: &service)
        for (index, port) in service.spec.ports.enumerated() where port.nodePort == 0 {
            if let sibling = service.spec.ports.first(where: { $0.port == port.port && $0.nodePort != 0 }) {
                service.spec.ports[index].nodePort = sibling.nodePort
            } else {
                service.spec.ports[index].nodePort = try freeNodePort(for: service, index)
            }
        }
    }

    /// A port is known by its name: its number may be what was edited.
    private func keepNodePorts(of previous: Service?, in service: inout Service) {
        guard let previous else { return }
        let numbers = Dictionary(
            previous.spec.ports.map { ($0.name, $0.nodePort) },
            uniquingKeysWith: { first, _ in first }
        )
        var used = Set(service.spec.ports.map(\.nodePort))
        for (index, port) in service.spec.ports.enumerated() where port.nodePort == 0 {
            guard let number = numbers[port.name], used.insert(number).inserted else { continue }
            service.spec.ports[index].nodePort = number
        }
    }

    private func check(_ port: Int, _ service: Service, _ index: Int) throws(APIError) {
        let problem: String? =
            if state.hasService(otherThan: service.key, withNodePort: port) {
                "provided port is already allocated"
            } else if settings.nodePorts.contains(port) || state.hasNodePort(port, service.key) {
                nil
            } else {
                "provided port is not in the valid range. The range of valid ports is "
                    + "\(settings.nodePorts.lowerBound)-\(settings.nodePorts.upperBound)"
            }
        guard let problem else { return }
        let field = "spec.ports[\(index)].nodePort"
        throw .invalid(service.key, [FieldError(.invalid, field, "Invalid value: \(port): \(problem)")])
    }

    private func freeNodePort(for service: Service, _ index: Int) throws(APIError) -> Int {
        let range = settings.nodePorts
        let chosen = Set(service.spec.ports.map(\.nodePort))
        let start = Int(Seed(state.identitySeed, service.key, index).number() % UInt64(range.count))
        for offset in 0..<range.count {
            let port = range.lowerBound + (start + offset) % range.count
            if !state.hasService(withNodePort: port), !chosen.contains(port) { return port }
        }
        throw .unavailable("every node port is taken")
    }
}
