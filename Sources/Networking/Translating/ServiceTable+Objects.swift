public import Model

extension ServiceTable {
    /// What the cluster's objects say, as the router and the DNS server need it. Pure, and in the objects' own order
    /// by name, so that the same objects always make the same table.
    ///
    /// - Parameter pods: those whose names, host ports and Apps are to be known.
    public init(services: [Service], endpointSlices: [EndpointSlice], pods: [Pod] = []) {
        self.init()
        update(services, endpointSlices)
        update(pods)
    }

    /// Takes over what lies behind Services.
    public mutating func update(_ services: [Service], _ endpointSlices: [EndpointSlice]) {
        let slices = Dictionary(grouping: endpointSlices.filter { $0.addressType == .ipv4 }, by: ServiceName.init)
            .mapValues { $0.sorted { $0.metadata.name < $1.metadata.name } }
        self.services = services.sorted { ServiceName($0) < ServiceName($1) }
            .map { ServiceRoute($0, slices: slices[ServiceName($0)] ?? []) }
    }

    /// Takes over the pods whose names, host ports and Apps are to be known.
    public mutating func update(_ pods: [Pod]) {
        let pods = pods.filter { !$0.hasEnded && !$0.status.podIP.isEmpty }
            .sorted { ($0.metadata.namespace, $0.metadata.name) < ($1.metadata.namespace, $1.metadata.name) }
        hostPorts = pods.flatMap(HostPort.all(of:))
        self.pods = pods.compactMap(PodName.init)
        apps = AppName.all(of: pods)
    }
}

/// By what slices and services find each other.
private struct ServiceName: Hashable, Comparable {
    var namespace: String
    var name: String

    init(_ service: Service) {
        (namespace, name) = (service.metadata.namespace, service.metadata.name)
    }

    init(_ slice: EndpointSlice) {
        namespace = slice.metadata.namespace
        name = slice.metadata.labels["kubernetes.io/service-name"] ?? ""
    }

    static func < (left: Self, right: Self) -> Bool { (left.namespace, left.name) < (right.namespace, right.name) }
}

extension ServiceRoute {
    fileprivate init(_ service: Service, slices: [EndpointSlice]) {
        let spec = service.spec
        self.init(
            namespace: service.metadata.namespace,
            name: service.metadata.name,
            clusterIP: IPv4Address(spec.clusterIP),
            externalIPs: spec.externalIPs.compactMap { IPv4Address($0) },
            clientAffinitySeconds: spec.sessionAffinity == .clientIP
                ? spec.sessionAffinityConfig?.clientIP?.timeoutSeconds ?? 10800 : nil,
            externalName: spec.type == .externalName ? spec.externalName : nil
        )
        ports = spec.ports.compactMap { port($0, slices) }
        if isHeadless, spec.ports.isEmpty {
            // Names without ports: each slice then lists endpoints only.
            ports = [Port(port: 0, endpoints: slices.flatMap { $0.endpoints.map { ($0, 0) } }.taking)]
        }
    }

    /// `nil` for a port of a protocol that isn't routed here.
    private func port(_ port: ServicePort, _ slices: [EndpointSlice]) -> Port? {
        guard let transport = Transport(port.protocol) else { return nil }
        let endpoints = slices.flatMap { slice -> [(Model.Endpoint, Int)] in
            let behind = slice.ports.first {
                ($0.name ?? "") == port.name && Transport($0.protocol ?? .tcp) == transport
            }
            guard let number = behind?.port else { return [] }
            return slice.endpoints.map { ($0, number) }
        }
        return Port(
            name: port.name.isEmpty ? nil : port.name,
            transport: transport,
            port: UInt16(clamping: port.port),
            nodePort: port.nodePort > 0 ? UInt16(clamping: port.nodePort) : nil,
            endpoints: endpoints.taking
        )
    }
}

extension [(Model.Endpoint, Int)] {
    /// Those that take traffic: the ready ones, and where there are none, those that still serve while they end.
    fileprivate var taking: [ServiceRoute.Endpoint] {
        let ready = filter { $0.0.conditions.ready != false }
        let chosen =
            ready.isEmpty ? filter { $0.0.conditions.serving == true && $0.0.conditions.terminating == true } : ready
        return chosen.compactMap { endpoint, port in
            guard let address = endpoint.addresses.first.flatMap({ IPv4Address($0) }) else { return nil }
            let hostname = endpoint.hostname.flatMap { $0.isEmpty ? nil : $0 }
            return ServiceRoute.Endpoint(address: address, port: UInt16(clamping: port), hostname: hostname)
        }
    }
}

extension Transport {
    /// `nil` for SCTP. A protocol that isn't given is TCP.
    fileprivate init?(_ name: Model.TransportProtocol) {
        switch name {
        case .tcp, "": self = .tcp
        case .udp: self = .udp
        default: return nil
        }
    }
}

extension HostPort {
    /// A pod on the host's network has its ports there anyway.
    fileprivate static func all(of pod: Pod) -> [HostPort] {
        guard !pod.spec.hostNetwork, let address = IPv4Address(pod.status.podIP) else { return [] }
        return (pod.spec.containers + pod.spec.initContainers.filter { $0.restartPolicy == .always })
            .flatMap(\.ports).filter { $0.hostPort > 0 }
            .compactMap { port in
                guard let transport = Transport(port.protocol) else { return nil }
                let hostAddress = IPv4Address(port.hostIP)
                // One that isn't of this family is none of the addresses that are served here.
                guard hostAddress != nil || ["", "::"].contains(port.hostIP) else { return nil }
                return HostPort(
                    hostAddress: hostAddress == IPv4Address(0, 0, 0, 0) ? nil : hostAddress,
                    transport: transport,
                    port: UInt16(clamping: port.hostPort),
                    endpoint: ServiceRoute.Endpoint(address: address, port: UInt16(clamping: port.containerPort))
                )
            }
    }
}

extension PodName {
    /// `nil` for a pod on the host's network: the address is not its own.
    fileprivate init?(_ pod: Pod) {
        guard !pod.spec.hostNetwork, let address = IPv4Address(pod.status.podIP) else { return nil }
        self.init(
            namespace: pod.metadata.namespace,
            name: pod.metadata.name,
            address: address,
            hostname: pod.spec.hostname.isEmpty ? nil : pod.spec.hostname,
            subdomain: pod.spec.subdomain.isEmpty ? nil : pod.spec.subdomain
        )
    }
}

extension AppName {
    /// The Apps to which the pods belong, with those of them as tasks that run.
    fileprivate static func all(of pods: [Pod]) -> [AppName] {
        var tasks: [String: [Task]] = [:]
        for pod in pods where pod.status.phase == .running && pod.metadata.deletionTimestamp == nil {
            guard let app = MarathonPod(pod), let address = IPv4Address(pod.status.podIP) else { continue }
            tasks[AppID(app.appID).description, default: []].append(Task(address: address, ports: ports(of: pod)))
        }
        return tasks.sorted { $0.key < $1.key }.map { AppName(id: $0.key, tasks: $0.value) }
    }

    /// A port stands once per protocol in a pod, and once with its protocols here.
    private static func ports(of pod: Pod) -> [Port] {
        var ports: [Port] = []
        for port in pod.spec.containers.flatMap(\.ports) {
            let number = pod.spec.hostNetwork ? max(port.hostPort, port.containerPort) : port.containerPort
            guard number > 0, let transport = Transport(port.protocol) else { continue }
            if let index = ports.firstIndex(where: { Int($0.port) == number }) {
                ports[index].transports.append(transport)
            } else {
                let name = port.name.isEmpty ? nil : port.name
                ports.append(Port(name: name, transports: [transport], port: UInt16(clamping: number)))
            }
        }
        return ports
    }
}
