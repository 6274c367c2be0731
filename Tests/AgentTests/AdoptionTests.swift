import Containers
import Model
import Testing

@testable import Agent

struct AdoptionTests {
    private func inventory(_ pod: Pod, _ phase: AttemptState.Phase, attempt: UInt64 = 1, isReady: Bool = true)
        -> Inventory
    {
        Inventory(
            sandboxes: [
                SandboxState(pod: pod.metadata.uid, isReady: isReady, address: "10.64.0.9", firstIdentity: 1_048_576)
            ],
            attempts: [AttemptState(attempt: pod.life("main", attempt), phase: phase)]
        )
    }

    @Test func `what runs is adopted, with its address, and goes on`() {
        let pod = Pod.test()
        var story = Story()
        story.show([pod.object], isComplete: true)

        let words = story.observe(.inventory(inventory(pod, .running(pid: 5, startedAt: 17_000_000_000), attempt: 3)))

        #expect(words == [])
        #expect(story.statuses["web"]?.phase == .running)
        #expect(story.statuses["web"]?.podIP == "10.64.0.9")
        #expect(story.statuses["web"]?.containerStatuses[0].restartCount == 2)
        #expect(story.exited(pod.life("main", 3)).first == "start uid-web/main#4")
    }

    @Test func `a start that an earlier daemon began is asked for again, under its number`() {
        let pod = Pod.test()
        var story = Story()
        story.show([pod.object], isComplete: true)

        #expect(story.observe(.inventory(inventory(pod, .neverStarted))) == ["start uid-web/main#1"])
    }

    @Test func `a start that was told of and never begun is not a restart`() {
        var pod = Pod.test()
        pod.status.containerStatuses = [
            ContainerStatus {
                $0.name = "main"
                $0.containerID = "native://uid-web/main#1"
                $0.state.waiting = ContainerStateWaiting { $0.reason = "ContainerCreating" }
            }
        ]
        var story = Story()
        story.show([pod.object], isComplete: true)
        let found = Inventory(sandboxes: [SandboxState(pod: "uid-web", isReady: true)])

        #expect(story.observe(.inventory(found)) == ["start uid-web/main#1"])
        story.observe(.started(pod.life("main", 1), pid: 1, at: story.now.nanoseconds))
        #expect(story.statuses["web"]?.containerStatuses[0].restartCount == 0)
    }

    @Test func `an exit that nobody saw is followed by a restart`() {
        let pod = Pod.test()
        var story = Story()
        story.show([pod.object], isComplete: true)
        let exit = ExitStatus(exitCode: 3, startedAt: 1, finishedAt: story.now.nanoseconds)

        #expect(story.observe(.inventory(inventory(pod, .exited(exit)))) == ["start uid-web/main#2"])
        #expect(story.statuses["web"]?.containerStatuses[0].lastState.terminated?.exitCode == 3)
    }

    @Test func `an exit between the look at what runs and its adoption is not lost`() {
        let pod = Pod.test()
        for comesWithView in [false, true] {
            var story = Story()
            story.observe(.inventory(inventory(pod, .running(pid: 5, startedAt: 17))))
            let exit = ContainerObservation.exited(
                pod.life("main", 1),
                ExitStatus(exitCode: 3, startedAt: 17, finishedAt: story.now.nanoseconds)
            )
            let view = AgentInput.view(NodeView(revision: 1, isComplete: true, objects: [pod.object], removed: []))

            if !comesWithView { story.observe(exit) }
            let words = story.step(comesWithView ? [.observation(exit), view] : [view])

            #expect(words == ["start uid-web/main#2"])
            #expect(story.statuses["web"]?.containerStatuses[0].lastState.terminated?.exitCode == 3)
        }
    }

    @Test func `a pod that is not to be restarted has failed after a reboot, its init container or not`() {
        let pod = Pod.test { pod in
            pod.spec.restartPolicy = .never
            pod.spec.initContainers = [
                Container {
                    $0.name = "prepare"
                    $0.command = ["/bin/true"]
                }
            ]
        }
        var story = Story()
        story.show([pod.object], isComplete: true)
        var found = inventory(
            pod,
            .exited(ExitStatus(signal: 9, startedAt: 1, finishedAt: 2)),
            isReady: false
        )
        let prepared = ExitStatus(exitCode: 0, startedAt: 1, finishedAt: 1)
        found.attempts.append(AttemptState(attempt: pod.life("prepare", 1), phase: .exited(prepared)))

        #expect(story.observe(.inventory(found)) == [])
        #expect(story.statuses["web"]?.phase == .failed)
    }

    @Test func `what ran before a reboot, and left no word of its end, counts as killed`() {
        for policy in [RestartPolicy.always, .never] {
            var pod = Pod.test { $0.spec.restartPolicy = policy }
            pod.status.containerStatuses = [
                ContainerStatus {
                    $0.name = "main"
                    $0.containerID = "native://uid-web/main#3"
                    $0.state.running = ContainerStateRunning { $0.startedAt = Timestamp(seconds: 17) }
                }
            ]
            var story = Story()
            story.show([pod.object], isComplete: true)
            let found = Inventory(sandboxes: [SandboxState(pod: "uid-web", isReady: false)])

            let words = story.observe(.inventory(found))

            if policy == .never {
                #expect(words == [])
                #expect(story.statuses["web"]?.phase == .failed)
                let end = story.statuses["web"]?.containerStatuses[0].state.terminated
                #expect(end?.reason == "ContainerStatusUnknown" && end?.exitCode == 137)
                #expect(end?.startedAt == Timestamp(seconds: 17))
            } else {
                #expect(words == ["create sandbox uid-web"])
                #expect(story.observe(.sandboxReady(pod: "uid-web")).first == "start uid-web/main#4")
                #expect(story.statuses["web"]?.containerStatuses[0].lastState.terminated?.exitCode == 137)
            }
        }
    }

    /// Where the disk was full, nobody could be told of the last lives, and logs are all that is left of them.
    @Test func `numbers go on above every trace of a life that nobody was told of`() {
        for told in [3, nil] as [Int?] {
            var pod = Pod.test()
            if let told {
                pod.status.containerStatuses = [
                    ContainerStatus {
                        $0.name = "main"
                        $0.containerID = "native://uid-web/main#\(told)"
                        $0.state.running = ContainerStateRunning { $0.startedAt = Timestamp(seconds: 17) }
                    }
                ]
            }
            var story = Story()
            story.show([pod.object], isComplete: true)
            let found = Inventory(
                sandboxes: [SandboxState(pod: "uid-web", isReady: false)],
                lastTraces: [pod.life("main", 9)]
            )

            #expect(story.observe(.inventory(found)) == ["create sandbox uid-web"])
            #expect(story.observe(.sandboxReady(pod: "uid-web")).first == "start uid-web/main#10")
            story.observe(.started(pod.life("main", 10), pid: 1, at: story.now.nanoseconds))
            #expect(story.statuses["web"]?.containerStatuses[0].restartCount == 9)
        }
    }

    @Test func `a start whose attempt has left a log was begun, though its end is not known`() {
        var pod = Pod.test()
        pod.status.containerStatuses = [
            ContainerStatus {
                $0.name = "main"
                $0.containerID = "native://uid-web/main#4"
                $0.state.waiting = ContainerStateWaiting { $0.reason = "ContainerCreating" }
            }
        ]
        var story = Story()
        story.show([pod.object], isComplete: true)
        let found = Inventory(
            sandboxes: [SandboxState(pod: "uid-web", isReady: true)],
            lastTraces: [pod.life("main", 4)]
        )

        #expect(story.observe(.inventory(found)).first == "start uid-web/main#5")
    }

    @Test func `a trace of an earlier life doesn't count as a start when what comes before it fails`() {
        let pod = Pod.test {
            $0.spec.restartPolicy = .never
            $0.spec.initContainers = [
                Container {
                    $0.name = "prepare"
                    $0.command = ["/bin/prepare"]
                }
            ]
        }
        var story = Story()
        story.show([pod.object], isComplete: true)
        let found = Inventory(
            sandboxes: [SandboxState(pod: "uid-web", isReady: false)],
            lastTraces: [pod.life("prepare", 1), pod.life("main", 1)]
        )
        story.observe(.inventory(found))
        #expect(story.observe(.sandboxReady(pod: "uid-web")).first == "start uid-web/prepare#2")
        story.observe(.started(pod.life("prepare", 2), pid: 1, at: story.now.nanoseconds))

        _ = story.exited(pod.life("prepare", 2), code: 3)

        #expect(story.statuses["web"]?.phase == .failed)
        #expect(story.statuses["web"]?.condition("Initialized").hasPrefix("False") == true)
    }

    @Test func `what is left of a deleted pod after a reboot is removed before its object goes`() {
        var story = Story()
        let pod = Pod.test().deleted(at: story.now)
        story.show([pod.object], isComplete: true)
        let found = Inventory(sandboxes: [SandboxState(pod: pod.metadata.uid, isReady: false)])

        #expect(story.observe(.inventory(found)) == ["remove sandbox uid-web"])
        #expect(story.stopped == [])
        story.observe(.sandboxRemoved(pod: pod.metadata.uid))
        #expect(story.stopped == ["web"])
    }

    @Test func `a deleted pod that was losing its sandbox is not said to get another`() {
        let pod = Pod.test().deleted(at: Timestamp(seconds: 1_800_000_000))
        var story = Story()
        story.show([pod.object], isComplete: true)
        let exit = ExitStatus(startedAt: 1, finishedAt: story.now.nanoseconds)

        story.observe(.inventory(inventory(pod, .exited(exit), isReady: false)))

        #expect(!story.events.contains { $0.hasPrefix("SandboxChanged") })
    }

    @Test func `after a reboot the pod gets a new sandbox and its containers start again`() {
        let pod = Pod.test()
        var story = Story()
        story.show([pod.object], isComplete: true)
        let exit = ExitStatus(startedAt: 1, finishedAt: story.now.nanoseconds)

        let words = story.observe(.inventory(inventory(pod, .exited(exit), isReady: false)))

        #expect(words == ["create sandbox uid-web"])
        #expect(story.events.contains { $0.hasPrefix("SandboxChanged") })
        #expect(story.observe(.sandboxReady(pod: "uid-web")) == ["start uid-web/main#2"])
    }

    @Test func `what nobody wants is stopped with grace and removed`() {
        let pod = Pod.test("stray")
        var story = Story()
        story.show([], isComplete: true)

        let words = story.observe(.inventory(inventory(pod, .running(pid: 5, startedAt: 17))))

        #expect(words == ["signal uid-stray/main#1 15"])
        #expect(story.exited(pod.life("main", 1)) == ["remove sandbox uid-stray"])
        story.observe(.sandboxRemoved(pod: "uid-stray"))
        #expect(story.agent.pods.isEmpty)
        #expect(story.stopped == [])
    }

    @Test func `an address that an adopted pod has is not given to another`() {
        let (old, new) = (Pod.test("old"), Pod.test("new"))
        var story = Story()
        story.show([old.object, new.object], isComplete: true)
        var found = inventory(old, .running(pid: 5, startedAt: 17))
        found.sandboxes[0].address = "10.64.0.2"
        story.observe(.inventory(found))
        story.observe(.sandboxReady(pod: "uid-new"))

        #expect(story.statuses["old"]?.podIP == "10.64.0.2")
        #expect(story.statuses["new"]?.podIP == "10.64.0.3")
    }

    @Test func `those who were well are not all asked at the moment at which they are adopted`() {
        var pods = (0..<50).map { number in
            Pod.test("web-\(number)") {
                $0.spec.containers[0].livenessProbe = Probe { $0.tcpSocket = TCPSocketAction { $0.port = 80 } }
            }
        }
        for index in pods.indices {
            pods[index].status.containerStatuses = [
                ContainerStatus {
                    $0.name = "main"
                    $0.ready = true
                    $0.started = true
                    $0.state.running = ContainerStateRunning()
                }
            ]
        }
        var found = Inventory()
        for pod in pods {
            let one = inventory(pod, .running(pid: 5, startedAt: 17_000_000_000))
            found.sandboxes.append(SandboxState(pod: pod.metadata.uid, isReady: true))
            found.attempts += one.attempts
        }
        var story = Story()
        story.show(pods.map(\.object), isComplete: true)

        #expect(story.observe(.inventory(found)).count < 5)
        #expect((15...35).contains(story.wait(.seconds(5)).count))
        story.wait(.seconds(5))
        #expect(story.agent.requests.count == 50)
    }

    @Test func `a new pod is not given an address that another may have had a moment ago`() {
        // Some were freed before the daemon went, above the highest that was found and below; it told of each of its
        // pods, so that the number of records is beyond them all.
        let old = [("a", "10.64.0.9"), ("b", "10.64.0.8"), ("c", "10.64.0.5")]
        let pods = old.map { Pod.test($0.0) }
        var found = Inventory()
        for (pod, place) in zip(pods, old) {
            found.sandboxes.append(SandboxState(pod: pod.metadata.uid, isReady: true, address: place.1))
            found.attempts.append(
                AttemptState(attempt: pod.life("main", 1), phase: .running(pid: 5, startedAt: 17_000_000_000))
            )
        }
        var story = Story()
        story.revision = 299
        story.show(pods.map(\.object), isComplete: true)
        story.observe(.inventory(found))

        let new = Pod.test("new")
        story.show([new.object])
        story.started(new)
        #expect(story.statuses["new"]?.podIP == "10.64.1.44")
    }
}
