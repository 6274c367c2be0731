import Cluster
import Controllers
import Model
import Testing
import YAML

@Suite struct `The watched directory` {
    private let key = ObjectKey(.deployment, namespace: "default", name: "web")

    @Test func `what a file states exists, and follows the file`() throws {
        var bench = ClusterBench()
        try bench.state([("web.yaml", Manifest.deployment("web", replicas: 2))])
        #expect(bench.pods().count == 2)
        #expect(bench.state.object(key)?.origin?.path == "web.yaml")

        try bench.state([("web.yaml", Manifest.deployment("web", replicas: 4))])
        #expect(bench.pods().count == 4)
    }

    @Test func `a set that says the same again changes nothing`() throws {
        var bench = ClusterBench()
        try bench.state([("web.yaml", Manifest.deployment("web", replicas: 2))])
        let revision = bench.state.object(key)?.revision

        try bench.state([("web.yaml", Manifest.deployment("web", replicas: 2))])

        #expect(bench.state.object(key)?.revision == revision)
    }

    @Test func `what others change of it is put back`() throws {
        var bench = ClusterBench()
        try bench.state([("web.yaml", Manifest.deployment("web", replicas: 2))])

        bench.ask(.patch(key, .merge(["spec": ["replicas": 5]])))

        #expect(bench.deployment("web")?.spec.replicas == 2)
        #expect(bench.pods().count == 2)
    }

    @Test func `what it does not say is others' to set`() throws {
        var bench = ClusterBench()
        try bench.state([("web.yaml", Manifest.deployment("web", replicas: 2))])

        bench.ask(.patch(key, .merge(["metadata": ["labels": ["team": "a"]]])))

        #expect(bench.deployment("web")?.metadata.labels["team"] == "a")
    }

    @Test func `what left the directory goes`() throws {
        var bench = ClusterBench()
        let other = "{apiVersion: v1, kind: ConfigMap, metadata: {name: c}, data: {a: b}}"
        try bench.state([("web.yaml", Manifest.deployment("web", replicas: 2)), ("c.yaml", other)])

        try bench.state([("c.yaml", other)])

        #expect(bench.state.object(key) == nil)
        #expect(bench.pods().isEmpty)
        #expect(bench.state.count(of: .configMap) == 1)
    }

    @Test func `a broken file keeps what it stated in force`() throws {
        var bench = ClusterBench()
        let other = "{apiVersion: v1, kind: ConfigMap, metadata: {name: c}, data: {a: b}}"
        try bench.state([("web.yaml", Manifest.deployment("web", replicas: 2)), ("c.yaml", other)])

        try bench.state([("c.yaml", other)], broken: ["web.yaml"])

        #expect(bench.pods().count == 2)
    }

    @Test func `an emptied directory is held back until somebody says that it was meant`() throws {
        var bench = ClusterBench()
        try bench.state([("web.yaml", Manifest.deployment("web", replicas: 2))])

        try bench.state([])
        #expect(bench.pods().count == 2)
        #expect(bench.state.heldPrune?.keys == [key])

        bench.ask(.prune)
        #expect(bench.pods().isEmpty)
        #expect(bench.state.heldPrune == nil)
    }

    @Test func `scaling against the file is refused, and says where it stands`() throws {
        var bench = ClusterBench()
        try bench.state([("web.yaml", Manifest.deployment("web", replicas: 2))])

        let answer = bench.ask(.scale(key, replicas: 5))

        guard case .failure(let error) = answer.result else {
            Issue.record("it was scaled")
            return
        }
        #expect(error.message.contains("web.yaml:1"))
        #expect(bench.pods().count == 2)
    }

    @Test func `a hold overrules the file until its words change`() throws {
        var bench = ClusterBench()
        try bench.state([("web.yaml", Manifest.deployment("web", replicas: 2))])

        bench.ask(.scale(key, replicas: 5, hold: true))
        #expect(bench.pods().count == 5)
        try bench.state([("web.yaml", Manifest.deployment("web", replicas: 2))])
        #expect(bench.pods().count == 5)

        try bench.state([("web.yaml", Manifest.deployment("web", replicas: 3))])
        #expect(bench.pods().count == 3)
    }

    @Test func `what is deleted by hand comes back`() throws {
        var bench = ClusterBench()
        try bench.state([("web.yaml", Manifest.deployment("web", replicas: 1))])

        let refused = bench.ask(.delete(key, DeleteOptions()))
        #expect(throws: APIError.self) { try refused.result.get() }
        let set = try #require(bench.state.objects(of: .replicaSet).first)
        bench.ask(.delete(set.key, DeleteOptions()))

        #expect(bench.pods().count == 1)
    }

    @Test func `what the cluster refuses is told with the place where it stands`() throws {
        var bench = ClusterBench()
        let yaml = Manifest.deployment("web", replicas: -3)

        try bench.state([("web.yaml", yaml)])

        #expect(bench.deployment("web") == nil)
        let event = try #require(bench.events(FailureReason.apply).first)
        #expect(event.message.hasPrefix("web.yaml:1: Deployment.apps \"web\" is invalid: spec.replicas"))
        #expect(event.involvedObject.name == "web")
    }

    @Test func `a refused edit leaves what ran as it was`() throws {
        var bench = ClusterBench()
        try bench.state([("web.yaml", Manifest.deployment("web", replicas: 2))])

        try bench.state([("web.yaml", Manifest.deployment("web", replicas: -3))])

        #expect(bench.deployment("web")?.spec.replicas == 2)
        #expect(bench.pods().count == 2)
    }

    @Test func `what is held back is news, though no object changed`() throws {
        var bench = ClusterBench()
        try bench.state([("web.yaml", Manifest.deployment("web", replicas: 2))])

        try bench.state([])

        #expect(bench.turns.last?.isEmpty == false)
    }

    @Test func `the default namespace outlives the file that stated it`() throws {
        var bench = ClusterBench()
        let other = "{apiVersion: v1, kind: ConfigMap, metadata: {name: c}, data: {a: b}}"
        let namespace = "{apiVersion: v1, kind: Namespace, metadata: {name: default, labels: {team: a}}}"
        try bench.state([("default.yaml", namespace), ("c.yaml", other)])

        try bench.state([("c.yaml", other)])

        #expect(bench.state.statedKeys.map(\.name) == ["c"])
        #expect(bench.state.get(Namespace.self, "default")?.metadata.deletionTimestamp == nil)
    }

    @Test func `what another object stands in the way of comes when that one has gone`() throws {
        var bench = ClusterBench()
        func service(_ name: String) -> String {
            "{apiVersion: v1, kind: Service, metadata: {name: \(name)}, "
                + "spec: {type: NodePort, ports: [{port: 80, nodePort: 30080}]}}"
        }
        try bench.create(service("first"))
        try bench.state([("second.yaml", service("second"))])
        #expect(bench.events(FailureReason.apply).map(\.count) == [1])
        bench.ask(.delete(ObjectKey(.service, namespace: "default", name: "first"), DeleteOptions()))
        #expect(bench.state.get(Service.self, "second", namespace: "default") == nil)

        let wakeAt = try #require(bench.turns.last?.wakeAt)
        bench.wait(wakeAt - bench.now)

        #expect(bench.state.get(Service.self, "second", namespace: "default")?.spec.ports.map(\.nodePort) == [30080])
    }

    @Test func `what is refused again and again is tried ever more seldom`() throws {
        var bench = ClusterBench()
        try bench.state([("web.yaml", Manifest.deployment("web", replicas: -3))])

        for _ in 0..<3600 { bench.wait(.seconds(1)) }

        let count = try #require(bench.events(FailureReason.apply).first?.count)
        #expect((10...30).contains(count))
    }
}
