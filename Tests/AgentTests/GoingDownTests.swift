import Containers
import Model
import Testing

@testable import Agent

/// A node that is told to end all that it runs.
@Suite struct GoingDownTests {
    @Test func `all pods are stopped at once, and it is down when the last is gone`() {
        let pods = [Pod.test("a"), Pod.test("b")]
        var story = Story.fresh(.pod(pods[0]), .pod(pods[1]))
        for pod in pods { story.started(pod) }

        #expect(story.step(.goDown(gracePeriod: nil)) == ["signal uid-a/main#1 15", "signal uid-b/main#1 15"])
        #expect(story.exited(pods[0].life("main", 1)) == ["remove sandbox uid-a"])
        story.observe(.sandboxRemoved(pod: "uid-a"))
        #expect(!story.last.isDown)

        #expect(story.wait(.seconds(30)) == ["signal uid-b/main#1 9"])
        #expect(story.exited(pods[1].life("main", 1)) == ["remove sandbox uid-b"])
        story.observe(.sandboxRemoved(pod: "uid-b"))

        #expect(story.last.isDown)
        #expect(story.stopped == [])
    }

    @Test func `a stated grace period counts in place of the pod's own`() {
        let pod = Pod.test { $0.spec.terminationGracePeriodSeconds = 3600 }
        var story = Story.fresh(pod.object)
        story.started(pod)

        #expect(story.step(.goDown(gracePeriod: .seconds(2))) == ["signal uid-web/main#1 15"])
        #expect(story.wait(.seconds(2)) == ["signal uid-web/main#1 9"])
    }

    @Test func `who asks again can only shorten the time`() {
        let pod = Pod.test { $0.spec.terminationGracePeriodSeconds = 3600 }
        var story = Story.fresh(pod.object)
        story.started(pod)
        #expect(story.step(.goDown(gracePeriod: nil)) == ["signal uid-web/main#1 15"])
        #expect(story.wait(.seconds(60)) == [])

        #expect(story.step(.goDown(gracePeriod: .seconds(1))) == [])
        #expect(story.wait(.seconds(1)) == ["signal uid-web/main#1 9"])
        #expect(story.step(.goDown(gracePeriod: nil)) == [])
        #expect(story.exited(pod.life("main", 1)) == ["remove sandbox uid-web"])
    }

    @Test func `no time at all is a kill`() {
        let pod = Pod.test()
        var story = Story.fresh(pod.object)
        story.started(pod)

        #expect(story.step(.goDown(gracePeriod: .zero)) == ["signal uid-web/main#1 9"])
    }

    @Test func `nothing is started any more, of what ends or of what is wanted later`() {
        let pod = Pod.test()
        var story = Story.fresh(pod.object)
        story.started(pod)
        story.step(.goDown(gracePeriod: nil))

        #expect(story.show([.pod(Pod.test("late"))]) == [])
        #expect(story.exited(pod.life("main", 1)) == ["remove sandbox uid-web"])
        story.observe(.sandboxRemoved(pod: "uid-web"))

        #expect(story.wait(.seconds(600)) == [])
        #expect(story.agent.pods.isEmpty)
    }

    @Test func `what is found after the word is stopped, and nothing is restarted`() {
        let pods = [Pod.test("a"), Pod.test("b")]
        var story = Story()
        let view = NodeView(revision: 1, isComplete: true, objects: pods.map(\.object))
        story.step(.goDown(gracePeriod: nil), .view(view))

        let end = ExitStatus(exitCode: 1, startedAt: 1, finishedAt: 2)
        let words = story.observe(
            .inventory(
                Inventory(
                    sandboxes: [SandboxState(pod: "uid-a", isReady: true), SandboxState(pod: "uid-b", isReady: true)],
                    attempts: [
                        AttemptState(attempt: pods[0].life("main", 1), phase: .running(pid: 1, startedAt: 1)),
                        AttemptState(attempt: pods[1].life("main", 1), phase: .exited(end)),
                    ]
                )
            )
        )

        #expect(words == ["signal uid-a/main#1 15", "remove sandbox uid-b"])
    }

    @Test func `what doesn't end is not waited for without bound`() {
        let pod = Pod.test()
        var story = Story.fresh(pod.object)
        story.started(pod)
        story.step(.goDown(gracePeriod: .seconds(1)))

        story.wait(.seconds(45))
        #expect(!story.last.isDown)
        story.wait(.seconds(2))
        #expect(story.last.isDown)
    }

    @Test func `a node without pods is down at once`() {
        var story = Story.fresh()

        story.step(.goDown(gracePeriod: nil))

        #expect(story.last.isDown)
    }
}
