import Containers
import Model
import Testing

@testable import Agent

struct ProbeTests {
    private func probe(_ change: (inout Probe) -> Void = { _ in }) -> Probe {
        Probe {
            $0.httpGet = HTTPGetAction {
                $0.path = "/healthz"
                $0.port = 8080
            }
            change(&$0)
        }
    }

    private func pod(_ change: (inout Container) -> Void) -> Pod {
        Pod.test { change(&$0.spec.containers[0]) }
    }

    /// Answers what was asked last.
    private func answer(_ story: inout Story, _ outcome: ProbeOutcome) -> [String] {
        for case .probe(let request) in story.last.commands {
            return story.step(.probe(ProbeResult(id: request.id, attempt: request.attempt, outcome: outcome)))
        }
        return ["nothing was asked"]
    }

    @Test func `a pod is ready when its readiness probe passes, and no longer when it fails often enough`() {
        let pod = pod { $0.readinessProbe = probe { $0.failureThreshold = 2 } }
        var story = Story.fresh(pod.object)
        story.started(pod)

        #expect(story.statuses["web"]?.condition("Ready") == "False ContainersNotReady")
        #expect(answer(&story, .success) == [])
        #expect(story.statuses["web"]?.condition("Ready") == "True")
        #expect(story.wait(.seconds(10)) == ["probe uid-web/main#1"])
        #expect(answer(&story, .failure("HTTP probe failed with statuscode: 500")) == [])
        #expect(story.statuses["web"]?.condition("Ready") == "True")
        #expect(story.wait(.seconds(10)) == ["probe uid-web/main#1"])
        #expect(answer(&story, .failure("HTTP probe failed with statuscode: 500")) == [])
        #expect(story.statuses["web"]?.condition("Ready") == "False ContainersNotReady")
        #expect(story.events.contains("Unhealthy: Readiness probe failed: HTTP probe failed with statuscode: 500"))
    }

    @Test func `who is not up yet is asked again soon, without its being held against him`() {
        let pod = pod { $0.startupProbe = probe { $0.failureThreshold = 2 } }
        var story = Story.fresh(pod.object)
        story.started(pod)

        var looks = 1
        while story.now < Timestamp(seconds: 1_000_000) + .seconds(9) {
            _ = answer(&story, .failure("connection refused"))
            guard let wakeAt = story.last.wakeAt else { break }
            story.now = wakeAt
            looks += story.step(.timer).count { $0 == "probe uid-web/main#1" }
        }

        #expect(looks > 5)
        #expect(story.events.filter { $0.hasPrefix("Killing") } == [])
    }

    @Test func `a container that fails its liveness probe is stopped with grace and started again`() {
        let pod = pod { $0.livenessProbe = probe { $0.failureThreshold = 1 } }
        var story = Story.fresh(pod.object)
        story.started(pod)

        #expect(answer(&story, .failure("no answer")) == ["signal uid-web/main#1 15"])
        #expect(story.events.contains("Killing: Container main failed liveness probe, will be restarted"))
        #expect(story.wait(.seconds(30)) == ["signal uid-web/main#1 9"])
        #expect(story.exited(pod.life("main", 1), code: 137) == ["start uid-web/main#2"])
    }

    @Test func `the other probes wait for the startup probe`() {
        let pod = pod {
            $0.startupProbe = probe()
            $0.livenessProbe = Probe { $0.exec = ExecAction { $0.command = ["/bin/alive"] } }
        }
        var story = Story.fresh(pod.object)
        story.started(pod)

        #expect(story.statuses["web"]?.containerStatuses[0].started == false)
        #expect(answer(&story, .success) == ["exec uid-web/main#1 /bin/alive"])
        #expect(story.statuses["web"]?.containerStatuses[0].started == true)
        #expect(story.statuses["web"]?.condition("Ready") == "True")
    }

    @Test func `a probe asks the pod's address at the named port`() throws {
        let pod = pod {
            $0.ports = [
                ContainerPort {
                    $0.name = "web"
                    $0.containerPort = 8081
                }
            ]
            $0.readinessProbe = probe {
                $0.httpGet?.port = "web"
                $0.initialDelaySeconds = 5
                $0.timeoutSeconds = 3
            }
        }
        var story = Story.fresh(pod.object)
        story.started(pod)

        #expect(story.wait(.seconds(4)) == [])
        story.wait(.seconds(1))

        let expected = ProbeRequest(
            id: 1,
            attempt: pod.life("main", 1),
            target: .http(HTTPProbe(address: "10.64.0.2", port: 8081, path: "/healthz", followsRedirects: true)),
            timeout: .seconds(3)
        )
        #expect(story.last.commands == [.probe(expected)])
    }

    @Test func `a probe of a port that there is not fails in its turn, and keeps nobody busy`() throws {
        let pod = pod { $0.readinessProbe = probe { $0.httpGet?.port = "nothing" } }
        var story = Story.fresh(pod.object)
        story.started(pod)

        #expect(try #require(story.last.wakeAt) > story.now)
        #expect(story.wait(.seconds(60)) == [])
        #expect(story.events.contains("Unhealthy: Readiness probe failed: the container has no port of that name"))
        #expect(story.statuses["web"]?.condition("Ready") == "False ContainersNotReady")
    }

    @Test func `a readiness probe that has failed must pass as often as it says before it counts again`() {
        let pod = pod {
            $0.readinessProbe = probe {
                $0.successThreshold = 2
                $0.failureThreshold = 1
            }
        }
        var story = Story.fresh(pod.object)
        story.started(pod)

        _ = answer(&story, .success)
        #expect(story.statuses["web"]?.condition("Ready") == "False ContainersNotReady")
        story.wait(.seconds(10))
        _ = answer(&story, .success)
        #expect(story.statuses["web"]?.condition("Ready") == "True")
        story.wait(.seconds(10))
        _ = answer(&story, .failure("no"))
        story.wait(.seconds(10))
        _ = answer(&story, .success)
        #expect(story.statuses["web"]?.condition("Ready") == "False ContainersNotReady")
        story.wait(.seconds(10))
        _ = answer(&story, .success)
        #expect(story.statuses["web"]?.condition("Ready") == "True")
    }

    @Test func `failures of liveness count in a row, and the probe's own grace period counts more than the pod's`() {
        let pod = pod {
            $0.livenessProbe = probe {
                $0.failureThreshold = 2
                $0.terminationGracePeriodSeconds = 3
            }
        }
        var story = Story.fresh(pod.object)
        story.started(pod)

        for outcome in [ProbeOutcome.failure("no"), .success, .failure("no")] {
            #expect(answer(&story, outcome) == [])
            #expect(story.wait(.seconds(10)) == ["probe uid-web/main#1"])
        }
        #expect(answer(&story, .failure("no")) == ["signal uid-web/main#1 15"])
        #expect(story.wait(.milliseconds(2990)) == [])
        #expect(story.wait(.milliseconds(10)) == ["signal uid-web/main#1 9"])
    }

    @Test func `a container that does not come up in its time is ended by its startup probe`() {
        let pod = pod {
            $0.startupProbe = probe {
                $0.failureThreshold = 2
                $0.periodSeconds = 5
            }
        }
        var story = Story.fresh(pod.object)
        story.started(pod)

        let end = story.now + .seconds(60)
        while story.now < end {
            _ = answer(&story, .failure("not yet"))
            if story.events.contains(where: { $0.hasPrefix("Killing") }) { break }
            guard let wakeAt = story.last.wakeAt else { break }
            story.now = wakeAt
            story.step(.timer)
        }
        #expect(story.events.contains("Killing: Container main failed startup probe, will be restarted"))
        #expect(story.now == Timestamp(seconds: 1_000_005))
    }

    @Test func `an answer that says nothing about the container changes nothing`() {
        let pod = pod { $0.livenessProbe = probe { $0.failureThreshold = 1 } }
        var story = Story.fresh(pod.object)
        story.started(pod)

        #expect(answer(&story, .inconclusive) == [])
        #expect(story.events.filter { $0.hasPrefix("Unhealthy") } == [])
        #expect(story.wait(.seconds(10)) == ["probe uid-web/main#1"])
    }

    @Test func `what a probe says is what is asked`() {
        let container = Container {
            $0.ports = [
                ContainerPort {
                    $0.name = "web"
                    $0.containerPort = 8081
                }
            ]
        }
        func target(_ change: (inout Probe) -> Void) -> ProbeRequest.Target? {
            var probe = Probe()
            change(&probe)
            return ProbeRequest.Target(.probe(probe), container, in: Pod(), address: "10.64.0.2")
        }

        let secure = target {
            $0.httpGet = HTTPGetAction {
                $0.scheme = .https
                $0.host = "web.example"
                $0.path = "healthz"
                $0.port = "web"
                $0.httpHeaders = [
                    HTTPHeader {
                        $0.name = "X-Token"
                        $0.value = "a"
                    }
                ]
            }
        }
        #expect(
            secure
                == .http(
                    HTTPProbe(
                        address: "web.example",
                        port: 8081,
                        path: "/healthz",
                        headers: [["X-Token", "a"]],
                        isSecure: true,
                        followsRedirects: true
                    )
                )
        )
        #expect(
            target { $0.tcpSocket = TCPSocketAction { $0.port = "web" } } == .tcp(address: "10.64.0.2", port: 8081)
        )
        let elsewhere = TCPSocketAction {
            $0.host = "10.0.0.1"
            $0.port = 5432
        }
        #expect(target { $0.tcpSocket = elsewhere } == .tcp(address: "10.0.0.1", port: 5432))
        let call = GRPCAction {
            $0.port = 9000
            $0.service = "shop.Basket"
        }
        #expect(target { $0.grpc = call } == .grpc(address: "10.64.0.2", port: 9000, service: "shop.Basket"))
        #expect(target { $0.tcpSocket = TCPSocketAction { $0.port = "nothing" } } == nil)
    }
}
