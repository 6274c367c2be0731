import Model
import Testing

@testable import Cluster

@Suite struct `What pods ask of a node` {
    @Test func `amounts beyond all reason are counted as the most there is`() {
        var state = ClusterState()
        for (index, name) in ["a", "b", "c"].enumerated() {
            state.apply(put(pod(name, memory: "16Ei"), revision: UInt64(index + 1)))
        }

        #expect(state.usage(ofNode: "n1").pods == 3)
        #expect(state.usage(ofNode: "n1").memoryBytes == .max)
    }

    @Test func `what was counted as the most there is goes when its pods go`() {
        var state = ClusterState()
        state.apply(put(pod("small", memory: "1Gi"), revision: 1))
        state.apply(put(pod("huge", memory: "16Ei"), revision: 2))

        if let huge = state.object(pod("huge", memory: "16Ei").key) {
            state.apply(Change(revision: 3, body: .delete(last: huge)))
        }

        #expect(state.usage(ofNode: "n1").memoryBytes == 2 << 30)
    }

    private func pod(_ name: String, memory: Quantity) -> Pod {
        var pod = Pod()
        pod.metadata.name = name
        pod.metadata.namespace = "default"
        pod.metadata.uid = name
        pod.spec.nodeName = "n1"
        var container = Container()
        container.resources.requests = ["memory": memory]
        pod.spec.containers = [container, container]
        return pod
    }

    private func put(_ pod: Pod, revision: UInt64) -> Change {
        Change(revision: revision, body: .put(StoredObject(object: .pod(pod), revision: revision), previous: nil))
    }
}
