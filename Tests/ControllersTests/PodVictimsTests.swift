import Model
import Testing

@testable import Controllers

@Suite struct `Which pods go first` {
    private let now = Timestamp(seconds: 1_000_000)

    @Test func `what does little goes before what does much`() {
        let pods = [
            pod("ready"), pod("dear") { $0.metadata.annotations["controller.kubernetes.io/pod-deletion-cost"] = "5" },
            pod("unready") { $0.status.conditions = [] }, pod("pending") { $0.status.phase = .pending },
            pod("unbound") { $0.spec.nodeName = "" },
        ]

        #expect(names(5, of: pods) == ["unbound", "pending", "unready", "ready", "dear"])
    }

    @Test func `crowded nodes give first, and pods of other ReplicaSets crowd them too`() {
        let pods = [pod("a", node: "n1"), pod("b", node: "n2")]
        let others = [pod("c", node: "n2"), pod("d", node: "n2")]

        #expect(names(1, of: pods, related: pods + others) == ["b"])
        #expect(names(1, of: pods.reversed(), related: pods) == ["a"])
    }

    @Test func `readiness counts in powers of two, so that a minute more or less is chance`() {
        let alike = [pod("z", uid: "1", readyFor: 300), pod("y", uid: "2", readyFor: 310)]
        #expect(names(1, of: alike) == ["z"])

        let apart = [pod("z", uid: "1", readyFor: 3000), pod("y", uid: "2", readyFor: 300)]
        #expect(names(1, of: apart) == ["y"])
    }

    @Test func `of pods as old as another the restless one goes, then the younger`() {
        var restless = pod("restless", uid: "9")
        restless.status.containerStatuses = [ContainerStatus { $0.restartCount = 3 }]
        #expect(names(1, of: [pod("calm", uid: "1"), restless]) == ["restless"])

        var young = pod("young", uid: "9")
        young.metadata.creationTimestamp = now - .seconds(1)
        #expect(names(1, of: [pod("old", uid: "1"), young]) == ["young"])
    }

    @Test func `what doesn't count as available yet goes before what does, whatever node is crowded`() {
        let pods = [pod("available", node: "n1"), pod("fresh", node: "n2", readyFor: 5)]
        let others = [pod("c", node: "n1"), pod("d", node: "n1")]

        #expect(names(1, of: pods, related: pods + others, minReady: .seconds(30)) == ["fresh"])
        #expect(names(1, of: pods, related: pods + others) == ["available"])
    }

    // MARK: Given

    private func names(
        _ count: Int,
        of pods: [Pod],
        related: [Pod]? = nil,
        minReady: Duration = .zero
    ) -> [String] {
        PodVictims(related: related ?? pods, minReady: minReady, now: now).choose(count, of: pods).map(\.metadata.name)
    }

    private func pod(
        _ name: String,
        uid: String? = nil,
        node: String = "n1",
        readyFor seconds: Int = 100,
        _ change: (inout Pod) -> Void = { _ in }
    ) -> Pod {
        var pod = Pod()
        pod.metadata.name = name
        pod.metadata.uid = uid ?? name
        pod.metadata.creationTimestamp = now - .seconds(5000)
        pod.spec.nodeName = node
        pod.status.phase = .running
        pod.status.conditions = [
            PodCondition {
                $0.type = "Ready"
                $0.status = .true
                $0.lastTransitionTime = now - .seconds(seconds)
            }
        ]
        change(&pod)
        return pod
    }
}
