import Containers
import Model
import Testing

@testable import Agent

struct HealthCheckTests {
    private func check(_ change: (inout AppHealthCheck) -> Void = { _ in }) -> AppHealthCheck {
        AppHealthCheck {
            $0.protocol = .http
            $0.path = "/health"
            $0.portIndex = 0
            $0.gracePeriodSeconds = 0
            $0.intervalSeconds = 10
            $0.timeoutSeconds = 2
            $0.maxConsecutiveFailures = 1
            change(&$0)
        }
    }

    /// An instance of an app on the host's network, with one port.
    private func instance(_ checks: [AppHealthCheck], backoffSeconds: Double = 1) -> Pod {
        Pod.test { pod in
            pod.spec.hostNetwork = true
            pod.spec.containers[0].ports = [
                ContainerPort {
                    $0.containerPort = 31007
                    $0.hostPort = 31007
                }
            ]
            MarathonPod(
                appID: "/web",
                backoffSeconds: backoffSeconds,
                ports: [.init(name: "http", transports: [.tcp], containerPort: 0, hostPort: 0)],
                healthChecks: checks
            ).annotate(&pod)
        }
    }

    /// What was asked last.
    private func asked(_ story: Story) -> [ProbeRequest] {
        story.last.commands.compactMap { if case .probe(let request) = $0 { request } else { nil } }
    }

    @discardableResult
    private func answer(_ story: inout Story, _ outcome: ProbeOutcome) -> [String] {
        story.step(
            asked(story).map { .probe(ProbeResult(id: $0.id, attempt: $0.attempt, outcome: outcome)) }
        )
    }

    private func health(_ story: Story) -> String? { story.statuses["web"]?.condition(MarathonPod.healthCondition) }

    @Test func `a task is asked first after five seconds at most, and is ready once it has answered`() {
        let pod = instance([check()])
        var story = Story.fresh(pod.object)
        story.started(pod)

        #expect(health(story) == "Unknown NoResultYet")
        #expect(story.wait(.milliseconds(4990)) == [])
        #expect(story.statuses["web"]?.condition("Ready") == "False ContainersNotReady")
        #expect(story.wait(.milliseconds(10)) == ["probe uid-web/main#1"])
        let expected = HTTPProbe(
            address: "192.0.2.1",
            port: 31007,
            path: "/health",
            headers: [["User-Agent", "steady"]]
        )
        #expect(asked(story).map(\.target) == [.http(expected)])
        #expect(asked(story).map(\.timeout) == [.seconds(2)])
        answer(&story, .success)
        #expect(story.statuses["web"]?.condition("Ready") == "True")
        #expect(health(story) == "True")
        #expect(story.wait(.milliseconds(9990)) == [])
        #expect(story.wait(.milliseconds(10)) == ["probe uid-web/main#1"])
    }

    @Test func `what Mesos checks is asked after its delay, at the task's own loopback`() {
        let pod = instance([
            check {
                $0.protocol = .mesosTCP
                $0.delaySeconds = 7
            }
        ])
        var story = Story.fresh(pod.object)
        story.started(pod)

        #expect(story.wait(.milliseconds(6990)) == [])
        story.wait(.milliseconds(10))
        #expect(asked(story).map(\.target) == [.tcp(address: "127.0.0.1", port: 31007)])
    }

    @Test func `a command is run in the task by a shell`() {
        let pod = instance([
            check {
                $0.protocol = .command
                $0.delaySeconds = 0
                $0.command = AppCommand { $0.value = "test -e ok" }
            }
        ])
        var story = Story.fresh(pod.object)
        story.observe(.sandboxReady(pod: "uid-web"))

        let words = story.observe(.started(pod.life("main", 1), pid: 1, at: story.now.nanoseconds))

        #expect(words == ["exec uid-web/main#1 /bin/sh -c test -e ok"])
    }

    @Test func `a task that fails once too often is stopped and started again by its app's back-off`() {
        let pod = instance([check()], backoffSeconds: 4)
        var story = Story.fresh(pod.object)
        story.started(pod)
        story.wait(.seconds(5))
        answer(&story, .success)

        story.wait(.seconds(10))
        #expect(answer(&story, .failure("no answer")) == [])
        #expect(story.statuses["web"]?.condition("Ready") == "False ContainersNotReady")
        #expect(health(story) == "False HealthCheckFailed")
        story.wait(.seconds(10))
        #expect(answer(&story, .failure("no answer")) == ["signal uid-web/main#1 15"])

        #expect(story.events.count { $0 == "Unhealthy: Health check failed: no answer" } == 2)
        #expect(
            story.events.contains(
                "Killing: Container main failed health check HTTP /health (no answer), will be restarted"
            )
        )
        #expect(story.exited(pod.life("main", 1), code: 143) == [])
        #expect(story.wait(.milliseconds(3990)) == [])
        #expect(story.wait(.milliseconds(10)) == ["start uid-web/main#2"])
        story.observe(.started(pod.life("main", 2), pid: 1, at: story.now.nanoseconds))
        #expect(health(story) == "Unknown NoResultYet")
    }

    @Test func `of several checks all must pass`() {
        let pod = instance([check(), check { $0.protocol = .tcp }])
        var story = Story.fresh(pod.object)
        story.started(pod)
        story.wait(.seconds(5))
        let both = asked(story)
        #expect(both.count == 2)

        story.step(.probe(ProbeResult(id: both[0].id, attempt: both[0].attempt, outcome: .success)))
        #expect(health(story) == "Unknown NoResultYet")
        #expect(story.statuses["web"]?.condition("Ready") == "False ContainersNotReady")
        story.step(.probe(ProbeResult(id: both[1].id, attempt: both[1].attempt, outcome: .success)))
        #expect(story.statuses["web"]?.condition("Ready") == "True")

        story.wait(.seconds(10))
        let next = asked(story)
        story.step(.probe(ProbeResult(id: next[1].id, attempt: next[1].attempt, outcome: .failure("refused"))))
        story.step(.probe(ProbeResult(id: next[0].id, attempt: next[0].attempt, outcome: .success)))
        let conditions = story.statuses["web"]?.conditions ?? []
        #expect(conditions.first { $0.type == MarathonPod.healthCondition }?.message == "failed health check TCP")
    }

    @Test func `other times and bounds are taken over by a task that runs, with what is known of it`() {
        let pod = instance([check()])
        var story = Story.fresh(pod.object)
        story.started(pod)
        story.wait(.seconds(5))
        answer(&story, .success)
        story.wait(.seconds(10))
        answer(&story, .failure("once"))

        let hurried = instance([check { $0.intervalSeconds = 2 }])
        #expect(story.show([hurried.object]) == [])
        #expect(health(story) == "False HealthCheckFailed")
        #expect(story.wait(.seconds(2)) == ["probe uid-web/main#1"])
        #expect(answer(&story, .failure("twice")) == ["signal uid-web/main#1 15"])
    }

    @Test func `nobody is unhealthy because somebody begins to ask, or stops asking`() {
        var story = Story.fresh(instance([]).object)
        story.started(instance([]))
        #expect(story.statuses["web"]?.condition("Ready") == "True")
        #expect(health(story) == "none")
        story.wait(.seconds(60))

        #expect(story.show([instance([check()]).object]) == ["probe uid-web/main#1"])
        #expect(story.statuses["web"]?.condition("Ready") == "True")
        answer(&story, .failure("refused"))
        #expect(story.statuses["web"]?.condition("Ready") == "False ContainersNotReady")

        story.show([instance([]).object])
        #expect(story.statuses["web"]?.condition("Ready") == "True")
        #expect(health(story) == "none")
    }

    @Test func `a back-off that the app has changed holds from the next end on`() {
        var story = Story.fresh(instance([], backoffSeconds: 60).object)
        let pod = instance([], backoffSeconds: 2)
        story.started(pod)

        story.show([pod.object])
        #expect(story.exited(pod.life("main", 1)) == [])
        #expect(story.wait(.seconds(2)) == ["start uid-web/main#2"])
    }

    @Test func `what was known of a task holds after a restart of the daemon`() {
        var pod = instance([check()])
        pod.status.containerStatuses = [
            ContainerStatus {
                $0.name = "main"
                $0.ready = true
                $0.started = true
                $0.state.running = ContainerStateRunning()
            }
        ]
        var story = Story()
        story.show([pod.object], isComplete: true)
        let running = AttemptState(
            attempt: pod.life("main", 1),
            phase: .running(pid: 5, startedAt: (story.now + .seconds(-100)).nanoseconds)
        )
        story.observe(
            .inventory(Inventory(sandboxes: [SandboxState(pod: "uid-web", isReady: true)], attempts: [running]))
        )

        #expect(story.statuses["web"]?.condition("Ready") == "True")
        let end = story.now + .seconds(10)
        while asked(story).isEmpty, let wakeAt = story.last.wakeAt, wakeAt < end {
            story.now = wakeAt
            story.step(.timer)
        }
        answer(&story, .failure("refused"))
        #expect(story.statuses["web"]?.condition("Ready") == "False ContainersNotReady")
    }

    @Test func `a port is found by its place among the app's, on the host's network and on one's own`() {
        let pod = Pod.test { pod in
            pod.spec.containers[0].ports = [(53, 31001, TransportProtocol.udp), (53, 31001, .tcp), (8080, 31002, .tcp)]
                .map { number, host, transport in
                    ContainerPort {
                        $0.containerPort = number
                        $0.hostPort = host
                        $0.protocol = transport
                    }
                }
            MarathonPod(
                appID: "/dns",
                ports: [
                    .init(name: "dns", transports: [.udp, .tcp], containerPort: 53, hostPort: 0),
                    .init(name: "web", transports: [.tcp], containerPort: 8080, hostPort: 0),
                ]
            ).annotate(&pod)
        }
        func target(_ change: (inout AppHealthCheck) -> Void) -> ProbeRequest.Target? {
            let question = ProbeSchedule.Question.healthCheck(
                check {
                    $0.protocol = .tcp
                    $0.portIndex = nil
                    change(&$0)
                }
            )
            return ProbeRequest.Target(question, pod.spec.containers[0], in: pod, address: "10.64.0.2")
        }

        #expect(target { $0.portIndex = 0 } == .tcp(address: "10.64.0.2", port: 53))
        #expect(target { $0.portIndex = 1 } == .tcp(address: "10.64.0.2", port: 8080))
        #expect(target { $0.port = 31002 } == .tcp(address: "10.64.0.2", port: 8080))
        #expect(target { $0.port = 9000 } == .tcp(address: "10.64.0.2", port: 9000))
        #expect(target { $0.portIndex = 2 } == nil)
    }
}
