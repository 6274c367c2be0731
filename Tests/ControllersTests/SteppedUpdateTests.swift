import Cluster
import Controllers
import Model
import Testing

@Suite struct `An update in steps` {
    private let key = ObjectKey(.deployment, namespace: "default", name: "web")

    private func bench(_ steps: String, replicas: Int = 8) throws -> ClusterBench {
        var bench = ClusterBench()
        bench.addNode("n1", cpu: "64")
        try state("v1", steps, replicas: replicas, &bench)
        bench.settle()
        try state("v2", steps, replicas: replicas, &bench)
        return bench
    }

    private func state(_ version: String, _ steps: String, replicas: Int = 8, _ bench: inout ClusterBench) throws {
        let yaml = Manifest.deployment("web", replicas: replicas, version: version)
            .replacing("{name: web}", with: "{name: web, annotations: {steady.dev/steps: \"\(steps)\"}}")
        try bench.state([("web.yaml", yaml)])
    }

    /// How many pods there are of each version.
    private func versions(_ bench: ClusterBench) -> [String: Int] {
        bench.pods().reduce(into: [:]) { $0[$1.version, default: 0] += 1 }
    }

    private func progress(_ bench: ClusterBench) -> DeploymentCondition? {
        bench.deployment("web")?.status.conditions.first { $0.type == "Progressing" }
    }

    private func problem(_ answer: Answer) -> String? {
        if case .failure(let error) = answer.result { error.message } else { nil }
    }

    @Test func `goes on by itself when the pods of a step are available, and keeps the rest`() throws {
        var bench = try bench("1,25%,100%")
        #expect(bench.pods().count { $0.version == "v2" } == 1)

        var seen: [[String: Int]] = []
        for _ in 0..<12 {
            bench.settleOnce()
            if seen.last != versions(bench) { seen.append(versions(bench)) }
        }

        #expect(seen.contains { $0["v2"] == 2 && $0["v1"] ?? 0 >= 6 }, "\(seen)")
        #expect(versions(bench) == ["v2": 8])
    }

    @Test func `waits at a pause with as many pods as are wanted, and no deadline passes`() throws {
        var bench = try bench("1,25%,pause,100%")
        bench.settle()

        #expect(versions(bench) == ["v1": 6, "v2": 2])
        bench.wait(.seconds(3600))
        #expect(versions(bench) == ["v1": 6, "v2": 2])
        #expect(progress(bench)?.reason == "DeploymentPaused")
        #expect(
            progress(bench)?.message
                == "Deployment waits at step 3 of 4, with 2 of 8 pods updated, to be promoted or aborted"
        )
    }

    @Test func `tells that it waits where it has no deadline, and where it was late`() throws {
        for (deadline, wait) in [(2_147_483_647, Duration.zero), (60, .seconds(90))] {
            var bench = ClusterBench()
            bench.addNode("n1", cpu: "64")
            for version in ["v1", "v2"] {
                let yaml = Manifest.deployment("web", replicas: 3, version: version)
                    .replacing("{name: web}", with: "{name: web, annotations: {steady.dev/steps: \"1,pause\"}}")
                    .replacing("  strategy:", with: "  progressDeadlineSeconds: \(deadline)\n  strategy:")
                try bench.state([("web.yaml", yaml)])
                if version == "v2" { bench.wait(wait) }
                bench.settle()
            }

            #expect(progress(bench)?.reason == "DeploymentPaused", "deadline \(deadline)")
        }
    }

    @Test func `goes on from a pause when it is promoted, each by itself`() throws {
        var bench = try bench("pause,50%,pause")
        bench.settle()
        #expect(versions(bench) == ["v1": 8])

        #expect(problem(bench.ask(.promote(key))) == nil)
        #expect(problem(bench.ask(.promote(key))) == "no step of deployment \"web\" waits to be promoted")
        bench.settle()
        #expect(versions(bench) == ["v1": 4, "v2": 4])

        bench.ask(.promote(key))
        bench.settle()
        #expect(versions(bench) == ["v2": 8])
        #expect(problem(bench.ask(.promote(key))) == "no update of deployment \"web\" is under way")
    }

    @Test func `goes on beyond all pauses when that is asked for`() throws {
        var bench = try bench("1,pause,2,pause,3,pause")
        bench.settle()

        bench.ask(.promote(key, isFull: true))
        bench.settle()

        #expect(versions(bench) == ["v2": 8])
    }

    @Test func `goes back to what was up when it is aborted, whatever the file says`() throws {
        var bench = try bench("2,pause,100%")
        bench.settle()

        #expect(problem(bench.ask(.abort(key))) == nil)
        bench.settle()

        #expect(versions(bench) == ["v1": 8])
        #expect(problem(bench.ask(.abort(key))) == "no update of deployment \"web\" is under way")
        try state("v3", "2,pause,100%", &bench)
        bench.settle()
        #expect(versions(bench) == ["v1": 6, "v3": 2])
    }

    @Test func `waits anew when a template comes back that was promoted before`() throws {
        var bench = try bench("1,pause")
        bench.settle()
        bench.ask(.promote(key))
        bench.settle()
        #expect(versions(bench) == ["v2": 8])

        for version in ["v3", "v2"] { try state(version, "1,pause", &bench) }
        bench.settle()
        // What was up as a whole needs no steps to come back.
        #expect(versions(bench) == ["v2": 8])
        try state("v1", "1,pause", &bench)
        bench.settle()
        #expect(versions(bench) == ["v1": 1, "v2": 7])
    }

    @Test func `has no steps where nothing is up yet`() throws {
        var bench = ClusterBench()
        bench.addNode("n1", cpu: "64")
        try state("v1", "1,pause,100%", replicas: 3, &bench)
        bench.settle()
        #expect(versions(bench) == ["v1": 3])
    }

    @Test func `passes no pause by where there are few pods, and keeps one to go back to`() throws {
        var bench = try bench("1,pause,100%", replicas: 1)
        bench.settle()
        #expect(versions(bench) == ["v1": 1, "v2": 1])
        #expect(progress(bench)?.reason == "DeploymentPaused")

        bench.ask(.promote(key))
        bench.settle()
        #expect(versions(bench) == ["v2": 1])
    }

    @Test func `starts nothing before its word where a single pod may have no other beside it`() throws {
        var bench = ClusterBench()
        bench.addNode("n1", cpu: "64")
        for version in ["v1", "v2"] {
            let strategy = "{rollingUpdate: {maxSurge: 0, maxUnavailable: 1}}"
            let yaml = Manifest.deployment("web", replicas: 1, version: version, strategy: strategy)
                .replacing("{name: web}", with: "{name: web, annotations: {steady.dev/steps: \"1,pause\"}}")
            try bench.state([("web.yaml", yaml)])
            bench.settle()
        }
        #expect(versions(bench) == ["v1": 1])
        #expect(progress(bench)?.reason == "DeploymentPaused")

        bench.ask(.promote(key))
        bench.settle()
        #expect(versions(bench) == ["v2": 1])
    }

    @Test(arguments: [(16, ["v1": 12, "v2": 4]), (2, ["v1": 1, "v2": 1]), (1, ["v1": 1, "v2": 1])])
    func `stays at its step when it is scaled at a pause`(replicas: Int, expected: [String: Int]) throws {
        var bench = try bench("25%,pause,100%")
        bench.settle()
        #expect(versions(bench) == ["v1": 6, "v2": 2])

        try state("v2", "25%,pause,100%", replicas: replicas, &bench)
        for _ in 0..<12 {
            bench.settleOnce()
            #expect(versions(bench)["v2"] ?? 0 <= max(2, expected["v2"] ?? 0))
        }
        #expect(versions(bench) == expected)
        #expect(progress(bench)?.reason == "DeploymentPaused")
    }

    @Test func `is no less available than its bounds say`() throws {
        var bench = try bench("50%,pause,100%")
        for _ in 0..<12 {
            let ready = bench.pods().count { $0.isReady && $0.metadata.deletionTimestamp == nil }
            #expect(ready >= 6)
            #expect(bench.pods().count { $0.metadata.deletionTimestamp == nil } <= 10)
            bench.settleOnce()
        }
    }

    @Test(arguments: ["", "1,", "0", "101%", "pause;1", "-1", "half"])
    func `is refused where its steps are none`(steps: String) throws {
        var bench = ClusterBench()
        let yaml = Manifest.deployment("web", replicas: 1)
            .replacing("{name: web}", with: "{name: web, annotations: {steady.dev/steps: \"\(steps)\"}}")

        let answer = try bench.apply(key, yaml)

        #expect(problem(answer)?.contains("must be steps such as 1,25%,pause,100%") == true)
    }
}
