import Cluster
import Model
import Testing

@Suite struct `The indexes of the state` {
    private var state = ClusterState()
    private var revision: UInt64 = 0

    @Test mutating func `a pod stands where its latest version belongs, and nowhere else`() {
        put(pod(labels: ["app": "web", "track": "a"], node: "", owner: nil))
        #expect(state.pods(onNode: "").count == 1)
        #expect(state.orphanedPods(inNamespace: "default", withLabels: ["app": "web"]).count == 1)

        put(pod(labels: ["app": "web", "track": "b"], node: "n1", owner: "set"))

        #expect(state.pods(onNode: "").isEmpty)
        #expect(state.pods(onNode: "n1").count == 1)
        #expect(state.orphanedPods(inNamespace: "default", withLabels: [:]).isEmpty)
        #expect(state.pods(controlledBy: "set").count == 1)
        #expect(state.tally(ofPodsControlledBy: "set").live == 1)
        #expect(state.usage(ofNode: "n1").pods == 1)
        #expect(state.pods(inNamespace: "default", withLabels: ["track": "a"]).isEmpty)
        #expect(state.pods(inNamespace: "default", withLabels: ["app": "web", "track": "b"]).count == 1)
        #expect(state.keys(inNamespace: "default").count == 1)
        #expect(state.object(uid: "p") != nil)

        delete(pod(labels: [:], node: "", owner: nil).key)

        #expect(state.pods(onNode: "n1").isEmpty)
        #expect(state.pods(controlledBy: "set").isEmpty)
        #expect(state.tally(ofPodsControlledBy: "set") == PodTally())
        #expect(state.usage(ofNode: "n1") == NodeUsage())
        #expect(state.pods(inNamespace: "default", withLabels: ["app": "web"]).isEmpty)
        #expect(state.keys(inNamespace: "default").isEmpty)
        #expect(state.object(uid: "p") == nil)
    }

    @Test mutating func `a service is found by its latest selector, address and node port`() {
        put(service(selector: ["app": "web"], address: "10.0.0.1", nodePort: 30001))
        put(service(selector: ["app": "api"], address: "10.0.0.2", nodePort: 30002))

        #expect(state.services(selecting: ["app": "web"], inNamespace: "default").isEmpty)
        #expect(state.services(selecting: ["app": "api"], inNamespace: "default").count == 1)
        #expect(!state.hasService(withAddress: "10.0.0.1"))
        #expect(state.hasService(withAddress: "10.0.0.2"))
        #expect(!state.hasService(withNodePort: 30001))
        #expect(state.hasService(withNodePort: 30002))
    }

    // MARK: Given

    private mutating func put(_ object: some Resource) {
        revision += 1
        let stored = StoredObject(object: object.object, revision: revision)
        state.apply(Change(revision: revision, body: .put(stored, previous: nil)))
    }

    private mutating func delete(_ key: ObjectKey) {
        revision += 1
        guard let last = state.object(key) else { return }
        state.apply(Change(revision: revision, body: .delete(last: last)))
    }

    private func pod(labels: [String: String], node: String, owner: String?) -> Pod {
        var pod = Pod()
        pod.metadata.name = "p"
        pod.metadata.namespace = "default"
        pod.metadata.uid = "p"
        pod.metadata.labels = labels
        pod.spec.nodeName = node
        if let owner {
            var reference = OwnerReference()
            reference.kind = "ReplicaSet"
            reference.uid = owner
            reference.controller = true
            pod.metadata.ownerReferences = [reference]
        }
        return pod
    }

    private func service(selector: [String: String], address: String, nodePort: Int) -> Service {
        var service = Service()
        service.metadata.name = "web"
        service.metadata.namespace = "default"
        service.metadata.uid = "s"
        service.spec.selector = selector
        service.spec.clusterIPs = [address]
        var port = ServicePort()
        port.nodePort = nodePort
        service.spec.ports = [port]
        return service
    }
}
