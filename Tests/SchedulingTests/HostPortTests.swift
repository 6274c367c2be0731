import Cluster
import Model
import Scheduling
import Testing

@Suite struct `Host ports for apps` {
    @Test func `a port of two transports has one number for both`() throws {
        let pod = app([port("dns", [.udp, .tcp], 0), port("web", [.tcp], 0)])

        let ports = try #require(HostPorts.assign(to: pod, on: NodeUsage(), seed: 5)).spec.containers[0].ports

        #expect(ports.map(\.hostPort) == [31005, 31005, 31006])
        #expect(ports.map(\.protocol) == [.udp, .tcp, .tcp])
        #expect(ports.map(\.name) == ["dns", "", "web"])
    }

    @Test func `a number that the app names itself is given to no other of its ports`() throws {
        let pod = app([port("any", [.tcp], 0), port("fixed", [.tcp], 31005)])

        let ports = try #require(HostPorts.assign(to: pod, on: NodeUsage(), seed: 5)).spec.containers[0].ports

        #expect(ports.map(\.hostPort) == [31006, 31005])
    }

    @Test func `a node without ports left is passed over, and counted among the reasons`() {
        let pod = app([port("web", [.tcp], 0)])
        let full = Candidate(node("full", cpu: "8"), usage: usageWithoutPorts())
        let free = Candidate(node("free", cpu: "1"), usage: NodeUsage())

        #expect(Placement.of(pod, among: [full, free]) == .node("free"))
        #expect(
            Placement.of(pod, among: [full])
                == .nowhere(
                    message: "0/1 nodes are available: 1 node(s) didn't have free ports for the requested pod ports."
                )
        )
    }

    @Test func `a pod that asks for more than can be counted fits nowhere`() {
        var pod = Pod()
        var container = Container()
        container.resources.requests = ["memory": "16Ei", "cpu": "9223372036854775807"]
        pod.spec.containers = [container, container]
        var used = ClusterState()
        var small = Pod()
        small.spec.nodeName = "n"
        small.spec.containers = [Container { $0.resources.requests = ["memory": "1Gi", "cpu": "1"] }]
        used.apply(Change(revision: 1, body: .put(StoredObject(object: .pod(small), revision: 1), previous: nil)))

        let placement = Placement.of(pod, among: [Candidate(node("n", cpu: "8"), usage: used.usage(ofNode: "n"))])

        #expect(
            placement == .nowhere(message: "0/1 nodes are available: 1 Insufficient cpu, 1 Insufficient memory.")
        )
    }

    // MARK: Given

    private func app(_ ports: [MarathonPod.Port]) -> Pod {
        var pod = Pod()
        pod.spec.containers = [Container()]
        MarathonPod(appID: "/app", ports: ports).annotate(&pod)
        return pod
    }

    private func port(_ name: String, _ transports: [TransportProtocol], _ hostPort: Int?) -> MarathonPod.Port {
        MarathonPod.Port(name: name, transports: transports, containerPort: 0, hostPort: hostPort)
    }

    private func node(_ name: String, cpu: Quantity) -> Node {
        var node = Node()
        node.metadata.name = name
        node.status.allocatable = ["cpu": cpu, "memory": "8Gi", "pods": "110"]
        return node
    }

    /// Every number of the range is held for TCP by one pod.
    private func usageWithoutPorts() -> NodeUsage {
        var pod = Pod()
        pod.metadata.uid = "greedy"
        pod.spec.nodeName = "full"
        pod.spec.containers = [
            Container {
                $0.ports = HostPorts.range.map { number in
                    ContainerPort {
                        $0.hostPort = number
                        $0.protocol = .tcp
                    }
                }
            }
        ]
        var state = ClusterState()
        state.apply(Change(revision: 1, body: .put(StoredObject(object: .pod(pod), revision: 1), previous: nil)))
        return state.usage(ofNode: "full")
    }
}
