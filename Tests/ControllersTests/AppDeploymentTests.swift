import Cluster
import Controllers
import Model
import Testing
import YAML

@Suite struct `Deployments of an app` {
    private let key = ObjectKey(.app, namespace: "default", name: "web")

    private static func manifest(_ command: String, instances: Int = 1, _ more: String = "") -> String {
        """
        {apiVersion: marathon/v2, kind: App, metadata: {name: web},
         spec: {id: /web, cmd: \(command), cpus: 0.1, mem: 16, instances: \(instances)\(more.isEmpty ? "" : ", \(more)")}}
        """
    }

    private func bench(_ more: String = "", instances: Int = 1) throws -> ClusterBench {
        var bench = ClusterBench()
        bench.addNode("n1")
        try bench.state([("web.yaml", Self.manifest("one", instances: instances, more))])
        return bench
    }

    private func app(_ bench: ClusterBench) -> App? { bench.state.get(App.self, "web", namespace: "default") }

    private func deployment(_ bench: ClusterBench) -> AppDeployment? { app(bench)?.status.deployment }

    private func command(_ text: String) -> Request.Operation { .patch(key, .merge(["spec": ["cmd": .string(text)]])) }

    private func error(_ answer: Answer) -> APIError? {
        if case .failure(let error) = answer.result { error } else { nil }
    }

    @Test func `say what is done, since when, and when it was through`() throws {
        var bench = try bench()
        let first = try #require(deployment(bench))
        #expect(first.action == .startApplication)
        #expect(first.state == .running)
        #expect(first.version == app(bench)?.spec.version)
        #expect(first.previousVersion == "")

        bench.wait(.seconds(60))
        bench.settle()
        #expect(deployment(bench)?.state == .succeeded)
        #expect(deployment(bench)?.endedAt == bench.now)

        bench.ask(command("two"))
        #expect(deployment(bench)?.action == .restartApplication)
        #expect(deployment(bench)?.previousVersion == first.version)
        #expect(deployment(bench)?.id != first.id)
        bench.settle()
        bench.ask(.scale(key, replicas: 3, hold: true))
        #expect(deployment(bench)?.action == .scaleApplication)
    }

    @Test func `are none where nothing is restarted and nothing scaled`() throws {
        var bench = try bench()
        bench.settle()
        let before = deployment(bench)

        bench.ask(.patch(key, .merge(["spec": ["labels": ["a": "b"], "backoffSeconds": 3]])))

        #expect(deployment(bench) == before)
    }

    @Test func `let no second change in, unless it is to take their place`() throws {
        var bench = try bench()
        let running = try #require(deployment(bench))

        for change in [command("two"), .scale(key, replicas: 2, hold: true)] {
            let refusal = try #require(error(bench.ask(change)))
            #expect(refusal.code == 409)
            #expect(refusal.message.contains("App is locked by deployment \(running.id) (StartApplication)"))
        }
        let applied = try Value.parse(yaml: Self.manifest("two"))
        #expect(error(bench.ask(.patch(key, .apply(applied, force: false))))?.code == 409)
        let restart: Value = ["metadata": ["annotations": ["kubectl.kubernetes.io/restartedAt": "now"]]]
        #expect(error(bench.ask(.patch(key, .merge(restart))))?.code == 409)
        #expect(deployment(bench) == running)

        #expect(error(bench.ask(command("two"), force: true)) == nil)
        #expect(deployment(bench)?.action == .restartApplication)
        #expect(deployment(bench)?.id != running.id)
    }

    @Test func `are in nobody's way where the app need not be deployed for a change, or is to go`() throws {
        var bench = ClusterBench()
        try bench.create(Self.manifest("one"))

        #expect(error(bench.ask(.patch(key, .merge(["metadata": ["labels": ["a": "b"]]])))) == nil)
        #expect(error(bench.ask(.patch(key, .merge(["spec": ["backoffSeconds": 3]])))) == nil)
        #expect(error(bench.ask(.delete(key, DeleteOptions()))) == nil)
    }

    @Test func `give way to what the directory says`() throws {
        var bench = try bench()
        let first = try #require(deployment(bench))

        try bench.state([("web.yaml", Self.manifest("two"))])

        #expect(app(bench)?.spec.cmd == "two")
        #expect(deployment(bench)?.id != first.id)
        #expect(deployment(bench)?.previousVersion == "")
    }

    @Test func `are one for all apps that the directory changes at once`() throws {
        var bench = try bench()
        let other = Self.manifest("one").replacing("web", with: "db")

        try bench.state([("web.yaml", Self.manifest("two")), ("db.yaml", other)])
        let database = bench.state.get(App.self, "db", namespace: "default")?.status.deployment
        #expect(database?.id == deployment(bench)?.id)

        try bench.state([("web.yaml", Self.manifest("three")), ("db.yaml", other)])
        #expect(database?.id != deployment(bench)?.id)
    }

    @Test func `remember what was up before them, however many there were since`() throws {
        var bench = try bench()
        bench.settle()
        let good = try #require(app(bench)?.spec.version)
        for text in ["two", "three"] {
            bench.wait(.seconds(60))
            try bench.state([("web.yaml", Self.manifest(text))])
        }
        #expect(deployment(bench)?.previousVersion == good)

        let versions = try told(bench) { try $0.versions(of: key) }
        let target = try #require(versions.last { $0.version == good })
        bench.wait(.seconds(60))
        bench.ask(.restore(key, target.app, isWhole: true))

        #expect(app(bench)?.spec.cmd == "one")
        #expect(deployment(bench)?.state == .running)
        try bench.restart()
        #expect(app(bench)?.spec.cmd == "one")
    }

    @Test func `that only scaled are taken back, too`() throws {
        var bench = try bench()
        bench.settle()
        let good = try #require(app(bench))
        bench.wait(.seconds(60))
        try bench.state([("web.yaml", Self.manifest("one", instances: 5))])
        #expect(app(bench)?.spec.instances == 5)

        bench.ask(.restore(key, good, isWhole: true))
        #expect(app(bench)?.spec.instances == 1)
        try bench.restart()
        #expect(app(bench)?.spec.instances == 1)
        bench.settle()
        #expect(deployment(bench)?.state == .succeeded)
    }

    @Test func `that are cancelled leave the instances as they are, and as many as are wanted`() throws {
        var bench = try bench("upgradeStrategy: {minimumHealthCapacity: 1, maximumOverCapacity: 0}", instances: 3)
        bench.settle()
        let careful = "upgradeStrategy: {minimumHealthCapacity: 1, maximumOverCapacity: 0}"
        try bench.state([("web.yaml", Self.manifest("two", instances: 3, careful))])
        bench.settleOnce()
        bench.settleOnce()
        func commands() -> [String] {
            bench.pods().filter { $0.metadata.deletionTimestamp == nil }
                .compactMap { $0.spec.containers.first?.command.last }.sorted()
        }
        #expect(Set(commands()) == ["one", "two"])

        #expect(error(bench.ask(.abort(key))) == nil)
        bench.settle()
        #expect(deployment(bench)?.state == .cancelled)
        let left = commands()
        #expect(Set(left) == ["one", "two"] && left.count == 3)

        let old = try #require(bench.pods().first { $0.spec.containers.first?.command.last == "one" })
        bench.ask(.delete(old.key, DeleteOptions()))
        bench.settle()
        #expect(commands().count == 3)

        #expect(error(bench.ask(.abort(key)))?.message == "no update of app \"web\" is under way")
        bench.ask(.patch(key, .merge(["metadata": ["annotations": ["kubectl.kubernetes.io/restartedAt": "now"]]])))
        bench.settle()
        #expect(commands() == ["two", "two", "two"])
        #expect(deployment(bench)?.state == .succeeded)
    }

    // MARK: Readiness

    private static let checked =
        "readinessChecks: [{portName: default, path: /ready, intervalSeconds: 5, timeoutSeconds: 1, "
        + "preserveLastResponse: true}]"

    private func answer(_ pod: Pod, _ status: Int, _ bench: inout ClusterBench) {
        bench.report(pod) { told in
            told.conditions.removeAll { $0.type == MarathonPod.readinessCondition }
            told.conditions.append(
                PodCondition {
                    $0.type = MarathonPod.readinessCondition
                    $0.status = status == 200 ? .true : .false
                    $0.message = "HTTP \(status) text/plain\nlet me see"
                }
            )
        }
    }

    @Test func `count on an instance when it has passed its readiness check`() throws {
        var bench = try bench(Self.checked)
        let first = try #require(bench.pods().first)
        #expect(MarathonPod(first)?.readinessCheck?.path == "/ready")
        bench.makeReady(first)
        #expect(deployment(bench)?.state == .running)

        answer(try #require(bench.pods().first), 503, &bench)
        let result = try #require(deployment(bench)?.readinessCheckResults.first)
        #expect(!result.ready && result.taskId == first.metadata.name && result.name == "readinessCheck")
        #expect(result.lastResponse?.status == 503)
        #expect(result.lastResponse?.contentType == "text/plain")
        #expect(result.lastResponse?.body == "let me see")

        answer(try #require(bench.pods().first), 200, &bench)
        #expect(deployment(bench)?.state == .succeeded)
        #expect(deployment(bench)?.readinessCheckResults.map(\.ready) == [true])
    }

    @Test func `replace an instance when the next one is ready, not when it is healthy`() throws {
        var bench = try bench(Self.checked)
        bench.makeReady(try #require(bench.pods().first))
        answer(try #require(bench.pods().first), 200, &bench)
        let old = try #require(bench.pods().first)
        #expect(MarathonPod(old)?.readinessCheck == nil)

        try bench.state([("web.yaml", Self.manifest("two", Self.checked))])
        let new = try #require(bench.pods().first { $0.metadata.uid != old.metadata.uid })
        bench.makeReady(new)
        #expect(bench.pods().allSatisfy { $0.metadata.deletionTimestamp == nil })

        answer(try #require(bench.pods().first { $0.metadata.uid == new.metadata.uid }), 200, &bench)
        #expect(bench.pods().first { $0.metadata.uid == old.metadata.uid }?.metadata.deletionTimestamp != nil)
    }

    @Test func `ask nothing of an instance that comes later`() throws {
        var bench = try bench(Self.checked)
        bench.makeReady(try #require(bench.pods().first))
        answer(try #require(bench.pods().first), 200, &bench)
        let lost = try #require(bench.pods().first)

        bench.ask(.delete(lost.key, DeleteOptions(gracePeriodSeconds: 0)))

        let next = try #require(bench.pods().first { $0.metadata.uid != lost.metadata.uid })
        #expect(MarathonPod(next)?.readinessCheck == nil)
    }
}
