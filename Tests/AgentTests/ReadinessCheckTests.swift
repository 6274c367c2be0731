import Containers
import Model
import Testing

@testable import Agent

/// What an app's deployment asks of the instances that it makes.
struct ReadinessCheckTests {
    private func check(_ change: (inout AppReadinessCheck) -> Void = { _ in }) -> AppReadinessCheck {
        AppReadinessCheck {
            $0.name = "warm"
            $0.path = "ready"
            $0.portName = "http"
            $0.intervalSeconds = 10
            $0.timeoutSeconds = 2
            $0.protocol = .http
            change(&$0)
        }
    }

    private func instance(_ check: AppReadinessCheck?) -> Pod {
        Pod.test { pod in
            pod.spec.hostNetwork = true
            pod.spec.containers[0].ports = [
                ContainerPort {
                    $0.name = "http"
                    $0.containerPort = 31007
                    $0.hostPort = 31007
                }
            ]
            MarathonPod(
                appID: "/web",
                ports: [.init(name: "http", transports: [.tcp], containerPort: 0, hostPort: 0)],
                readinessCheck: check
            ).annotate(&pod)
        }
    }

    private func asked(_ story: Story) -> [ProbeRequest] {
        story.last.commands.compactMap { if case .probe(let request) = $0 { request } else { nil } }
    }

    private func answer(_ story: inout Story, _ outcome: ProbeOutcome) {
        _ = story.step(asked(story).map { .probe(ProbeResult(id: $0.id, attempt: $0.attempt, outcome: outcome)) })
    }

    private func readiness(_ story: Story) -> PodCondition? {
        story.statuses["web"]?.conditions.first { $0.type == MarathonPod.readinessCondition }
    }

    @Test func `a task is asked soon and until it says that it is ready, and then no more`() {
        let pod = instance(check())
        var story = Story.fresh(pod.object)
        story.started(pod)

        let expected = HTTPProbe(
            address: "192.0.2.1",
            port: 31007,
            path: "/ready",
            headers: [["User-Agent", "steady"]],
            keptBody: 0
        )
        #expect(asked(story).map(\.target) == [.http(expected)])
        #expect(story.statuses["web"]?.condition("Ready") == "True")
        answer(&story, .answer(HTTPAnswer(status: 503, contentType: "text/plain", body: "not yet")))
        #expect(readiness(story)?.status == .false)
        #expect(readiness(story)?.message == "HTTP 503")

        story.wait(.seconds(10))
        answer(&story, .answer(HTTPAnswer(status: 200)))
        #expect(readiness(story)?.status == .true)
        #expect(story.wait(.seconds(60)) == [])
    }

    @Test func `the last answer is kept where that is wished, and a task that doesn't answer says why`() {
        let pod = instance(check { $0.preserveLastResponse = true })
        var story = Story.fresh(pod.object)
        story.started(pod)

        answer(&story, .failure("connection refused"))
        #expect(readiness(story)?.message == "connection refused")
        story.wait(.seconds(10))
        answer(&story, .answer(HTTPAnswer(status: 503, contentType: "text/plain", body: "40 %\nand more")))
        #expect(readiness(story)?.message == "HTTP 503 text/plain\n40 %\nand more")
    }

    @Test func `other statuses may mean ready, and then 200 does not`() {
        let pod = instance(check { $0.httpStatusCodesForReady = [204] })
        var story = Story.fresh(pod.object)
        story.started(pod)

        answer(&story, .answer(HTTPAnswer(status: 200)))
        #expect(readiness(story)?.status == .false)
        story.wait(.seconds(10))
        answer(&story, .answer(HTTPAnswer(status: 204)))
        #expect(readiness(story)?.status == .true)
    }

    @Test func `a task is asked no more when its deployment is over`() {
        let pod = instance(check())
        var story = Story.fresh(pod.object)
        story.started(pod)
        answer(&story, .answer(HTTPAnswer(status: 503)))

        var released = story.current(pod)
        released.metadata.annotations[MarathonPod.readinessCheckAnnotation] = nil
        story.show([released.object])

        #expect(readiness(story) == nil)
        #expect(story.wait(.seconds(60)) == [])
    }

    @Test func `a task that starts again is asked again`() {
        let pod = instance(check())
        var story = Story.fresh(pod.object)
        story.started(pod)
        answer(&story, .answer(HTTPAnswer(status: 200)))

        _ = story.exited(pod.life("main", 1))
        #expect(readiness(story)?.status == .false)
        story.wait(.seconds(2))
        story.observe(.started(pod.life("main", 2), pid: 2, at: story.now.nanoseconds))
        #expect(asked(story).count == 1)
    }
}
