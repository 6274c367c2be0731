internal import Model

/// The variables by which a pod finds the services that there were when it started.
enum ServiceEnvironment {
    /// For each service of the pod's namespace that has an address: `<NAME>_SERVICE_HOST`, `<NAME>_SERVICE_PORT` and
    /// the `<NAME>_PORT_…` family that Docker's links once had.
    static func variables(for pod: Pod, _ services: [Service]) -> [(String, String)] {
        guard pod.spec.enableServiceLinks != false else { return [] }
        return services.filter { $0.metadata.namespace == pod.metadata.namespace }.flatMap(variables)
    }

    private static func variables(of service: Service) -> [(String, String)] {
        let address = service.spec.clusterIP
        guard !address.isEmpty, address != "None", let first = service.spec.ports.first else { return [] }
        let name = variableName(service.metadata.name)
        var result = [("\(name)_SERVICE_HOST", address), ("\(name)_SERVICE_PORT", "\(first.port)")]
        for port in service.spec.ports where !port.name.isEmpty {
            result.append(("\(name)_SERVICE_PORT_\(variableName(port.name))", "\(port.port)"))
        }
        for (index, port) in service.spec.ports.enumerated() {
            let transport = port.protocol.isEmpty ? "tcp" : port.protocol.rawValue.lowercased()
            let url = "\(transport)://\(address):\(port.port)"
            if index == 0 { result.append(("\(name)_PORT", url)) }
            let prefix = "\(name)_PORT_\(port.port)_\(transport.uppercased())"
            result += [
                (prefix, url), ("\(prefix)_PROTO", transport), ("\(prefix)_PORT", "\(port.port)"),
                ("\(prefix)_ADDR", address),
            ]
        }
        return result
    }

    private static func variableName(_ text: String) -> String {
        String(text.uppercased().map { $0 == "-" ? "_" : $0 })
    }
}
