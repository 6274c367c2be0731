internal import Containers
internal import Model

// What befalls a machine.
extension FakeMachine {
    /// One of the processes dies; nothing where none runs.
    mutating func crashOne(_ now: Timestamp, _ luck: inout Chance) -> AttemptID? {
        guard let victim = luck.pick(running) else { return nil }
        end(victim, code: 1, signal: nil, now)
        return victim
    }

    /// One of the containers ends, and will soon after each start, for a while.
    mutating func haveOneCrash(_ now: Timestamp, _ luck: inout Chance) -> AttemptID? {
        guard let victim = crashOne(now, &luck) else { return nil }
        crashing[victim.container] = now + luck.milliseconds(5000...200_000)
        return victim
    }

    /// Whatever befell it is over.
    mutating func recover() {
        temper = .calm
        crashing = [:]
    }

    /// One of the containers fails its probes for a while.
    mutating func sickenOne(_ now: Timestamp, _ luck: inout Chance) -> AttemptID? {
        guard let victim = luck.pick(running) else { return nil }
        lives[victim]?.sickUntil = now + luck.milliseconds(500...60_000)
        return victim
    }

    /// The daemon dies: what it had to tell is untold, what it had to do is undone, or done by half. Containers run on.
    mutating func loseDaemon(_ now: Timestamp) {
        for pod in orders.keys.sorted() {
            guard let first = orders[pod]?.first, chance.happens(500) else { continue }
            if case .start(let spec) = first, lives[spec.attempt] == nil, chance.happens(500),
                sandboxes[spec.attempt.container.pod] != nil
            {
                lives[spec.attempt] = Life(phase: .neverStarted, program: FakeProgram(spec.arguments))
            } else {
                carryOut(first, now)
            }
        }
        orders = [:]
        agenda.removeAll { deed in
            if case .end = deed { false } else { true }
        }
    }

    /// The machine starts anew: its daemon, its processes and its namespaces are gone, and all that told of them; its
    /// directories are not.
    mutating func reboot(_ now: Timestamp) {
        loseDaemon(now)
        lives = [:]
        for pod in sandboxes.keys { sandboxes[pod]?.isReady = false }
        agenda.removeAll { _ in true }
    }
}
