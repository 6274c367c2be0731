import Cluster
import Controllers
import Model
import Testing
import YAML

@Suite struct `How a rollout gets on` {
    private let key = ObjectKey(.deployment, namespace: "default", name: "web")

    @Test func `a new template starts the clock anew`() throws {
        var bench = ClusterBench()
        try bench.create(Manifest.deployment("web", replicas: 2))
        bench.wait(.seconds(400))

        try bench.apply(key, Manifest.deployment("web", replicas: 2, version: "v2"), force: true)
        bench.wait(.seconds(400))
        #expect(bench.progress?.status == .true)

        bench.wait(.seconds(201))
        #expect(bench.progress?.reason == "ProgressDeadlineExceeded")
    }

    @Test func `the edit that repairs lifts the verdict at once`() throws {
        var bench = ClusterBench()
        try bench.create(Manifest.deployment("web", replicas: 2, strategy: Self.careful))
        for pod in bench.pods() { bench.makeReady(pod) }
        try bench.apply(
            key,
            Manifest.deployment("web", replicas: 2, version: "bad", strategy: Self.careful),
            force: true
        )
        bench.wait(.seconds(601))
        #expect(bench.progress?.reason == "ProgressDeadlineExceeded")

        try bench.apply(
            key,
            Manifest.deployment("web", replicas: 2, version: "v3", strategy: Self.careful),
            force: true
        )

        #expect(bench.progress?.status == .true)
        bench.wait(.seconds(590))
        #expect(bench.progress?.status == .true)
    }

    @Test func `going back to the former template is a rollout of its own, and remembers the number`() throws {
        var bench = ClusterBench()
        try bench.create(Manifest.deployment("web", replicas: 2, strategy: Self.careful))
        for pod in bench.pods() { bench.makeReady(pod) }
        try bench.apply(
            key,
            Manifest.deployment("web", replicas: 2, version: "bad", strategy: Self.careful),
            force: true
        )
        bench.wait(.seconds(601))

        try bench.apply(key, Manifest.deployment("web", replicas: 2, strategy: Self.careful), force: true)

        #expect(bench.progress?.reason == "NewReplicaSetAvailable")
        let sets = bench.state.objects(of: .replicaSet).map(\.object.metadata.annotations)
        #expect(sets.compactMap { $0["deployment.kubernetes.io/revision"] }.sorted() == ["2", "3"])
        #expect(sets.compactMap { $0["deployment.kubernetes.io/revision-history"] } == ["1"])
    }

    @Test func `scaling a finished rollout is none`() throws {
        var bench = ClusterBench()
        try bench.create(Manifest.deployment("web", replicas: 1))
        for pod in bench.pods() { bench.makeReady(pod) }
        #expect(bench.progress?.reason == "NewReplicaSetAvailable")

        bench.ask(.scale(key, replicas: 3))
        #expect(bench.progress?.reason == "NewReplicaSetAvailable")
        bench.wait(.seconds(700))

        #expect(bench.progress?.reason == "NewReplicaSetAvailable")
        #expect(bench.progress?.status == .true)
    }

    @Test func `a pause stops the clock, and its end starts it anew`() throws {
        var bench = ClusterBench()
        try bench.create(Manifest.deployment("web", replicas: 2))
        bench.wait(.seconds(100))

        bench.ask(.patch(key, .merge(["spec": ["paused": true]])))
        #expect(bench.progress?.reason == "DeploymentPaused")
        #expect(bench.progress?.status == .unknown)
        bench.wait(.seconds(700))
        #expect(bench.progress?.reason == "DeploymentPaused")

        bench.ask(.patch(key, .merge(["spec": ["paused": false]])))
        #expect(bench.progress?.reason == "DeploymentResumed")
        bench.wait(.seconds(590))
        #expect(bench.progress?.reason == "DeploymentResumed")
        bench.wait(.seconds(11))
        #expect(bench.progress?.reason == "ProgressDeadlineExceeded")
    }

    @Test func `who sets no deadline is told of no progress`() throws {
        var bench = ClusterBench()
        try bench.create(Manifest.deployment("web", replicas: 1))

        bench.ask(.patch(key, .merge(["spec": ["progressDeadlineSeconds": 2_147_483_647]])))

        #expect(bench.progress == nil)
    }

    @Test func `history goes by revision, also of templates that came within one second`() throws {
        var bench = ClusterBench()
        func apply(_ version: String) throws {
            let limited =
                Manifest.deployment("web", replicas: 0, version: version) + "\n  revisionHistoryLimit: 2"
            try bench.apply(key, limited, force: true)
        }

        for version in 1...6 { try apply("v\(version)") }

        let sets = bench.state.objects(of: .replicaSet).map(\.object.metadata.annotations)
        #expect(sets.compactMap { $0["deployment.kubernetes.io/revision"] }.sorted() == ["4", "5", "6"])
    }

    @Test func `a ReplicaSet that can't be made is told of, and tried again`() throws {
        var bench = ClusterBench()
        let name = String(repeating: "n", count: 250)
        try bench.create(Manifest.deployment(name, replicas: 1).replacing("app: \(name)", with: "app: web"))

        let deployment = try #require(bench.deployment(name))
        #expect(deployment.status.observedGeneration == deployment.metadata.generation)
        let progress = deployment.status.conditions.first { $0.type == "Progressing" }
        #expect(progress?.reason == "ReplicaSetCreateError")
        #expect(bench.events("FailedCreate").map(\.count) == [1])
        #expect(bench.turns.last?.wakeAt != nil)
    }

    private static let careful = "{rollingUpdate: {maxSurge: 1, maxUnavailable: 0}}"
}

extension ClusterBench {
    fileprivate var progress: DeploymentCondition? {
        deployment("web")?.status.conditions.first { $0.type == "Progressing" }
    }
}

extension String {
    func replacing(_ text: String, with other: String) -> String {
        split(separator: text, omittingEmptySubsequences: false).joined(separator: other)
    }
}
