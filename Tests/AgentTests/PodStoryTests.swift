import Containers
import Model
import Networking
import Testing

@testable import Agent

struct PodStoryTests {
    @Test func `nothing is done before both the inventory and the view are there`() {
        let pod = Pod.test()
        var story = Story()

        #expect(story.step(.timer) == [])
        #expect(story.last.commands == [.container(.takeInventory)])
        #expect(story.show([pod.object], isComplete: true) == [])

        #expect(story.observe(.inventory(Inventory())) == ["create sandbox uid-web"])
    }

    @Test func `a pod gets its sandbox, then its container, and is ready when that runs`() throws {
        let pod = Pod.test()
        var story = Story()
        story.step(.observation(.inventory(Inventory())))

        #expect(story.show([pod.object], isComplete: true) == ["create sandbox uid-web"])
        #expect(story.statuses["web"]?.phase == .pending)
        #expect(story.observe(.sandboxReady(pod: "uid-web")) == ["start uid-web/main#1"])
        #expect(story.statuses["web"]?.podIP == "10.64.0.2")
        #expect(story.observe(.started(pod.life("main", 1), pid: 7, at: story.now.nanoseconds)) == [])

        let status = try #require(story.statuses["web"])
        #expect(status.phase == .running)
        #expect(status.condition("Ready") == "True")
        #expect(status.containerStatuses[0].state.running?.startedAt == story.now)
        #expect(status.containerStatuses[0].restartCount == 0)
        #expect(status.containerStatuses[0].containerID == "native://uid-web/main#1")
        #expect(story.events == ["Started: Started container main"])
    }

    @Test func `the first restart is at once, the next ones wait ever longer`() throws {
        let pod = Pod.test()
        var story = Story.fresh(pod.object)
        story.started(pod)

        #expect(story.exited(pod.life("main", 1), after: .seconds(1)) == ["start uid-web/main#2"])
        story.observe(.started(pod.life("main", 2), pid: 1, at: story.now.nanoseconds))
        #expect(story.exited(pod.life("main", 2), after: .seconds(1)) == [])

        let waiting = try #require(story.statuses["web"]?.containerStatuses[0].state.waiting)
        #expect(waiting.reason == "CrashLoopBackOff")
        #expect(waiting.message == "back-off 10s restarting failed container=main pod=web_default(uid-web)")
        #expect(story.statuses["web"]?.containerStatuses[0].lastState.terminated?.exitCode == 1)
        #expect(story.statuses["web"]?.phase == .running)
        #expect(story.statuses["web"]?.condition("Ready") == "False ContainersNotReady")
        #expect(story.wait(.seconds(9)) == [])
        #expect(story.wait(.seconds(1)) == ["start uid-web/main#3", "remove uid-web/main#1"])

        story.observe(.started(pod.life("main", 3), pid: 1, at: story.now.nanoseconds))
        #expect(story.exited(pod.life("main", 3)) == [])
        #expect(story.wait(.seconds(19)) == [])
        #expect(story.wait(.seconds(1)).first == "start uid-web/main#4")
    }

    @Test func `ten good minutes are forgiven`() {
        let pod = Pod.test()
        var story = Story.fresh(pod.object)
        story.started(pod)
        _ = story.exited(pod.life("main", 1))
        story.observe(.started(pod.life("main", 2), pid: 1, at: story.now.nanoseconds))

        #expect(story.exited(pod.life("main", 2), after: .seconds(601)).first == "start uid-web/main#3")
    }

    @Test func `a Marathon app backs off by its own rule`() {
        let pod = Pod.test { MarathonPod(appID: "/web", backoffSeconds: 2, backoffFactor: 3).annotate(&$0) }
        var story = Story.fresh(pod.object)
        story.started(pod)

        #expect(story.exited(pod.life("main", 1), code: 0) == [])
        #expect(story.wait(.milliseconds(1900)) == [])
        #expect(story.wait(.milliseconds(100)).first == "start uid-web/main#2")
        story.observe(.started(pod.life("main", 2), pid: 1, at: story.now.nanoseconds))
        #expect(story.exited(pod.life("main", 2)) == [])
        #expect(story.wait(.milliseconds(5900)) == [])
        #expect(story.wait(.milliseconds(100)).first == "start uid-web/main#3")
    }

    @Test(arguments: [
        (RestartPolicy.never, Int32(0), "Succeeded"), (.never, 1, "Failed"), (.onFailure, 0, "Succeeded"),
    ])
    func `a pod whose containers are done is over`(policy: RestartPolicy, code: Int32, phase: String) {
        let pod = Pod.test { $0.spec.restartPolicy = policy }
        var story = Story.fresh(pod.object)
        story.started(pod)

        #expect(story.exited(pod.life("main", 1), code: code) == [])

        #expect(story.statuses["web"]?.phase.rawValue == phase)
        story.show([story.current(pod).object])
        #expect(story.wait(.seconds(200)) == [])
    }

    @Test func `a deleted pod is stopped by its signal, then killed, then cleaned up`() {
        let pod = Pod.test()
        var story = Story.fresh(pod.object)
        story.started(pod)

        #expect(story.show([pod.deleted(at: story.now).object]) == ["signal uid-web/main#1 15"])
        #expect(story.wait(.seconds(29)) == [])
        #expect(story.wait(.seconds(1)) == ["signal uid-web/main#1 9"])
        #expect(
            story.observe(
                .exited(pod.life("main", 1), ExitStatus(signal: 9, startedAt: 1, finishedAt: story.now.nanoseconds))
            ) == ["remove sandbox uid-web"]
        )
        #expect(story.stopped == [])
        #expect(story.observe(.sandboxRemoved(pod: "uid-web")) == [])
        #expect(story.stopped == ["web"])

        story.show([], removed: [ObjectKey(.pod, namespace: "default", name: "web")])
        #expect(story.agent.pods.isEmpty)
        #expect(story.agent.addresses.count == 0)
    }

    @Test func `a pod that is still starting is stopped when it has started`() {
        let pod = Pod.test()
        var story = Story.fresh(pod.object)
        story.observe(.sandboxReady(pod: "uid-web"))

        #expect(story.show([pod.deleted(at: story.now).object]) == [])
        #expect(
            story.observe(.started(pod.life("main", 1), pid: 1, at: story.now.nanoseconds))
                == ["signal uid-web/main#1 15"]
        )
    }

    @Test func `a sandbox that is still being made is removed when it is there`() {
        let pod = Pod.test()
        var story = Story.fresh(pod.object)

        #expect(story.show([pod.deleted(at: story.now).object]) == [])
        #expect(story.observe(.sandboxReady(pod: "uid-web")) == ["remove sandbox uid-web"])
    }

    @Test func `news of an earlier life changes nothing`() {
        let pod = Pod.test()
        var story = Story.fresh(pod.object)
        story.started(pod)
        _ = story.exited(pod.life("main", 1))
        story.observe(.started(pod.life("main", 2), pid: 1, at: story.now.nanoseconds))

        #expect(story.exited(pod.life("main", 1)) == [])
        #expect(story.observe(.started(pod.life("main", 1), pid: 1, at: 5)) == [])
        #expect(story.statuses["web"]?.containerStatuses[0].state.running != nil)
    }

    @Test func `a command that is missing is told as a failed start, and tried again`() throws {
        let pod = Pod.test()
        var story = Story.fresh(pod.object)
        story.observe(.sandboxReady(pod: "uid-web"))

        let words = story.observe(
            .startFailed(pod.life("main", 1), reason: .commandNotFound, message: "find /bin/server: no such file")
        )

        #expect(words == ["start uid-web/main#2"])
        #expect(story.events == ["Failed: Error: find /bin/server: no such file"])
        story.observe(.startFailed(pod.life("main", 2), reason: .commandNotFound, message: "find /bin/server"))
        let status = try #require(story.statuses["web"]?.containerStatuses[0])
        #expect(status.state.waiting?.reason == "CrashLoopBackOff")
        #expect(status.lastState.terminated?.exitCode == 127)
    }

    @Test func `an image is refused in words that help`() throws {
        let pod = Pod.test { $0.spec.containers[0].image = "nginx" }
        var story = Story.fresh(pod.object)

        #expect(story.observe(.sandboxReady(pod: "uid-web")) == [])

        let waiting = try #require(story.statuses["web"]?.containerStatuses[0].state.waiting)
        #expect(waiting.reason == "ErrImageNotSupported")
        #expect(waiting.message.contains("image: host"))
    }
}
