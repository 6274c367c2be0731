/// What services ask of the packet filter: the elements of its maps, each as a key and a value in nft's words.
struct ServiceRules: Hashable {
    var maps: [Map: [String: String]] = [:]
    /// The pods' addresses that stand behind a service; each may come back to itself.
    var hairpins: Set<IPv4Address> = []
    var spreads: Set<Spread> = []
    /// Services whose clients keep their endpoint, by the name of their chain.
    var affinities: [String: Affinity] = [:]
    /// Where UDP goes: connection tracking remembers its flows, and has to be told when that is no longer so.
    var flows: [FlowKey: Set<Target>] = [:]

    enum Map: String, CaseIterable {
        case services
        /// Like `services`, and only where the address is one of the machine's own.
        case hostPorts = "host_ports"
        case nodePorts = "node_ports"
        case tcpEndpoints = "tcp_endpoints"
        case udpEndpoints = "udp_endpoints"
        case tcpNodeEndpoints = "tcp_node_endpoints"
        case udpNodeEndpoints = "udp_node_endpoints"
    }

    /// A chain that picks one of so many endpoints. It serves all services with that number.
    struct Spread: Hashable, Comparable {
        var transport: Transport
        var isNodePort: Bool
        var count: Int

        var chain: String { "\(transport.rawValue)\(isNodePort ? "_node" : "")_spread_\(count)" }

        var endpoints: Map {
            switch (transport, isNodePort) {
            case (.tcp, false): .tcpEndpoints
            case (.udp, false): .udpEndpoints
            case (.tcp, true): .tcpNodeEndpoints
            case (.udp, true): .udpNodeEndpoints
            }
        }

        static func < (left: Self, right: Self) -> Bool { left.chain < right.chain }
    }

    struct Target: Hashable, Comparable {
        var address: IPv4Address
        var port: UInt16

        static func < (left: Self, right: Self) -> Bool {
            (left.address, left.port) < (right.address, right.port)
        }
    }

    /// A UDP port of a service, or with no address, of the machine.
    struct FlowKey: Hashable {
        var address: IPv4Address?
        var port: UInt16
    }

    /// A chain of its own, with a set for each endpoint that remembers the clients it was given.
    struct Affinity: Hashable {
        var seconds: Int
        var targets: [Target]
    }

    init(_ table: ServiceTable = ServiceTable()) {
        for service in table.services {
            let addresses = (service.clusterIP.map { [$0] } ?? []) + service.externalIPs
            for port in service.ports where port.port > 0 {
                add(port, of: service, at: addresses, in: .services)
            }
        }
        for port in table.hostPorts {
            let route = ServiceRoute.Port(
                transport: port.transport,
                port: port.port,
                nodePort: port.hostAddress == nil ? port.port : nil,
                endpoints: [port.endpoint]
            )
            add(
                route,
                of: ServiceRoute(namespace: "", name: ""),
                at: port.hostAddress.map { [$0] } ?? [],
                in: .hostPorts
            )
        }
    }

    private mutating func add(
        _ port: ServiceRoute.Port,
        of service: ServiceRoute,
        at addresses: [IPv4Address],
        in map: Map
    ) {
        let targets = Set(port.endpoints.map { Target(address: $0.address, port: $0.port) }).sorted()
        remember(port, at: addresses, targets)
        // Without endpoints there is no element either: the base rules refuse what no element sends elsewhere.
        guard !targets.isEmpty, !addresses.isEmpty || port.nodePort != nil else { return }
        hairpins.formUnion(targets.map(\.address))

        let affinity = service.clientAffinitySeconds.map { seconds in
            let name = Self.affinityName(service, port)
            affinities[name] = Affinity(seconds: seconds, targets: targets)
            return name
        }
        for address in addresses {
            let spread = Spread(transport: port.transport, isNodePort: false, count: targets.count)
            guard
                insert(
                    affinity ?? spread.chain,
                    at: "\(address) . \(port.transport.rawValue) . \(port.port)",
                    in: map
                )
            else { continue }
            if affinity == nil { add(spread, from: "\(address) . \(port.port)", to: targets) }
        }
        if let nodePort = port.nodePort {
            let spread = Spread(transport: port.transport, isNodePort: true, count: targets.count)
            guard insert(affinity ?? spread.chain, at: "\(port.transport.rawValue) . \(nodePort)", in: .nodePorts)
            else { return }
            if affinity == nil { add(spread, from: "\(nodePort)", to: targets) }
        }
    }

    /// False when an earlier service has that address and port: the first one keeps it.
    private mutating func insert(_ chain: String, at key: String, in map: Map) -> Bool {
        // The two share the maps of endpoints.
        let rivals: [Map] = map == .nodePorts ? [.nodePorts] : [.services, .hostPorts]
        guard rivals.allSatisfy({ maps[$0]?[key] == nil }) else { return false }
        maps[map, default: [:]][key] = "goto \(chain)"
        return true
    }

    private mutating func add(_ spread: Spread, from key: String, to targets: [Target]) {
        spreads.insert(spread)
        for (index, target) in targets.enumerated() {
            maps[spread.endpoints, default: [:]]["\(key) . \(index)"] = "\(target.address) . \(target.port)"
        }
    }

    private mutating func remember(_ port: ServiceRoute.Port, at addresses: [IPv4Address], _ targets: [Target]) {
        guard port.transport == .udp else { return }
        for address in addresses {
            flows[FlowKey(address: address, port: port.port), default: []].formUnion(targets)
        }
        if let nodePort = port.nodePort {
            flows[FlowKey(address: nil, port: nodePort), default: []].formUnion(targets)
        }
    }

    private static func affinityName(_ service: ServiceRoute, _ port: ServiceRoute.Port) -> String {
        let hash = stableHash("\(service.namespace)/\(service.name)/\(port.transport.rawValue)/\(port.port)")
        return "affinity_" + String(hash, radix: 16)
    }
}
