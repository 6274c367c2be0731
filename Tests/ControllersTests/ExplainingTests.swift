import Controllers
import Journaling
import Model
import Testing
import YAML

@Suite struct `What is told of the past` {
    private let key = ObjectKey(.deployment, namespace: "default", name: "web")

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
