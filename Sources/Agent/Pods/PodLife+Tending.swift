internal import Containers
internal import Model

// What a container needs while it lives: its hooks, its probes, and its stop.
extension PodLife {
    mutating func tend(_ index: Int, _ node: Surroundings, _ turn: inout PodTurn) {
        switch containers[index].phase {
        case .idle, .ended: return
        case .starting(let attempt, let askAgainAt):
            if askAgainAt <= turn.now { askAgain(index, attempt, node, &turn) } else { turn.wake(at: askAgainAt) }
        case .running:
            if containers[index].stop != nil { return advanceStop(index, &turn) }
            advancePostStart(index, &turn)
            probe(index, node, &turn)
        }
    }

    // MARK: postStart

    private mutating func advancePostStart(_ index: Int, _ turn: inout PodTurn) {
        guard var running = containers[index].running else { return }
        switch running.postStart {
        case .due:
            guard let handler = spec(of: containers[index])?.lifecycle?.postStart else { return }
            let attempt = AttemptID(container: containers[index].id, attempt: running.attempt)
            switch ask(handler, attempt, timeout: Self.hookTimeout, &turn) {
            case .asked(let id):
                running.postStart = .waiting(id: id)
                if handler.exec != nil { running.hookDue = turn.now + Self.hookPatience }
            case .sleep(let duration):
                running.postStart = .sleeping(until: turn.now + duration)
                turn.wake(at: turn.now + duration)
            case .impossible(let why): return postStartEnded(index, failure: why, &turn)
            }
        case .sleeping(let until):
            if until <= turn.now { running.postStart = .done } else { turn.wake(at: until) }
        case .waiting(let id): askAgain(id, index, &running, &turn)
        case .none, .done: return
        }
        if case .waiting = running.postStart, let due = running.hookDue { turn.wake(at: due) }
        containers[index].phase = .running(running)
    }

    /// A hook may take as long as it likes, and its answer may have been lost: the same question is put again under the
    /// same number, which changes nothing while it runs.
    private func askAgain(_ id: UInt64, _ index: Int, _ running: inout RunningContainer, _ turn: inout PodTurn) {
        guard let due = running.hookDue, due <= turn.now,
            let exec = spec(of: containers[index])?.lifecycle?.postStart?.exec
        else { return }
        running.hookDue = turn.now + Self.hookPatience
        let attempt = AttemptID(container: containers[index].id, attempt: running.attempt)
        let request = ExecRequest(id: id, attempt: attempt, command: exec.command, timeout: Self.hookTimeout)
        turn.submit(.exec(request))
    }

    private static let hookTimeout = Duration.seconds(86_400)
    private static let hookPatience = Duration.seconds(30)

    private mutating func postStartEnded(_ index: Int, failure: String?, _ turn: inout PodTurn) {
        guard var running = containers[index].running else { return }
        running.postStart = .done
        containers[index].phase = .running(running)
        guard let failure else { return }
        turn.tell(
            pod,
            isNormal: false,
            "FailedPostStartHook",
            "PostStartHook failed: \(failure)",
            container: containers[index]
        )
        stop(index, killAt: turn.now + gracePeriod, &turn)
    }

    // MARK: Probes

    private mutating func probe(_ index: Int, _ node: Surroundings, _ turn: inout PodTurn) {
        guard let running = containers[index].running, running.isPastPostStart, farewell == nil else { return }
        let attempt = AttemptID(container: containers[index].id, attempt: running.attempt)
        for number in running.probes.indices {
            guard var schedule = containers[index].running?.probes[number] else { return }
            // The others wait until it has come up; it isn't asked again once it has.
            let hasComeUp = containers[index].running?.passes(.startup) ?? false
            guard (schedule.kind == .startup) != hasComeUp, !schedule.isOver else { continue }
            if schedule.isOverdue(turn.now) {
                judge(index, number, .failure("no answer in time"), &turn)
                continue
            }
            if schedule.isDue(turn.now) {
                let id = ask(schedule, attempt, index, node, &turn)
                schedule.asked(id: id ?? 0, now: turn.now)
                containers[index].update { $0.probes[number] = schedule }
                if id == nil {
                    judge(index, number, .failure(schedule.question.portComplaint), &turn)
                    continue
                }
            }
            turn.wake(at: schedule.wakeAt)
        }
    }

    private func ask(
        _ schedule: ProbeSchedule,
        _ attempt: AttemptID,
        _ index: Int,
        _ node: Surroundings,
        _ turn: inout PodTurn
    ) -> UInt64? {
        guard let pod, let container = spec(of: containers[index]) else { return nil }
        if let command = schedule.question.command {
            let id = turn.request(for: uid)
            turn.submit(.exec(ExecRequest(id: id, attempt: attempt, command: command, timeout: schedule.timeout)))
            return id
        }
        let address = reachableAddress(node.settings)
        guard let target = ProbeRequest.Target(schedule.question, container, in: pod, address: address) else {
            return nil
        }
        let id = turn.request(for: uid)
        turn.submit(.probe(ProbeRequest(id: id, attempt: attempt, target: target, timeout: schedule.timeout)))
        return id
    }

    /// Takes in what a probe or a hook came to.
    mutating func take(answer id: UInt64, _ outcome: ProbeOutcome, _ turn: inout PodTurn) {
        for index in containers.indices {
            if containers[index].stop?.hook == .waiting(id: id) {
                containers[index].stop?.hook = .done
                if case .failure(let message) = outcome {
                    turn.tell(
                        pod,
                        isNormal: false,
                        "FailedPreStopHook",
                        "PreStopHook failed: \(message)",
                        container: containers[index]
                    )
                }
                return
            }
            guard let running = containers[index].running else { continue }
            if running.postStart == .waiting(id: id) {
                var failure: String?
                if case .failure(let message) = outcome { failure = message }
                return postStartEnded(index, failure: failure, &turn)
            }
            if let number = running.probes.firstIndex(where: { $0.awaits(id) }) {
                return judge(index, number, outcome, &turn)
            }
        }
    }

    private mutating func judge(_ index: Int, _ number: Int, _ outcome: ProbeOutcome, _ turn: inout PodTurn) {
        guard var schedule = containers[index].running?.probes[number] else { return }
        let wasUp = containers[index].running?.passes(.startup) ?? true
        let verdict = schedule.take(outcome, now: turn.now)
        containers[index].update { $0.probes[number] = schedule }
        if schedule.kind == .startup, !wasUp, schedule.passes { restartProbes(index, turn.now) }
        if !schedule.isOver { turn.wake(at: schedule.wakeAt) }

        switch verdict {
        case .none: break
        case .complaint(let message): complain(index, schedule, message, &turn)
        case .failed(let message):
            complain(index, schedule, message, &turn)
            if schedule.kind != .readiness, containers[index].stop == nil { end(index, schedule, message, &turn) }
        }
    }

    private func complain(_ index: Int, _ schedule: ProbeSchedule, _ message: String, _ turn: inout PodTurn) {
        turn.tell(
            pod,
            isNormal: false,
            "Unhealthy",
            "\(schedule.kind.title) failed: \(message)",
            container: containers[index]
        )
    }

    /// It failed too often: it is stopped, and what follows every end follows this one.
    private mutating func end(_ index: Int, _ schedule: ProbeSchedule, _ message: String, _ turn: inout PodTurn) {
        let life = containers[index]
        let failure = schedule.question.failure(schedule.kind, message)
        turn.tell(pod, "Killing", "Container \(life.name) failed \(failure), will be restarted", container: life)
        stopQuietly(index, killAt: turn.now + (schedule.question.gracePeriod ?? gracePeriod), &turn)
    }

    /// What waited for the container to come up begins now.
    private mutating func restartProbes(_ index: Int, _ now: Timestamp) {
        containers[index].update { running in
            for number in running.probes.indices where running.probes[number].kind != .startup {
                running.probes[number].begin(now, startedAt: running.startedAt)
            }
        }
    }
}

extension ContainerLife {
    /// Changes the life that is going on.
    mutating func update(_ change: (inout RunningContainer) -> Void) {
        guard case .running(var running) = phase else { return }
        change(&running)
        phase = .running(running)
    }
}
