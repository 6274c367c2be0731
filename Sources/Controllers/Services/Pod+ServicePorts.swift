internal import Model

extension Pod {
    /// The port's number behind a service's port: as that says, or by the name of a container's port; nil when it has no
    /// such.
    func port(behind port: ServicePort) -> Int? {
        switch port.targetPort {
        case .int(let number): number == 0 ? port.port : number
        case .string(let name): named(name, port.protocol)
        }
    }

    private func named(_ name: String, _ transport: TransportProtocol) -> Int? {
        // By their places: a container is large to be copied for its ports.
        for index in spec.containers.indices {
            if let number = spec.containers[index].port(named: name, transport) { return number }
        }
        for index in spec.initContainers.indices where spec.initContainers[index].restartPolicy == .always {
            if let number = spec.initContainers[index].port(named: name, transport) { return number }
        }
        return nil
    }
}

extension Container {
    fileprivate func port(named name: String, _ transport: TransportProtocol) -> Int? {
        ports.first { $0.name == name && $0.protocol == transport }?.containerPort
    }
}

extension EndpointPort {
    /// A service's port, as it leads to that number of its pods.
    init(_ port: ServicePort, leadingTo number: Int) {
        self.init()
        name = port.name
        self.port = number
        self.protocol = port.protocol
        appProtocol = port.appProtocol
    }
}
