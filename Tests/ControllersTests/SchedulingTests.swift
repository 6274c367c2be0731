import Cluster
import Controllers
import Model
import Testing
import YAML

@Suite struct `Placing pods` {
    @Test func `a pod that fits nowhere is told why, counted by cause`() throws {
        var bench = ClusterBench()
        bench.addNode("small", cpu: "100m")
        bench.addNode("tainted")
        bench.ask(
            .patch(
                ObjectKey(.node, name: "tainted"),
                .merge(try .parse(json: #"{"spec":{"taints":[{"key":"gpu","value":"yes","effect":"NoSchedule"}]}}"#))
            )
        )

        try bench.create(Self.pod("p", cpu: "500m"))

        let events = bench.events("FailedScheduling")
        let expected =
            "0/2 nodes are available: 1 Insufficient cpu, 1 node(s) had untolerated taint {gpu: yes}."
        #expect(events.map(\.message) == [expected])
        #expect(bench.pods().first?.status.conditions.first?.reason == "Unschedulable")
    }

    @Test func `a waiting pod is placed when another one goes`() throws {
        var bench = ClusterBench()
        bench.addNode("n1", cpu: "1")
        try bench.create(Self.pod("first", cpu: "800m"))
        try bench.create(Self.pod("second", cpu: "800m"))
        let first = try #require(bench.pods().first { $0.metadata.name == "first" })
        #expect(bench.pods().first { $0.metadata.name == "second" }?.spec.nodeName == "")

        bench.ask(.delete(first.key, DeleteOptions()))
        bench.reportStopped(first)

        #expect(bench.pods().first { $0.metadata.name == "second" }?.spec.nodeName == "n1")
    }

    @Test func `a waiting pod is placed when a node comes`() throws {
        var bench = ClusterBench()
        try bench.create(Self.pod("p", cpu: "1"))
        #expect(bench.pods().first?.spec.nodeName == "")

        bench.addNode("n1")

        #expect(bench.pods().first?.spec.nodeName == "n1")
    }

    @Test func `the node with more room is taken`() throws {
        var bench = ClusterBench()
        bench.addNode("a", cpu: "2")
        bench.addNode("b", cpu: "8")
        try bench.create(Self.pod("p", cpu: "1"))

        #expect(bench.pods().first?.spec.nodeName == "b")
    }

    @Test func `two pods never share a host port`() throws {
        var bench = ClusterBench()
        bench.addNode("n1")
        let ports = ", ports: [{containerPort: 80, hostPort: 8080}]"
        try bench.create(Self.pod("a", cpu: "1m", more: ports))
        try bench.create(Self.pod("b", cpu: "1m", more: ports))

        #expect(bench.pods().map(\.spec.nodeName) == ["n1", ""])
        let message = bench.events("FailedScheduling").first?.message ?? ""
        #expect(message.contains("didn't have free ports for the requested pod ports"))
    }

    @Test func `each instance of an app is given ports of its own`() throws {
        var bench = ClusterBench()
        bench.addNode("n1")
        try bench.create(
            """
            apiVersion: marathon/v2
            kind: App
            metadata: {name: board}
            spec:
              id: /board
              cmd: "true"
              instances: 3
              cpus: 0.1
              mem: 32
              portDefinitions: [{port: 0, name: http}, {port: 0, name: admin}]
            """
        )

        let ports = bench.pods().flatMap { $0.spec.containers[0].ports.map(\.hostPort) }
        #expect(ports.count == 6)
        #expect(Set(ports).count == 6)
        #expect(ports.allSatisfy { (31000...32000).contains($0) })
    }

    private static func pod(_ name: String, cpu: String, more: String = "") -> String {
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: \(name)}
        spec:
          containers: [{name: c, resources: {requests: {cpu: \(cpu)}}\(more)}]
        """
    }
}
