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

    @Test func `a ReplicaSet that shrinks below what has to be available is refused`() throws {
        var bench = ClusterBench()
        let strategy = "{rollingUpdate: {maxSurge: 1, maxUnavailable: 1}}"
        try bench.create(Manifest.deployment("web", replicas: 4, strategy: strategy))
        for pod in bench.pods() { bench.makeReady(pod) }
        var set = try #require(bench.state.objects(of: .replicaSet).first.flatMap { ReplicaSet($0.object) })

        set.spec.replicas = 3
        #expect(PlanCheck.violation(of: .update(.replicaSet(set), reason: ""), in: bench.state) == nil)
        set.spec.replicas = 2
        #expect(
            PlanCheck.violation(of: .update(.replicaSet(set), reason: ""), in: bench.state)
                == "web would have 2 available pods, and 3 are promised"
        )
    }

    @Test func `an instance more than an app may have is refused, and a healthy one that it needs stays`() throws {
        var bench = ClusterBench()
        bench.addNode("n1")
        try bench.create(
            """
            apiVersion: marathon/v2
            kind: App
            metadata: {name: clock}
            spec:
              {id: /clock, cmd: date, instances: 2, cpus: 0.1, mem: 16,
               upgradeStrategy: {minimumHealthCapacity: 0.5, maximumOverCapacity: 0}}
            """
        )
        for pod in bench.pods() { bench.makeReady(pod) }
        let pods = bench.pods()
        func violation(deleting pod: Pod) -> String? {
            let action = Action.delete(pod.key, uid: pod.metadata.uid, propagation: .background, reason: "")
            return PlanCheck.violation(of: action, in: bench.state)
        }

        #expect(
            PlanCheck.violation(of: .create(.pod(pods[0]), reason: ""), in: bench.state)
                == "clock has 2 instances, and 2 are allowed"
        )
        #expect(violation(deleting: pods[0]) == nil)
        bench.report(pods[1]) { $0.conditions = [] }
        #expect(violation(deleting: pods[0]) == "clock would have 0 healthy instances, and 1 are promised")
    }
}
