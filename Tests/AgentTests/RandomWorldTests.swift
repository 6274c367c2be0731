import Containers
import Model
import Networking
import Testing

@testable import Agent

/// Random stories: pods come and go, containers crash, notices are late, doubled and lost, the daemon dies. Nothing
/// may ever run twice, and when it is calm again, what shall run runs, and nothing else.
struct RandomWorldTests {
    @Test(arguments: 0..<24) func `whatever happens, nothing runs twice, and calm brings what is wanted`(
        seed: UInt64
    ) {
        var world = RandomWorld(seed: seed)

        for _ in 0..<150 { world.disturb() }
        world.calm()

        #expect(world.violations == [])
        #expect(world.running == world.wanted)
        #expect(world.sandboxes == Set(world.pods.keys))
        #expect(world.reportedReady == Set(world.pods.values.map(\.metadata.name)))
    }
}

private struct RandomWorld {
    private var random: SplitMix
    private var agent = NodeAgent(.test)
    private var now = Timestamp(seconds: 1_000_000)
    private var wakeAt: Timestamp?

    /// By uid.
    private(set) var pods: [String: Pod] = [:]
    private var number = 0
    private var revision: UInt64 = 0

    private(set) var sandboxes: Set<String> = []
    private var attempts: [AttemptID: AttemptState.Phase] = [:]
    /// Notices under way, and when they arrive.
    private var notices: [(at: Timestamp, ContainerObservation)] = []
    private var isCalm = false
    private(set) var violations: [String] = []

    init(seed: UInt64) {
        random = SplitMix(state: seed)
        step([.view(view)])
    }

    /// Containers that shall run.
    var wanted: Set<ContainerID> {
        Set(
            pods.values.flatMap { pod in
                pod.spec.containers.map { ContainerID(pod: pod.metadata.uid, name: $0.name) }
            }
        )
    }

    var running: Set<ContainerID> { Set(attempts.filter { $0.value.isRunning }.map(\.key.container)) }

    var reportedReady: Set<String> {
        Set(pods.values.filter { $0.isReady }.map(\.metadata.name))
    }

    private var view: NodeView {
        NodeView(revision: revision, isComplete: true, objects: pods.values.map { .pod($0) })
    }

    // MARK: What happens

    mutating func disturb() {
        switch random.below(12) {
        case 0, 1: create()
        case 2: delete()
        case 3: crash()
        case 4 where random.below(4) == 0: restartDaemon()
        case 5: step([.timer, .timer])
        default: advance(.milliseconds(Int(random.below(3000))))
        }
    }

    mutating func calm() {
        isCalm = true
        // Longer than any back-off, and than the slow look at everything.
        for _ in 0..<200 { advance(.seconds(10)) }
    }

    private mutating func create() {
        number += 1
        let pod = Pod.test("pod-\(number)") { pod in
            pod.spec.terminationGracePeriodSeconds = Int(random.below(4))
            if random.below(2) == 0 {
                var second = pod.spec.containers[0]
                second.name = "second"
                pod.spec.containers.append(second)
            }
        }
        pods[pod.metadata.uid] = pod
        show(pod)
    }

    private mutating func delete() {
        guard let uid = pick(pods.keys.sorted()), let pod = pods[uid] else { return }
        if random.below(5) == 0 {
            forget(uid)
        } else {
            pods[uid] = pod.deleted(at: now, grace: pod.spec.terminationGracePeriodSeconds ?? 0)
            show(pods[uid] ?? pod)
        }
    }

    private mutating func forget(_ uid: String) {
        guard let pod = pods.removeValue(forKey: uid) else { return }
        revision += 1
        let key = ObjectKey(.pod, namespace: pod.metadata.namespace, name: pod.metadata.name)
        step([.view(NodeView(revision: revision, isComplete: false, objects: [], removed: [key]))])
    }

    private mutating func show(_ pod: Pod) {
        revision += 1
        step([.view(NodeView(revision: revision, isComplete: false, objects: [.pod(pod)]))])
    }

    private mutating func crash() {
        let live = attempts.filter { $0.value.isRunning }.map(\.key).sorted()
        if let attempt = pick(live) { end(attempt, code: 1) }
    }

    private mutating func restartDaemon() {
        agent = NodeAgent(.test)
        notices = []
        step([.view(view)])
    }

    private mutating func pick<Element>(_ list: [Element]) -> Element? {
        list.isEmpty ? nil : list[Int(random.below(UInt64(list.count)))]
    }

    // MARK: Time

    private mutating func advance(_ duration: Duration) {
        let end = now + duration
        while true {
            let nextNotice = notices.map(\.at).min()
            let next = [nextNotice, wakeAt].compactMap { $0 }.min() ?? end
            guard next <= end else { break }
            now = max(next, now)
            var inputs: [AgentInput] = notices.filter { $0.at <= now }.map { .observation($0.1) }
            notices.removeAll { $0.at <= now }
            if inputs.isEmpty { inputs = [.timer] }
            step(inputs)
        }
        now = end
    }

    private mutating func step(_ inputs: [AgentInput]) {
        let turn = agent.step(inputs, now: now)
        wakeAt = turn.wakeAt.map { max($0, now + .nanoseconds(1)) }
        for command in turn.commands {
            if case .container(let command) = command { obey(command) }
        }
        take(turn.report)
    }

    private mutating func take(_ report: NodeReport?) {
        for told in report?.pods ?? [] where pods[told.pod.uid] != nil {
            pods[told.pod.uid]?.status = told.status
        }
        for stopped in report?.stopped ?? [] {
            if sandboxes.contains(stopped.uid) { violations.append("\(stopped.uid) was told stopped too early") }
            if pods[stopped.uid]?.metadata.deletionTimestamp != nil { forget(stopped.uid) }
        }
    }

    // MARK: The containerizer

    private mutating func obey(_ command: ContainerCommand) {
        switch command {
        case .createSandbox(let spec):
            sandboxes.insert(spec.pod)
            tell(.sandboxReady(pod: spec.pod))
        case .removeSandbox(let pod):
            for attempt in attempts.keys where attempt.container.pod == pod { attempts[attempt] = nil }
            sandboxes.remove(pod)
            tell(.sandboxRemoved(pod: pod))
        case .start(let spec): start(spec.attempt)
        case .signal(let attempt, let number):
            guard attempts[attempt]?.isRunning == true else { return }
            // Some don't listen.
            if number == 9 || random.below(3) > 0 { end(attempt, code: 128 + number) }
        case .remove(let attempt):
            if attempts[attempt]?.isRunning != true { attempts[attempt] = nil }
        case .takeInventory:
            tell(
                .inventory(
                    Inventory(
                        sandboxes: sandboxes.sorted().map { SandboxState(pod: $0, isReady: true) },
                        attempts: attempts.sorted { $0.key < $1.key }.map {
                            AttemptState(attempt: $0.key, phase: $0.value)
                        }
                    )
                )
            )
        case .exec: break
        }
    }

    private mutating func start(_ attempt: AttemptID) {
        guard sandboxes.contains(attempt.container.pod) else {
            return tell(.startFailed(attempt, reason: .sandboxGone, message: "the sandbox is not there"))
        }
        switch attempts[attempt] {
        case .running(_, let startedAt): return tell(.started(attempt, pid: 1, at: startedAt))
        case .exited(let status): return tell(.exited(attempt, status))
        case .neverStarted, nil: break
        }
        if let other = attempts.first(where: { $0.key.container == attempt.container && $0.value.isRunning }) {
            violations.append("\(attempt) was started while \(other.key) ran")
        }
        if !isCalm, random.below(10) == 0 {
            attempts[attempt] = .exited(ExitStatus(exitCode: 127, startedAt: 0, finishedAt: now.nanoseconds))
            return tell(.startFailed(attempt, reason: .commandNotFound, message: "no such program"))
        }
        attempts[attempt] = .running(pid: 1, startedAt: now.nanoseconds)
        tell(.started(attempt, pid: 1, at: now.nanoseconds))
    }

    private mutating func end(_ attempt: AttemptID, code: Int32) {
        guard case .running(_, let startedAt) = attempts[attempt] else { return }
        let status = ExitStatus(exitCode: code, startedAt: startedAt, finishedAt: now.nanoseconds)
        attempts[attempt] = .exited(status)
        tell(.exited(attempt, status))
    }

    /// Notices are late; some come twice, some not at all.
    private mutating func tell(_ observation: ContainerObservation) {
        let copies = isCalm ? 1 : [0, 1, 1, 1, 1, 1, 1, 2][Int(random.below(8))]
        for _ in 0..<copies {
            notices.append((now + .milliseconds(Int(1 + random.below(isCalm ? 5 : 800))), observation))
        }
        notices.sort { $0.at < $1.at }
    }
}

extension AttemptState.Phase {
    fileprivate var isRunning: Bool {
        if case .running = self { true } else { false }
    }
}

/// A small generator whose every story can be told again.
private struct SplitMix {
    var state: UInt64

    mutating func below(_ bound: UInt64) -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return (mixed ^ (mixed >> 31)) % bound
    }
}
