import Cluster
import Controllers
import Journaling
import Model
import Testing

@Suite struct `What a turn writes down` {
    private let service = "{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {ports: [{port: 80}]}}"

    @Test func `every change names its causes, also what a file says and what is refused`() throws {
        var bench = ClusterBench()
        let key = ObjectKey(.deployment, namespace: "default", name: "web")
        try bench.state([("web.yaml", Manifest.deployment("web", replicas: 1)), ("service.yaml", service)])
        bench.ask(.scale(key, replicas: 3, hold: true))
        try bench.state([("service.yaml", service)])

        for record in bench.turns.flatMap(\.records) where record.type != .turn && record.type != .input {
            #expect(!record.causes.isEmpty, "\(record.type) of \(record.key ?? "")")
        }
    }

    @Test func `a snapshot of a state is that state, also when an owner has gone before its pods`() throws {
        var bench = ClusterBench()
        bench.addNode("n1")
        try bench.create(Manifest.deployment("web", replicas: 2))
        bench.ask(.delete(ObjectKey(.deployment, namespace: "default", name: "web"), DeleteOptions()))
        #expect(bench.pods().count == 2)

        var recovered = ClusterState()
        for record in bench.state.snapshotRecords { try recovered.fold(record) }
        recovered.advance(to: bench.state.revision)

        #expect(recovered.snapshotRecords == bench.state.snapshotRecords)
    }

    @Test func `a control plane that starts again changes nothing`() throws {
        var bench = ClusterBench()
        let app = """
            apiVersion: marathon/v2
            kind: App
            metadata: {name: clock}
            spec: {id: /clock, cmd: date, instances: 1, portDefinitions: [{port: 0, name: web}]}
            """
        try bench.state([("clock.yaml", app), ("web.yaml", Manifest.deployment("web", replicas: 1))])
        bench.wait(.seconds(30))

        var restarted = ControlPlane(bench.state, head: bench.state.revision)
        let turn = restarted.step([.timer], now: bench.now + .seconds(30))

        #expect(turn.changes.map(\.key) == [])
    }

    @Test func `the name of an object that is gone is not given to the next`() throws {
        var bench = ClusterBench()
        var names: Set<String> = []
        for _ in 1...5 {
            let answer = try bench.create("{apiVersion: v1, kind: ConfigMap, metadata: {generateName: c-}}")
            let made = try answer.object()
            names.insert(made.metadata.name)
            bench.ask(.delete(made.key, DeleteOptions()))
        }

        #expect(names.count == 5)
    }

    @Test func `a file whose object can't be made is told of`() throws {
        var bench = ClusterBench()

        try bench.state([("web.yaml", "{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {type: Other}}")])

        #expect(bench.events(FailureReason.apply).map(\.involvedObject.name) == ["web"])
    }

    @Test func `an app of which nothing comes up gets its next configuration all the same`() throws {
        var bench = ClusterBench()
        bench.addNode("n1")
        func run(_ command: String) throws {
            let app = "spec: {id: /clock, cmd: \(command), cpus: 0.1, mem: 16, instances: 4}"
            try bench.state([("clock.yaml", "{apiVersion: marathon/v2, kind: App, metadata: {name: clock}, \(app)}")])
        }
        for command in ["first", "second", "third"] { try run(command) }

        for pod in bench.pods() where pod.metadata.deletionTimestamp != nil { bench.reportStopped(pod) }

        #expect(bench.pods().count { $0.spec.containers[0].command.last == "third" } == 4)
    }

    @Test func `an app's pod gets its ports with its node`() throws {
        var bench = ClusterBench()
        try bench.create(
            """
            apiVersion: marathon/v2
            kind: App
            metadata: {name: clock}
            spec: {id: /clock, cmd: date, cpus: 0.1, mem: 16, instances: 1, portDefinitions: [{port: 0, name: web}]}
            """
        )
        #expect(bench.pods().count == 1)

        bench.addNode("n1")

        let port = try #require(bench.pods().first?.spec.containers.first?.ports.first)
        #expect((31000...32000).contains(port.hostPort))
        #expect(port.containerPort == port.hostPort)
    }
}
