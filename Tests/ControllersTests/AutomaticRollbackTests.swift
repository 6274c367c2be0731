import Cluster
import Controllers
import Model
import Testing
import YAML

@Suite struct `A failing update` {
    private let key = ObjectKey(.deployment, namespace: "default", name: "web")

    private func bench(_ settings: Settings = Settings()) throws -> ClusterBench {
        var bench = ClusterBench(settings)
        bench.addNode("n1")
        return bench
    }

    /// What a file says, with annotations of its Deployment.
    private func state(
        _ version: String,
        saying annotations: String = "steady.dev/rollback: auto",
        replicas: Int = 2,
        _ bench: inout ClusterBench
    ) throws {
        let yaml = Manifest.deployment("web", replicas: replicas, version: version)
            .replacing("{name: web}", with: "{name: web, annotations: {\(annotations)}}")
            .replacing("  strategy:", with: "  progressDeadlineSeconds: 60\n  strategy:")
        try bench.state([("web.yaml", yaml)])
    }

    /// The pods of one version crash until each has been started again so often.
    private func crash(_ version: String, restarts: Int, _ bench: inout ClusterBench) {
        for pod in bench.pods() where pod.version == version {
            bench.report(pod) { status in
                status.containerStatuses = [
                    ContainerStatus {
                        $0.name = "main"
                        $0.restartCount = restarts
                    }
                ]
            }
        }
    }

    private func version(_ bench: ClusterBench) -> String? {
        bench.deployment("web")?.spec.template.version
    }

    private func condition(_ bench: ClusterBench) -> DeploymentCondition? {
        bench.deployment("web")?.status.conditions.first { $0.type == "RolledBack" }
    }

    @Test func `that crashes goes back to what was up, and says why`() throws {
        var bench = try bench()
        try state("v1", &bench)
        bench.settle("v1")
        try state("v2", &bench)

        crash("v2", restarts: 2, &bench)
        #expect(version(bench) == "v2")
        crash("v2", restarts: 3, &bench)

        #expect(version(bench) == "v1")
        let message = try #require(condition(bench)?.message)
        #expect(message.hasPrefix("revision 2 was taken back to revision 1: its pod web-"), "\(message)")
        #expect(
            message.hasSuffix(" was started again 3 times; it stays back until the file's template changes"),
            "\(message)"
        )
        #expect(bench.events("RolledBack").map(\.message) == [message])
        #expect(bench.state.object(key)?.origin == Origin(call: "automatic rollback", user: "steady"))
        bench.settle("v1")
        #expect(bench.pods().map { $0.version } == ["v1", "v1"])
    }

    @Test func `that makes no progress goes back when its deadline has passed`() throws {
        var bench = try bench()
        try state("v1", &bench)
        bench.settle("v1")
        try state("v2", &bench)

        bench.wait(.seconds(59))
        #expect(version(bench) == "v2")
        bench.wait(.seconds(2))

        #expect(version(bench) == "v1")
        #expect(condition(bench)?.message.contains("it made no progress for 60 s") == true)
    }

    @Test func `stays back until the file's template changes`() throws {
        var bench = try bench()
        try state("v1", &bench)
        bench.settle("v1")
        try state("v2", &bench)
        crash("v2", restarts: 3, &bench)
        bench.settle("v1")

        try state("v2", saying: "steady.dev/rollback: auto, note: another", replicas: 3, &bench)
        try bench.restart()
        bench.settle("v1")
        #expect(version(bench) == "v1")
        #expect(condition(bench) != nil)
        #expect(bench.pods().count == 3)

        try state("v3", replicas: 3, &bench)
        #expect(version(bench) == "v3")
        #expect(condition(bench) == nil)
        bench.settle("v3")
        #expect(bench.pods().map { $0.version } == ["v3", "v3", "v3"])
    }

    @Test func `is no longer told of when the file says what is in force`() throws {
        var bench = try bench()
        try state("v1", &bench)
        bench.settle("v1")
        try state("v2", &bench)
        crash("v2", restarts: 3, &bench)
        bench.settle("v1")

        try state("v1", &bench)

        #expect(condition(bench) == nil)
    }

    @Test func `stands where nobody asked for anything else`() throws {
        var bench = try bench()
        try state("v1", saying: "a: b", &bench)
        bench.settle("v1")
        try state("v2", saying: "a: b", &bench)

        crash("v2", restarts: 7, &bench)
        bench.wait(.seconds(61))

        #expect(version(bench) == "v2")
    }

    @Test func `goes back by the daemon's setting, unless its own annotation says off`() throws {
        for (annotation, after) in [("a: b", "v1"), ("steady.dev/rollback: \"off\"", "v2")] {
            var bench = try bench(Settings(rollback: .auto))
            try state("v1", saying: annotation, &bench)
            bench.settle("v1")
            try state("v2", saying: annotation, &bench)

            crash("v2", restarts: 3, &bench)

            #expect(version(bench) == after)
        }
    }

    @Test func `may be given other numbers of restarts`() throws {
        var bench = try bench()
        let annotations = "steady.dev/rollback: auto, steady.dev/rollback-after: \"1\""
        try state("v1", saying: annotations, &bench)
        bench.settle("v1")
        try state("v2", saying: annotations, &bench)

        crash("v2", restarts: 1, &bench)

        #expect(version(bench) == "v1")
    }

    @Test func `is not what crashes once all was up`() throws {
        var bench = try bench()
        try state("v1", &bench)
        bench.settle("v1")
        try state("v2", &bench)
        bench.settle("v2")

        crash("v2", restarts: 9, &bench)

        #expect(version(bench) == "v2")
    }

    @Test func `stands where nothing was ever up, and where it is paused`() throws {
        var bench = try bench()
        try state("v1", &bench)
        crash("v1", restarts: 5, &bench)
        #expect(version(bench) == "v1")
        bench.settle("v1")

        try state("v2", &bench)
        bench.ask(.patch(key, .merge(["spec": ["paused": true]])))
        crash("v2", restarts: 5, &bench)
        #expect(version(bench) == "v2")

        bench.ask(.patch(key, .merge(["spec": ["paused": false]])))
        #expect(version(bench) == "v1")
    }

    @Test func `by a call goes back, too, and the next call counts`() throws {
        var bench = try bench()
        let annotations = "{name: web, annotations: {steady.dev/rollback: auto}}"
        func manifest(_ version: String) -> String {
            Manifest.deployment("web", replicas: 1, version: version).replacing("{name: web}", with: annotations)
        }
        try bench.apply(key, manifest("v1"))
        bench.settle("v1")
        try bench.apply(key, manifest("v2"))
        crash("v2", restarts: 3, &bench)
        #expect(version(bench) == "v1")
        #expect(condition(bench)?.message.hasSuffix("times") == true)

        try bench.apply(key, manifest("v2"))

        #expect(version(bench) == "v2")
        #expect(condition(bench) == nil)
    }

    @Test(arguments: [
        ("steady.dev/rollback", "yes", #"Unsupported value: "yes": supported values: "auto", "off""#),
        ("steady.dev/rollback-after", "0", "must be a number of restarts, from 1"),
        ("steady.dev/rollbak", "auto", #"Unsupported value: "steady.dev/rollbak": supported values: "#),
    ])
    func `is spelled right or refused`(name: String, value: String, words: String) throws {
        var bench = try bench()
        let yaml = Manifest.deployment("web", replicas: 1)
            .replacing("{name: web}", with: "{name: web, annotations: {\(name): \"\(value)\"}}")

        let answer = try bench.apply(key, yaml)

        guard case .failure(let error) = answer.result else {
            Issue.record("it was let in")
            return
        }
        #expect(error.message.contains(words), "\(error.message)")
    }

    @Test func `is refused where nothing would read it`() throws {
        let annotations = "annotations: {steady.dev/rollback: auto}"
        let template = Manifest.deployment("web", replicas: 1)
            .replacing("metadata: {labels: {app: web}}", with: "metadata: {labels: {app: web}, \(annotations)}")
        let app =
            "{apiVersion: marathon/v2, kind: App, metadata: {name: web, \(annotations)}, spec: {id: /web, cmd: x}}"
        let cases = [
            (key, template, "spec.template.metadata.annotations[steady.dev/rollback]"),
            (ObjectKey(.app, namespace: "default", name: "web"), app, "metadata.annotations[steady.dev/rollback]"),
        ]
        for (key, yaml, place) in cases {
            var bench = try bench()
            let answer = try bench.apply(key, yaml)

            guard case .failure(let error) = answer.result else {
                Issue.record("\(key) was let in")
                continue
            }
            #expect(
                error.message.contains("\(place): Forbidden: it is for the metadata of a Deployment"),
                "\(error.message)"
            )
        }
    }
}
