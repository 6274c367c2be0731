import Testing

@testable import Networking

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

    @Test func `a plan that is recorded is kept`() throws {
        let directory = try TemporaryDirectory()
        let plan = NetworkPlan(
            instance: "a \"quoted\" one",
            bridge: "steady7",
            podRange: IPv4Network(containing: IPv4Address(10, 99, 0, 0), prefixLength: 20),
            serviceRange: IPv4Network(containing: IPv4Address(10, 98, 0, 0), prefixLength: 16),
            mtu: 1400,
            nodePortRange: 31000...31999
        )
        try directory.write(plan.json, to: "network.json")

        #expect(try NetworkPlan.recorded(in: directory.path, instance: "another") == plan)
    }

    @Test func `the first start chooses and records`() throws {
        let directory = try TemporaryDirectory()

        let plan = try NetworkPlan.recorded(in: directory.path, instance: "one")

        #expect(try NetworkPlan.recorded(in: directory.path, instance: "one") == plan)
        #expect(directory.files == ["network.json"])
    }

    @Test(arguments: [
        "", "{", "[]", #"{"bridge":"steady0"}"#,
        #"{"bridge":"steady0","clusterDomain":"c","instance":"i","podRange":"10.0.0.1/8","serviceRange":"10.1.0.0/16","firstNodePort":1,"lastNodePort":2,"mtu":1500}"#,
        #"{"bridge":"x\"; drop","clusterDomain":"c","instance":"i","podRange":"10.0.0.0/16","serviceRange":"10.1.0.0/16","firstNodePort":1,"lastNodePort":2,"mtu":1500}"#,
        #"{"bridge":"steady0","clusterDomain":"c","instance":"i","podRange":"10.0.0.0/16","serviceRange":"10.0.0.0/17","firstNodePort":1,"lastNodePort":2,"mtu":1500}"#,
    ])
    func `a record that is no plan is an error that names the file, not a new choice`(text: String) throws {
        let directory = try TemporaryDirectory()
        try directory.write(Array(text.utf8), to: "network.json")

        let error = #expect(throws: NetworkingError.self) {
            try NetworkPlan.recorded(in: directory.path, instance: "one")
        }

        #expect(error?.code == .badPlan)
        #expect(error?.message.contains("network.json") == true)
        #expect(directory.files == ["network.json"])
    }
}
