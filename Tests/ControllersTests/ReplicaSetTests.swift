import Cluster
import Controllers
import Model
import Testing
import YAML

@Suite struct `Which pods are a ReplicaSet's` {
    @Test func `a pod that loses a label is let go, and replaced`() throws {
        var bench = ClusterBench()
        try bench.create(Manifest.deployment("web", replicas: 2))
        let sick = try #require(bench.pods().first)

        bench.ask(.patch(sick.key, .merge(["metadata": ["labels": ["app": "quarantine"]]])))

        let kept = try #require(bench.state.get(Pod.self, sick.metadata.name, namespace: "default"))
        #expect(kept.metadata.uid == sick.metadata.uid)
        #expect(kept.metadata.ownerReferences == [])
        #expect(bench.pods().count { $0.metadata.controller != nil } == 2)
    }

    @Test func `a pod that gets its label back is taken in, and one too many goes`() throws {
        var bench = ClusterBench()
        try bench.create(Manifest.deployment("web", replicas: 2))
        let sick = try #require(bench.pods().first)
        bench.ask(.patch(sick.key, .merge(["metadata": ["labels": ["app": "quarantine"]]])))
        #expect(bench.pods().count == 3)

        bench.ask(.patch(sick.key, .merge(["metadata": ["labels": ["app": "web"]]])))

        #expect(bench.pods().count == 2)
        #expect(bench.pods().allSatisfy { $0.metadata.controller != nil })
    }

    @Test func `a pod whose owner is taken away is taken in again`() throws {
        var bench = ClusterBench()
        try bench.create(Manifest.deployment("web", replicas: 2))
        let pod = try #require(bench.pods().first)

        bench.ask(.patch(pod.key, .merge(["metadata": ["ownerReferences": nil]])))

        #expect(bench.pods().count == 2)
        #expect(bench.pods().allSatisfy { $0.metadata.controller != nil })
    }

    @Test func `an app whose pod is taken from it makes another`() throws {
        var bench = ClusterBench()
        try bench.create(
            """
            apiVersion: marathon/v2
            kind: App
            metadata: {name: clock}
            spec: {id: /clock, cmd: date, instances: 1}
            """
        )
        let pod = try #require(bench.pods().first)

        bench.ask(.patch(pod.key, .merge(["metadata": ["ownerReferences": nil]])))

        #expect(bench.pods().count { $0.metadata.controller != nil } == 1)
    }

    @Test func `a ReplicaSet with a long name makes pods all the same`() throws {
        var bench = ClusterBench()
        let name = String(repeating: "n", count: 200)

        try bench.create(Self.set(name, finalizers: ""))

        #expect(bench.pods().map(\.metadata.name.count) == [63, 63, 63])
    }

    @Test func `pods that are refused are tried once, and told of`() throws {
        var bench = ClusterBench()

        try bench.create(Self.set("web", finalizers: "finalizers: [no good],"))

        let set = try #require(bench.set("web"))
        #expect(set.status.observedGeneration == set.metadata.generation)
        #expect(set.status.conditions.map(\.type) == ["ReplicaFailure"])
        #expect(set.status.conditions.map(\.reason) == ["FailedCreate"])
        #expect(bench.events("FailedCreate").map(\.count) == [1])

        bench.wait(.seconds(1))
        bench.wait(.seconds(2))
        #expect(bench.events("FailedCreate").map(\.count) == [3])
    }

    @Test func `a failure is over when the pods are there`() throws {
        var bench = ClusterBench()
        try bench.create(Self.set("web", finalizers: "finalizers: [no good],"))

        bench.ask(
            .patch(
                ObjectKey(.replicaSet, namespace: "default", name: "web"),
                .merge(["spec": ["template": ["metadata": ["finalizers": nil]]]])
            )
        )

        #expect(bench.pods().count == 3)
        #expect(bench.set("web")?.status.conditions == [])
    }

    private static func set(_ name: String, finalizers: String) -> String {
        """
        apiVersion: apps/v1
        kind: ReplicaSet
        metadata: {name: \(name)}
        spec:
          replicas: 3
          selector: {matchLabels: {app: web}}
          template:
            metadata: {\(finalizers) labels: {app: web}}
            spec: {containers: [{name: main, command: [sleep, infinity]}]}
        """
    }
}

extension ClusterBench {
    fileprivate func set(_ name: String) -> ReplicaSet? { state.get(ReplicaSet.self, name, namespace: "default") }
}
