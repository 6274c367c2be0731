import Cluster
import Controllers
import Journaling
import Model
import Testing
import YAML

@Suite struct `Drift from the watched directory` {
    private let key = ObjectKey(.deployment, namespace: "default", name: "web")

    private func bench(_ yaml: String = Manifest.deployment("web", replicas: 2)) throws -> ClusterBench {
        var bench = ClusterBench()
        try bench.state([("web.yaml", yaml)])
        return bench
    }

    private func drifts(_ bench: ClusterBench) -> [String] { bench.events("Drift").map(\.message) }

    @Test func `what is put back is told of, with who changed it`() throws {
        var bench = try bench()

        bench.ask(.patch(key, .merge(["spec": ["replicas": 5]])), manager: "kubectl-edit")

        #expect(bench.deployment("web")?.spec.replicas == 2)
        #expect(
            drifts(bench) == [
                ".spec.replicas put back to what web.yaml:1 states; changed by \"kubectl-edit\" (patch by ada)"
            ]
        )
        let event = try #require(bench.events("Drift").first)
        #expect(event.involvedObject.name == "web")
        #expect(event.type == "Warning")
    }

    @Test func `its causes are the change and what led to it`() throws {
        var bench = try bench()

        bench.ask(.patch(key, .merge(["spec": ["replicas": 5]])))

        let event = try #require(bench.state.objects(of: .event).first { $0.object.reason == "Drift" })
        let records = try #require(bench.turns.last?.records)
        let first = bench.state.revision - UInt64(records.count)
        let causes = event.causes.map { records[Int($0 - first)] }
        #expect(causes.contains { $0.type == .put && $0.key == key.description })
    }

    @Test func `a field that somebody removed is drift, too`() throws {
        let label = "{apiVersion: v1, kind: ConfigMap, metadata: {name: c, labels: {team: a}}, data: {x: one}}"
        var bench = try bench(label)
        let key = ObjectKey(.configMap, namespace: "default", name: "c")

        bench.ask(.patch(key, .merge(["metadata": ["labels": ["team": nil]]])))

        #expect(bench.state.object(key)?.object.metadata.labels["team"] == "a")
        #expect(
            drifts(bench) == [".metadata.labels.team put back to what web.yaml:1 states; changed with patch by ada"]
        )
    }

    @Test func `an edit of the file is none, nor what it leaves to others`() throws {
        var bench = try bench()
        bench.ask(.patch(key, .merge(["metadata": ["labels": ["team": "a"]]])))

        try bench.state([("web.yaml", Manifest.deployment("web", replicas: 3))])

        #expect(bench.deployment("web")?.spec.replicas == 3)
        #expect(bench.deployment("web")?.metadata.labels["team"] == "a")
        #expect(drifts(bench) == [])
    }

    @Test func `what controllers note on an object is not the file's to say, though it was written from one`() throws {
        let notes = "deployment.kubernetes.io/revision: \"7\", steady.dev/last-good: web-gone, note: mine"
        let yaml = Manifest.deployment("web", replicas: 2)
            .replacing("{name: web}", with: "{name: web, annotations: {\(notes)}}")
        var bench = ClusterBench()
        bench.addNode("n1")

        try bench.state([("web.yaml", yaml)])
        bench.settle()

        let annotations = try #require(bench.deployment("web")?.metadata.annotations)
        #expect(annotations["deployment.kubernetes.io/revision"] == "1")
        #expect(annotations["steady.dev/last-good"]?.hasPrefix("web-") == true)
        #expect(annotations["steady.dev/last-good"] != "web-gone")
        #expect(annotations["note"] == "mine")
        #expect(bench.turns.allSatisfy { $0.records.count < 100 })
        #expect(drifts(bench) == [])
    }

    @Test func `what a file writes out, though it is the default, is not put back`() throws {
        let yaml = Manifest.deployment("web", replicas: 2)
            .replacing("  strategy:", with: "  minReadySeconds: 0\n  strategy:")
        var bench = try bench(yaml)

        bench.ask(.patch(key, .merge(["metadata": ["labels": ["team": "a"]]])))
        try bench.restart()
        try bench.state([("web.yaml", yaml)])

        #expect(bench.deployment("web")?.metadata.labels["team"] == "a")
        #expect(drifts(bench) == [])
    }

    @Test func `history and why say that something was put back, and after what`() throws {
        var bench = try bench()
        bench.ask(.patch(key, .merge(["spec": ["replicas": 5]])))
        try bench.state([("web.yaml", Manifest.deployment("web", replicas: 3))])
        let chronicle = Chronicle(try journal(of: bench))

        let history = try chronicle.history(of: key).compactMap { $0["what"]?.string }
        #expect(history.contains("replicas 5 → 2, put back after patch by ada"))
        #expect(history.contains("replicas 2 → 3"))
        let event = try #require(bench.state.objects(of: .event).first { $0.object.reason == "Drift" })
        let why = try #require(try chronicle.why(event.key))
        #expect(why["what"]?.string?.hasPrefix("event Drift: .spec.replicas put back") == true)
        #expect(why.json().contains("ada called patch deployment/web"))
    }

    /// A journal of all that happened on the bench.
    private func journal(of bench: ClusterBench) throws -> LocalJournal {
        let journal = try LocalJournal(disk: MemoryDisk())
        for turn in bench.turns where !turn.isEmpty {
            let batch = Batch(time: turn.time.nanoseconds, drafts: turn.records)
            _ = try journal.append(batch, expectedHead: journal.head, epoch: journal.epoch)
        }
        return journal
    }
}

extension Object {
    fileprivate var reason: String? { Event(self)?.reason }
}
