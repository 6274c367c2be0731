internal import Model

extension ProbeRequest.Target {
    /// What a question asks over the network; nil where its port has no number.
    ///
    /// - Parameter address: the pod's own, or the host's where the pod uses its network.
    init?(_ question: ProbeSchedule.Question, _ container: Container, in pod: Pod, address: String) {
        switch question {
        case .probe(let probe): self.init(probe, container, address: address)
        case .healthCheck(let check): self.init(check, container, in: pod, address: address)
        case .readinessCheck(let check): self.init(check, container, in: pod, address: address)
        }
    }

    private init?(_ probe: Probe, _ container: Container, address: String) {
        if let http = probe.httpGet {
            guard let request = HTTPProbe(http, container, address: address) else { return nil }
            self = .http(request)
        } else if let tcp = probe.tcpSocket {
            guard let port = tcp.port.number(in: container) else { return nil }
            self = .tcp(address: tcp.host.isEmpty ? address : tcp.host, port: port)
        } else if let grpc = probe.grpc {
            guard let port = UInt16(exactly: grpc.port) else { return nil }
            self = .grpc(address: address, port: port, service: grpc.service ?? "")
        } else {
            return nil
        }
    }

    private init?(_ check: AppHealthCheck, _ container: Container, in pod: Pod, address: String) {
        guard let port = check.port(of: container, in: pod) else { return nil }
        // What Mesos checks, it checks from inside the task's network.
        let address = pod.spec.hostNetwork && check.isMadeOnNode ? "127.0.0.1" : address
        switch check.means {
        case .command: return nil
        case .tcp: self = .tcp(address: address, port: port)
        case .http(let isSecure):
            let path = check.path ?? "/"
            self = .http(
                HTTPProbe(
                    address: address,
                    port: port,
                    path: path.hasPrefix("/") ? path : "/" + path,
                    headers: [["User-Agent", "steady"]],
                    isSecure: isSecure,
                    ignoresInformational: check.ignoreHttp1xx
                )
            )
        }
    }
}

extension ProbeRequest.Target {
    private init?(_ check: AppReadinessCheck, _ container: Container, in pod: Pod, address: String) {
        guard let port = container.ports.first(where: { $0.name == check.portName }),
            let number = UInt16(exactly: pod.spec.hostNetwork ? port.hostPort : port.containerPort), number > 0
        else { return nil }
        self = .http(
            HTTPProbe(
                address: address,
                port: number,
                path: check.path.hasPrefix("/") ? check.path : "/" + check.path,
                headers: [["User-Agent", "steady"]],
                isSecure: check.protocol == .https,
                keptBody: check.preserveLastResponse ? AppReadinessCheck.longestBody : 0
            )
        )
    }
}

extension HTTPProbe {
    /// Nil where the port has no number.
    init?(_ action: HTTPGetAction, _ container: Container, address: String) {
        guard let port = action.port.number(in: container) else { return nil }
        self.init(
            address: action.host.isEmpty ? address : action.host,
            port: port,
            path: action.path.hasPrefix("/") ? action.path : "/" + action.path,
            headers: action.httpHeaders.map { [$0.name, $0.value] },
            isSecure: action.scheme == .https,
            followsRedirects: true
        )
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

extension AppHealthCheck {
    /// The number under which a task is asked: one of the host's ports where it uses the host's network, else one of its
    /// own. Nil where it has no such port.
    fileprivate func port(of container: Container, in pod: Pod) -> UInt16? {
        let isOnHost = pod.spec.hostNetwork
        if let port, port > 0 {
            // Marathon itself asks at the host's ports; here the same is asked without the detour.
            let mapped = isOnHost || isMadeOnNode ? nil : container.ports.first { $0.hostPort == port }
            return UInt16(exactly: mapped?.containerPort ?? port)
        }
        let index = max(portIndex ?? 0, 0)
        guard let ports = MarathonPod(pod)?.ports, ports.indices.contains(index) else { return nil }
        // A port for two transports stands twice in the container.
        let offset = ports[..<index].reduce(0) { $0 + $1.transports.count }
        guard container.ports.indices.contains(offset) else { return nil }
        let number = isOnHost ? container.ports[offset].hostPort : container.ports[offset].containerPort
        return number > 0 ? UInt16(exactly: number) : nil
    }
}
