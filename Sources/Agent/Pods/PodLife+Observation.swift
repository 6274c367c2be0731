internal import Containers
internal import Model

// Taking in what the containerizer saw. News of another life than the present one changes nothing.
extension PodLife {
    mutating func sandboxIsReady() {
        guard case .creating = sandbox else { return }
        sandbox = .ready
        sandboxFailures = 0
    }

    mutating func sandboxFailed(_ message: String, _ turn: inout PodTurn) {
        switch sandbox {
        case .creating: failSandbox(message, &turn)
        case .removing:
            sandbox = .removing(askAgainAt: turn.now + .seconds(5))
            turn.tell(pod, isNormal: false, "FailedKillPod", "Failed to remove pod sandbox: \(message)")
        case .absent, .ready, .failed, .removed: break
        }
    }

    mutating func sandboxIsRemoved() {
        guard case .removing = sandbox else { return }
        sandbox = .removed
    }

    mutating func started(_ attempt: AttemptID, at time: Nanoseconds, _ turn: inout PodTurn) {
        guard let index = index(of: attempt), case .starting = containers[index].phase else { return }
        let startedAt = Timestamp(nanoseconds: time)
        begin(index, attempt.attempt, startedAt: startedAt)
        turn.tell(pod, "Started", "Started container \(containers[index].name)", container: containers[index])
    }

    /// A life that has just begun.
    private mutating func begin(_ index: Int, _ attempt: UInt64, startedAt: Timestamp) {
        let container = spec(of: containers[index])
        var running = RunningContainer(
            attempt: attempt,
            startedAt: startedAt,
            postStart: container?.lifecycle?.postStart == nil ? .none : .due
        )
        running.probes = probes(of: container) { kind, probe in
            ProbeSchedule(kind, probe, passes: kind == .liveness, from: startedAt)
        }
        if containers[index].role == .main {
            running.probes += healthChecks.list.map { ProbeSchedule($0, startedAt: startedAt, from: startedAt) }
            running.probes += readinessSchedule(from: startedAt, isKnown: false)
        }
        containers[index].phase = .running(running)
    }

    func probes(
        of container: Container?,
        _ schedule: (ProbeKind, Probe) -> ProbeSchedule
    ) -> [ProbeSchedule] {
        guard let container else { return [] }
        let wanted: [(ProbeKind, Probe?)] = [
            (.startup, container.startupProbe), (.readiness, container.readinessProbe),
            (.liveness, container.livenessProbe),
        ]
        return wanted.compactMap { kind, probe in probe.map { schedule(kind, $0) } }
    }

    mutating func startFailed(
        _ attempt: AttemptID,
        _ reason: StartFailure,
        _ message: String,
        _ turn: inout PodTurn
    ) {
        guard let index = index(of: attempt), case .starting = containers[index].phase else { return }
        containers[index].stop = nil
        if reason == .sandboxGone {
            containers[index].phase = containers[index].lastEnd.map { .ended($0) } ?? .idle
            return loseSandbox(&turn)
        }
        let end = ContainerEnd(attempt.attempt, failedStart: reason, message, at: turn.now)
        containers[index].phase = .ended(end)
        turn.tell(pod, isNormal: false, "Failed", "Error: \(message)", container: containers[index])
    }

    mutating func exited(_ attempt: AttemptID, _ status: ExitStatus) {
        guard let index = index(of: attempt), containers[index].isLive else { return }
        containers[index].stop = nil
        containers[index].phase = .ended(ContainerEnd(attempt.attempt, status))
    }

    /// The machine was restarted, or somebody took the namespaces away: all begins anew, in a new sandbox.
    mutating func loseSandbox(_ turn: inout PodTurn) {
        guard sandbox == .ready else { return }
        sandbox = .absent
        for index in containers.indices where containers[index].end != nil {
            containers[index].isFromEarlierSandbox = true
        }
        // A pod on its way out loses its sandbox in due course.
        guard pod?.metadata.deletionTimestamp == nil else { return }
        turn.tell(pod, "SandboxChanged", "Pod sandbox changed, it will be killed and re-created.")
    }

    private func index(of attempt: AttemptID) -> Int? {
        containers.firstIndex { $0.liveAttempt == attempt }
    }
}
