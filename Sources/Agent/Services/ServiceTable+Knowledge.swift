internal import HashTreeCollections
internal import Model
internal import Networking

extension NodeAgent {
    /// Has the router and the DNS server learn of services, if something changed.
    mutating func updateServices(_ turn: inout PodTurn) {
        guard hasNewServices else { return }
        hasNewServices = false
        let table = ServiceTable(knowledge, pods: pods.values.map { $0 }, settings)
        guard table != services else { return }
        services = table
        turn.submit(.services(table))
    }
}

extension ServiceTable {
    init(_ knowledge: ClusterKnowledge, pods: [PodLife], _ settings: AgentSettings) {
        let slices = Dictionary(
            grouping: knowledge.endpointSlices.filter { $0.metadata.labels[Self.nameLabel] != nil }
        ) { ServiceKey(namespace: $0.metadata.namespace, name: $0.metadata.labels[Self.nameLabel] ?? "") }
        self.init(
            services: knowledge.services.map { service in
                let key = ServiceKey(namespace: service.metadata.namespace, name: service.metadata.name)
                return ServiceRoute(service, slices[key] ?? [])
            },
            pods: Self.names(of: pods),
            apps: Self.apps(of: pods, settings)
        )
    }

    private static let nameLabel = "kubernetes.io/service-name"

    private struct ServiceKey: Hashable {
        var namespace: String
        var name: String
    }

    private static func names(of pods: [PodLife]) -> [PodName] {
        pods.compactMap { life -> PodName? in
            guard let pod = life.pod, let address = life.address, life.isBound else { return nil }
            return PodName(
                namespace: pod.metadata.namespace,
                name: pod.metadata.name,
                address: address,
                hostname: pod.spec.hostname.isEmpty ? nil : pod.spec.hostname,
                subdomain: pod.spec.subdomain.isEmpty ? nil : pod.spec.subdomain
            )
        }
        .sorted { ($0.namespace, $0.name) < ($1.namespace, $1.name) }
    }

    /// The apps of which something runs here.
    private static func apps(of pods: [PodLife], _ settings: AgentSettings) -> [AppName] {
        var tasks: [String: [(String, AppName.Task)]] = [:]
        for life in pods {
            guard let pod = life.pod, let app = MarathonPod(pod), life.isBound,
                life.containers.contains(where: { $0.running != nil }),
                let address = IPv4Address(life.reachableAddress(settings))
            else { continue }
            let ports = pod.spec.containers.flatMap { container in
                container.ports.compactMap { AppName.Port($0, isHostNetwork: pod.spec.hostNetwork) }
            }
            tasks[app.appID, default: []].append((pod.metadata.name, AppName.Task(address: address, ports: ports)))
        }
        return tasks.sorted { $0.key < $1.key }.map { id, tasks in
            AppName(id: id, tasks: tasks.sorted { $0.0 < $1.0 }.map(\.1))
        }
    }
}

extension AppName.Port {
    fileprivate init?(_ port: ContainerPort, isHostNetwork: Bool) {
        let number = isHostNetwork && port.hostPort > 0 ? port.hostPort : port.containerPort
        guard let number = UInt16(exactly: number), number > 0 else { return nil }
        let transport = Networking.TransportProtocol(rawValue: port.protocol.rawValue.lowercased()) ?? .tcp
        self.init(name: port.name.isEmpty ? nil : port.name, transports: [transport], port: number)
    }
}

extension ServiceRoute {
    fileprivate init(_ service: Service, _ slices: [EndpointSlice]) {
        let spec = service.spec
        self.init(
            namespace: service.metadata.namespace,
            name: service.metadata.name,
            clusterIP: IPv4Address(spec.clusterIP),
            externalIPs: spec.externalIPs.compactMap { IPv4Address($0) },
            ports: spec.ports.compactMap { port in
                ServiceRoute.Port(port, slices, publishesUnready: spec.publishNotReadyAddresses)
            },
            clientAffinitySeconds: spec.sessionAffinity == .clientIP
                ? spec.sessionAffinityConfig?.clientIP?.timeoutSeconds ?? 10_800 : nil,
            externalName: spec.type == .externalName ? spec.externalName : nil
        )
        if ports.isEmpty, spec.clusterIP == "None" {
            ports = [ServiceRoute.Port(port: 0, endpoints: Self.addresses(slices, spec.publishNotReadyAddresses))]
        }
    }

    /// A headless service that names no port still has names for its pods.
    private static func addresses(_ slices: [EndpointSlice], _ publishesUnready: Bool) -> [Endpoint] {
        slices.flatMap(\.endpoints).filter { $0.takesTraffic(publishesUnready) }.compactMap { endpoint in
            endpoint.addresses.first.flatMap { IPv4Address($0) }.map {
                Endpoint(address: $0, port: 0, hostname: endpoint.hostname)
            }
        }
    }
}

extension ServiceRoute.Port {
    fileprivate init?(_ port: ServicePort, _ slices: [EndpointSlice], publishesUnready: Bool) {
        guard let number = UInt16(exactly: port.port),
            let transport = Networking.TransportProtocol(
                rawValue: port.protocol.isEmpty ? "tcp" : port.protocol.rawValue.lowercased()
            )
        else { return nil }
        var endpoints: [ServiceRoute.Endpoint] = []
        for slice in slices {
            // A slice's port is the service's of the same name.
            guard let target = slice.ports.first(where: { ($0.name ?? "") == port.name })?.port,
                let target = UInt16(exactly: target)
            else { continue }
            endpoints += slice.endpoints.filter { $0.takesTraffic(publishesUnready) }.compactMap { endpoint in
                endpoint.addresses.first.flatMap { IPv4Address($0) }.map {
                    ServiceRoute.Endpoint(address: $0, port: target, hostname: endpoint.hostname)
                }
            }
        }
        self.init(
            name: port.name.isEmpty ? nil : port.name,
            transport: transport,
            port: number,
            nodePort: UInt16(exactly: port.nodePort).flatMap { $0 > 0 ? $0 : nil },
            endpoints: endpoints
        )
    }
}

extension Endpoint {
    /// Absent means ready.
    fileprivate func takesTraffic(_ publishesUnready: Bool) -> Bool { publishesUnready || conditions.ready ?? true }
}
