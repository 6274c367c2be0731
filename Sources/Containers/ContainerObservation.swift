/// What a containerizer saw.
public enum ContainerObservation: Sendable, Hashable {
    case sandboxReady(pod: String)
    case sandboxFailed(pod: String, message: String)
    case sandboxRemoved(pod: String)

    /// The container's command has been executed. `pid` is its number on the host, to be shown and never trusted.
    case started(AttemptID, pid: Int32, at: Nanoseconds)
    /// No process of the container ever ran its command. `message` says what was tried and why it failed.
    case startFailed(AttemptID, reason: StartFailure, message: String)
    case exited(AttemptID, ExitStatus)
    case removed(AttemptID)

    case execFinished(id: UInt64, ExecResult)
    case inventory(Inventory)
}

extension ContainerObservation {
    /// It tells how things are, not what happened.
    public var isInventory: Bool { if case .inventory = self { true } else { false } }
}

/// A moment on the wall clock: nanoseconds since 1970.
public typealias Nanoseconds = Int64

/// Why a container's command was not executed.
public enum StartFailure: String, Sendable, Hashable, CaseIterable {
    /// There is no such file in the container, or not in its `PATH`.
    case commandNotFound
    /// The file is there and may not be executed.
    case permissionDenied
    /// The working directory does not exist or may not be entered.
    case workingDirectory
    /// A volume or one of the container's own file systems could not be mounted.
    case mount
    /// The pod's sandbox was never made, or is gone (after a reboot it is).
    case sandboxGone
    /// A cgroup could not be made or refused a limit.
    case resources
    /// The daemon, or what starts shims for it, ended before there was one. The same attempt may be started anew.
    case calledOff
    /// A command was to run beside the container's own, which doesn't run.
    case notRunning
    /// Anything else; the message tells.
    case other
}

/// How a life of a container ended.
public struct ExitStatus: Sendable, Hashable {
    /// `nil` where a signal ended it, or nobody knows.
    public var exitCode: Int32?
    /// The signal that ended it.
    public var signal: Int32?
    /// The kernel killed a process of the container for exceeding its memory limit.
    public var outOfMemory: Bool
    /// 0 where unknown.
    public var startedAt: Nanoseconds
    public var finishedAt: Nanoseconds
    /// The termination message, at most 4,096 bytes; or why the status is unknown.
    public var message: String

    public init(
        exitCode: Int32? = nil,
        signal: Int32? = nil,
        outOfMemory: Bool = false,
        startedAt: Nanoseconds,
        finishedAt: Nanoseconds,
        message: String = ""
    ) {
        self.exitCode = exitCode
        self.signal = signal
        self.outOfMemory = outOfMemory
        self.startedAt = startedAt
        self.finishedAt = finishedAt
        self.message = message
    }

    /// The one number that Kubernetes' status wants: the code, or 128 + signal, or 137 where neither is known
    /// (the shim was killed, or the machine lost power: what is known is that nothing was left to end in order).
    public var code: Int32 { exitCode ?? signal.map { 128 + $0 } ?? 137 }
}

/// What came of an `ExecRequest`.
public struct ExecResult: Sendable, Hashable {
    public enum Outcome: Sendable, Hashable {
        /// 128 + signal where a signal ended the command.
        case exited(code: Int32)
        case timedOut
        /// The command was not run: there is no such container running, or no such program in it.
        case failed(message: String)
    }

    public var outcome: Outcome
    /// Standard output and standard error as they came, the first 4,096 bytes.
    public var output: [UInt8]

    public init(outcome: Outcome, output: [UInt8] = []) {
        self.outcome = outcome
        self.output = output
    }
}

/// All that a containerizer has, sorted by name.
public struct Inventory: Sendable, Hashable {
    public var sandboxes: [SandboxState]
    public var attempts: [AttemptState]
    /// Of each container that has left a trace, its last attempt of which there is one, be it a log alone. Numbers of
    /// later ones lie above it.
    public var lastTraces: [AttemptID]

    public init(sandboxes: [SandboxState] = [], attempts: [AttemptState] = [], lastTraces: [AttemptID] = []) {
        self.sandboxes = sandboxes
        self.attempts = attempts
        self.lastTraces = lastTraces
    }
}

/// A pod's sandbox as it was found.
public struct SandboxState: Sendable, Hashable {
    public var pod: String
    /// False where the directory is there and the namespaces are gone: the machine was restarted.
    public var isReady: Bool
    /// The pod's own address, as its spec gave it; `nil` where it has none.
    public var address: String?
    /// Where the pod's range of ids starts; `nil` for the host's users.
    public var firstIdentity: UInt32?

    public init(pod: String, isReady: Bool, address: String? = nil, firstIdentity: UInt32? = nil) {
        self.pod = pod
        self.isReady = isReady
        self.address = address
        self.firstIdentity = firstIdentity
    }

    /// As the inventory shall tell of it later.
    public init(_ spec: SandboxSpec, isReady: Bool) {
        self.init(pod: spec.pod, isReady: isReady)
        if case .own(let link) = spec.network { address = link.address }
        if case .range(let start) = spec.identities { firstIdentity = start }
    }
}

/// An attempt as it was found.
public struct AttemptState: Sendable, Hashable {
    public enum Phase: Sendable, Hashable {
        case running(pid: Int32, startedAt: Nanoseconds)
        case exited(ExitStatus)
        /// The directory was made, and nothing was executed.
        case neverStarted

        public var isRunning: Bool { if case .running = self { true } else { false } }
    }

    public var attempt: AttemptID
    public var phase: Phase

    public init(attempt: AttemptID, phase: Phase) {
        self.attempt = attempt
        self.phase = phase
    }
}
