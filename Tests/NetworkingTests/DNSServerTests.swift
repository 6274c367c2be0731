import Glibc
import Testing

@testable import Networking

/// On the loopback's own addresses; nothing is asked of the machine's name servers.
@Suite struct DNSServerTests {
    @Test(arguments: Transport.allCases)
    func `a server answers from the latest table`(transport: Transport) async throws {
        let server = try DNSServer(address: .loopback, port: 0, table: DNSTable(plan: .sample), resolvConf: "/dev/null")
        let before = try await onOwnThread { server.look("web.shop.svc.cluster.local", over: transport) }

        server.publish(DNSTable(.sample, plan: .sample))

        let after = try await onOwnThread { server.look("web.shop.svc.cluster.local", over: transport) }
        #expect(before.code == .noName)
        #expect(after.records == ["web.shop.svc.cluster.local A 10.65.0.10"])
        server.stop()
    }

    @Test(arguments: Transport.allCases)
    func `other names are asked of the host's servers, past those that don't answer`(
        transport: Transport
    ) async throws {
        let upstream = try DNSServer(
            address: .loopback,
            port: 0,
            table: DNSTable(.sample, plan: .elsewhere),
            resolvConf: "/dev/null"
        )
        let dead = try DNSServer(address: .loopback, port: 0, table: DNSTable(plan: .sample))
        dead.stop()
        let file = try TemporaryFile("nameserver 127.0.0.1#\(dead.port)\nnameserver 127.0.0.1#\(upstream.port)\n")
        let server = try DNSServer(
            address: .loopback,
            port: 0,
            table: DNSTable(.alias, plan: .sample),
            resolvConf: file.path
        )

        let forwarded = try await onOwnThread { server.look("db.shop.svc.example.com", over: transport) }
        let unknown = try await onOwnThread { server.look("x.example.com", over: transport) }
        let alias = try await onOwnThread { server.look("far.shop.svc.cluster.local", over: transport) }

        #expect(forwarded.code == .noError)
        #expect(
            Set(forwarded.records) == ["db.shop.svc.example.com A 10.64.0.5", "db.shop.svc.example.com A 10.64.0.6"]
        )
        #expect(unknown.code == .noName)
        #expect(
            alias.records == [
                "far.shop.svc.cluster.local → web.shop.svc.example.com", "web.shop.svc.example.com A 10.65.0.10",
            ]
        )
        withExtendedLifetime((upstream, file)) {}
    }

    @Test func `without anybody to ask, or only itself, it fails at once`() async throws {
        let file = try TemporaryFile("")
        let server = try DNSServer(
            address: .loopback,
            port: 0,
            table: DNSTable(.alias, plan: .sample),
            resolvConf: file.path
        )
        try file.write("nameserver 127.0.0.1#\(server.port)\n")

        let answers = try await onOwnThread {
            [
                server.look("example.com"), server.look("example.com", over: .tcp),
                server.look("far.shop.svc.cluster.local"),
            ]
        }

        #expect(answers.map(\.code) == [.serverFailure, .serverFailure, .serverFailure])
        withExtendedLifetime(file) {}
    }

    @Test func `a server that never answers is given up, and the asker told`() async throws {
        let mute = socket(AF_INET, Int32(SOCK_DGRAM.rawValue), 0)
        defer { close(mute) }
        try bindSocket(mute, SocketAddress(.loopback, 0))
        var bound = SocketAddress()
        _ = bound.receiving { getsockname(mute, $0, $1) }
        let file = try TemporaryFile("nameserver 127.0.0.1#\(bound.port)\n")
        let server = try DNSServer(
            address: .loopback,
            port: 0,
            table: DNSTable(plan: .sample),
            resolvConf: file.path
        )

        let answer = try await onOwnThread { server.look("example.com") }

        #expect(answer.code == .serverFailure)
        withExtendedLifetime(file) {}
    }

    @Test func `nonsense on its port does not stop it`() async throws {
        let server = try DNSServer(
            address: .loopback,
            port: 0,
            table: DNSTable(.sample, plan: .sample),
            resolvConf: "/dev/null"
        )

        let answer = try await onOwnThread {
            let descriptor = socket(AF_INET, Int32(SOCK_DGRAM.rawValue), 0)
            defer { close(descriptor) }
            let target = SocketAddress(server.address, server.port)
            var random = SplitMix(state: 11)
            for _ in 0..<500 {
                let bytes = (0..<Int(random.next() % 80)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
                _ = target.passing { sendto(descriptor, bytes, bytes.count, 0, $0, $1) }
            }
            // So many datagrams fill the socket's buffer, and one more may be dropped: who asks by UDP asks again.
            for _ in 0..<20 {
                let answer = server.look("web.shop.svc.cluster.local")
                if !answer.records.isEmpty { return answer }
            }
            return server.look("web.shop.svc.cluster.local")
        }

        #expect(answer.records == ["web.shop.svc.cluster.local A 10.65.0.10"])
    }

    @Test func `an address that another server has is said to be taken`() throws {
        let server = try DNSServer(address: .loopback, port: 0, table: DNSTable(plan: .sample))

        let error = #expect(throws: NetworkingError.self) {
            try DNSServer(address: .loopback, port: server.port, table: DNSTable(plan: .sample))
        }

        #expect(error?.code == .conflict)
        #expect(error?.message.contains("127.0.0.1 port \(server.port)/UDP") == true)
    }
}

extension IPv4Address {
    static let loopback = IPv4Address(127, 0, 0, 1)
}

extension NetworkPlan {
    /// A cluster whose names another one has to ask for.
    static var elsewhere: NetworkPlan {
        var plan = sample
        plan.clusterDomain = "example.com"
        return plan
    }
}

extension ServiceTable {
    static let alias = ServiceTable(services: [
        ServiceRoute(namespace: "shop", name: "far", externalName: "web.shop.svc.example.com")
    ])
}
