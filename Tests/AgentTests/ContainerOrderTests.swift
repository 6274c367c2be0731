import Containers
import Model
import Testing

@testable import Agent

struct ContainerOrderTests {
    private func container(_ name: String, sidecar: Bool = false) -> Container {
        Container {
            $0.name = name
            $0.command = ["/bin/\(name)"]
            if sidecar { $0.restartPolicy = .always }
        }
    }

    private func started(_ pod: Pod, _ name: String, _ attempt: UInt64 = 1, in story: inout Story) -> [String] {
        story.observe(.started(pod.life(name, attempt), pid: 1, at: story.now.nanoseconds))
    }

    @Test func `init containers run one by one, and a failed one again`() {
        let pod = Pod.test { $0.spec.initContainers = [container("one"), container("two")] }
        var story = Story.fresh(pod.object)

        #expect(story.observe(.sandboxReady(pod: "uid-web")) == ["start uid-web/one#1"])
        #expect(story.statuses["web"]?.condition("Initialized") == "False ContainersNotInitialized")
        #expect(story.statuses["web"]?.containerStatuses[0].state.waiting?.reason == "PodInitializing")
        #expect(started(pod, "one", in: &story) == [])
        #expect(story.exited(pod.life("one", 1), code: 1) == ["start uid-web/one#2"])
        #expect(started(pod, "one", 2, in: &story) == [])
        #expect(story.exited(pod.life("one", 2), code: 0) == ["start uid-web/two#1"])
        #expect(started(pod, "two", in: &story) == [])
        #expect(story.exited(pod.life("two", 1), code: 0) == ["start uid-web/main#1"])
        #expect(started(pod, "main", in: &story) == [])
        #expect(story.statuses["web"]?.condition("Initialized") == "True")
        #expect(story.statuses["web"]?.phase == .running)
    }

    @Test func `an init container that fails for good fails the pod`() {
        let pod = Pod.test {
            $0.spec.restartPolicy = .never
            $0.spec.initContainers = [container("side", sidecar: true), container("one")]
        }
        var story = Story.fresh(pod.object)
        story.observe(.sandboxReady(pod: "uid-web"))
        #expect(started(pod, "side", in: &story) == ["start uid-web/one#1"])
        _ = started(pod, "one", in: &story)

        #expect(story.exited(pod.life("one", 1), code: 1) == ["signal uid-web/side#1 15"])
        #expect(story.statuses["web"]?.phase == .running)
        #expect(story.exited(pod.life("side", 1), code: 0) == [])
        #expect(story.statuses["web"]?.phase == .failed)
        story.show([story.current(pod).object])
        #expect(story.wait(.seconds(100)) == [])
    }

    @Test func `sidecars start in order and stop last, in reverse`() {
        let pod = Pod.test {
            $0.spec.initContainers = [container("first", sidecar: true), container("second", sidecar: true)]
        }
        var story = Story.fresh(pod.object)

        #expect(story.observe(.sandboxReady(pod: "uid-web")) == ["start uid-web/first#1"])
        #expect(started(pod, "first", in: &story) == ["start uid-web/second#1"])
        #expect(started(pod, "second", in: &story) == ["start uid-web/main#1"])
        #expect(started(pod, "main", in: &story) == [])
        #expect(story.show([pod.deleted(at: story.now).object]) == ["signal uid-web/main#1 15"])
        #expect(story.exited(pod.life("main", 1), code: 0) == ["signal uid-web/second#1 15"])
        #expect(story.exited(pod.life("second", 1), code: 0) == ["signal uid-web/first#1 15"])
        #expect(story.exited(pod.life("first", 1), code: 0) == ["remove sandbox uid-web"])
    }

    @Test func `sidecars are stopped when the work is done`() {
        let pod = Pod.test {
            $0.spec.restartPolicy = .onFailure
            $0.spec.initContainers = [container("side", sidecar: true)]
        }
        var story = Story.fresh(pod.object)
        story.observe(.sandboxReady(pod: "uid-web"))
        _ = started(pod, "side", in: &story)
        _ = started(pod, "main", in: &story)

        #expect(story.exited(pod.life("main", 1), code: 0) == ["signal uid-web/side#1 15"])
        #expect(story.exited(pod.life("side", 1), code: 0) == [])
        #expect(story.statuses["web"]?.phase == .succeeded)
        #expect(story.statuses["web"]?.condition("Ready") == "False PodCompleted")
    }

    @Test func `a pod that outlives its deadline has failed`() {
        let pod = Pod.test { $0.spec.activeDeadlineSeconds = 60 }
        var story = Story.fresh(pod.object)
        story.started(pod)

        #expect(story.wait(.seconds(60)) == ["signal uid-web/main#1 15"])
        #expect(story.exited(pod.life("main", 1), code: 0) == [])
        #expect(story.statuses["web"]?.phase == .failed)
        #expect(story.statuses["web"]?.reason == "DeadlineExceeded")
    }

    @Test func `preStop runs inside the grace period, before the signal`() {
        let pod = Pod.test {
            $0.spec.containers[0].lifecycle = Lifecycle {
                $0.preStop = LifecycleHandler { $0.exec = ExecAction { $0.command = ["/bin/drain"] } }
                $0.stopSignal = "SIGUSR1"
            }
        }
        var story = Story.fresh(pod.object)
        story.started(pod)

        #expect(story.show([pod.deleted(at: story.now, grace: 10).object]) == ["exec uid-web/main#1 /bin/drain"])
        #expect(story.wait(.seconds(4)) == [])
        let done = ContainerObservation.execFinished(id: 1, ExecResult(outcome: .exited(code: 0)))
        #expect(story.observe(done) == ["signal uid-web/main#1 10"])
        #expect(story.wait(.seconds(5)) == [])
        #expect(story.wait(.seconds(1)) == ["signal uid-web/main#1 9"])
    }

    @Test func `a preStop that takes all the time leaves two seconds for the signal`() {
        let pod = Pod.test {
            $0.spec.containers[0].lifecycle = Lifecycle {
                $0.preStop = LifecycleHandler { $0.sleep = SleepAction { $0.seconds = 60 } }
            }
        }
        var story = Story.fresh(pod.object)
        story.started(pod)

        #expect(story.show([pod.deleted(at: story.now, grace: 10).object]) == [])
        #expect(story.wait(.seconds(10)) == ["signal uid-web/main#1 15"])
        #expect(story.wait(.milliseconds(1900)) == [])
        #expect(story.wait(.milliseconds(100)) == ["signal uid-web/main#1 9"])
    }

    @Test func `postStart comes before all else, and its failure ends the container`() {
        let pod = Pod.test {
            $0.spec.containers[0].lifecycle = Lifecycle {
                $0.postStart = LifecycleHandler { $0.exec = ExecAction { $0.command = ["/bin/warm"] } }
            }
        }
        var story = Story.fresh(pod.object)
        story.observe(.sandboxReady(pod: "uid-web"))

        #expect(started(pod, "main", in: &story) == ["exec uid-web/main#1 /bin/warm"])
        #expect(story.statuses["web"]?.condition("Ready") == "False ContainersNotReady")
        let failed = ContainerObservation.execFinished(id: 1, ExecResult(outcome: .exited(code: 1)))
        #expect(story.observe(failed) == ["signal uid-web/main#1 15"])
        #expect(story.events.contains { $0.hasPrefix("FailedPostStartHook") })
    }

    @Test func `a hook that asks over the network is asked, and its failure is told`() throws {
        let pod = Pod.test {
            $0.spec.containers[0].ports = [
                ContainerPort {
                    $0.name = "admin"
                    $0.containerPort = 9000
                }
            ]
            $0.spec.containers[0].lifecycle = Lifecycle {
                $0.preStop = LifecycleHandler {
                    $0.httpGet = HTTPGetAction {
                        $0.path = "/drain"
                        $0.port = "admin"
                    }
                }
            }
        }
        var story = Story.fresh(pod.object)
        story.started(pod)

        #expect(story.show([pod.deleted(at: story.now, grace: 10).object]) == ["probe uid-web/main#1"])
        let asked = story.last.commands.compactMap { if case .probe(let request) = $0 { request } else { nil } }
        let request = try #require(asked.first)
        #expect(
            request.target
                == .http(HTTPProbe(address: "10.64.0.2", port: 9000, path: "/drain", followsRedirects: true))
        )
        #expect(request.timeout == .seconds(10))
        let failed = ProbeResult(id: request.id, attempt: request.attempt, outcome: .failure("refused"))
        #expect(story.step(.probe(failed)) == ["signal uid-web/main#1 15"])
        #expect(story.events.contains("FailedPreStopHook: PreStopHook failed: refused"))
    }

    @Test func `a tcpSocket is no hook: before a stop that is told, after a start it ends the container`() {
        let handler = LifecycleHandler { $0.tcpSocket = TCPSocketAction { $0.port = 80 } }
        let why = "tcpSocket is no hook that can be carried out"
        let first = Pod.test { $0.spec.containers[0].lifecycle = Lifecycle { $0.postStart = handler } }
        var story = Story.fresh(first.object)
        story.observe(.sandboxReady(pod: "uid-web"))
        #expect(started(first, "main", in: &story) == ["signal uid-web/main#1 15"])
        #expect(story.events.contains("FailedPostStartHook: PostStartHook failed: \(why)"))

        let second = Pod.test { $0.spec.containers[0].lifecycle = Lifecycle { $0.preStop = handler } }
        story = Story.fresh(second.object)
        story.started(second)
        #expect(story.show([second.deleted(at: story.now).object]) == ["signal uid-web/main#1 15"])
        #expect(story.events.contains("FailedPreStopHook: PreStopHook failed: \(why)"))
    }
}
