internal import Model

enum ServiceTable {
    static let columns: [Column] = [
        .name,
        .text("Type", "How the service can be reached."),
        .text("Cluster-IP", "The service's own address."),
        .text("External-IP", "Addresses by which it is reached from outside."),
        .text("Port(s)", "Its ports, and where they stand on each node."),
        .age,
        .text("Selector", "The labels of the pods that serve it.", wide: true),
    ]

    static func row(of service: Service, now: Timestamp) -> [Cell] {
        [
            .text(service.metadata.name),
            .text(service.spec.type.rawValue),
            .orNone(service.spec.clusterIP),
            .text(externalAddress(of: service)),
            .orNone(ports(of: service)),
            .age(service.metadata, now: now),
            .text(SelectorText.text(service.spec.selector)),
        ]
    }

    static func externalAddress(of service: Service) -> String {
        let stated = service.spec.externalIPs.joined(separator: ",")
        switch service.spec.type.rawValue {
        case "ExternalName":
            return service.spec.externalName
        case "LoadBalancer":
            let given = service.status.loadBalancer.ingress.map { $0.ip.isEmpty ? $0.hostname : $0.ip }
            let all = given.filter { !$0.isEmpty } + service.spec.externalIPs
            return all.isEmpty ? "<pending>" : all.joined(separator: ",")
        default:
            return stated.isEmpty ? "<none>" : stated
        }
    }

    /// `80/TCP,443:30443/TCP`.
    static func ports(of service: Service) -> String {
        service.spec.ports.map { port in
            let numbers = port.nodePort > 0 ? "\(port.port):\(port.nodePort)" : "\(port.port)"
            return "\(numbers)/\(port.protocol.isEmpty ? "TCP" : port.protocol.rawValue)"
        }.joined(separator: ",")
    }
}
