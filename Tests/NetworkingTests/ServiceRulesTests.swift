import Testing

@testable import Networking

@Suite struct ServiceRulesTests {
    private let change = RuleChange(table: "t")

    @Test func `a service is one element and one more per endpoint`() {
        let rules = ServiceRules(ServiceTable(services: [.web(.tcp, nodePort: 30080, Self.endpoints(1, 2))]))

        #expect(
            change.commands(from: ServiceRules(), to: rules) == """
                add chain ip t tcp_node_spread_2
                flush chain ip t tcp_node_spread_2
                add rule ip t tcp_node_spread_2 dnat to tcp dport . numgen random mod 2 map @tcp_node_endpoints
                add chain ip t tcp_spread_2
                flush chain ip t tcp_spread_2
                add rule ip t tcp_spread_2 dnat to ip daddr . tcp dport . numgen random mod 2 map @tcp_endpoints
                add element ip t services { 10.65.0.10 . tcp . 80 : goto tcp_spread_2 }
                add element ip t node_ports { tcp . 30080 : goto tcp_node_spread_2 }
                add element ip t tcp_endpoints { 10.65.0.10 . 80 . 0 : 10.64.0.1 . 8080, \
                10.65.0.10 . 80 . 1 : 10.64.0.2 . 8080 }
                add element ip t tcp_node_endpoints { 30080 . 0 : 10.64.0.1 . 8080, 30080 . 1 : 10.64.0.2 . 8080 }
                add element ip t hairpins { 10.64.0.1 . 10.64.0.1, 10.64.0.2 . 10.64.0.2 }

                """
        )
    }

    @Test func `a change names what differs and nothing else`() {
        let old = ServiceRules(ServiceTable(services: [.web(.tcp, Self.endpoints(1, 2))]))
        let new = ServiceRules(ServiceTable(services: [.web(.tcp, Self.endpoints(1, 3))]))

        #expect(
            change.commands(from: old, to: new) == """
                delete element ip t tcp_endpoints { 10.65.0.10 . 80 . 1 }
                add element ip t tcp_endpoints { 10.65.0.10 . 80 . 1 : 10.64.0.3 . 8080 }
                delete element ip t hairpins { 10.64.0.2 . 10.64.0.2 }
                add element ip t hairpins { 10.64.0.3 . 10.64.0.3 }

                """
        )
        #expect(change.commands(from: new, to: new).isEmpty)
    }

    @Test func `the order of endpoints makes no difference, nor does a double`() {
        let one = ServiceRules(ServiceTable(services: [.web(.tcp, Self.endpoints(1, 2))]))
        let other = ServiceRules(ServiceTable(services: [.web(.tcp, Self.endpoints(2, 1, 2))]))

        #expect(one == other)
    }

    @Test func `of two services with one address the first keeps it`() {
        let first = ServiceRoute.web(.tcp, Self.endpoints(1))
        var second = ServiceRoute.web(.tcp, Self.endpoints(2, 3))
        second.name = "second"

        let rules = ServiceRules(ServiceTable(services: [first, second]))

        #expect(rules.maps[.tcpEndpoints] == ["10.65.0.10 . 80 . 0": "10.64.0.1 . 8080"])
    }

    @Test func `what has no endpoints or no port has no element`() {
        let empty = ServiceRoute.web(.tcp, nodePort: 30080, [])
        let headless = ServiceRoute(namespace: "a", name: "b", ports: [.init(port: 80, endpoints: Self.endpoints(1))])

        #expect(ServiceRules(ServiceTable(services: [empty, headless])).maps.isEmpty)
    }

    private static func endpoints(_ numbers: UInt8...) -> [ServiceRoute.Endpoint] {
        numbers.map { ServiceRoute.Endpoint(address: IPv4Address(10, 64, 0, $0), port: 8080) }
    }
}
