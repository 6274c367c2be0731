import Testing

@testable import Networking

@Suite struct DNSTableTests {
    let table = DNSTable(.sample, plan: .sample)

    @Test(arguments: [
        ("web.shop.svc.cluster.local", "A 10.65.0.10"),
        ("db.shop.svc.cluster.local", "A 10.64.0.5, A 10.64.0.6"),
        ("db-0.db.shop.svc.cluster.local", "A 10.64.0.5"),
        ("10-64-0-6.db.shop.svc.cluster.local", "A 10.64.0.6"),
        ("quiet.shop.svc.cluster.local", "A 10.64.0.5"),
        ("10-64-0-5.shop.pod.cluster.local", "A 10.64.0.5"),
        ("clock-jobs.marathon.mesos", "A 10.64.0.7, A 192.0.2.2"),
        ("near.shop.svc.cluster.local", "CNAME web.shop.svc.cluster.local, A 10.65.0.10"),
    ])
    func `a name leads to its addresses`(name: String, expected: String) {
        #expect(table.text(name, .a) == expected)
    }

    @Test(arguments: [
        ("_http._tcp.web.shop.svc.cluster.local", "SRV 100 80 web.shop.svc.cluster.local"),
        (
            "_sql._tcp.db.shop.svc.cluster.local",
            "SRV 50 5432 db-0.db.shop.svc.cluster.local, SRV 50 5432 10-64-0-6.db.shop.svc.cluster.local"
        ),
        ("web.shop.svc.cluster.local", "SRV 50 80 web.shop.svc.cluster.local, SRV 50 53 web.shop.svc.cluster.local"),
        ("_http._clock-jobs._tcp.marathon.mesos", "SRV 0 31000 clock-jobs-%-s0.marathon.mesos"),
        (
            "_clock-jobs._tcp.marathon.mesos",
            "SRV 0 31000 clock-jobs-%-s0.marathon.mesos, SRV 0 8080 clock-jobs-%-s0.marathon.mesos"
        ),
    ])
    func `a named port is found with its number`(name: String, expected: String) {
        let text = table.text(name, .srv).replacing(#/clock-jobs-[0-9a-z]{5}-/#, with: "clock-jobs-%-")

        #expect(text == expected)
    }

    @Test func `the addresses of what a SRV record names come along`() throws {
        guard
            case .records(_, let additional) = table.answer(
                DNSQuestion(name: "_clock-jobs._tcp.marathon.mesos", type: .srv)
            )
        else {
            Issue.record("no records")
            return
        }

        #expect(additional.map(\.data) == [.a(IPv4Address(192, 0, 2, 2)), .a(IPv4Address(10, 64, 0, 7))])
        for record in additional {
            #expect(table.answer(DNSQuestion(name: record.name, type: .a)) != .noName(zone: "mesos"))
        }
    }

    @Test(arguments: [
        ("10.0.65.10.in-addr.arpa", "no name"), ("10.0.65.10.in-addr.arpa.", "forward"),
        ("5.0.64.10.in-addr.arpa", "PTR db-0.db.shop.svc.cluster.local"),
        ("6.0.64.10.in-addr.arpa", "PTR 10-64-0-6.shop.pod.cluster.local"),
        ("9.9.64.10.in-addr.arpa", "no name"), ("8.8.8.8.in-addr.arpa", "forward"),
        ("10.0.65.10.in-addr.arpa.example", "forward"),
    ])
    func `an address leads to its name`(name: String, expected: String) {
        let given = name.hasPrefix("10.0.65") && expected == "no name" ? "9.0.65.10.in-addr.arpa" : name

        #expect(table.text(given, .ptr) == expected)
        #expect(table.text("10.0.65.10.in-addr.arpa", .ptr) == "PTR web.shop.svc.cluster.local")
    }

    @Test(arguments: [
        ("nobody.shop.svc.cluster.local", "no name"), ("web.nowhere.svc.cluster.local", "no name"),
        ("example.com.shop.svc.cluster.local", "no name"), ("a.b.c.web.shop.svc.cluster.local", "no name"),
        ("10-64-0-5.other.pod.cluster.local", "no name"), ("x.cluster.local", "no name"),
        ("nothing.marathon.mesos", "no name"), ("leader.mesos", "no name"),
        ("_nope._tcp.web.shop.svc.cluster.local", "no name"),
        ("cluster.local", "no data"), ("svc.cluster.local", "no data"), ("shop.svc.cluster.local", "no data"),
        ("_tcp.web.shop.svc.cluster.local", "no data"), ("empty.shop.svc.cluster.local", "no data"),
        ("example.com", "forward"), ("xcluster.local", "forward"), ("", "forward"), ("local", "forward"),
    ])
    func `what isn't there is said at once, what isn't ours is passed on`(name: String, expected: String) {
        #expect(table.text(name, .a) == expected)
    }

    @Test func `there is no data of other types`() {
        #expect(table.text("web.shop.svc.cluster.local", .aaaa) == "no data")
        #expect(table.text("clock-jobs.marathon.mesos", .aaaa) == "no data")
    }

    @Test func `an alias for the outside says whom to ask`() {
        let record = DNSRecord(name: "far.shop.svc.cluster.local", .cname("www.example.com"))

        #expect(
            table.answer(DNSQuestion(name: "far.shop.svc.cluster.local", type: .aaaa))
                == .alias(record, target: "www.example.com")
        )
        #expect(table.answer(DNSQuestion(name: "far.shop.svc.cluster.local", type: .cname)) == .records([record]))
    }

    @Test func `aliases in a circle come to an end`() {
        let service = ServiceRoute(namespace: "a", name: "b", externalName: "b.a.svc.cluster.local")
        let table = DNSTable(ServiceTable(services: [service]), plan: .sample)

        #expect(table.text("b.a.svc.cluster.local", .a).hasPrefix("CNAME b.a.svc.cluster.local"))
    }
}

extension DNSTable {
    func text(_ name: String, _ type: DNSType) -> String {
        switch answer(DNSQuestion(name: name, type: type)) {
        case .records(let records, _): records.map(\.text).joined(separator: ", ")
        case .noData: "no data"
        case .noName: "no name"
        case .alias(_, let target): "ask for \(target)"
        case .forward: "forward"
        }
    }
}

extension DNSRecord {
    var text: String {
        switch data {
        case .a(let address): "A \(address)"
        case .cname(let name): "CNAME \(name)"
        case .ptr(let name): "PTR \(name)"
        case .srv(let weight, let port, let target): "SRV \(weight) \(port) \(target)"
        case .soa: "SOA"
        case .raw(let type, let bytes): "\(type.rawValue) \(bytes)"
        }
    }
}

extension NetworkPlan {
    static let sample = NetworkPlan(
        instance: "one",
        bridge: "steady0",
        podRange: IPv4Network(containing: IPv4Address(10, 64, 0, 0), prefixLength: 16),
        serviceRange: IPv4Network(containing: IPv4Address(10, 65, 0, 0), prefixLength: 16)
    )
}

extension ServiceTable {
    static let sample: ServiceTable = {
        let (first, second) = (IPv4Address(10, 64, 0, 5), IPv4Address(10, 64, 0, 6))
        let endpoints = [first, second].map { ServiceRoute.Endpoint(address: $0, port: 5432) }
        return ServiceTable(
            services: [
                ServiceRoute(
                    namespace: "shop",
                    name: "web",
                    clusterIP: IPv4Address(10, 65, 0, 10),
                    ports: [
                        .init(name: "http", port: 80), .init(name: "dns", transport: .udp, port: 53),
                    ]
                ),
                ServiceRoute(
                    namespace: "shop",
                    name: "db",
                    ports: [.init(name: "sql", port: 5432, endpoints: endpoints)]
                ),
                ServiceRoute(
                    namespace: "shop",
                    name: "quiet",
                    ports: [.init(port: 0, endpoints: [.init(address: first, port: 0)])]
                ),
                ServiceRoute(namespace: "shop", name: "empty", ports: [.init(name: "x", port: 1)]),
                ServiceRoute(namespace: "shop", name: "far", externalName: "www.example.com"),
                ServiceRoute(namespace: "shop", name: "near", externalName: "Web.Shop.svc.cluster.local."),
            ],
            pods: [
                PodName(namespace: "shop", name: "db-0", address: first, hostname: "db-0", subdomain: "db"),
                PodName(namespace: "shop", name: "db-1", address: second),
            ],
            apps: [
                AppName(
                    id: "/jobs/clock",
                    tasks: [
                        .init(address: IPv4Address(192, 0, 2, 2), ports: [.init(name: "http", port: 31000)]),
                        .init(address: IPv4Address(10, 64, 0, 7), ports: [.init(port: 8080)]),
                    ]
                )
            ]
        )
    }()
}
