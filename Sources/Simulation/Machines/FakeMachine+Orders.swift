internal import Containers
internal import Model

// What becomes of each command.
extension FakeMachine {
    mutating func carryOut(_ command: ContainerCommand, _ now: Timestamp) {
        switch command {
        case .createSandbox(let spec): createSandbox(spec, now)
        case .removeSandbox(let pod): removeSandbox(pod, now)
        case .start(let spec): start(spec, now)
        case .signal(let attempt, let number): signal(attempt, number, now)
        case .remove(let attempt): remove(attempt, now)
        case .exec(let request): exec(request, now)
        case .takeInventory: tell(.inventory(inventory), now)
        }
    }

    // MARK: Sandboxes

    private mutating func createSandbox(_ spec: SandboxSpec, _ now: Timestamp) {
        if sandboxes[spec.pod]?.isReady == true { return tell(.sandboxReady(pod: spec.pod), now) }
        if chance.happens(temper.sandboxFailures) {
            return tell(.sandboxFailed(pod: spec.pod, message: "no luck"), now)
        }
        for (pod, other) in sandboxes where pod != spec.pod && other.isReady {
            if let address = address(of: spec), address == self.address(of: other.spec) {
                violations.append("pods \(pod) and \(spec.pod) both have the address \(address)")
            }
            if case .range = spec.identities, spec.identities == other.spec.identities {
                violations.append("pods \(pod) and \(spec.pod) both have the ids of \(spec.identities)")
            }
        }
        sandboxes[spec.pod] = Sandbox(spec: spec, isReady: true)
        tell(.sandboxReady(pod: spec.pod), now)
    }

    private func address(of spec: SandboxSpec) -> String? {
        if case .own(let link) = spec.network { link.address } else { nil }
    }

    private mutating func removeSandbox(_ pod: String, _ now: Timestamp) {
        if sandboxes[pod] != nil, chance.happens(temper.sandboxFailures) {
            return tell(.sandboxFailed(pod: pod, message: "busy"), now)
        }
        for attempt in lives.keys.sorted() where attempt.container.pod == pod {
            end(attempt, code: nil, signal: 9, now)
            lives[attempt] = nil
        }
        logs = logs.filter { $0.key.pod != pod }
        sandboxes[pod] = nil
        tell(.sandboxRemoved(pod: pod), now)
    }

    // MARK: Lives

    private mutating func start(_ spec: ContainerSpec, _ now: Timestamp) {
        let attempt = spec.attempt
        switch lives[attempt]?.phase {
        case .running(let pid, let startedAt): return tell(.started(attempt, pid: pid, at: startedAt), now)
        case .ended(let status): return tell(.exited(attempt, status), now)
        case .failed(let reason, let message):
            return tell(.startFailed(attempt, reason: reason, message: message), now)
        case .neverStarted:
            // What an earlier daemon began is called off: whether its command ran, nobody could tell.
            return fail(attempt, .other, "an earlier daemon began this start and ended", spec, now)
        case nil: break
        }
        guard sandboxes[attempt.container.pod]?.isReady == true else {
            let message = "the sandbox of pod \(attempt.container.pod) is not there"
            return tell(.startFailed(attempt, reason: .sandboxGone, message: message), now)
        }
        let program = programs.removeValue(forKey: attempt) ?? FakeProgram(spec.arguments)
        if program.course == .isMissing { return fail(attempt, .commandNotFound, "no such file", spec, now) }
        if chance.happens(temper.startFailures) { return fail(attempt, .other, "no luck", spec, now) }
        run(attempt, program, now)
    }

    private mutating func fail(
        _ attempt: AttemptID,
        _ reason: StartFailure,
        _ message: String,
        _ spec: ContainerSpec,
        _ now: Timestamp
    ) {
        lives[attempt] = Life(phase: .failed(reason, message), program: FakeProgram(spec.arguments))
        tell(.startFailed(attempt, reason: reason, message: message), now)
    }

    private mutating func run(_ attempt: AttemptID, _ program: FakeProgram, _ now: Timestamp) {
        for other in running where other.container == attempt.container {
            violations.append("\(attempt) was started while \(other) runs")
        }
        if let last = logs[attempt.container], last >= attempt.attempt {
            violations.append("\(attempt) was started though attempt \(last) has left its log")
        }
        logs[attempt.container] = attempt.attempt
        lastPID += 1
        lives[attempt] = Life(
            phase: .running(pid: lastPID, startedAt: now.nanoseconds),
            program: program,
            upAt: now + program.warmUp
        )
        noteStart(of: attempt)
        tell(.started(attempt, pid: lastPID, at: now.nanoseconds), now)
        if let end = crashing[attempt.container], now < end {
            agenda.plan(.end(attempt, code: 1, signal: nil), at: now + chance.milliseconds(0...1500))
        } else if case .ends(let code, let after) = program.course {
            agenda.plan(.end(attempt, code: code, signal: nil), at: now + after)
        }
    }

    private mutating func signal(_ attempt: AttemptID, _ number: Int32, _ now: Timestamp) {
        guard let life = lives[attempt], life.isRunning else { return }
        if number == 9 { return end(attempt, code: nil, signal: 9, now) }
        guard life.program.mindsSignals else { return }
        agenda.plan(.end(attempt, code: nil, signal: number), at: now + chance.milliseconds(temper.endDelay))
    }

    mutating func end(_ attempt: AttemptID, code: Int32?, signal: Int32?, _ now: Timestamp) {
        guard case .running(_, let startedAt) = lives[attempt]?.phase else { return }
        let status = ExitStatus(
            exitCode: code,
            signal: signal,
            startedAt: startedAt,
            finishedAt: now.nanoseconds
        )
        lives[attempt]?.phase = .ended(status)
        tell(.exited(attempt, status), now)
    }

    private mutating func remove(_ attempt: AttemptID, _ now: Timestamp) {
        if lives[attempt]?.isRunning == true { return }
        lives[attempt] = nil
        tell(.removed(attempt), now)
    }

    // MARK: Looking

    mutating func exec(_ request: ExecRequest, _ now: Timestamp) {
        guard let life = lives[request.attempt], life.isRunning else {
            let result = ExecResult(outcome: .failed(message: "\(request.attempt) does not run"))
            return answer(.execFinished(id: request.id, result), now)
        }
        // Hooks don't ask how it is.
        let isPremature = life.upAt > now && life.program.checks.contains(request.command)
        let outcome: ExecResult.Outcome = .exited(code: life.sickUntil <= now && !isPremature ? 0 : 1)
        answer(.execFinished(id: request.id, ExecResult(outcome: outcome)), now)
    }

    var inventory: Inventory {
        var last = logs
        for attempt in lives.keys { last[attempt.container] = max(last[attempt.container] ?? 0, attempt.attempt) }
        return Inventory(
            sandboxes: sandboxes.values.sorted { $0.spec.pod < $1.spec.pod }
                .map { SandboxState($0.spec, isReady: $0.isReady) },
            attempts: lives.sorted { $0.key < $1.key }.map { attempt, life in
                switch life.phase {
                case .neverStarted, .failed: AttemptState(attempt: attempt, phase: .neverStarted)
                case .running(let pid, let startedAt):
                    AttemptState(attempt: attempt, phase: .running(pid: pid, startedAt: startedAt))
                case .ended(let status): AttemptState(attempt: attempt, phase: .exited(status))
                }
            },
            lastTraces: last.map { AttemptID(container: $0.key, attempt: $0.value) }.sorted()
        )
    }
}
