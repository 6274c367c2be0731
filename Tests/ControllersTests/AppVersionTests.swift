import Cluster
import Controllers
import Model
import Testing
import YAML

@Suite struct `Versions of an app` {
    private let key = ObjectKey(.app, namespace: "default", name: "clock")

    /// One command after the other, a minute between them, each stated by the same file.
    private func bench(_ commands: [String]) throws -> ClusterBench {
        var bench = ClusterBench()
        bench.addNode("n1")
        for command in commands {
            try state(command, &bench)
            bench.wait(.seconds(60))
        }
        return bench
    }

    private func state(_ command: String, instances: Int = 1, _ bench: inout ClusterBench) throws {
        let yaml = """
            {apiVersion: marathon/v2, kind: App, metadata: {name: clock},
             spec: {id: /clock, instances: \(instances), cpus: 0.1, mem: 16, cmd: \(command)}}
            """
        try bench.state([("clock.yaml", yaml)])
    }

    private func versions(_ bench: ClusterBench) throws -> [AppVersion] {
        try told(bench) { try $0.versions(of: key) }
    }

    private func restore(_ version: String?, _ bench: inout ClusterBench) throws -> Answer {
        let target = try #require(try versions(bench).target(named: version))
        return bench.ask(.restore(key, target.app))
    }

    private func app(_ bench: ClusterBench) -> App? { bench.state.get(App.self, "clock", namespace: "default") }

    @Test func `are told with whose word each was`() throws {
        var bench = try bench(["one", "two"])
        bench.ask(.scale(key, replicas: 2, hold: true), force: true)

        let versions = try versions(bench)

        #expect(versions.map { $0.app.spec.cmd ?? "" } == ["one", "two", "two"])
        #expect(
            versions.map(\.version) == [
                "2027-01-15T08:00:00.000Z", "2027-01-15T08:01:00.000Z", "2027-01-15T08:02:00.000Z",
            ]
        )
        #expect(versions[0].by == "clock.yaml:1")
        #expect(versions[2].by.contains("scale"))
    }

    @Test func `are those of the app that there is`() throws {
        var bench = try bench(["one"])
        bench.ask(.delete(key, DeleteOptions(hold: true)))
        try state("two", &bench)

        #expect(try versions(bench).map { $0.app.spec.cmd ?? "" } == ["two"])
    }

    @Test func `can be gone back to, as many instances staying as there are`() throws {
        var bench = try bench(["one", "two", "three"])
        bench.ask(.scale(key, replicas: 3, hold: true), force: true)

        _ = try restore(nil, &bench)
        #expect(app(bench)?.spec.cmd == "two")
        #expect(app(bench)?.spec.instances == 3)

        _ = try restore("2027-01-15T08:00:00.000Z", &bench)
        #expect(app(bench)?.spec.cmd == "one")
        #expect(app(bench)?.spec.version == "2027-01-15T08:03:00.000Z")
    }

    @Test func `hold against the file until the file's definition changes`() throws {
        var bench = try bench(["one", "two"])
        _ = try restore(nil, &bench)
        try bench.restart()
        #expect(app(bench)?.spec.cmd == "one")

        try state("two", instances: 2, &bench)
        #expect(app(bench)?.spec.cmd == "one")
        #expect(app(bench)?.spec.instances == 2)

        try state("three", instances: 2, &bench)
        #expect(app(bench)?.spec.cmd == "three")
        #expect(bench.state.stated(key)?.hold == nil)
    }

    @Test func `that run what runs are nothing to go back to`() throws {
        var bench = try bench(["one"])
        bench.ask(.scale(key, replicas: 2, hold: true), force: true)
        #expect(try versions(bench).target(named: nil) == nil)

        let answer = try restore("2027-01-15T08:00:00.000Z", &bench)

        #expect(answer.warnings == ["current definition already matches version 2027-01-15T08:00:00.000Z"])
        #expect(app(bench)?.spec.instances == 2)
    }

    @Test func `obey the bounds of an upgrade on the way back`() throws {
        var bench = try bench(["one", "two"])
        let running = try #require(bench.pods().first { $0.metadata.deletionTimestamp == nil })
        bench.makeReady(running)

        _ = try restore(nil, &bench)

        #expect(bench.pods().first { $0.metadata.uid == running.metadata.uid }?.metadata.deletionTimestamp == nil)
    }

    @Test func `are replaced by themselves when it is restarted`() throws {
        var bench = try bench(["one"])
        let before = bench.pods().map(\.metadata.uid)

        let note: Value = ["metadata": ["annotations": ["kubectl.kubernetes.io/restartedAt": "now"]]]
        bench.ask(.patch(key, .merge(note)), force: true)

        #expect(bench.pods().count { !before.contains($0.metadata.uid) } == 1)
        #expect(app(bench)?.spec.cmd == "one")
    }
}
