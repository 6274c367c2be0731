import Networking
import Testing

@Suite struct NetworkPlanTests {
    @Test func `ranges in use are left alone`() throws {
        let everyTen = IPv4Network(containing: IPv4Address(10, 0, 0, 0), prefixLength: 8)
        let everyRoute = IPv4Network(containing: IPv4Address(0, 0, 0, 0), prefixLength: 0)
        let use = NetworkUse(networks: [everyTen, everyRoute], interfaces: ["lo", "steady0"], uplinkMTU: 1400)

        let plan = try NetworkPlan.choose(instance: "default", avoiding: use)

        #expect(!plan.podRange.overlaps(everyTen))
        #expect(!plan.serviceRange.overlaps(everyTen))
        #expect(!plan.serviceRange.overlaps(plan.podRange))
        #expect(plan.podRange.contains(plan.gateway))
        #expect(plan.bridge == "steady1")
        #expect(plan.mtu == 1400)
    }

    @Test func `the same instance chooses the same, another one apart`() throws {
        let one = try NetworkPlan.choose(instance: "one", avoiding: NetworkUse())
        let other = try NetworkPlan.choose(instance: "other", avoiding: NetworkUse())

        #expect(try NetworkPlan.choose(instance: "one", avoiding: NetworkUse()) == one)
        #expect(!one.podRange.overlaps(other.podRange))
    }

    @Test func `a machine without a free range is told so`() throws {
        let use = NetworkUse(networks: [
            IPv4Network(containing: IPv4Address(10, 0, 0, 0), prefixLength: 8),
            IPv4Network(containing: IPv4Address(172, 16, 0, 0), prefixLength: 12),
        ])

        #expect(throws: NetworkingError.self) { try NetworkPlan.choose(instance: "one", avoiding: use) }
    }

    @Test func `the name of a pod's interface fits and is its own`() throws {
        let plan = try NetworkPlan.choose(instance: "one", avoiding: NetworkUse())
        let address = IPv4Address(10, 64, 0, 9)

        let names = Set((0..<2000).map { plan.attachment(pod: "uid-\($0)", address: address).hostInterface })

        #expect(names.count == 2000)
        #expect(names.allSatisfy { $0.utf8.count <= 15 })
    }

    @Test func `a table's name holds only what nftables takes`() {
        let range = IPv4Network(containing: IPv4Address(10, 64, 0, 0), prefixLength: 16)

        let plan = NetworkPlan(instance: "a-b.c/9", bridge: "steady0", podRange: range, serviceRange: range)

        #expect(plan.table == "steady_a_b_c_9")
    }
}
