import Containers
import Model
import Testing

@testable import Agent

/// What a manifest may say is in the journal before anybody acts on it: a number that stopped the daemon would stop it
/// again at every start.
struct ExtremeValueTests {
    private static let numbers = [Int.min, Int(Int32.min), -1, 0, 1, Int(Int32.max), Int(UInt32.max), .max - 1, .max]

    @Test(arguments: numbers)
    func `no number in a pod stops the agent`(number: Int) {
        for pod in [pod(with: number, stopSignal: "SIGRTMIN+\(number)"), marathonPod(with: Double(number))] {
            live(pod)
        }
    }

    @Test(arguments: [
        Double.nan, .infinity, -.infinity, -1, 0, 1e40, 1e300, .greatestFiniteMagnitude, .leastNonzeroMagnitude,
    ])
    func `no number of an app stops the agent`(number: Double) { live(marathonPod(with: number)) }

    @Test(arguments: numbers)
    func `no amount stops the downward API`(number: Int) {
        for amount in [Quantity(number), Quantity(milli: number)] {
            for divisor in [Quantity(number), Quantity(milli: number), Quantity()] {
                for name in ["cpu", "memory"] {
                    let pod = Pod.test { $0.spec.containers[0].resources.limits[name] = amount }
                    let selector = ResourceFieldSelector {
                        $0.resource = "limits.\(name)"
                        $0.divisor = divisor
                    }
                    let field = PodField(pod: pod, settings: .test, address: "")
                    #expect(field.value(of: selector, in: pod.spec.containers[0]) != nil)
                }
            }
        }
    }

    @Test func `a signal is one of the kernel's or none`() {
        #expect(Signal.number("SIGRTMIN+2147483647") == nil)
        #expect(Signal.number("SIGRTMAX--1") == nil)
        #expect(Signal.number("SIGRTMIN+15") == 49)
        #expect(Signal.number("SIGRTMAX-14") == 50)
    }

    /// Through everything that may happen to it.
    private func live(_ pod: Pod) {
        var story = Story.fresh(pod.object)
        story.observe(.sandboxReady(pod: pod.metadata.uid))
        for attempt in 1...4 as ClosedRange<UInt64> {
            story.observe(.started(pod.life("main", attempt), pid: 1, at: story.now.nanoseconds))
            story.wait(.seconds(3))
            _ = story.exited(pod.life("main", attempt), after: .seconds(1))
            story.wait(.seconds(400))
        }
        story.observe(.started(pod.life("main", 5), pid: 1, at: story.now.nanoseconds))
        story.show([pod.deleted(at: story.now, grace: pod.spec.terminationGracePeriodSeconds ?? 30).object])
        story.wait(.seconds(100))
        #expect(story.last.commands.count >= 0)
    }

    private func pod(with number: Int, stopSignal: String) -> Pod {
        Pod.test { pod in
            pod.spec.terminationGracePeriodSeconds = number
            pod.spec.activeDeadlineSeconds = number > 0 ? number : nil
            pod.spec.securityContext = PodSecurityContext {
                $0.fsGroup = number
                $0.supplementalGroups = [number]
            }
            let amounts = ["cpu": Quantity(number), "memory": Quantity(number)]
            var container = pod.spec.containers[0]
            container.securityContext = SecurityContext {
                $0.runAsUser = number
                $0.runAsGroup = number
            }
            container.resources.requests = amounts
            container.resources.limits = amounts
            container.ports = [
                ContainerPort {
                    $0.containerPort = number
                    $0.hostPort = number
                }
            ]
            container.readinessProbe = Self.probe(number)
            container.lifecycle = Lifecycle {
                $0.stopSignal = stopSignal
                $0.preStop = LifecycleHandler { $0.sleep = SleepAction { $0.seconds = number } }
            }
            container.volumeMounts = []
            var other = container
            other.name = "other"
            pod.spec.containers = [container, other]
            pod.spec.volumes = []
        }
    }

    private static func probe(_ number: Int) -> Probe {
        Probe {
            $0.tcpSocket = TCPSocketAction { $0.port = .int(number) }
            $0.initialDelaySeconds = number
            $0.periodSeconds = number
            $0.timeoutSeconds = number
            $0.failureThreshold = number
            $0.successThreshold = number
            $0.terminationGracePeriodSeconds = number
        }
    }

    private func marathonPod(with number: Double) -> Pod {
        Pod.test { pod in
            MarathonPod(
                appID: "/a",
                backoffSeconds: number,
                backoffFactor: number,
                maxLaunchDelaySeconds: number
            ).annotate(&pod)
        }
    }
}
