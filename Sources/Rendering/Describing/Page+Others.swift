internal import Model

extension Page {
    mutating func describe(_ service: Service, _ surroundings: Surroundings) {
        let spec = service.spec
        field("Selector", SelectorText.text(spec.selector))
        field("Type", spec.type.rawValue)
        field("IP", spec.clusterIP.isEmpty ? "<none>" : spec.clusterIP)
        let outside = ServiceTable.externalAddress(of: service)
        if outside != "<none>" { field("External", outside) }
        for port in spec.ports {
            let transport = port.protocol.isEmpty ? "TCP" : port.protocol.rawValue
            let name = port.name.isEmpty ? "<unset>" : port.name
            field("Port", "\(name)  \(port.port)/\(transport)")
            field("TargetPort", "\(port.targetPort)/\(transport)")
            if port.nodePort > 0 { field("NodePort", "\(name)  \(port.nodePort)/\(transport)") }
            field("Endpoints", endpoints(of: port, surroundings.endpointSlices))
        }
        field("Session Affinity", spec.sessionAffinity.rawValue)
    }

    private func endpoints(of port: ServicePort, _ slices: [EndpointSlice]) -> String {
        var addresses: [String] = []
        for slice in slices {
            guard let number = slice.ports.first(where: { ($0.name ?? "") == port.name })?.port else { continue }
            for endpoint in slice.endpoints where endpoint.conditions.ready ?? true {
                addresses += endpoint.addresses.map { "\($0):\(number)" }
            }
        }
        return addresses.isEmpty ? "<none>" : addresses.sorted().joined(separator: ",")
    }

    mutating func describe(_ slice: EndpointSlice) {
        field("AddressType", slice.addressType.rawValue)
        heading("Ports")
        let ports = slice.ports.map { port in
            [
                (port.name ?? "").isEmpty ? "<unset>" : port.name ?? "", port.port.map(String.init) ?? "*",
                port.protocol?.rawValue ?? "TCP",
            ]
        }
        table([["Name", "Port", "Protocol"]] + ports)
        heading("Endpoints")
        let endpoints = slice.endpoints.map { endpoint in
            [
                endpoint.addresses.joined(separator: ","), (endpoint.conditions.ready ?? true) ? "ready" : "not ready",
                endpoint.targetRef.map { "\($0.kind)/\($0.name)" } ?? "<none>", endpoint.nodeName ?? "<none>",
            ]
        }
        table([["Addresses", "Condition", "Target", "Node"]] + endpoints)
    }

    mutating func describe(_ node: Node, _ surroundings: Surroundings) {
        field("Roles", NodeTable.roles(of: node).isEmpty ? "<none>" : NodeTable.roles(of: node))
        let taints = node.spec.taints.map { "\($0.key)=\($0.value):\($0.effect.rawValue)" }
        field("Taints", taints.isEmpty ? "<none>" : taints.joined(separator: "\n"))
        field("Unschedulable", node.spec.unschedulable ? "true" : "false")
        conditions(node.status.conditions.map { ($0.type, $0.status.rawValue, $0.reason, $0.message) })
        field("Addresses", node.status.addresses.map { "\($0.type): \($0.address)" }.joined(separator: "\n"))
        amounts(node, "Capacity", node.status.capacity)
        amounts(node, "Allocatable", node.status.allocatable)
        let facts = node.status.nodeInfo
        field("System", "\(facts.osImage), kernel \(facts.kernelVersion), \(facts.architecture)")
        pods(surroundings.pods)
    }

    private mutating func amounts(_ node: Node, _ name: String, _ amounts: [String: Quantity]) {
        field(name, amounts.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: "\n"))
    }

    mutating func describe(_ configMap: ConfigMap) {
        heading("Data")
        for (key, value) in configMap.data.sorted(by: { $0.key < $1.key }) {
            line("\(key):", depth: 0)
            line("----", depth: 0)
            line(value, depth: 0)
        }
        for (key, value) in configMap.binaryData.sorted(by: { $0.key < $1.key }) {
            line("\(key): \(value.bytes.count) bytes", depth: 0)
        }
    }

    /// A secret's values are never shown.
    mutating func describe(_ secret: Secret) {
        field("Type", secret.type)
        heading("Data")
        for (key, value) in secret.data.sorted(by: { $0.key < $1.key }) {
            line("\(key): \(value.bytes.count) bytes", depth: 1)
        }
    }
}
