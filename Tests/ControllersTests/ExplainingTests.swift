import Cluster
import Controllers
import Journaling
import Model
import Testing
import YAML

@Suite struct `What is told of the past` {
    private let key = ObjectKey(.deployment, namespace: "default", name: "web")

    // MARK: Moments

    private func commit(_ hash: String) -> Origin { Origin(path: "web.yaml", line: 1, commit: hash) }

    private func statement(_ yaml: String, _ origin: Origin) throws -> Input {
        let value = try Value.parse(yaml: yaml)
        let item = DirectoryStatement.Item(key: key, configuration: Array(value.json().utf8), origin: origin)
        return .directory(DirectoryStatement(root: "/m", changed: [item], isComplete: true))
    }

    /// Two commits, a minute apart.
    private func commits() throws -> ClusterBench {
        var bench = ClusterBench()
        bench.step([try statement(Manifest.deployment("web", replicas: 1), commit("4f2a1c9"))])
        bench.wait(.seconds(60))
        bench.step([try statement(Manifest.deployment("web", replicas: 2), commit("4f2b000"))])
        return bench
    }

    private func replicas(_ state: ClusterState) -> Int? {
        state.get(Deployment.self, "web", namespace: "default")?.spec.replicas
    }

    @Test func `a commit is the moment at which its files were taken in`() throws {
        let bench = try commits()

        let states = try told(bench) { chronicle in
            try ["4f2a1c9", "4f2a", "4f2a1c9d000000000000000000000000000000aa", "4f2b000"].map { hash in
                let point = try chronicle.point(.commit(hash), now: bench.now)
                return try chronicle.state(at: point.sequence, seal: nil)
            }
        }

        #expect(states.map(replicas) == [1, 1, 1, 2])
        #expect(states.last?.snapshotRecords == bench.state.snapshotRecords)
    }

    @Test func `a commit that is unknown, or may be several, is refused`() throws {
        let bench = try commits()

        try told(bench) { chronicle in
            let unknown = #expect(throws: APIError.self) { try chronicle.point(.commit("abcd"), now: bench.now) }
            #expect(unknown?.code == 404)
            #expect(throws: APIError.self) { try chronicle.point(.commit("4f2"), now: bench.now) }
        }
    }

    @Test func `a time is the moment after the last turn before it`() throws {
        let bench = try commits()
        let before = Timestamp(seconds: bench.now.nanoseconds / 1_000_000_000 - 1)

        try told(bench) { chronicle in
            let point = try chronicle.point(.time(before), now: bench.now)
            #expect(point.time == before)
            #expect(replicas(try chronicle.state(at: point.sequence, seal: nil)) == 1)
            let present = try chronicle.point(.time(bench.now), now: bench.now)
            #expect(present.sequence == bench.state.revision)
            let future = #expect(throws: APIError.self) {
                try chronicle.point(.time(bench.now + .seconds(1)), now: bench.now)
            }
            #expect(future?.message.contains("lies in the future") == true)
            let early = #expect(throws: APIError.self) {
                try chronicle.point(.time(before - .seconds(86_400)), now: bench.now)
            }
            #expect(early?.code == 410)
        }
    }

    @Test func `a record is a moment as long as it is there`() throws {
        let bench = try commits()

        try told(bench) { chronicle in
            for record in bench.records {
                let point = try chronicle.point(.sequence(record.sequence), now: bench.now)
                #expect(point == PastPoint(sequence: record.sequence, time: Timestamp(nanoseconds: record.time)))
            }
            #expect(throws: APIError.self) {
                try chronicle.point(.sequence(bench.state.revision + 1), now: bench.now)
            }
            #expect(throws: APIError.self) { try chronicle.point(.sequence(0), now: bench.now) }
        }
    }

    @Test func `history and why end at the moment that is asked about`() throws {
        let bench = try commits()
        let first = try #require(bench.turns.dropFirst().first)

        try told(bench) { chronicle in
            let point = try chronicle.point(.time(first.time), now: bench.now)
            let history = try chronicle.history(of: key, through: point.sequence)
            #expect(!history.isEmpty && history.allSatisfy { $0["sequence"]?.int64 ?? .max <= Int64(point.sequence) })
            let why = try chronicle.why(key, through: point.sequence)
            #expect(why?["sequence"]?.int64 ?? .max <= Int64(point.sequence))
        }
    }

    // MARK: Refusals

    @Test func `history says that a call was refused, and why`() throws {
        var bench = ClusterBench()
        try bench.state([("web.yaml", Manifest.deployment("web", replicas: 2))])
        bench.ask(.scale(key, replicas: 5))

        let last = try #require(try told(bench) { try $0.history(of: key) }.last)

        #expect(last["change"]?.string == "refused")
        let what = try #require(last["what"]?.string)
        #expect(what.hasPrefix("ada called scale deployment/web: refused (403 Forbidden): "))
        #expect(what.contains("web.yaml:1 states it"))
    }

    @Test func `why tells what was refused since the last change, and not what was before`() throws {
        var bench = ClusterBench()
        try bench.create(Manifest.deployment("web", replicas: 2))
        bench.ask(.scale(key, replicas: -1))
        bench.ask(.scale(key, replicas: 3))
        bench.ask(.scale(key, replicas: -2))

        let chain = try #require(try told(bench) { try $0.why(key) })

        let refused = (chain["refused"]?.array ?? []).compactMap { $0["what"]?.string }
        #expect(refused.count == 1)
        #expect(refused.first?.contains("refused (422 Invalid): ") == true)
        #expect(refused.first?.contains("-2") == true)
        #expect(chain["what"]?.string?.hasPrefix("deployment/web ") == true)
    }

    @Test func `of what was never let in, why tells the refusal`() throws {
        var bench = ClusterBench()
        try bench.create(Manifest.deployment("web", replicas: -1))

        let chain = try #require(try told(bench) { try $0.why(key) })

        #expect(chain["what"]?.string?.hasPrefix("ada called create deployment/web: refused (422 Invalid)") == true)
    }

    @Test func `what nodes reported is told in a few words`() throws {
        var bench = ClusterBench()
        bench.addNode("n1")
        try bench.create(Manifest.deployment("web", replicas: 1))
        let pod = try #require(bench.pods().first)
        bench.makeReady(pod)

        let chain = try #require(try told(bench) { try $0.why(pod.key) })

        let causes = (chain["causes"]?.array ?? []).compactMap { $0["what"]?.string }
        #expect(causes.contains("node n1 reported pod/\(pod.metadata.name) Running"))
    }
}
