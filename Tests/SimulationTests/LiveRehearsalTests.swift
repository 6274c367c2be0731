import Cluster
import Controllers
import Journaling
import Model
import Simulation
import Testing

/// Rehearsals that begin with what the journal of a simulated world tells.
@Suite struct `A rehearsal of what runs` {
    private struct World {
        var state: ClusterState
        var times: StartTimes
        var now: Timestamp
    }

    /// A world as it is when it has come to rest.
    private func world(_ seed: UInt64) throws -> World {
        var world = SimulatedWorld(seed: seed)
        let result = world.run()
        try #require(result.violation == nil)
        let journal = try #require(world.journal)
        let seal = world.beginning.seals.seal
        let state = try Replay.state(at: journal.head, seal: seal) { try journal.recover(through: journal.head, $0) }
        var reader = StartTimesReader()
        var last: Int64 = 0
        try journal.read(1...journal.head) { record in
            reader.take(record)
            last = record.time
        }
        return World(state: state, times: reader.times, now: Timestamp(nanoseconds: last) + .seconds(1000))
    }

    private func nothing() -> DirectoryStatement {
        DirectoryStatement(root: "/manifests", changed: [], isComplete: false)
    }

    @Test(arguments: Seeds.chosen.prefix(8))
    func `starts and stops nothing where nothing changes`(seed: UInt64) throws {
        let world = try world(seed)
        let rehearsal = Rehearsal(nothing(), on: world.state, at: world.now)

        let result = rehearsal.run(seed: seed)

        #expect(result.moments.isEmpty, "\(result.moments)")
        let pods = world.state.objects(of: .pod).compactMap { Pod($0.object) }
        // Two that want one port of every node: one of them waits, now as then.
        #expect(result.workloads.reduce(0) { $0 + $1.readyInTheEnd } == pods.count { $0.isReady && !$0.hasEnded })
    }

    @Test(arguments: Seeds.chosen.prefix(8))
    func `prunes all where nothing is stated any longer`(seed: UInt64) throws {
        let world = try world(seed)
        var statement = nothing()
        statement.isComplete = true

        let result = Rehearsal(statement, on: world.state, at: world.now).run(seed: seed)

        // The prune guard holds back what an empty directory would lose.
        let isKept = !result.kept.isEmpty
        #expect(isKept || result.workloads.allSatisfy { $0.readyInTheEnd == 0 }, "\(result.workloads)")
        #expect(isKept || world.state.statedCount == 0 || !result.moments.isEmpty)
    }

    @Test func `knows how long starts took, where the journal tells of some`() throws {
        let worlds = try Seeds.chosen.prefix(8).map(world)

        let seen = worlds.map { world in
            Rehearsal(nothing(), on: world.state, at: world.now).workloads.reduce(0) { $0 + world.times.seen(of: $1) }
        }

        #expect(seen.reduce(0, +) > 0, "\(seen)")
    }
}

/// What is learned from single records.
@Suite struct `Start times` {
    /// One pod's records: bound, running and ready at these seconds.
    private func times(bound: Int64, runs: Int64, ready: Int64, restarts: Int = 0) -> StartTimes {
        var reader = StartTimesReader()
        var set = ReplicaSet()
        set.metadata.name = "job-1"
        set.metadata.namespace = "default"
        set.metadata.uid = "s"
        set.metadata.ownerReferences = [owner("Deployment", name: "job", uid: "d")]
        reader.take(record(.replicaSet(set), bound))
        var pod = Pod()
        pod.metadata.name = "job-1-a"
        pod.metadata.namespace = "default"
        pod.metadata.uid = "u"
        pod.metadata.ownerReferences = [owner("ReplicaSet", name: "job-1", uid: "s")]
        pod.spec.nodeName = "n1"
        reader.take(record(.pod(pod), bound))
        pod.status.containerStatuses = [
            ContainerStatus {
                $0.name = "main"
                $0.restartCount = restarts
                $0.state.running = ContainerStateRunning { $0.startedAt = Timestamp(seconds: runs) }
            }
        ]
        reader.take(record(.pod(pod), runs))
        pod.status.conditions = [
            PodCondition {
                $0.type = "Ready"
                $0.status = .true
            }
        ]
        reader.take(record(.pod(pod), ready))
        return reader.times
    }

    private func owner(_ kind: String, name: String, uid: String) -> OwnerReference {
        OwnerReference {
            $0.apiVersion = "apps/v1"
            $0.kind = kind
            $0.name = name
            $0.uid = uid
            $0.controller = true
        }
    }

    private func record(_ object: Object, _ second: Int64) -> Record {
        let stored = StoredObject(object: object, revision: UInt64(second), causes: [], origin: nil)
        let draft = ChangeRecord.draft(Change(revision: UInt64(second), body: .put(stored, previous: nil)), Seals(nil))
        return Record(
            sequence: UInt64(second),
            time: second * 1_000_000_000,
            type: draft.type,
            key: draft.key,
            body: draft.body
        )
    }

    private let job = ObjectKey(.deployment, namespace: "default", name: "job")

    private func rehearsal(_ times: StartTimes) throws -> RehearsalResult {
        let manifest =
            #"{"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"job","namespace":"default"},"spec":{"#
            + #""replicas":2,"selector":{"matchLabels":{"app":"job"}},"template":{"metadata":{"labels":{"app":"job"}},"#
            + #""spec":{"containers":[{"name":"main","command":["work"],"#
            + #""readinessProbe":{"exec":{"command":["check"]},"periodSeconds":1}}]}}}}"#
        let item = DirectoryStatement.Item(
            key: job,
            configuration: Array(manifest.utf8),
            origin: Origin(path: "job.yaml", line: 1)
        )
        var rehearsal = Rehearsal(DirectoryStatement(root: "/m", changed: [item], isComplete: true))
        rehearsal.nodes = [RehearsedMachine(name: "n1", milliCPU: 4000, memoryBytes: 1 << 34)]
        rehearsal.startTimes = times
        return rehearsal.run(seed: 1)
    }

    @Test func `are what a pod took from its binding on`() throws {
        let times = times(bound: 10, runs: 12, ready: 32)

        let result = try rehearsal(times)

        #expect(times.seen(of: job) == 1)
        #expect(result.workloads.first?.startsSeen == 1)
        let time = try #require(result.rolledOutAfter)
        #expect(time > .seconds(20) && time < .seconds(24), "\(time)")
    }

    @Test func `of a pod that was started again teach nothing`() {
        #expect(times(bound: 10, runs: 12, ready: 32, restarts: 1).seen(of: job) == 0)
    }
}
