import Cluster
import Controllers
import Model
import Testing
import YAML

@Suite struct `Marathon's apps` {
    private let key = ObjectKey(.app, namespace: "default", name: "clock")

    @Test func `a task knows when its definition became what it is`() throws {
        var bench = ClusterBench()
        try bench.create(Self.app("cmd: date"))
        #expect(bench.environment["MARATHON_APP_VERSION"] == "2027-01-15T08:00:00.000Z")

        bench.wait(.seconds(60))
        bench.ask(.patch(key, .merge(["spec": ["cmd": "date -u"]])), force: true)

        #expect(bench.environment["MARATHON_APP_VERSION"] == "2027-01-15T08:01:00.000Z")
        let spec = try #require(bench.state.get(App.self, "clock", namespace: "default")).spec
        #expect(spec.version == "2027-01-15T08:01:00.000Z")
        #expect(spec.versionInfo?.lastScalingAt == "2027-01-15T08:00:00.000Z")
    }

    @Test func `scaling is a new version and restarts nothing`() throws {
        var bench = ClusterBench()
        try bench.create(Self.app("cmd: date"))
        let first = bench.pods().map(\.metadata.uid)
        bench.wait(.seconds(60))

        bench.ask(.scale(key, replicas: 2), force: true)

        #expect(bench.pods().count == 2)
        #expect(bench.pods().map(\.metadata.uid).contains(first[0]))
        let info = bench.state.get(App.self, "clock", namespace: "default")?.spec.versionInfo
        #expect(info?.lastScalingAt == "2027-01-15T08:01:00.000Z")
        #expect(info?.lastConfigChangeAt == "2027-01-15T08:00:00.000Z")
    }

    @Test func `what a running task need not notice restarts nothing, and reaches it`() throws {
        var bench = ClusterBench()
        try bench.create(Self.app("cmd: date, backoffSeconds: 1, taskKillGracePeriodSeconds: 5"))
        let before = try #require(bench.pods().first)
        bench.wait(.seconds(60))

        for spec in [
            #"{healthChecks: [{protocol: TCP, portIndex: 0, intervalSeconds: 7}]}"#, "{labels: {a: b}}",
            "{backoffSeconds: 3}", "{taskKillGracePeriodSeconds: 9}", "{upgradeStrategy: {maximumOverCapacity: 0.5}}",
        ] {
            bench.ask(.patch(key, .merge(["spec": try Value.parse(yaml: spec)])))
        }

        let after = try #require(bench.pods().first)
        #expect(bench.pods().map(\.metadata.uid) == [before.metadata.uid])
        let facts = try #require(MarathonPod(after))
        #expect(facts.healthChecks.map(\.intervalSeconds) == [7])
        #expect(facts.backoffSeconds == 3)
        #expect(after.spec.terminationGracePeriodSeconds == 9)
        // For Marathon it is another configuration all the same.
        let info = bench.state.get(App.self, "clock", namespace: "default")?.spec.versionInfo
        #expect(info?.lastConfigChangeAt == "2027-01-15T08:01:00.000Z")
    }

    @Test func `an instance of an earlier configuration keeps its health checks`() throws {
        var bench = ClusterBench()
        bench.addNode("n1")
        let check = "healthChecks: [{protocol: TCP, portIndex: 0, intervalSeconds: 7}]"
        try bench.create(Self.app("cmd: date, \(check)"))
        bench.makeReady(try #require(bench.pods().first))

        let change = "{cmd: date -u, healthChecks: [{protocol: TCP, portIndex: 0, intervalSeconds: 9}]}"
        bench.ask(.patch(key, .merge(["spec": try Value.parse(yaml: change)])))

        let intervals = bench.pods().map { pod in
            "\(pod.spec.containers[0].command.last ?? ""): \(MarathonPod(pod)?.healthChecks.first?.intervalSeconds ?? 0)"
        }
        #expect(intervals.sorted() == ["date -u: 9", "date: 7"])
    }

    @Test func `an instance that is too many goes, though its checks change with it`() throws {
        var bench = ClusterBench()
        bench.addNode("n1")
        try bench.create(Self.app("cmd: date").replacing("instances: 1", with: "instances: 2"))
        for pod in bench.pods() { bench.makeReady(pod) }

        let change = "{instances: 1, healthChecks: [{protocol: TCP, portIndex: 0}]}"
        bench.ask(.patch(key, .merge(["spec": try Value.parse(yaml: change)])))

        #expect(bench.pods().filter { $0.metadata.deletionTimestamp == nil }.count == 1)
    }

    @Test func `a task whose checks have no result yet is neither healthy nor unhealthy`() throws {
        var bench = ClusterBench()
        bench.addNode("n1")
        try bench.create(Self.app("cmd: date, healthChecks: [{protocol: TCP, portIndex: 0}]"))
        let pod = try #require(bench.pods().first)
        func tell(_ status: ConditionStatus) {
            bench.report(pod) { told in
                told.phase = .running
                told.conditions = [("Ready", status == .true ? .true : .false), (MarathonPod.healthCondition, status)]
                    .map { type, status in
                        PodCondition {
                            $0.type = type
                            $0.status = status
                        }
                    }
            }
        }
        var counts: [Int]? {
            let status = bench.state.get(App.self, "clock", namespace: "default")?.status
            return status.map { [$0.tasksRunning, $0.tasksHealthy, $0.tasksUnhealthy] }
        }

        tell(.unknown)
        #expect(counts == [1, 0, 0])
        tell(.true)
        #expect(counts == [1, 1, 0])
        tell(.false)
        #expect(counts == [1, 0, 1])
    }

    @Test func `of labels that come to one variable the last by name counts, each time`() throws {
        for _ in 0..<10 {
            var bench = ClusterBench()
            try bench.create(Self.app("cmd: date, labels: {a.b: dot, a-b: dash, a_b: line}"))

            #expect(bench.environment["MARATHON_APP_LABELS"] == "A_B")
            #expect(bench.environment["MARATHON_APP_LABEL_A_B"] == "line")
        }
    }

    @Test func `of an app that may have one instance there are never two`() throws {
        var bench = ClusterBench()
        bench.addNode("n1")
        let single = "labels: {MARATHON_SINGLE_INSTANCE_APP: \"true\"}"
        try bench.create(Self.app("cmd: date, \(single)"))
        let first = try #require(bench.pods().first)
        bench.makeReady(first)

        bench.ask(.patch(key, .merge(["spec": ["cmd": "date -u"]])), force: true)
        #expect(bench.pods().map(\.metadata.uid) == [first.metadata.uid])
        #expect(bench.pods().first?.metadata.deletionTimestamp != nil)

        bench.reportStopped(first)
        #expect(bench.pods().map { $0.spec.containers[0].command.last } == ["date -u"])
    }

    @Test func `a port for both transports is one port to the app`() throws {
        var bench = ClusterBench()
        bench.addNode("n1")
        let ports = "[{port: 5353, protocol: \"udp,tcp\", name: dns}, {port: 0, protocol: \"udp,tcp\", name: more}]"

        try bench.create(Self.app("cmd: date, requirePorts: true, portDefinitions: \(ports)"))

        let found = try #require(bench.pods().first?.spec.containers.first?.ports)
        #expect(found.map(\.hostPort).prefix(2) == [5353, 5353])
        #expect(found.count == 4 && found[2].hostPort == found[3].hostPort)
        #expect(found.map(\.name) == ["dns", "", "more", ""])
    }

    @Test func `amounts that an older Steady took in are no reason to fall over`() throws {
        var app = App()
        app.metadata.name = "clock"
        app.metadata.namespace = "default"
        app.metadata.uid = "u"
        app.spec.id = "/clock"
        app.spec.cmd = "date"
        app.spec.cpus = 1e300
        app.spec.mem = 1e30
        var state = ClusterBench().state
        let stored = StoredObject(object: .app(app), revision: state.revision + 1)
        state.apply(Change(revision: state.revision + 1, body: .put(stored, previous: nil)))

        var plane = ControlPlane(state, head: state.revision)
        _ = plane.step([.timer], now: Timestamp(seconds: 1_800_000_000))

        #expect(plane.state.count(of: .pod) == 1)
    }

    @Test func `instances keep to the app's constraints, and one that fits nowhere waits for a node`() throws {
        var bench = ClusterBench()
        bench.addNode("n1")
        bench.addNode("n2")
        try bench.create(Self.app("cmd: date, constraints: [[hostname, UNIQUE]]"))
        bench.ask(.scale(key, replicas: 3), force: true)

        #expect(bench.pods().map(\.spec.nodeName).sorted() == ["", "n1", "n2"])
        let waiting = try #require(bench.pods().first { $0.spec.nodeName.isEmpty })
        #expect(
            waiting.status.conditions.first?.message
                == "0/2 nodes are available: 2 node(s) didn't satisfy the app's constraint hostname UNIQUE."
        )

        bench.addNode("n3")
        #expect(bench.pods().map(\.spec.nodeName).sorted() == ["n1", "n2", "n3"])
    }

    @Test func `instances of the configuration before don't stand in the way of an upgrade`() throws {
        var bench = ClusterBench()
        bench.addNode("n1")
        try bench.create(Self.app("cmd: date, constraints: [[hostname, UNIQUE]]"))

        bench.ask(.patch(key, .merge(["spec": ["cmd": "date -u"]])), force: true)

        #expect(bench.pods().map(\.spec.nodeName) == ["n1", "n1"])
    }

    @Test func `scaling down keeps groups even`() throws {
        var bench = ClusterBench()
        for name in ["n1", "n2"] { bench.addNode(name) }
        try bench.create(Self.app("cmd: date, constraints: [[hostname, GROUP_BY]]"))
        bench.ask(.scale(key, replicas: 6), force: true)
        #expect(bench.pods().count { $0.spec.nodeName == "n1" } == 3)

        bench.ask(.scale(key, replicas: 2), force: true)

        let left = bench.pods().filter { $0.metadata.deletionTimestamp == nil }
        #expect(left.map(\.spec.nodeName).sorted() == ["n1", "n2"])
    }

    @Test func `who is not ready goes first, be groups even or not`() throws {
        var bench = ClusterBench()
        for name in ["n1", "n2"] { bench.addNode(name) }
        try bench.create(Self.app("cmd: date, constraints: [[hostname, GROUP_BY]]"))
        bench.ask(.scale(key, replicas: 6), force: true)
        let ready = bench.pods().filter { $0.spec.nodeName == "n1" }
        for pod in ready { bench.makeReady(pod) }

        bench.ask(.scale(key, replicas: 3), force: true)

        let left = bench.pods().filter { $0.metadata.deletionTimestamp == nil }
        #expect(left.map(\.metadata.name) == ready.map(\.metadata.name))
    }

    @Test func `a constraint that can't be kept is refused`() throws {
        var bench = ClusterBench()
        let words = try bench.apply(key, Self.app("cmd: date, constraints: [[hostname, LIKE, \"(\"]]")).result

        guard case .failure(let error) = words else {
            Issue.record("it was let in")
            return
        }
        #expect(error.message.contains("( is not a valid regular expression"))
    }

    private static func app(_ fields: String) -> String {
        """
        apiVersion: marathon/v2
        kind: App
        metadata: {name: clock}
        spec: {id: /clock, instances: 1, cpus: 0.1, mem: 16, \(fields)}
        """
    }
}

extension ClusterBench {
    /// Of the youngest pod's container.
    fileprivate var environment: [String: String] {
        let pod = pods().max { $0.metadata.creationTimestamp ?? now < $1.metadata.creationTimestamp ?? now }
        let variables = pod?.spec.containers.first?.env ?? []
        return Dictionary(variables.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
    }
}
