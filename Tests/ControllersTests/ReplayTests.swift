import Cluster
import Controllers
import Journaling
import Model
import Testing
import YAML

@Suite struct `A replay` {
    private static let seal = SecretSeal(key: Array(0..<32))
    private let key = ObjectKey(.deployment, namespace: "default", name: "web")

    /// Something of every sort of input.
    private func story() throws -> ClusterBench {
        var bench = ClusterBench(seal: Self.seal)
        bench.addNode("n1")
        try bench.create(Manifest.deployment("web", replicas: 2))
        tellOfPods(&bench)
        try tellSecrets(&bench)
        try call(&bench)
        try callApps(&bench)
        try tellOfFiles(&bench)
        try bench.restart()
        bench.wait(.seconds(7200))
        return bench
    }

    private func tellOfPods(_ bench: inout ClusterBench) {
        for pod in bench.pods() { bench.makeReady(pod) }
        guard let pod = bench.pods().first else { return }
        bench.ask(.delete(pod.key, DeleteOptions(gracePeriodSeconds: 3, uid: pod.metadata.uid)))
        bench.reportStopped(pod)
        let event = EventReport(
            key: pod.key,
            uid: pod.metadata.uid,
            isNormal: false,
            reason: "BackOff",
            message: "a \"quoted\" word",
            fieldPath: "spec.containers{main}"
        )
        bench.step([.report(NodeReport(node: "n1", events: [event])), .timer])
    }

    private func tellSecrets(_ bench: inout ClusterBench) throws {
        let secret = "{stringData: {a: b}, apiVersion: v1, kind: Secret, metadata: {name: s}, data: {c: ZA==}}"
        try bench.state([("s.yaml", secret)])
        try bench.create("{apiVersion: v1, kind: Secret, metadata: {generateName: g-}, stringData: {a: b}}")
        let key = ObjectKey(.secret, namespace: "default", name: "s")
        bench.ask(.patch(key, .json([["op": "add", "path": "/data/x", "value": "ZQ=="]])))
        bench.ask(.patch(key, .merge(["data": ["y": "ZQ=="]])))
        guard let live = bench.state.object(key)?.object else { return }
        bench.ask(.replace(key, live))
        try bench.apply(key, "{apiVersion: v1, kind: Secret, metadata: {name: s}, stringData: {z: b}}")
    }

    private func call(_ bench: inout ClusterBench) throws {
        bench.ask(.patch(key, .merge(["metadata": ["labels": ["a": "b", "gone": nil]]])))
        bench.ask(.patch(key, .strategic(["spec": ["minReadySeconds": 1]])))
        bench.ask(.patch(key, .json([["op": "replace", "path": "/spec/replicas", "value": 3]])))
        bench.ask(.patch(key, .merge(["status": ["observedGeneration": 7]]), .status))
        try bench.apply(key, Manifest.deployment("web", replicas: 1), force: true)
        bench.ask(.scale(key, replicas: 2, resourceVersion: bench.state.object(key)?.object.metadata.resourceVersion))
        bench.ask(.scale(key, replicas: -1))
        let config = "{apiVersion: v1, kind: ConfigMap, metadata: {generateName: c-}, data: {a: \"1\"}}"
        try bench.create(config)
        guard let made = bench.state.objects(of: .configMap).first else { return }
        bench.ask(.replace(made.key, made.object))
        bench.ask(.delete(made.key, DeleteOptions(propagation: .foreground, resourceVersion: "1", hold: true)))
    }

    private func callApps(_ bench: inout ClusterBench) throws {
        let key = ObjectKey(.app, namespace: "default", name: "clock")
        func app(_ name: String, _ more: String) -> String {
            "{apiVersion: marathon/v2, kind: App, metadata: {name: \(name)}, spec: {id: /\(name), cmd: date, \(more)}}"
        }
        try bench.create(app("clock", "cpus: 0.1"))
        guard case .app(let first)? = bench.state.object(key)?.object else { return }
        bench.ask(.scale(key, replicas: 3))
        bench.ask(.scale(key, replicas: 3), force: true)
        bench.ask(.patch(key, .merge(["spec": ["cmd": "date -u"]])), force: true)
        bench.ask(.restore(key, first, isWhole: true))
        bench.ask(.abort(key), force: true)
        try bench.state([("a.yaml", app("a", "dependencies: [b]")), ("b.yaml", app("b", "mem: 16"))])
        bench.settle()
        try bench.state([])
        bench.ask(.prune)
        bench.settle()
    }

    private func tellOfFiles(_ bench: inout ClusterBench) throws {
        try bench.state([("a.yaml", Manifest.deployment("a", replicas: 1)), ("b/web.yaml", "\(config("b"))")])
        try bench.state([("a.yaml", Manifest.deployment("a", replicas: 2))], broken: ["b"])
        try bench.state([])
        bench.ask(.prune)
        bench.step([.writable(after: WriteProblem(message: "full", since: bench.now))])
        bench.step([.directory(DirectoryStatement(root: "/m", changed: [], isComplete: true, unreadable: "gone"))])
    }

    private func config(_ name: String) -> String { "{apiVersion: v1, kind: ConfigMap, metadata: {name: \(name)}}" }

    private func replay(_ records: [Record]) throws -> Replay {
        var replay = Replay(from: ClusterState(seal: Self.seal))
        for record in records { try replay.take(record) }
        try replay.finish()
        return replay
    }

    @Test func `decides every sort of input as it was decided`() throws {
        let bench = try story()

        let replay = try replay(bench.records)

        #expect(replay.difference == nil, "\(replay.difference.map(String.init(describing:)) ?? "")")
        #expect(replay.turns == bench.turns.count { !$0.isEmpty })
        #expect(replay.state.snapshotRecords == bench.state.snapshotRecords)
    }

    @Test func `names the first record that comes out otherwise`() throws {
        var records = try story().records
        let index = try #require(records.lastIndex { $0.type == .put })
        records[index].body.append(contentsOf: ",\"more\":1".utf8)

        let difference = try #require(try replay(records).difference)

        #expect(difference.sequence == records[index].sequence)
        #expect(difference.derived?.key == records[index].key)
    }

    @Test func `takes an input that was written in fewer words for the same`() throws {
        var records = try story().records
        let start = try #require(records.firstIndex { $0.type == .input })
        let text = String(decoding: records[start].body, as: UTF8.self)
        let shorter = text.replacing(/,"rollback":"[a-z]*"/, with: "")
        try #require(shorter != text)
        records[start].body = Array(shorter.utf8)

        #expect(try replay(records).difference == nil)
    }

    @Test func `goes on as the daemon was set up in whose life it begins, and not as the next one`() throws {
        let settings = Settings(serviceAddresses: 0x0a07_0001...0x0a07_00fe, rollback: .auto, version: "test")
        var bench = ClusterBench(settings)
        try bench.create(config("early"))
        let snapshot = bench.state
        let service = "{apiVersion: v1, kind: Service, metadata: {name: s}, spec: {ports: [{port: 80}]}}"
        try bench.create(service)
        try bench.restart(Settings(serviceAddresses: 0x0a08_0001...0x0a08_00fe))
        try bench.create(service.replacing("name: s", with: "name: t"))

        var state = ClusterState()
        for record in snapshot.snapshotRecords { try state.fold(record) }
        state.advance(to: snapshot.revision)
        #expect(Replay.settings(in: state) == settings)
        var replay = Replay(from: state)
        for record in bench.records where record.sequence > state.revision { try replay.take(record) }
        try replay.finish()

        #expect(replay.difference == nil && replay.doubtfulTurns == 0, "\(String(describing: replay.doubt))")
        #expect(replay.turns == 3)
        #expect(Replay.settings(in: bench.state) != settings)
    }

    @Test func `tells which builds took the turns`() throws {
        var bench = ClusterBench(Settings(version: "0.1.0 (4f2a1c9)"))
        try bench.create(config("early"))
        try bench.restart(Settings(version: "0.1.0 (5b30d2e-dirty)"))
        try bench.create(config("late"))

        let replay = try replay(bench.records)

        #expect(replay.difference == nil)
        #expect(replay.versions == ["0.1.0 (4f2a1c9)", "0.1.0 (5b30d2e-dirty)"])
    }

    // MARK: Without the key

    /// As whoever got the journal in a bug report.
    private func replayWithoutKey(_ records: [Record]) throws -> Replay {
        var replay = Replay()
        for record in records { try replay.take(record) }
        try replay.finish()
        return replay
    }

    @Test func `without the key decides all but the turns that touch Secrets`() throws {
        let bench = try story()
        let touching = bench.turns.count { turn in
            turn.records.contains { String(decoding: $0.body, as: UTF8.self).contains("\"secrets/") }
                || turn.records.contains { $0.key?.hasPrefix("secrets/") == true }
        }

        let replay = try replayWithoutKey(bench.records)

        #expect(replay.difference == nil, "\(replay.difference.map(String.init(describing:)) ?? "")")
        #expect(touching > 5 && replay.sealedTurns == touching)
        #expect(replay.turns + replay.sealedTurns == bench.turns.count { !$0.isEmpty })
        let others = { (state: ClusterState) in state.snapshotRecords.filter { $0.key?.hasPrefix("secrets/") != true } }
        #expect(others(replay.state) == others(bench.state))
        #expect(replay.state.count(of: .secret) == bench.state.count(of: .secret))
    }

    @Test func `without the key finds what comes out otherwise beside Secrets`() throws {
        var bench = try story()
        try bench.create(config("late"))
        var records = bench.records
        let index = try #require(records.lastIndex { $0.type == .put })
        records[index].body.append(contentsOf: ",\"more\":1".utf8)

        let difference = try #require(try replayWithoutKey(records).difference)

        #expect(difference.sequence == records[index].sequence)
        #expect(difference.version?.isEmpty == false)
    }

    @Test func `without the key goes on from a snapshot`() throws {
        var bench = try story()
        let state = bench.state
        try bench.restart()
        try bench.create(config("late"))
        try tellSecrets(&bench)
        try bench.create(config("later"))

        let begin = try Replay.state(at: state.revision, seal: nil) { body in
            for record in state.snapshotRecords { try body(record) }
        }
        var replay = Replay(from: begin)
        for record in bench.records where record.sequence > state.revision { try replay.take(record) }
        try replay.finish()

        #expect(replay.difference == nil, "\(replay.difference.map(String.init(describing:)) ?? "")")
        #expect(replay.turns >= 3 && replay.sealedTurns > 0)
    }

    @Test func `goes on from a state that was told otherwise`() throws {
        var bench = try story()
        let state = bench.state
        bench.ask(.scale(ObjectKey(.deployment, namespace: "default", name: "none"), replicas: 3))
        try bench.restart()
        try bench.create(config("late"))

        var replay = Replay(from: state)
        for record in bench.records where record.sequence > state.revision { try replay.take(record) }
        try replay.finish()

        #expect(replay.difference == nil)
        #expect(replay.turns == 3)
    }
}
