import Cluster
import Model
import Testing

@testable import Controllers

@Suite struct `Plans that break a promise` {
    @Test func `one pod more than the ReplicaSet asks for is refused`() throws {
        var bench = ClusterBench()
        try bench.create(Manifest.deployment("web", replicas: 2))
        var pod = try #require(bench.pods().first)
        pod.metadata.name = "web-more"

        let violation = PlanCheck.violation(of: .create(.pod(pod), reason: ""), in: bench.state)

        #expect(violation?.contains("2 live pods") == true)
    }

    @Test func `growth beyond the surge is refused`() throws {
        var bench = ClusterBench()
        try bench.create(Manifest.deployment("web", replicas: 4))
        var set = try #require(bench.state.objects(of: .replicaSet).first.flatMap { ReplicaSet($0.object) })
        set.spec.replicas = 6

        let violation = PlanCheck.violation(of: .update(.replicaSet(set), reason: ""), in: bench.state)

        #expect(violation == "web would have 6 pods, and 5 are allowed")
    }

    @Test func `a binding to a node without room is refused`() throws {
        var bench = ClusterBench()
        bench.addNode("small", pods: "1")
        try bench.create("{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {containers: [{name: c}]}}")
        try bench.create("{apiVersion: v1, kind: Pod, metadata: {name: b}, spec: {containers: [{name: c}]}}")
        var waiting = try #require(bench.pods().first { $0.spec.nodeName.isEmpty })
        waiting.spec.nodeName = "small"

        let violation = PlanCheck.violation(of: .update(.pod(waiting), reason: ""), in: bench.state)

        #expect(violation == "small: Too many pods")
    }

    @Test func `a pod that is bound is not bound again`() throws {
        var bench = ClusterBench()
        bench.addNode("n1")
        bench.addNode("n2")
        try bench.create("{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {containers: [{name: c}]}}")
        var pod = try #require(bench.pods().first)
        let other = pod.spec.nodeName == "n1" ? "n2" : "n1"
        pod.spec.nodeName = other

        let violation = PlanCheck.violation(of: .update(.pod(pod), reason: ""), in: bench.state)

        #expect(violation?.contains("is bound") == true)
    }
}
