internal import Model

extension Pod {
    /// The port behind a service's port: by number, or by the name of a container's port; nil when it has no such.
    func port(behind port: ServicePort) -> EndpointPort? {
        let number: Int? =
            switch port.targetPort {
            case .int(let number): number == 0 ? port.port : number
            case .string(let name): named(name, port.protocol)
            }
        guard let number else { return nil }
        var endpoint = EndpointPort()
        endpoint.name = port.name
        endpoint.port = number
        endpoint.protocol = port.protocol
        endpoint.appProtocol = port.appProtocol
        return endpoint
    }

    private func named(_ name: String, _ transport: TransportProtocol) -> Int? {
        let sidecars = spec.initContainers.filter { $0.restartPolicy == .always }
        let ports = (spec.containers + sidecars).flatMap(\.ports)
        return ports.first { $0.name == name && $0.protocol == transport }?.containerPort
    }
}
