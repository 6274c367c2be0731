internal import Model

extension ProbeRequest.Target {
    /// What a probe asks over the network; nil for a command, and for what Steady can't ask.
    init?(_ probe: Probe, _ container: Container, address: String) {
        if let http = probe.httpGet {
            guard let request = HTTPProbe(http, container, address: address) else { return nil }
            self = .http(request)
        } else if let tcp = probe.tcpSocket {
            guard let port = tcp.port.number(in: container) else { return nil }
            self = .tcp(address: tcp.host.isEmpty ? address : tcp.host, port: port)
        } else {
            return nil
        }
    }
}

extension HTTPProbe {
    /// Nil where the port has no number, and for HTTPS.
    init?(_ action: HTTPGetAction, _ container: Container, address: String) {
        guard action.scheme != .https, let port = action.port.number(in: container) else { return nil }
        let address = action.host.isEmpty ? address : action.host
        let path = action.path.hasPrefix("/") ? action.path : "/" + action.path
        self.init(
            address: address,
            port: port,
            path: path,
            headers: action.httpHeaders.map { [$0.name, $0.value] }
        )
    }
}

extension Probe {
    /// Whether Steady can ask what the probe asks. A manifest is warned when it can't.
    var isSupported: Bool {
        exec != nil || tcpSocket != nil || (httpGet.map { $0.scheme != .https } ?? false)
    }
}

extension IntOrString {
    /// The port that is meant, where a name is one of the container's.
    func number(in container: Container) -> UInt16? {
        switch self {
        case .int(let number): return UInt16(exactly: number)
        case .string(let name):
            if let port = container.ports.first(where: { $0.name == name }) {
                return UInt16(exactly: port.containerPort > 0 ? port.containerPort : port.hostPort)
            }
            return UInt16(name)
        }
    }
}
