import Glibc
import Testing

@testable import Networking

/// All of it in network namespaces of the tests' own, which take root to make.
@Suite(.enabled(if: geteuid() == 0, "network namespaces take root")) struct HostNetworkTests {
    @Test(arguments: [false, true])
    func `pods reach each other, each under its own address`(filtersBridges: Bool) async throws {
        let lab = try await NetworkLab(filtersBridges: filtersBridges)
        let (one, two) = (try await lab.addPod(2), try await lab.addPod(3))
        let server = try await two.serve(.tcp, port: 8080)

        let reply = try await one.ask(.tcp, two.address, 8080)
        let fromMachine = try await lab.onMachine { ask(.tcp, two.address, 8080) }

        #expect(reply == .answer("pod-3 10.64.0.2"))
        #expect(fromMachine == .answer("pod-3 10.64.0.1"))
        withExtendedLifetime(server) {}
    }

    @Test(arguments: [false, true], Transport.allCases)
    func `a service leads to its endpoints, from pods and from the machine`(
        filtersBridges: Bool,
        transport: Transport
    ) async throws {
        let lab = try await NetworkLab(filtersBridges: filtersBridges)
        let (client, one, two) = (try await lab.addPod(2), try await lab.addPod(3), try await lab.addPod(4))
        let servers = [try await one.serve(transport, port: 8080), try await two.serve(transport, port: 8081)]
        try await lab.apply(.web(transport, [one.endpoint(8080), two.endpoint(8081)]))

        var fromPod: Set<Reply> = []
        var fromMachine: Set<Reply> = []
        for _ in 0..<40 {
            fromPod.insert(try await client.ask(transport, .service, 80))
            fromMachine.insert(try await lab.onMachine { ask(transport, .service, 80) })
        }

        #expect(fromPod == [.answer("pod-3 10.64.0.2"), .answer("pod-4 10.64.0.2")])
        #expect(fromMachine == [.answer("pod-3 10.64.0.1"), .answer("pod-4 10.64.0.1")])
        withExtendedLifetime(servers) {}
    }

    @Test(arguments: [false, true], Transport.allCases)
    func `a pod reaches itself through its service`(filtersBridges: Bool, transport: Transport) async throws {
        let lab = try await NetworkLab(filtersBridges: filtersBridges)
        let pod = try await lab.addPod(2)
        let server = try await pod.serve(transport, port: 8080)
        try await lab.apply(.web(transport, [pod.endpoint(8080)]))

        #expect(try await pod.ask(transport, .service, 80) == .answer("pod-2 10.64.0.1"))
        withExtendedLifetime(server) {}
    }

    @Test(arguments: Transport.allCases)
    func `a node port answers on each of the machine's addresses`(transport: Transport) async throws {
        let lab = try await NetworkLab()
        let (pod, other) = (try await lab.addPod(2), try await lab.addPod(3))
        let server = try await pod.serve(transport, port: 8080)
        try await lab.apply(.web(transport, nodePort: 30080, [pod.endpoint(8080)]))

        let loopback = try await lab.onMachine { ask(transport, IPv4Address(127, 0, 0, 1), 30080) }
        let own = try await lab.onMachine { ask(transport, NetworkLab.machineAddress, 30080) }
        let outside = try await lab.outside.run { ask(transport, NetworkLab.machineAddress, 30080) }
        let fromPod = try await other.ask(transport, NetworkLab.machineAddress, 30080)
        let fromItself = try await pod.ask(transport, NetworkLab.machineAddress, 30080)

        #expect(loopback == .answer("pod-2 10.64.0.1"))
        #expect(own == .answer("pod-2 192.0.2.2"))
        #expect(outside == .answer("pod-2 192.0.2.1"))
        #expect(fromPod == .answer("pod-2 10.64.0.3"))
        #expect(fromItself == .answer("pod-2 10.64.0.1"))
        withExtendedLifetime(server) {}
    }

    @Test(arguments: [false, true])
    func `a service may lead to what runs on the machine's own network`(filtersBridges: Bool) async throws {
        let lab = try await NetworkLab(filtersBridges: filtersBridges)
        let pod = try await lab.addPod(2)
        let server = try await lab.onMachine { try Responder("machine", .tcp, port: 31000) }
        try await lab.apply(.web(.tcp, [.init(address: NetworkLab.machineAddress, port: 31000)]))

        #expect(try await pod.ask(.tcp, .service, 80) == .answer("machine 10.64.0.2"))
        #expect(try await lab.onMachine { ask(.tcp, .service, 80) } == .answer("machine 10.64.0.1"))
        withExtendedLifetime(server) {}
    }

    @Test func `a pod's names are answered at the gateway`() async throws {
        let lab = try await NetworkLab()
        let pod = try await lab.addPod(2)
        let table = DNSTable(ServiceTable(services: [.web(.tcp, [])]), plan: lab.plan)
        let server = try await lab.onMachine { [plan = lab.plan] in
            try DNSServer(address: plan.gateway, table: table, resolvConf: "/dev/null")
        }

        let answer = try await pod.namespace.run { server.look("web.default.svc.cluster.local") }

        #expect(answer.records == ["web.default.svc.cluster.local A 10.65.0.10"])
    }

    @Test(arguments: Transport.allCases)
    func `a host port leads to its pod`(transport: Transport) async throws {
        let lab = try await NetworkLab()
        let pod = try await lab.addPod(2)
        let server = try await pod.serve(transport, port: 8080)
        try await lab.onMachine { [network = lab.network] in
            let port = HostPort(transport: transport, port: 80, endpoint: pod.endpoint(8080))
            try network.apply(ServiceTable(hostPorts: [port]))
        }

        let outside = try await lab.outside.run { ask(transport, NetworkLab.machineAddress, 80) }
        let loopback = try await lab.onMachine { ask(transport, .loopback, 80) }

        #expect(outside == .answer("pod-2 192.0.2.1"))
        #expect(loopback == .answer("pod-2 10.64.0.1"))
        withExtendedLifetime(server) {}
    }

    @Test(arguments: Transport.allCases)
    func `a host port of one address is that address's alone, and only if it is the machine's`(
        transport: Transport
    ) async throws {
        let lab = try await NetworkLab()
        let pod = try await lab.addPod(2)
        let server = try await pod.serve(transport, port: 8080)
        let world = try await lab.outside.run { try Responder("world", transport, port: 82) }
        try await lab.onMachine { [network = lab.network] in
            let endpoint = pod.endpoint(8080)
            let ports = [
                HostPort(hostAddress: .loopback, transport: transport, port: 80, endpoint: endpoint),
                HostPort(hostAddress: NetworkLab.machineAddress, transport: transport, port: 81, endpoint: endpoint),
                HostPort(hostAddress: NetworkLab.outsideAddress, transport: transport, port: 82, endpoint: endpoint),
            ]
            try network.apply(ServiceTable(hostPorts: ports))
        }

        #expect(try await lab.onMachine { ask(transport, .loopback, 80) } == .answer("pod-2 10.64.0.1"))
        #expect(try await lab.outside.run { ask(transport, NetworkLab.machineAddress, 80) } == .refused)
        let outside = try await lab.outside.run { ask(transport, NetworkLab.machineAddress, 81) }
        #expect(outside == .answer("pod-2 192.0.2.1"))
        let stranger = try await lab.onMachine { ask(transport, NetworkLab.outsideAddress, 82) }
        #expect(stranger == .answer("world 192.0.2.2"))
        withExtendedLifetime((server, world)) {}
    }

    @Test(arguments: [false, true], Transport.allCases)
    func `what no endpoint stands behind refuses at once`(
        filtersBridges: Bool,
        transport: Transport
    ) async throws {
        let lab = try await NetworkLab(filtersBridges: filtersBridges)
        let pod = try await lab.addPod(2)
        let bare = try await lab.onMachine { ask(transport, .service, 80) }
        try await lab.apply(.web(transport, nodePort: 30080, []))

        let fromPod = try await pod.ask(transport, .service, 80)
        let fromMachine = try await lab.onMachine { ask(transport, .service, 80) }
        let unknown = try await pod.ask(transport, IPv4Address(10, 65, 9, 9), 80)
        let nodePort = try await lab.outside.run { ask(transport, NetworkLab.machineAddress, 30080) }

        #expect([bare, fromPod, fromMachine, unknown, nodePort] == Array(repeating: .refused, count: 5))
    }

    @Test func `a pod speaks to the world outside under the machine's address`() async throws {
        let lab = try await NetworkLab()
        let pod = try await lab.addPod(2)
        let server = try await lab.outside.run { try Responder("world", .tcp, port: 80) }

        #expect(try await pod.ask(.tcp, NetworkLab.outsideAddress, 80) == .answer("world 192.0.2.2"))
        withExtendedLifetime(server) {}
    }

    @Test func `nothing for the service range leaves, not even without rules or bridge`() async throws {
        let lab = try await NetworkLab()
        let pod = try await lab.addPod(2)
        // The world outside would answer for any address.
        try await lab.outside.run {
            var socket = try NetlinkSocket(.route)
            let index = try Plugs.find("eth0", try Topology.read(&socket))
            for address: IPv4Address in [.service, IPv4Address(10, 64, 0, 9)] {
                let add = RouteMessages.addAddress(address, prefixLength: 32, index: index)
                try socket.perform(add, "lay a trap")
            }
        }
        let trap = try await lab.outside.run { try Responder("trap", .tcp, port: 80) }

        _ = try await lab.onMachine { try PacketFilter.run("delete table ip steady_lab", "lose the rules") }
        let withoutRules = [
            try await pod.ask(.tcp, .service, 80), try await lab.onMachine { ask(.tcp, .service, 80) },
        ]
        try await lab.onMachine {
            var socket = try NetlinkSocket(.route)
            let bridge = try Plugs.find("steady0", try Topology.read(&socket))
            try socket.perform(RouteMessages.deleteLink(index: bridge), "lose the bridge")
        }
        let withoutBridge = try await lab.onMachine {
            [ask(.tcp, .service, 80), ask(.tcp, IPv4Address(10, 64, 0, 9), 80)]
        }

        #expect(Set(withoutRules).isSubset(of: [.unreachable, .timedOut]))
        #expect(withoutBridge == [.unreachable, .unreachable])
        withExtendedLifetime(trap) {}
    }

    @Test func `a pod gets at nothing on the machine's loopback`() async throws {
        let lab = try await NetworkLab()
        let pod = try await lab.addPod(2)
        let server = try await lab.onMachine { try Responder("secret", .udp, port: 9999) }
        try await pod.namespace.run {
            // A pod that is out for it sends loopback addresses over its cable.
            try KernelSetting("net/ipv4/conf/eth0/route_localnet").set("1")
            var socket = try NetlinkSocket(.route)
            let topology = try Topology.read(&socket)
            let loopback = try Plugs.find("lo", topology)
            var down = NetlinkMessage(type: 16, flags: .acknowledge)
            for part: UInt32 in [0, UInt32(loopback), 0, 1] { down.append(part) }
            try socket.perform(down, "take down the loopback")
            try Plugs.addRoute(
                to: IPv4Network(containing: IPv4Address(127, 0, 0, 5), prefixLength: 32),
                via: IPv4Address(10, 64, 0, 1),
                index: try Plugs.find("eth0", topology),
                &socket
            )
        }

        #expect(try await pod.ask(.udp, IPv4Address(127, 0, 0, 5), 9999) != .answer("secret 10.64.0.2"))
        withExtendedLifetime(server) {}
    }

    @Test func `establishing again keeps connections, services and pods`() async throws {
        let lab = try await NetworkLab()
        let (pod, client) = (try await lab.addPod(2), try await lab.addPod(3))
        let server = try await pod.serve(.udp, port: 8080)
        try await lab.apply(.web(.udp, [pod.endpoint(8080)]))

        let replies = try await client.namespace.run {
            let client = Client(.udp, to: .service, 80)
            let before = client.ask()
            let again = HostNetwork(plan: lab.plan)
            try lab.machine.visit { try again.establish() }
            let between = client.ask()
            try lab.machine.visit {
                try again.apply(ServiceTable(services: [.web(.udp, [pod.endpoint(8080)])]))
            }
            return [before, between, client.ask(), ask(.udp, .service, 80)]
        }

        #expect(replies == Array(repeating: .answer("pod-2 10.64.0.3"), count: 4))
        withExtendedLifetime(server) {}
    }

    @Test func `a change of services leads the next connection elsewhere`() async throws {
        let lab = try await NetworkLab()
        let (one, two, client) = (try await lab.addPod(2), try await lab.addPod(3), try await lab.addPod(4))
        let servers = [try await one.serve(.tcp, port: 8080), try await two.serve(.tcp, port: 8080)]

        var replies: [Reply] = []
        for endpoints in [[one], [two], [one, two], [], [one]] {
            try await lab.apply(.web(.tcp, endpoints.map { $0.endpoint(8080) }))
            replies.append(try await client.ask(.tcp, .service, 80))
        }
        try await lab.apply()
        replies.append(try await client.ask(.tcp, .service, 80))

        let (first, second) = (Reply.answer("pod-2 10.64.0.4"), Reply.answer("pod-3 10.64.0.4"))
        #expect([first, second].contains(replies.remove(at: 2)))
        #expect(replies == [first, second, .refused, first, .refused])
        withExtendedLifetime(servers) {}
    }

    @Test func `a UDP client that goes on sending is led away from an endpoint that went`() async throws {
        let lab = try await NetworkLab()
        let (one, two, client) = (try await lab.addPod(2), try await lab.addPod(3), try await lab.addPod(4))
        let servers = [try await one.serve(.udp, port: 8080), try await two.serve(.udp, port: 8080)]
        try await lab.apply(.web(.udp, nodePort: 30053, [one.endpoint(8080)]))

        let replies = try await client.namespace.run {
            let service = Client(.udp, to: .service, 80)
            let nodePort = Client(.udp, to: NetworkLab.machineAddress, 30053)
            let before = [service.ask(), nodePort.ask()]
            try lab.machine.visit {
                try lab.network.apply(ServiceTable(services: [.web(.udp, nodePort: 30053, [two.endpoint(8080)])]))
            }
            return before + [service.ask(), nodePort.ask()]
        }

        let (first, second) = (Reply.answer("pod-2 10.64.0.4"), Reply.answer("pod-3 10.64.0.4"))
        #expect(replies == [first, first, second, second])
        withExtendedLifetime(servers) {}
    }

    @Test func `a client with affinity keeps its endpoint while there is one`() async throws {
        let lab = try await NetworkLab()
        let (one, two, client) = (try await lab.addPod(2), try await lab.addPod(3), try await lab.addPod(4))
        let servers = [try await one.serve(.tcp, port: 8080), try await two.serve(.tcp, port: 8080)]
        let both = [one.endpoint(8080), two.endpoint(8080)]
        try await lab.apply(.web(.tcp, nodePort: 30080, both, affinity: 600))

        var replies: Set<Reply> = []
        for _ in 0..<10 { replies.insert(try await client.ask(.tcp, .service, 80)) }
        // A daemon that starts again knows nothing of what it applied before.
        let restarted = HostNetwork(plan: lab.plan)
        try await lab.onMachine {
            try restarted.establish()
            try restarted.apply(ServiceTable(services: [.web(.tcp, nodePort: 30080, both, affinity: 600)]))
        }
        for _ in 0..<10 { replies.insert(try await client.ask(.tcp, .service, 80)) }
        let isFirst = replies.first == .answer("pod-2 10.64.0.4")
        let rest = isFirst ? two : one
        try await lab.onMachine {
            let table = ServiceTable(services: [.web(.tcp, nodePort: 30080, [rest.endpoint(8080)], affinity: 600)])
            try restarted.apply(table)
        }
        let moved = try await client.ask(.tcp, .service, 80)
        try await lab.onMachine { try restarted.apply(ServiceTable()) }
        let left = try await lab.onMachine { try PacketFilter.run("list table ip steady_lab", "look") }

        #expect(replies.count == 1)
        #expect(moved == .answer("\(rest.name) 10.64.0.4"))
        #expect(!left.contains("affinity"))
        withExtendedLifetime(servers) {}
    }

    @Test func `teardown leaves nothing, twice`() async throws {
        let lab = try await NetworkLab(establishes: false)
        let before = try await lab.onMachine { try Footprint.take() }

        try await lab.onMachine { [network = lab.network] in
            try network.establish()
            try network.apply(ServiceTable(services: [.web(.tcp, [], affinity: 5)]))
            try network.teardown()
            try network.teardown()
        }

        #expect(try await lab.onMachine { try Footprint.take() } == before)
    }

    @Test func `a bridge of that name that is somebody else's is left alone`() async throws {
        let lab = try await NetworkLab(establishes: false)
        let stranger = HostNetwork(
            plan: NetworkPlan(
                instance: "stranger",
                bridge: "steady0",
                podRange: IPv4Network(containing: IPv4Address(10, 70, 0, 0), prefixLength: 16),
                serviceRange: IPv4Network(containing: IPv4Address(10, 71, 0, 0), prefixLength: 16)
            )
        )
        try await lab.onMachine { try stranger.establish() }

        await #expect(throws: NetworkingError.self) {
            try await lab.onMachine { [network = lab.network] in try network.establish() }
        }
        try await lab.onMachine { [network = lab.network] in try network.teardown() }
        #expect(try await lab.onMachine { try Footprint.take().links.contains("steady0") })
    }

    @Test func `two instances live side by side`() async throws {
        let lab = try await NetworkLab()
        let use = try await lab.onMachine { try NetworkUse.current() }
        let plan = try NetworkPlan.choose(instance: "other", avoiding: use)
        let other = HostNetwork(plan: plan)
        let pod = try await lab.addPod(2)
        let server = try await pod.serve(.tcp, port: 8080)
        try await lab.apply(.web(.tcp, [pod.endpoint(8080)]))

        try await lab.onMachine { try other.establish() }
        let beside = try await lab.onMachine { ask(.tcp, .service, 80) }
        try await lab.onMachine { try other.teardown() }
        let after = try await lab.onMachine { ask(.tcp, .service, 80) }

        #expect(plan.bridge == "steady1")
        #expect(!use.networks.contains { $0.prefixLength > 0 && $0.overlaps(plan.podRange) })
        #expect([beside, after] == Array(repeating: .answer("pod-2 10.64.0.1"), count: 2))
        withExtendedLifetime(server) {}
    }
}

/// What can be left behind in a network namespace.
struct Footprint: Hashable {
    var links: Set<String>
    var networks: [IPv4Network]
    var tables: String

    static func take() throws -> Footprint {
        let use = try NetworkUse.current()
        return Footprint(
            links: use.interfaces,
            networks: use.networks,
            tables: try PacketFilter.run("list tables", "list tables")
        )
    }
}

extension IPv4Address {
    static let service = IPv4Address(10, 65, 0, 10)
}

extension ServiceRoute {
    static func web(
        _ transport: Transport,
        nodePort: UInt16? = nil,
        _ endpoints: [Endpoint],
        affinity: Int? = nil
    ) -> ServiceRoute {
        ServiceRoute(
            namespace: "default",
            name: "web",
            clusterIP: .service,
            ports: [Port(transport: transport, port: 80, nodePort: nodePort, endpoints: endpoints)],
            clientAffinitySeconds: affinity
        )
    }
}
