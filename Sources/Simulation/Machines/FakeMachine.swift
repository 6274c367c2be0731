public import Containers
public import Model

/// A machine that runs containers in virtual time, as a value: `Containerizer`'s promises without a process.
///
/// It is told commands, and run on to a time; what it has to tell by then comes back. It keeps the rules that a
/// kernel would not: two lives of one container at a time, two of one number, or two pods with one address, are a
/// violation.
public struct FakeMachine: Sendable {
    struct Sandbox: Sendable {
        var spec: SandboxSpec
        /// False after a restart of the machine: the directory is there, the namespaces are gone.
        var isReady: Bool
    }

    struct Life: Sendable {
        enum Phase: Sendable, Hashable {
            /// The directory was made when the daemon died.
            case neverStarted
            case failed(StartFailure, String)
            case running(pid: Int32, startedAt: Nanoseconds)
            case ended(ExitStatus)
        }

        var phase: Phase
        var program: FakeProgram
        /// It fails its probes until then.
        var sickUntil = Timestamp(nanoseconds: .min)
        /// It has not come up before then.
        var upAt = Timestamp(nanoseconds: .min)

        var isRunning: Bool { if case .running = phase { true } else { false } }
    }

    enum Deed: Sendable {
        /// The first order of a pod is done now.
        case carryOut(pod: String)
        case exec(ExecRequest)
        case takeInventory
        /// A process ends: with a code, or by a signal.
        case end(AttemptID, code: Int32?, signal: Int32?)
        case tell(ContainerObservation)
    }

    public var temper: MachineTemper
    /// By the pod's uid.
    var sandboxes: [String: Sandbox] = [:]
    var lives: [AttemptID: Life] = [:]
    /// The last attempt of each container that has left a log, which outlives a restart of the machine.
    var logs: [ContainerID: UInt64] = [:]
    /// What each pod's containerizer has yet to do, in order.
    var orders: [String: [ContainerCommand]] = [:]
    var agenda = Agenda<Deed>()
    var chance: Chance
    /// What lives that are to be started will do, where their commands don't say it.
    var programs: [AttemptID: FakeProgram] = [:]
    /// Containers that end soon after each start, and until when they do.
    var crashing: [ContainerID: Timestamp] = [:]
    var lastPID: Int32 = 100
    /// What was started since somebody last asked.
    private var started: [AttemptID] = []
    /// Rules that were broken here, in the order of their breaking.
    public internal(set) var violations: [String] = []

    public init(seed: UInt64, temper: MachineTemper = .calm) {
        chance = Chance(seed: seed)
        self.temper = temper
    }

    /// Takes a command in; it is done later.
    public mutating func submit(_ command: ContainerCommand, now: Timestamp) {
        switch command {
        case .takeInventory: agenda.plan(.takeInventory, at: now + chance.milliseconds(0...2))
        case .exec(let request): agenda.plan(.exec(request), at: now + chance.milliseconds(0...30))
        case .createSandbox(let spec): enqueue(command, of: spec.pod, now)
        case .removeSandbox(let pod): enqueue(command, of: pod, now)
        case .start(let spec): enqueue(command, of: spec.attempt.container.pod, now)
        case .signal(let attempt, _), .remove(let attempt): enqueue(command, of: attempt.container.pod, now)
        }
    }

    /// When it has something to do or to tell.
    public var nextTime: Timestamp? { agenda.nextTime }

    /// Does all that is due, and returns what is to be told by now.
    public mutating func run(until now: Timestamp) -> [ContainerObservation] {
        var told: [ContainerObservation] = []
        while let (time, deed) = agenda.pop(until: now) {
            switch deed {
            case .carryOut(let pod): carryOutNext(of: pod, time)
            case .exec(let request): exec(request, time)
            case .takeInventory: tell(.inventory(inventory), time)
            case .end(let attempt, let code, let signal): end(attempt, code: code, signal: signal, time)
            case .tell(let observation): told.append(observation)
            }
        }
        return told
    }

    mutating func noteStart(of attempt: AttemptID) { started.append(attempt) }

    /// What was started since the last call.
    mutating func takeStarted() -> [AttemptID] {
        defer { started = [] }
        return started
    }

    /// Attempts of which a process runs, sorted.
    var running: [AttemptID] { lives.filter { $0.value.isRunning }.keys.sorted() }

    /// Whether a probe of this life would pass.
    func isHealthy(_ attempt: AttemptID, at now: Timestamp) -> Bool {
        lives[attempt].map { $0.isRunning && $0.sickUntil <= now && $0.upAt <= now } ?? false
    }

    // MARK: Orders

    /// One pod's orders are carried out one after the other; different pods don't wait for each other.
    private mutating func enqueue(_ command: ContainerCommand, of pod: String, _ now: Timestamp) {
        orders[pod, default: []].append(command)
        if orders[pod]?.count == 1 { planNext(of: pod, now) }
    }

    private mutating func planNext(of pod: String, _ now: Timestamp) {
        guard let next = orders[pod]?.first else { return }
        let delay =
            switch next {
            case .createSandbox, .removeSandbox: chance.milliseconds(temper.sandboxDelay)
            case .start(let spec): programs[spec.attempt]?.startDelay ?? chance.milliseconds(temper.startDelay)
            default: Duration.zero
            }
        agenda.plan(.carryOut(pod: pod), at: now + delay)
    }

    private mutating func carryOutNext(of pod: String, _ now: Timestamp) {
        guard var waiting = orders[pod], !waiting.isEmpty else { return }
        carryOut(waiting.removeFirst(), now)
        orders[pod] = waiting.isEmpty ? nil : waiting
        planNext(of: pod, now)
    }

    /// Plans an answer that no later look at the machine would give again: it gets late, and not lost.
    mutating func answer(_ observation: ContainerObservation, _ now: Timestamp) {
        agenda.plan(.tell(observation), at: now + chance.milliseconds(temper.noticeDelay))
    }

    /// Plans the notice of something that happened: late, twice or never, as the temper has it.
    mutating func tell(_ observation: ContainerObservation, _ now: Timestamp) {
        if chance.happens(temper.lostNotices) { return }
        agenda.plan(.tell(observation), at: now + chance.milliseconds(temper.noticeDelay))
        guard chance.happens(temper.doubledNotices) else { return }
        agenda.plan(.tell(observation), at: now + chance.milliseconds(temper.noticeDelay))
    }
}
