internal import Containers
internal import Model

/// What the node knows of one container of a pod, over all its lives.
struct ContainerLife: Sendable {
    enum Role: Sendable, Hashable {
        /// Runs to success before the next one may begin.
        case initial
        /// An init container that goes on beside the main ones.
        case sidecar
        case main
    }

    enum Phase: Sendable {
        /// Nothing was started in the present sandbox.
        case idle
        /// The containerizer was told to start it, and is told again where it has not answered by then.
        case starting(UInt64, askAgainAt: Timestamp)
        case running(RunningContainer)
        case ended(ContainerEnd)
    }

    let id: ContainerID
    let role: Role
    var phase = Phase.idle
    /// How the life before the present one ended.
    var lastEnd: ContainerEnd?
    /// The highest number that a life of it ever had.
    var attempts: UInt64 = 0
    var backoff: RestartBackoff
    /// It is being stopped.
    var stop: ContainerStop?
    /// Why it can't be started as things are.
    var hold: ContainerHold?
    /// It ended in a sandbox that is gone, and must run again in the present one if it is an init container.
    var isFromEarlierSandbox = false
    /// It waits for its next start, and people were told so for this end.
    var toldBackoff: UInt64 = 0

    init(_ id: ContainerID, _ role: Role, _ backoff: RestartBackoff) {
        self.id = id
        self.role = role
        self.backoff = backoff
    }

    var name: String { id.name }

    /// The life that is going on.
    var liveAttempt: AttemptID? {
        switch phase {
        case .starting(let attempt, _): AttemptID(container: id, attempt: attempt)
        case .running(let running): AttemptID(container: id, attempt: running.attempt)
        case .idle, .ended: nil
        }
    }

    var isLive: Bool { liveAttempt != nil }

    var running: RunningContainer? {
        if case .running(let running) = phase { running } else { nil }
    }

    var end: ContainerEnd? {
        if case .ended(let end) = phase { end } else { nil }
    }

    /// Whether it was started in the present sandbox. That it has a number says nothing of it: numbers go on above all
    /// that has left a trace.
    var hasBegun: Bool {
        if case .idle = phase { return false }
        return !isFromEarlierSandbox
    }

    /// An init container that need not run again.
    var isComplete: Bool {
        switch role {
        case .initial: end.map { $0.isSuccess && !isFromEarlierSandbox } ?? false
        case .sidecar: running?.hasComeUp ?? false
        case .main: false
        }
    }

    /// Attempt N is the start after N − 1 restarts.
    var restarts: Int { attempts == 0 ? 0 : Int(attempts - 1) }
}

/// A life that goes on.
struct RunningContainer: Sendable {
    var attempt: UInt64
    var startedAt: Timestamp
    /// The `postStart` hook, which must be through before the container counts as started.
    var postStart: Hook
    /// When the question of a hook whose answer may be lost is put again.
    var hookDue: Timestamp?
    var probes: [ProbeSchedule] = []

    enum Hook: Sendable, Hashable {
        case none
        case due
        case waiting(id: UInt64)
        case sleeping(until: Timestamp)
        case done
    }

    var isPastPostStart: Bool { postStart == .none || postStart == .done }

    /// What it isn't asked, it passes.
    func passes(_ kind: ProbeKind) -> Bool { probes.allSatisfy { $0.kind != kind || $0.passes } }

    /// Kubernetes' `started`.
    var hasComeUp: Bool { isPastPostStart && passes(.startup) }

    var isReady: Bool { hasComeUp && passes(.readiness) && passes(.health) }
}

/// A container on its way out: `preStop`, then its stop signal, then SIGKILL when its time is up.
struct ContainerStop: Sendable, Hashable {
    enum Hook: Sendable, Hashable {
        case none
        case due
        case waiting(id: UInt64)
        case sleeping(until: Timestamp)
        case done
    }

    var hook: Hook
    var killAt: Timestamp
    var isSignalled = false
    /// When SIGKILL was sent, for the last time.
    var killedAt: Timestamp?
}
