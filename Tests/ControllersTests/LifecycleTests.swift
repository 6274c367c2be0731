import Cluster
import Controllers
import Model
import Testing
import YAML

@Suite struct `What becomes of objects` {
    @Test func `a deployment's pods go with it`() throws {
        var bench = ClusterBench()
        try bench.create(Manifest.deployment("web", replicas: 3))
        #expect(bench.pods().count == 3)

        bench.ask(.delete(ObjectKey(.deployment, namespace: "default", name: "web"), DeleteOptions()))

        #expect(bench.pods().isEmpty)
        #expect(bench.state.count(of: .replicaSet) == 0)
    }

    @Test func `an orphaned ReplicaSet outlives its deployment`() throws {
        var bench = ClusterBench()
        try bench.create(Manifest.deployment("web", replicas: 2))

        let key = ObjectKey(.deployment, namespace: "default", name: "web")
        bench.ask(.delete(key, DeleteOptions(propagation: .orphan)))

        #expect(bench.state.object(key) == nil)
        #expect(bench.pods().count == 2)
    }

    @Test func `a foreground deletion waits until the last running pod has stopped`() throws {
        var bench = ClusterBench()
        bench.addNode("n1")
        try bench.create(Manifest.deployment("web", replicas: 1))
        let pod = try #require(bench.pods().first)
        let key = ObjectKey(.deployment, namespace: "default", name: "web")

        bench.ask(.delete(key, DeleteOptions(propagation: .foreground)))
        #expect(bench.state.object(key)?.object.metadata.finalizers == ["foregroundDeletion"])
        #expect(bench.pods().first?.metadata.deletionTimestamp != nil)

        bench.reportStopped(pod)
        #expect(bench.state.object(key) == nil)
        #expect(bench.pods().isEmpty)
    }

    @Test func `a pod that is ending keeps its time when it is deleted once more`() throws {
        var bench = ClusterBench()
        bench.addNode("n1")
        try bench.create(
            "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {terminationGracePeriodSeconds: 0, "
                + "containers: [{name: c}]}}"
        )
        let key = ObjectKey(.pod, namespace: "default", name: "p")

        bench.ask(.delete(key, DeleteOptions(gracePeriodSeconds: 2)))
        bench.ask(.delete(key, DeleteOptions()))

        #expect(bench.pods().map(\.metadata.deletionGracePeriodSeconds) == [2])
        bench.ask(.delete(key, DeleteOptions(gracePeriodSeconds: 1)))
        #expect(bench.pods().map(\.metadata.deletionGracePeriodSeconds) == [1])
        bench.ask(.delete(key, DeleteOptions(gracePeriodSeconds: 0)))
        #expect(bench.pods().isEmpty)
    }

    @Test func `a namespace goes when it is empty, and takes nothing new until then`() throws {
        var bench = ClusterBench()
        bench.addNode("n1")
        try bench.create("{apiVersion: v1, kind: Namespace, metadata: {name: team}}")
        try bench.create(
            "{apiVersion: v1, kind: Pod, metadata: {name: p, namespace: team}, spec: {containers: [{name: c}]}}"
        )
        let pod = try #require(bench.pods("team").first)

        bench.ask(.delete(ObjectKey(.namespace, name: "team"), DeleteOptions()))
        let late = try bench.create("{apiVersion: v1, kind: ConfigMap, metadata: {name: late, namespace: team}}")
        #expect(
            throws: APIError.self,
            performing: { try late.result.get() }
        )
        #expect(bench.state.get(Namespace.self, "team")?.status.phase == .terminating)

        bench.reportStopped(pod)
        #expect(bench.state.get(Namespace.self, "team") == nil)
    }

    @Test func `a finalizer holds a deleted object until it is taken away`() throws {
        var bench = ClusterBench()
        try bench.create(
            "{apiVersion: v1, kind: ConfigMap, metadata: {name: c, finalizers: [x.io/f]}, data: {a: b}}"
        )
        let key = ObjectKey(.configMap, namespace: "default", name: "c")

        bench.ask(.delete(key, DeleteOptions()))
        #expect(bench.state.object(key)?.object.metadata.deletionTimestamp != nil)

        bench.ask(.patch(key, .merge(["metadata": ["finalizers": nil]])))
        #expect(bench.state.object(key) == nil)
    }

    @Test func `a pod on a node stays until the node says that it has stopped`() throws {
        var bench = ClusterBench()
        bench.addNode("n1")
        try bench.create("{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: [{name: c}]}}")
        let pod = try #require(bench.pods().first)

        bench.ask(.delete(pod.key, DeleteOptions()))
        #expect(bench.pods().first?.metadata.deletionGracePeriodSeconds == 30)

        bench.reportStopped(pod)
        #expect(bench.pods().isEmpty)
    }

    @Test func `an event is counted, and goes an hour after the last time`() throws {
        var bench = ClusterBench()
        try bench.create("{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: [{name: c}]}}")
        #expect(bench.events("FailedScheduling").count == 1)

        bench.wait(.seconds(3599))
        #expect(bench.events("FailedScheduling").count == 1)
        bench.wait(.seconds(2))
        #expect(bench.events("FailedScheduling").isEmpty)
    }

    @Test func `what was written with an old version is refused`() throws {
        var bench = ClusterBench()
        try bench.create("{apiVersion: v1, kind: ConfigMap, metadata: {name: c}, data: {a: one}}")
        let key = ObjectKey(.configMap, namespace: "default", name: "c")
        let read = try #require(bench.state.object(key)?.object)
        bench.ask(.patch(key, .merge(["data": ["a": "two"]])))

        let answer = bench.ask(.replace(key, read))

        guard case .failure(let error) = answer.result else {
            Issue.record("a stale write was taken")
            return
        }
        #expect(error.code == 409)
        #expect(error.reason == "Conflict")
    }

    @Test func `a second look at a settled cluster does nothing`() throws {
        var bench = ClusterBench()
        bench.addNode("n1")
        try bench.create(Manifest.deployment("web", replicas: 3))
        for pod in bench.pods() { bench.makeReady(pod) }

        let turn = bench.step([.timer])

        #expect(turn.isEmpty)
    }

    @Test(arguments: ["default", "kube-system"])
    func `the namespaces that every cluster has can't be deleted`(name: String) throws {
        var bench = ClusterBench()

        let answer = bench.ask(.delete(ObjectKey(.namespace, name: name), DeleteOptions()))

        #expect(error(answer)?.code == 403)
        #expect(error(answer)?.message == "namespaces \"\(name)\" is forbidden: this namespace may not be deleted")
        #expect(bench.state.get(Namespace.self, name)?.metadata.deletionTimestamp == nil)
    }

    @Test func `a namespace that goes waits for its contents, whatever a patch says of its finalizers`() throws {
        var bench = ClusterBench()
        bench.addNode("n1")
        try bench.create("{apiVersion: v1, kind: Namespace, metadata: {name: team}}")
        try bench.create(
            "{apiVersion: v1, kind: Pod, metadata: {name: p, namespace: team}, spec: {containers: [{name: c}]}}"
        )
        let key = ObjectKey(.namespace, name: "team")
        bench.ask(.delete(key, DeleteOptions()))

        bench.ask(.patch(key, .merge(["spec": ["finalizers": []]])))

        #expect(bench.state.get(Namespace.self, "team")?.spec.finalizers == ["kubernetes"])
        bench.reportStopped(try #require(bench.pods("team").first))
        #expect(bench.state.get(Namespace.self, "team") == nil)
    }
}
