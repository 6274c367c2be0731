import Cluster
import Controllers
import Model
import Testing
import YAML

@Suite struct `The tally of a controller's pods` {
    @Test func `it says what counting the pods would say, whatever became of them`() throws {
        var bench = ClusterBench()
        bench.addNode("n1")
        try bench.create(Manifest.deployment("web", replicas: 6))
        let pods = bench.pods()
        for pod in pods.prefix(4) { bench.makeReady(pod) }
        bench.report(pods[0]) { $0.phase = .failed }
        bench.ask(.delete(pods[1].key, DeleteOptions()))
        bench.ask(.patch(pods[2].key, .merge(["metadata": ["labels": ["seen": "yes"]]]), nil))
        try expectTallies(of: bench)

        bench.reportStopped(pods[1])
        try bench.restart()

        try expectTallies(of: bench)
    }

    @Test func `it is gone with the last pod`() throws {
        var bench = ClusterBench()
        try bench.create(Manifest.deployment("web", replicas: 2))
        let owner = try #require(bench.pods().first?.metadata.controller?.uid)
        #expect(bench.state.tally(ofPodsControlledBy: owner).live == 2)

        bench.ask(.delete(ObjectKey(.deployment, namespace: "default", name: "web"), DeleteOptions()))

        #expect(bench.state.tally(ofPodsControlledBy: owner) == PodTally())
    }

    @Test func `a pod counts as available once it was ready for as long as its ReplicaSet asks`() throws {
        var bench = ClusterBench()
        bench.addNode("n1")
        try bench.create(Manifest.deployment("web", replicas: 2))
        let key = ObjectKey(.deployment, namespace: "default", name: "web")
        bench.ask(.patch(key, .merge(["spec": ["minReadySeconds": 10]]), nil))
        for pod in bench.pods() { bench.makeReady(pod) }
        #expect(bench.deployment("web")?.status.readyReplicas == 2)
        #expect(bench.deployment("web")?.status.availableReplicas == 0)

        bench.wait(.seconds(10))

        #expect(bench.deployment("web")?.status.availableReplicas == 2)
    }

    private func expectTallies(of bench: ClusterBench) throws {
        let owner = try #require(bench.pods().first?.metadata.controller?.uid)
        let pods = bench.state.pods(controlledBy: owner)
        let live = pods.filter { $0.metadata.deletionTimestamp == nil && !$0.hasEnded }
        let tally = bench.state.tally(ofPodsControlledBy: owner)
        #expect(tally.live == live.count)
        #expect(tally.ready == live.count { $0.isReady })
        #expect(tally.terminating == pods.count { $0.metadata.deletionTimestamp != nil && !$0.hasEnded })
        #expect(tally.live(withLabels: ["app": "web"]) == live.count)
        #expect(tally.live(withLabels: ["seen": "yes"]) == live.count { $0.metadata.labels["seen"] == "yes" })
    }
}
