import Containers
import Model
import Networking

@testable import Agent

/// A node's agent, driven by hand: what it is told and what it wants, in virtual time.
struct Story {
    var agent = NodeAgent(.test)
    var now = Timestamp(seconds: 1_000_000)
    var last = AgentTurn()
    /// What the control plane was told last of each pod, by name.
    var statuses: [String: PodStatus] = [:]
    var stopped: [String] = []
    var events: [String] = []
    var revision: UInt64 = 0

    /// A daemon that has just come up on a machine on which there is nothing.
    static func fresh(_ objects: Object...) -> Story {
        var story = Story()
        story.step(.observation(.inventory(Inventory())))
        story.show(objects, isComplete: true)
        return story
    }

    @discardableResult
    mutating func step(_ inputs: AgentInput...) -> [String] { step(inputs) }

    mutating func step(_ inputs: [AgentInput]) -> [String] {
        last = agent.step(inputs, now: now)
        for pod in last.report?.pods ?? [] { statuses[pod.pod.key.name] = pod.status }
        stopped += (last.report?.stopped ?? []).map(\.key.name)
        events += (last.report?.events ?? []).map { "\($0.reason): \($0.message)" }
        // The slow look at everything, and the table of services, come by themselves.
        return last.commands.map(\.words).filter { $0 != "take inventory" && $0 != "services" }
    }

    @discardableResult
    mutating func show(_ objects: [Object], isComplete: Bool = false, removed: [ObjectKey] = []) -> [String] {
        revision += 1
        let view = NodeView(revision: revision, isComplete: isComplete, objects: objects, removed: removed)
        return step(.view(view))
    }

    @discardableResult
    mutating func observe(_ observation: ContainerObservation) -> [String] { step(.observation(observation)) }

    /// Lets time pass, waking the agent whenever it wants to be. Returns what it wanted.
    @discardableResult
    mutating func wait(_ duration: Duration) -> [String] {
        let end = now + duration
        var words: [String] = []
        while let wakeAt = last.wakeAt, wakeAt <= end {
            now = max(wakeAt, now)
            words += step(.timer)
        }
        now = end
        return words
    }

    /// What the pod's status would be in the view by now.
    func current(_ pod: Pod) -> Pod {
        var pod = pod
        pod.status = statuses[pod.metadata.name] ?? pod.status
        return pod
    }

    /// A pod whose containers were started and run.
    mutating func started(_ pod: Pod, attempt: UInt64 = 1) {
        observe(.sandboxReady(pod: pod.metadata.uid))
        for container in pod.spec.containers {
            observe(.started(pod.life(container.name, attempt), pid: 1, at: now.nanoseconds))
        }
    }

    mutating func exited(_ attempt: AttemptID, code: Int32 = 1, after: Duration = .zero) -> [String] {
        now += after
        return observe(
            .exited(
                attempt,
                ExitStatus(
                    exitCode: code,
                    startedAt: (now - after).nanoseconds,
                    finishedAt: now.nanoseconds
                )
            )
        )
    }
}

extension AgentSettings {
    static let test = AgentSettings(
        node: "node-a",
        hostAddress: "192.0.2.1",
        network: NetworkPlan(
            instance: "test",
            bridge: "steady0",
            podRange: IPv4Network(containing: IPv4Address(10, 64, 0, 0), prefixLength: 16),
            serviceRange: IPv4Network(containing: IPv4Address(10, 65, 0, 0), prefixLength: 16)
        ),
        podsDirectory: "/state/pods",
        milliCPU: 2000,
        memoryBytes: 8 << 30
    )
}

extension Pod {
    /// A pod of one container that runs a command of the host.
    static func test(_ name: String = "web", _ change: (inout Pod) -> Void = { _ in }) -> Pod {
        var pod = Pod()
        pod.metadata.name = name
        pod.metadata.namespace = "default"
        pod.metadata.uid = "uid-\(name)"
        pod.metadata.generation = 1
        pod.spec.nodeName = "node-a"
        pod.spec.containers = [
            Container {
                $0.name = "main"
                $0.command = ["/bin/server"]
            }
        ]
        pod.spec.restartPolicy = .always
        change(&pod)
        pod.applyDefaults()
        pod.status.phase = .pending
        return pod
    }

    func life(_ container: String, _ attempt: UInt64) -> AttemptID {
        AttemptID(pod: metadata.uid, name: container, attempt: attempt)
    }

    /// Marked for deletion as the control plane marks it.
    func deleted(at now: Timestamp, grace: Int = 30) -> Pod {
        var pod = self
        pod.metadata.deletionTimestamp = now.startOfSecond + .seconds(grace)
        pod.metadata.deletionGracePeriodSeconds = grace
        return pod
    }

    var object: Object { .pod(self) }
}

extension AgentCommand {
    /// The command in a few words.
    var words: String {
        switch self {
        case .container(.createSandbox(let spec)): "create sandbox \(spec.pod)"
        case .container(.removeSandbox(let pod)): "remove sandbox \(pod)"
        case .container(.start(let spec)): "start \(spec.attempt)"
        case .container(.signal(let attempt, let number)): "signal \(attempt) \(number)"
        case .container(.exec(let request)): "exec \(request.attempt) \(request.command.joined(separator: " "))"
        case .container(.remove(let attempt)): "remove \(attempt)"
        case .container(.takeInventory): "take inventory"
        case .writeVolumes(let plan): "write volumes \(plan.volumes.map(\.name).joined(separator: " "))"
        case .probe(let request): "probe \(request.attempt)"
        case .services: "services"
        }
    }
}

extension PodStatus {
    func condition(_ type: String) -> String {
        guard let found = conditions.first(where: { $0.type == type }) else { return "none" }
        return found.reason.isEmpty ? found.status.rawValue : "\(found.status) \(found.reason)"
    }
}
