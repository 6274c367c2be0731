import Cluster
import Controllers
import Model
import Testing
import YAML

@Suite struct `The order of apps` {
    private func key(_ name: String) -> ObjectKey { ObjectKey(.app, namespace: "default", name: name) }

    /// A file for each app, such as `"/prod/web": "dependencies: [db]"`.
    private func state(_ apps: KeyValuePairs<String, String>, _ bench: inout ClusterBench) throws {
        try bench.state(apps.map { id, spec in ("\(AppID(id).objectName).yaml", Self.manifest(id, spec)) })
    }

    private static func manifest(_ id: String, _ spec: String) -> String {
        let more = spec.isEmpty ? "" : ", \(spec)"
        let instances = spec.contains("instances:") ? "" : ", instances: 1"
        return """
            {apiVersion: marathon/v2, kind: App, metadata: {name: \(AppID(id).objectName)},
             spec: {id: \(id), cmd: sleep 1000, cpus: 0.1, mem: 16\(instances)\(more)}}
            """
    }

    private func bench(_ apps: KeyValuePairs<String, String>) throws -> ClusterBench {
        var bench = ClusterBench()
        bench.addNode("n1")
        try state(apps, &bench)
        return bench
    }

    private func app(_ name: String, _ bench: ClusterBench) -> App? {
        bench.state.get(App.self, name, namespace: "default")
    }

    private func waiting(_ name: String, _ bench: ClusterBench) -> Condition? {
        app(name, bench)?.status.conditions.first { $0.type == "Waiting" }
    }

    private func pods(_ app: String, _ bench: ClusterBench) -> [Pod] {
        bench.pods().filter { $0.metadata.labels[MarathonPod.appLabel] == app }
    }

    private func running(_ bench: ClusterBench) -> [String] {
        bench.pods().filter { $0.metadata.deletionTimestamp == nil }
            .map { $0.metadata.labels[MarathonPod.appLabel] ?? "" }.sorted()
    }

    private func makeReady(_ app: String, _ bench: inout ClusterBench) {
        for pod in pods(app, bench) where pod.metadata.deletionTimestamp == nil { bench.makeReady(pod) }
    }

    private func reportStopped(_ app: String, _ bench: inout ClusterBench) {
        for pod in pods(app, bench) where pod.metadata.deletionTimestamp != nil { bench.reportStopped(pod) }
    }

    // MARK: Beginning

    @Test func `an app starts when what it depends on is healthy, and says what it waits for`() throws {
        var bench = try bench(["/web": "dependencies: [/api]", "/api": "dependencies: [/db]", "/db": ""])
        #expect(running(bench) == ["db"])
        #expect(waiting("api", bench)?.message == "waits for /db, which is being deployed")
        #expect(waiting("web", bench)?.message == "waits for /api, which waits itself")
        #expect(bench.events("DependenciesNotHealthy").map(\.involvedObject.name).sorted() == ["api", "web"])

        makeReady("db", &bench)
        #expect(running(bench) == ["api", "db"])

        makeReady("api", &bench)
        #expect(running(bench) == ["api", "db", "web"])
        makeReady("web", &bench)
        #expect(["web", "api", "db"].allSatisfy { waiting($0, bench) == nil })
    }

    @Test func `an app waits for a path that nothing is at, until something is`() throws {
        var bench = try bench(["/web": "dependencies: [/db]"])
        #expect(running(bench).isEmpty)
        #expect(waiting("web", bench)?.message == "waits for /db, which does not exist")

        try state(["/web": "dependencies: [/db]", "/db": ""], &bench)
        makeReady("db", &bench)

        #expect(running(bench) == ["db", "web"])
    }

    @Test func `a dependency that is gone no longer holds anything up, once it is no longer named`() throws {
        var bench = try bench(["/web": "dependencies: [/db]"])

        try state(["/web": ""], &bench)

        #expect(running(bench) == ["web"])
        #expect(waiting("web", bench) == nil)
    }

    @Test func `a group is all of its apps, and a relative path counts from the app's own group`() throws {
        var bench = try bench([
            "/prod/web": "dependencies: [data, ../mail]", "/prod/data/db": "", "/prod/data/cache": "", "/mail": "",
        ])
        makeReady("prod-data-db", &bench)
        makeReady("mail", &bench)
        #expect(waiting("prod-web", bench)?.message == "waits for /prod/data/cache, which is being deployed")

        makeReady("prod-data-cache", &bench)
        #expect(running(bench).contains("prod-web"))
    }

    @Test func `an app that is to have no instances holds nobody up`() throws {
        let bench = try bench(["/web": "dependencies: [/db]", "/db": "instances: 0"])
        #expect(running(bench) == ["web"])
    }

    @Test func `an update and a scaling wait as a start does, and nothing is taken away meanwhile`() throws {
        let strategy = "upgradeStrategy: {minimumHealthCapacity: 0, maximumOverCapacity: 0}"
        var bench = try bench(["/web": "dependencies: [/db], \(strategy)", "/db": ""])
        makeReady("db", &bench)
        makeReady("web", &bench)
        let before = pods("web", bench)

        try state(["/web": "dependencies: [/db], \(strategy), env: {A: b}", "/db": "env: {A: b}"], &bench)
        #expect(pods("web", bench) == before)
        #expect(waiting("web", bench)?.message == "waits for /db, which is being deployed")

        bench.settle()
        #expect(pods("web", bench).map(\.metadata.uid) != before.map(\.metadata.uid))
        #expect(app("web", bench)?.status.deployment?.state == .succeeded)
    }

    @Test func `an instance that is lost is replaced, whatever its dependencies are like`() throws {
        var bench = try bench(["/web": "dependencies: [/db]", "/db": ""])
        bench.settle()
        let web = try #require(pods("web", bench).first)
        let database = try #require(pods("db", bench).first)
        bench.report(database) { status in
            status.conditions = [
                PodCondition {
                    $0.type = "Ready"
                    $0.status = .false
                }
            ]
        }

        bench.ask(.delete(web.key, DeleteOptions(gracePeriodSeconds: 0)))

        #expect(pods("web", bench).map(\.metadata.uid) != [web.metadata.uid])
        #expect(waiting("web", bench) == nil)
    }

    @Test func `an app of another namespace is another app`() throws {
        var bench = try bench(["/web": "dependencies: [/db]"])
        try bench.create("{apiVersion: v1, kind: Namespace, metadata: {name: other}}")
        try bench.create(Self.manifest("/db", "").replacing("metadata: {", with: "metadata: {namespace: other, "))

        #expect(waiting("web", bench)?.message == "waits for /db, which does not exist")
    }

    // MARK: Ending

    @Test func `of apps that are suspended together those that depend on others go first`() throws {
        var bench = try bench(["/web": "dependencies: [/db]", "/db": "", "/other": ""])
        bench.settle()

        try state(
            ["/web": "dependencies: [/db], instances: 0", "/db": "instances: 0", "/other": "instances: 0"],
            &bench
        )
        #expect(running(bench) == ["db"])
        #expect(waiting("db", bench)?.message == "waits until /web stopped")

        reportStopped("web", &bench)
        #expect(running(bench).isEmpty)
        reportStopped("db", &bench)
        #expect(waiting("db", bench) == nil)
        #expect(app("db", bench)?.status.deployment?.state == .succeeded)
    }

    @Test func `of apps that leave the directory together those that depend on others go first`() throws {
        var bench = try bench(["/web": "dependencies: [/db]", "/db": "", "/other": ""])
        bench.settle()

        try state(["/other": ""], &bench)
        #expect(running(bench) == ["db", "other"])
        #expect(app("db", bench)?.status.deployment?.action == .stopApplication)

        reportStopped("web", &bench)
        #expect(app("web", bench) == nil)
        #expect(running(bench) == ["other"])

        reportStopped("db", &bench)
        #expect(app("db", bench) == nil)
    }

    @Test func `an app goes though what depends on it stays`() throws {
        var bench = try bench(["/web": "dependencies: [/db]", "/db": ""])
        bench.settle()

        try state(["/web": "dependencies: [/db]"], &bench)
        bench.settle()

        #expect(app("db", bench) == nil)
        #expect(running(bench) == ["web"])
    }

    @Test func `an app that comes back while it ends starts when it has ended`() throws {
        var bench = try bench(["/web": "dependencies: [/db]", "/db": ""])
        bench.settle()
        try state([:], &bench)
        bench.ask(.prune)

        try state(["/web": "dependencies: [/db]", "/db": ""], &bench)
        for name in ["web", "db"] { reportStopped(name, &bench) }
        bench.settle()

        #expect(running(bench) == ["db", "web"])
        #expect(app("db", bench)?.metadata.deletionTimestamp == nil)
    }

    // MARK: Going round

    @Test func `apps that wait for one another say so, and begin when the circle is broken`() throws {
        var bench = try bench(["/a": "dependencies: [/b]", "/b": "dependencies: [/c]", "/c": "dependencies: [/a]"])
        #expect(running(bench).isEmpty)
        #expect(waiting("a", bench)?.message == "Dependency graph has cyclic dependencies: /a, /b, /c, /a.")
        #expect(waiting("c", bench)?.message == "Dependency graph has cyclic dependencies: /c, /a, /b, /c.")
        #expect(bench.events("CyclicDependencies").map(\.type) == ["Warning", "Warning", "Warning"])

        try state(["/a": "dependencies: [/b]", "/b": "dependencies: [/c]", "/c": ""], &bench)
        bench.settle()

        #expect(running(bench) == ["a", "b", "c"])
        #expect(["a", "b", "c"].allSatisfy { waiting($0, bench) == nil })
    }

    @Test func `apps that come to wait for one another are kept up, and can be stopped`() throws {
        var bench = try bench(["/a": "", "/b": ""])
        bench.settle()
        try state(["/a": "dependencies: [/b]", "/b": "dependencies: [/a]"], &bench)
        #expect(running(bench) == ["a", "b"])
        bench.ask(.delete(try #require(pods("a", bench).first).key, DeleteOptions(gracePeriodSeconds: 0)))
        #expect(running(bench) == ["a", "b"])

        try state(["/a": "dependencies: [/b], instances: 0", "/b": "dependencies: [/a], instances: 0"], &bench)
        bench.settle()
        #expect(running(bench).isEmpty)
    }

    @Test func `a call may not close a circle`() throws {
        var bench = ClusterBench()
        try bench.create(Self.manifest("/a", "dependencies: [/g]"))
        let answer = try bench.create(Self.manifest("/g/b", "dependencies: [/a]"))

        guard case .failure(let error) = answer.result else { return #expect(Bool(false), "it was let in") }
        #expect(error.code == 422)
        #expect(error.message.contains("Dependency graph has cyclic dependencies: /g/b, /a, /g/b."))
        let own = try bench.create(Self.manifest("/g/c", "dependencies: [/g]"))
        #expect(throws: APIError.self) { try own.object() }
    }

    @Test func `a forecast tells of a circle, and of what would be waited for`() throws {
        var bench = try bench(["/db": ""])
        bench.settle()
        func forecast(_ apps: KeyValuePairs<String, String>) throws -> Forecast {
            let files = apps.map { id, spec in ("\(AppID(id).objectName).yaml", Self.manifest(id, spec)) }
            let statement = try ClusterBench.statement(files, isComplete: false)
            return Forecast(of: statement, on: bench.state, Settings(), at: bench.now)
        }

        let circle = try forecast(["/a": "dependencies: [/b]", "/b": "dependencies: [/a]"])
        #expect(
            circle.refusals == [
                "a.yaml:1: Dependency graph has cyclic dependencies: /a, /b, /a.",
                "b.yaml:1: Dependency graph has cyclic dependencies: /b, /a, /b.",
            ]
        )

        let missing = try forecast(["/a": "dependencies: [/nowhere]", "/b": "dependencies: [/db]"])
        #expect(missing.refusals.isEmpty)
        #expect(missing.waiting.map(\.reason) == ["waits for /nowhere, which does not exist"])

        let ordered = try forecast(["/a": "dependencies: [/b]", "/b": "dependencies: [/db]"])
        #expect(ordered.steps.map { $0.pod.name.prefix(2) } == ["b-", "a-"])
    }

    @Test func `order is kept by a daemon that takes over`() throws {
        var bench = try bench(["/web": "dependencies: [/db]", "/db": ""])

        try bench.restart()
        #expect(running(bench) == ["db"])
        makeReady("db", &bench)
        #expect(running(bench) == ["db", "web"])
    }
}
