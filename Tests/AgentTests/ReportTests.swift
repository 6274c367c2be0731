import Containers
import Model
import Networking
import Testing

@testable import Agent

struct ReportTests {
    @Test func `a status that went through the journal is the same, so that it is not told again`() throws {
        let pod = Pod.test()
        var story = Story.fresh(pod.object)
        story.now = story.now + .milliseconds(123)
        story.started(pod)
        _ = story.exited(pod.life("main", 1), after: .seconds(1))
        let told = story.current(pod)

        guard case .pod(let read) = try Object(json: told.object.json()) else { return }

        #expect(read.status == told.status)
        story.show([read.object])
        #expect(story.last.report == nil)
        story.wait(.seconds(60))
        #expect(story.last.report == nil)
    }

    @Test func `a status that the control plane missed is told again`() {
        let pod = Pod.test()
        var story = Story.fresh(pod.object)
        story.started(pod)
        story.statuses = [:]

        story.wait(.seconds(10))

        #expect(story.statuses["web"]?.phase == .running)
    }

    @Test func `conditions of others stay, and a readiness gate holds the pod back`() {
        let pod = Pod.test {
            $0.spec.readinessGates = [PodReadinessGate { $0.conditionType = "example.com/gate" }]
        }
        var story = Story.fresh(pod.object)
        story.started(pod)
        #expect(story.statuses["web"]?.condition("ContainersReady") == "True")
        #expect(story.statuses["web"]?.condition("Ready") == "False ReadinessGatesNotReady")

        var open = story.current(pod)
        open.status.conditions.append(
            PodCondition {
                $0.type = "example.com/gate"
                $0.status = .true
            }
        )
        story.show([open.object])

        #expect(story.statuses["web"]?.condition("Ready") == "True")
        #expect(story.statuses["web"]?.condition("example.com/gate") == "True")
    }

    @Test func `the router learns of a pod's host port when it has its address, and of its end`() {
        let pod = Pod.test {
            $0.spec.containers[0].ports = [
                ContainerPort {
                    $0.containerPort = 80
                    $0.hostPort = 8080
                    $0.protocol = .tcp
                }
            ]
        }
        func table(_ story: Story) -> ServiceTable? {
            for case .services(let table) in story.last.commands { return table }
            return nil
        }
        var story = Story.fresh(pod.object)

        story.observe(.sandboxReady(pod: "uid-web"))
        #expect(table(story)?.hostPorts.map(\.port) == [8080])
        #expect(table(story)?.pods.map(\.address) == [IPv4Address(10, 64, 0, 2)])
        story.observe(.started(pod.life("main", 1), pid: 1, at: story.now.nanoseconds))
        story.show([], removed: [ObjectKey(.pod, namespace: "default", name: "web")])
        #expect(table(story)?.pods == [])
    }

    @Test func `a pod that is wanted again while it goes begins anew when it is gone`() {
        let pod = Pod.test()
        var story = Story.fresh(pod.object)
        story.started(pod)

        story.show([], removed: [ObjectKey(.pod, namespace: "default", name: "web")])
        #expect(story.show([pod.object]) == [])
        #expect(story.exited(pod.life("main", 1)) == ["remove sandbox uid-web"])
        #expect(story.observe(.sandboxRemoved(pod: "uid-web")) == ["create sandbox uid-web"])
        #expect(story.observe(.sandboxReady(pod: "uid-web")) == ["start uid-web/main#1"])
    }

    @Test func `a node says what the machine is`() {
        let facts = NodeFacts(name: "a", address: "192.0.2.1", processors: 4, memoryBytes: 8 << 30)

        let node = Node(facts, version: "v1", now: Timestamp(seconds: 5))

        #expect(node.status.allocatable["cpu"] == Quantity(4))
        #expect(node.status.allocatable["pods"] == Quantity(1000))
        #expect(node.status.conditions.map(\.type) == ["Ready"])
        #expect(node.metadata.labels["kubernetes.io/hostname"] == "a")
        #expect(NodeFacts.ofThisMachine().memoryBytes > 0)
    }

    @Test func `no two pods share a range of ids`() {
        var pool = IdentityPool()
        let adopted = [("old", UInt32(1_048_576)), ("other", 1_048_576), ("other", 65536)].map {
            pool.adopt(owner: $0, start: $1)
        }
        #expect(adopted == [true, false, false])

        let starts = [pool.allocate(for: "new"), pool.allocate(for: "new")]
        #expect(starts == [1_114_112, 1_114_112])
        pool.release(owner: "old")
        let next = pool.allocate(for: "next")
        #expect(next == 1_179_648)
    }
}
