import Cluster
import Controllers
import Model
import Testing
import YAML

@Suite struct `A forecast` {
    private func bench(replicas: Int = 2) throws -> ClusterBench {
        var bench = ClusterBench()
        bench.addNode("n1", cpu: "4")
        try bench.state([("web.yaml", Manifest.deployment("web", replicas: replicas)), ("words.yaml", words("one"))])
        bench.settle()
        return bench
    }

    private func words(_ word: String) -> String {
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: words}, data: {word: \(word)}}"
    }

    private func forecast(_ files: [(file: String, yaml: String)], isComplete: Bool = true, _ bench: ClusterBench)
        throws -> Forecast
    {
        let statement = try ClusterBench.statement(files, isComplete: isComplete)
        return Forecast(of: statement, on: bench.state, Settings(), at: bench.now)
    }

    private func names(_ forecast: Forecast) -> [String] {
        forecast.steps.map {
            "\($0.deed) \($0.generateName == nil ? "" : "new ")\($0.pod.name.prefix(3)) on \($0.node)"
        }
    }

    @Test func `of what is so already is empty, and changes nothing`() throws {
        let bench = try bench()
        let before = bench.state.revision

        let forecast = try forecast(
            [("web.yaml", Manifest.deployment("web", replicas: 2)), ("words.yaml", words("one"))],
            bench
        )

        #expect(forecast.changes.isEmpty && forecast.steps.isEmpty && forecast.isSettled)
        #expect(bench.state.revision == before)
    }

    @Test func `names the fields, and whether pods are replaced for them`() throws {
        let bench = try bench()

        let scaled = try forecast(
            [("web.yaml", Manifest.deployment("web", replicas: 3)), ("words.yaml", words("two"))],
            bench
        )
        let renewed = try forecast(
            [("web.yaml", Manifest.deployment("web", replicas: 2, version: "v2"))],
            isComplete: false,
            bench
        )

        #expect(
            scaled.changes.map { "\($0.key.name) \($0.replacesPods) \($0.fields)" } == [
                "words false [data.word: \"one\" → \"two\"]", "web false [spec.replicas: 2 → 3]",
            ]
        )
        #expect(names(scaled) == ["start new web on n1"])
        #expect(renewed.changes.map(\.replacesPods) == [true])
        #expect(names(renewed).filter { $0.hasPrefix("start") }.count == 2)
        #expect(names(renewed).filter { $0.hasPrefix("stop") }.count == 2)
        // One more at a time, as the Deployment's bounds have it.
        #expect(names(renewed).first == "start new web on n1")
    }

    @Test func `prunes what a whole directory no longer states, and nothing for a part of it`() throws {
        var bench = try bench()
        try bench.state([
            ("web.yaml", Manifest.deployment("web", replicas: 2)), ("words.yaml", words("one")),
            ("more.yaml", Manifest.deployment("more", replicas: 1)),
        ])
        bench.settle()
        let files = [("web.yaml", Manifest.deployment("web", replicas: 2)), ("words.yaml", words("one"))]

        let whole = try forecast(files, bench)
        let part = try forecast(files, isComplete: false, bench)

        #expect(whole.changes.map { "\($0.deed) \($0.key.name)" } == ["delete more"])
        #expect(names(whole) == ["stop mor on n1"])
        #expect(part.changes.isEmpty)
    }

    @Test func `keeps what the prune guard would keep`() throws {
        let bench = try bench()

        let forecast = try forecast([], bench)

        #expect(forecast.held?.keys.count == 2)
        #expect(forecast.changes.isEmpty && forecast.steps.isEmpty)
    }

    @Test func `finds in the same set what one object needs of another`() throws {
        let bench = try bench()
        let pod = """
            apiVersion: v1
            kind: Pod
            metadata: {name: far, namespace: new}
            spec: {containers: [{name: main, command: [sleep, infinity]}]}
            """
        let namespace = "{apiVersion: v1, kind: Namespace, metadata: {name: new}}"

        let forecast = try forecast([("a.yaml", pod), ("b.yaml", namespace)], isComplete: false, bench)

        #expect(forecast.refusals == [])
        #expect(names(forecast) == ["start far on n1"])
    }

    @Test func `says what would not fit, what would wait, and what would be refused`() throws {
        let bench = try bench()
        let big = """
            apiVersion: v1
            kind: Pod
            metadata: {name: big}
            spec: {containers: [{name: main, command: [sleep, infinity], resources: {requests: {cpu: 100}}}]}
            """
        let stepped = Manifest.deployment("web", replicas: 2, version: "v2")
            .replacing("{name: web}", with: "{name: web, annotations: {steady.dev/steps: \"1,pause\"}}")
        let service =
            "{apiVersion: v1, kind: Service, metadata: {name: bad}, spec: {clusterIP: 1.2.3.4, ports: [{port: 80}]}}"

        let forecast = try forecast(
            [("big.yaml", big), ("web.yaml", stepped), ("bad.yaml", service)],
            isComplete: false,
            bench
        )

        #expect(forecast.pending.map(\.reason) == ["0/1 nodes are available: 1 Insufficient cpu."])
        #expect(forecast.waiting.map(\.object.name) == ["web"])
        #expect(forecast.refusals.count == 1)
        #expect(forecast.refusals.first?.hasPrefix("bad.yaml:1: Service \"bad\" is invalid") == true)
    }

    @Test func `leaves out what waits already`() throws {
        var bench = try bench()
        let big = """
            apiVersion: v1
            kind: Pod
            metadata: {name: big}
            spec: {containers: [{name: main, command: [sleep, infinity], resources: {requests: {cpu: 100}}}]}
            """
        let files = [
            ("web.yaml", Manifest.deployment("web", replicas: 2)), ("words.yaml", words("one")), ("big.yaml", big),
        ]
        try bench.state(files)
        bench.ask(.patch(ObjectKey(.deployment, namespace: "default", name: "web"), .merge(["spec": ["paused": true]])))

        let forecast = try forecast(files, bench)

        #expect(forecast.pending.isEmpty && forecast.waiting.isEmpty)
    }

    @Test func `counts the waits of an update`() throws {
        let bench = try bench(replicas: 1)
        let slow = Manifest.deployment("web", replicas: 1, version: "v2")
            .replacing("  strategy:", with: "  minReadySeconds: 30\n  strategy:")

        let forecast = try forecast([("web.yaml", slow)], isComplete: false, bench)

        #expect(names(forecast) == ["start new web on n1", "stop web on n1"])
        #expect(forecast.steps.map(\.delay) == [.zero, .seconds(30)])
    }

    @Test func `says that it is a beginning where an update waits longer than it looks ahead`() throws {
        let bench = try bench(replicas: 1)
        let patient = Manifest.deployment("web", replicas: 1, version: "v2").replacing(
            "  strategy:",
            with: "  minReadySeconds: 7200\n  progressDeadlineSeconds: 9000\n  strategy:"
        )

        let forecast = try forecast([("web.yaml", patient)], isComplete: false, bench)

        #expect(names(forecast) == ["start new web on n1"])
        #expect(!forecast.isSettled)
    }

    @Test func `names of an app what people said, and not when the system would call it new`() throws {
        var bench = ClusterBench()
        bench.addNode("n1")
        func app(_ memory: Int) -> String {
            "{apiVersion: marathon/v2, kind: App, metadata: {name: clock}, spec: {id: /clock, cmd: date, mem: \(memory)}}"
        }
        try bench.state([("clock.yaml", app(16))])
        bench.settle()

        let forecast = try forecast([("clock.yaml", app(32))], bench)

        #expect(forecast.changes.map { "\($0.fields) \($0.replacesPods)" } == ["[spec.mem: 16 → 32] true"])
    }
}
