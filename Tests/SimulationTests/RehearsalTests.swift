import Cluster
import Controllers
import Model
import Simulation
import Testing
import YAML

@Suite struct `A rehearsal` {
    // MARK: What is rehearsed

    private func statement(_ manifests: String...) throws -> DirectoryStatement {
        let items = try manifests.map { text in
            let value = try Value.parse(json: text)
            let kind = try #require(
                Kind(apiVersion: value["apiVersion"]?.string ?? "", kind: value["kind"]?.string ?? "")
            )
            let name = value["metadata"]?["name"]?.string ?? ""
            return DirectoryStatement.Item(
                key: ObjectKey(kind, namespace: "default", name: name),
                configuration: Array(value.json().utf8),
                origin: Origin(path: "\(name).yaml", line: 1)
            )
        }
        return DirectoryStatement(root: "/manifests", changed: items, isComplete: true)
    }

    private func web(
        _ version: String,
        replicas: Int = 4,
        milliCPU: Int = 100,
        strategy: String = #"{"type":"RollingUpdate"}"#,
        annotations: String = "{}",
        minReady: Int = 0,
        extra: String = ""
    ) -> String {
        #"{"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"web","namespace":"default","annotations":"#
            + annotations
            + #"},"spec":{"replicas":\#(replicas),"strategy":\#(strategy),"minReadySeconds":\#(minReady),"#
            + #""selector":{"matchLabels":{"app":"web"}},"template":{"metadata":{"labels":{"app":"web"}},"spec":{"#
            + #""terminationGracePeriodSeconds":5,"containers":[{"name":"main","command":["server","\#(version)"],"#
            + #""ports":[{"name":"http","containerPort":8080}],"#
            + #""readinessProbe":{"httpGet":{"port":"http"},"periodSeconds":1},"#
            + #""resources":{"requests":{"cpu":"\#(milliCPU)m","memory":"64Mi"}}\#(extra)}]}}}}"#
    }

    private let service =
        #"{"apiVersion":"v1","kind":"Service","metadata":{"name":"web","namespace":"default"},"#
        + #""spec":{"selector":{"app":"web"},"ports":[{"port":80,"targetPort":"http"}]}}"#

    private func app(_ version: String, instances: Int = 3) -> String {
        #"{"apiVersion":"marathon/v2","kind":"App","metadata":{"name":"job","namespace":"default"},"spec":{"id":"/job","#
            + #""cmd":"work","instances":\#(instances),"cpus":0.1,"mem":16,"env":{"VERSION":"\#(version)"}}}"#
    }

    private func rehearsal(
        _ statement: DirectoryStatement,
        after former: DirectoryStatement? = nil,
        nodes: Int = 3,
        milliCPU: Int = 4000
    ) -> Rehearsal {
        var rehearsal = Rehearsal(statement)
        rehearsal.former = former
        rehearsal.nodes = (1...nodes).map {
            RehearsedMachine(name: "n\($0)", milliCPU: milliCPU, memoryBytes: 16 << 30)
        }
        return rehearsal
    }

    private func web(_ result: RehearsalResult) throws -> RehearsalResult.Workload {
        try #require(result.workloads.first { $0.key.name == "web" })
    }

    private func story(_ result: RehearsalResult) -> [String] {
        result.moments.map { "\($0.after) \($0.object) \($0.deeds?.starts.count ?? 0) \($0.ready) \($0.message ?? "")" }
    }

    // MARK: What comes of it

    @Test func `what fits comes up, and it is told when and on what`() throws {
        let result = rehearsal(try statement(web("1"), service, app("1"))).run(seed: 1)

        #expect(result.isGood, "\(result.problems)")
        let web = try web(result)
        #expect(web.wanted == 4 && web.readyInTheEnd == 4 && web.isChanged)
        // The guess is a second, a tenth more or less; the early looks of the probe come ever more seldom.
        let time = try #require(result.rolledOutAfter)
        #expect(time > .milliseconds(900) && time < .seconds(4), "\(time)")
        #expect(result.services.map(\.inTheEnd) == [4])
        #expect(result.peak.pods == 7 && result.peak.milliCPU == 700)
        #expect(result.nodes.map(\.name) == ["n1", "n2", "n3"])
        #expect(result.moments.first?.deeds?.starts.values.reduce(0, +) ?? 0 > 0)
        #expect(result.moments.contains { $0.message == "is rolled out" })
    }

    @Test func `the same seed gives the same rehearsal, another one another`() throws {
        let rehearsal = rehearsal(try statement(web("2"), service), after: try statement(web("1"), service))

        let first = story(rehearsal.run(seed: 7))
        #expect(story(rehearsal.run(seed: 7)) == first)
        #expect(story(rehearsal.run(seed: 8)) != first)
    }

    @Test func `what fits nowhere stays pending, with the scheduler's reason`() throws {
        let result = rehearsal(try statement(web("1", replicas: 3, milliCPU: 3000)), nodes: 2).run(seed: 1)

        #expect(!result.isGood && result.rolledOutAfter == nil)
        #expect(result.pending.map(\.reason) == ["0/2 nodes are available: 2 Insufficient cpu."])
        #expect(result.pending.map(\.pods) == [1])
        let problem = try #require(result.problems.first)
        #expect(problem.contains("deployment web does not come through: 2 of 3 ready; 1 pod: 0/2 nodes"), "\(problem)")
    }

    @Test(arguments: [
        (#"{"type":"RollingUpdate","rollingUpdate":{"maxSurge":0,"maxUnavailable":1}}"#, 3),
        (#"{"type":"RollingUpdate","rollingUpdate":{"maxSurge":1,"maxUnavailable":0}}"#, 4),
        (#"{"type":"RollingUpdate","rollingUpdate":{"maxSurge":2,"maxUnavailable":"50%"}}"#, 2),
    ])
    func `a rolling update keeps as many ready as its strategy promises`(strategy: String, promised: Int) throws {
        let before = try statement(web("1", strategy: strategy), service)
        let after = try statement(web("2", strategy: strategy), service)

        for seed in 1...5 as ClosedRange<UInt64> {
            let result = rehearsal(after, after: before).run(seed: seed)

            let web = try web(result)
            #expect(result.isGood, "\(result.problems)")
            #expect(web.readyBefore == 4 && web.promised == promised && web.leastReady ?? 0 >= promised)
            #expect(result.services[0].before == 4 && result.services[0].fewest >= promised)
            #expect(result.services[0].inTheEnd == 4)
        }
    }

    @Test func `an update that replaces all together has none ready for a while, as it says itself`() throws {
        let strategy = #"{"type":"Recreate"}"#
        let former = try statement(web("1", strategy: strategy), service)
        let result = rehearsal(try statement(web("2", strategy: strategy), service), after: former).run(seed: 1)

        #expect(result.isGood, "\(result.problems)")
        #expect(try web(result).leastReady == 0)
        #expect(result.services[0].fewest == 0)
    }

    @Test func `an app is replaced, and what the directory no longer states goes`() throws {
        let result = rehearsal(try statement(app("2")), after: try statement(app("1"), web("1"))).run(seed: 1)

        #expect(result.isGood, "\(result.problems)")
        let job = try #require(result.workloads.first { $0.key.kind == .app })
        #expect(job.leastReady == 3 && job.readyInTheEnd == 3 && job.isTouched)
        let web = try web(result)
        #expect(web.wanted == 0 && web.readyInTheEnd == 0 && web.rolledOutAfter != nil)
    }

    @Test func `a directory that says the same changes nothing`() throws {
        let words = try statement(web("1"), service, app("1"))
        let result = rehearsal(words, after: words).run(seed: 1)

        #expect(result.isGood && result.moments.isEmpty && result.rolledOutAfter == .zero, "\(result.moments)")
    }

    @Test func `an update that waits for somebody is told to, and one in steps is promoted`() throws {
        let paused = web("2").replacing(#""replicas":4"#, with: #""replicas":4,"paused":true"#)
        let waits = rehearsal(try statement(paused), after: try statement(web("1"))).run(seed: 1)
        #expect(
            waits.problems
                == [
                    "deployment web does not come through: 4 of 4 ready; 4 pods: to be updated once the deployment is resumed"
                ]
        )

        let steps = #"{"steady.dev/steps":"1,pause,100%"}"#
        let former = try statement(web("1", annotations: steps))
        let goesOn = rehearsal(try statement(web("2", annotations: steps)), after: former).run(seed: 1)
        #expect(goesOn.isGood, "\(goesOn.problems)")
        #expect(goesOn.moments.contains { $0.message == "is promoted, as somebody would" })
    }

    @Test func `a pod that is stated at another place is not touched`() throws {
        let pod =
            #"{"apiVersion":"v1","kind":"Pod","metadata":{"name":"p","namespace":"default"},"spec":{"containers":["#
            + #"{"name":"main","command":["serve"]}]}}"#
        var words = try statement(pod)
        let former = words
        words.changed[0].origin.line = 7

        let result = rehearsal(words, after: former).run(seed: 1)

        #expect(result.isGood && result.moments.isEmpty, "\(result.moments)")
    }

    @Test func `what the cluster refuses is told, and is bad`() throws {
        let other = web("1").replacing(#""matchLabels":{"app":"web"}"#, with: #""matchLabels":{"app":"other"}"#)
        let result = rehearsal(try statement(other)).run(seed: 1)

        #expect(!result.isGood)
        #expect(result.problems.first?.contains("web.yaml:1") == true, "\(result.problems)")
    }

    @Test func `what can't be started is told in its own words`() throws {
        let missing = #","envFrom":[{"configMapRef":{"name":"settings"}}]"#
        let result = rehearsal(try statement(web("1", replicas: 2, extra: missing))).run(seed: 1)

        let trouble = try #require(try web(result).troubles.first)
        #expect(trouble.pods == 2 && trouble.reason.contains("settings"), "\(trouble)")
    }

    // MARK: Faults

    @Test func `containers that crash show, and an update of them is taken back where that is wanted`() throws {
        let wish = #"{"steady.dev/rollback":"auto"}"#
        let former = try statement(web("1", annotations: wish, minReady: 15))
        var rehearsal = rehearsal(try statement(web("2", annotations: wish, minReady: 15)), after: former)
        rehearsal.faults = [.crash("web", perMille: 1000)]

        let result = rehearsal.run(seed: 3)

        let web = try web(result)
        #expect(web.restarts >= 3)
        #expect(web.rolledBack?.contains("was taken back") == true)
        // The old version was not said to crash.
        #expect(web.readyInTheEnd == 4 && web.leastReady ?? 0 >= 3)
        #expect(result.problems.count == 1 && result.problems[0].contains("taken back"), "\(result.problems)")
        #expect(web.rolledOutAfter == nil && result.moments.last?.message == "is up again")
    }

    @Test func `a few crashes are borne`() throws {
        var rehearsal = rehearsal(try statement(web("1", replicas: 10)))
        rehearsal.faults = [.crash("web", perMille: 300)]

        let result = rehearsal.run(seed: 1)

        #expect(result.isGood, "\(result.problems)")
        #expect(try web(result).restarts > 0)
    }

    @Test func `a node that is lost takes its pods along, and brings them back`() throws {
        let words = try statement(web("1", replicas: 6), service)
        var rehearsal = rehearsal(words, after: words)
        rehearsal.faults = [.node("n2", at: .seconds(30), returningAfter: .seconds(60))]

        let result = rehearsal.run(seed: 1)

        #expect(result.isGood, "\(result.problems)")
        let web = try web(result)
        #expect(web.leastReady == 4 && web.promised == 5 && web.readyInTheEnd == 6)
        #expect(result.services[0].fewest == 4)
        #expect(result.moments.first { $0.message == "is lost" }?.after == .seconds(30))
        #expect(result.moments.contains { $0.message == "starts anew" })
    }

    @Test func `a node that stays away leaves its pods missing`() throws {
        let words = try statement(web("1", replicas: 6))
        var rehearsal = rehearsal(words, after: words)
        rehearsal.faults = [.node("n1", at: .seconds(1))]

        let result = rehearsal.run(seed: 1)

        #expect(
            result.problems.first?.contains("4 of 6 ready; 2 pods: bound to n1, which is lost") == true,
            "\(result.problems)"
        )
    }

    @Test func `faults that strike nothing are named, with what there is`() throws {
        var rehearsal = rehearsal(try statement(web("1")), nodes: 2)
        rehearsal.faults = [.node("n3", at: .zero), .crash("wep", perMille: 1), .crash("web", perMille: 1)]

        #expect(
            rehearsal.impossibleFaults == [
                "there is no node n3; there are n1, n2", "there is no workload wep; there is web",
            ]
        )
    }

    // MARK: Several seeds

    @Test func `of several the worst is shown`() throws {
        var rehearsal = rehearsal(try statement(web("1", replicas: 2)))
        rehearsal.faults = [.crash("web", perMille: 500)]
        var summary = RehearsalSummary()
        for seed in 1...8 as ClosedRange<UInt64> { summary.take(rehearsal.run(seed: seed)) }

        let worst = try #require(summary.worst)
        #expect(summary.count == 8)
        #expect(story(rehearsal.run(seed: worst.seed)) == story(worst))
        #expect(summary.isGood == worst.isGood && summary.badSeeds.contains(worst.seed) == !worst.isGood)
        let durations = (1...8 as ClosedRange<UInt64>).compactMap { rehearsal.run(seed: $0).rolledOutAfter }
        #expect(summary.durations == durations)
    }
}
