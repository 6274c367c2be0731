internal import Containers
internal import Model
internal import Networking

// Stopping containers: preStop, a signal, SIGKILL.
extension PodLife {
    /// Begins to stop a container. One that is just starting is stopped when it has started.
    mutating func stop(_ index: Int, killAt: Timestamp, _ turn: inout PodTurn) {
        guard containers[index].stop == nil, containers[index].isLive else { return }
        turn.tell(pod, "Killing", "Stopping container \(containers[index].name)", container: containers[index])
        stopQuietly(index, killAt: killAt, &turn)
    }

    /// The same where people were told already why.
    mutating func stopQuietly(_ index: Int, killAt: Timestamp, _ turn: inout PodTurn) {
        let hasHook = spec(of: containers[index])?.lifecycle?.preStop != nil
        containers[index].stop = ContainerStop(hook: hasHook ? .due : .none, killAt: killAt)
        advanceStop(index, &turn)
    }

    /// Does what is due for a container that is being stopped.
    mutating func advanceStop(_ index: Int, _ turn: inout PodTurn) {
        guard var stop = containers[index].stop, let attempt = containers[index].liveAttempt,
            containers[index].running != nil
        else { return }
        defer { containers[index].stop = stop }

        runHook(&stop, attempt, containers[index], &turn)
        if stop.hook != .none, stop.hook != .done {
            return turn.wake(at: stop.wakeAt)
        }
        if !stop.isSignalled, stop.killAt > turn.now || stop.hook == .done {
            stop.isSignalled = true
            // A hook that took all the time leaves the process two seconds to obey.
            if stop.hook == .done { stop.killAt = max(stop.killAt, turn.now + .seconds(2)) }
            turn.submit(.signal(attempt, stopSignal(of: containers[index])))
        }
        if stop.killAt > turn.now { return turn.wake(at: stop.killAt) }
        if let killedAt = stop.killedAt, killedAt + .seconds(10) > turn.now {
            return turn.wake(at: killedAt + .seconds(10))
        }
        stop.killedAt = turn.now
        turn.submit(.signal(attempt, 9))
        turn.wake(at: turn.now + .seconds(10))
    }

    private func runHook(
        _ stop: inout ContainerStop,
        _ attempt: AttemptID,
        _ life: ContainerLife,
        _ turn: inout PodTurn
    ) {
        switch stop.hook {
        case .none, .done: break
        case .due:
            let left = stop.killAt - turn.now
            guard left > .zero, let handler = spec(of: life)?.lifecycle?.preStop else {
                stop.hook = .done
                break
            }
            switch ask(handler, attempt, timeout: left, &turn) {
            case .asked(let id): stop.hook = .waiting(id: id)
            case .sleep(let duration): stop.hook = .sleeping(until: turn.now + duration)
            case .impossible(let why):
                stop.hook = .done
                turn.tell(pod, isNormal: false, "FailedPreStopHook", "PreStopHook failed: \(why)", container: life)
            }
            // A sleep of no length is over at once.
            if case .sleeping(let until) = stop.hook, until <= turn.now { stop.hook = .done }
        case .waiting:
            if stop.killAt <= turn.now { stop.hook = .done }
        case .sleeping(let until):
            if min(until, stop.killAt) <= turn.now { stop.hook = .done }
        }
    }

    enum HookQuestion {
        case asked(id: UInt64)
        case sleep(Duration)
        /// It fails before anything is done.
        case impossible(String)
    }

    /// Sets a lifecycle hook going.
    func ask(
        _ handler: LifecycleHandler,
        _ attempt: AttemptID,
        timeout: Duration,
        _ turn: inout PodTurn
    ) -> HookQuestion {
        if let sleep = handler.sleep { return .sleep(.seconds(max(sleep.seconds, 0))) }
        if let exec = handler.exec {
            let id = turn.request(for: uid)
            turn.submit(.exec(ExecRequest(id: id, attempt: attempt, command: exec.command, timeout: timeout)))
            return .asked(id: id)
        }
        guard let http = handler.httpGet else { return .impossible("tcpSocket is no hook that can be carried out") }
        guard let container = podContainer(named: attempt.container.name),
            let probe = HTTPProbe(http, container, address: address?.description ?? "127.0.0.1")
        else { return .impossible("the container has no port \(http.port)") }
        let id = turn.request(for: uid)
        turn.submit(.probe(ProbeRequest(id: id, attempt: attempt, target: .http(probe), timeout: timeout)))
        return .asked(id: id)
    }

    private func podContainer(named name: String) -> Container? {
        guard let pod else { return nil }
        return (pod.spec.containers + pod.spec.initContainers).first { $0.name == name }
    }

    private func stopSignal(of life: ContainerLife) -> Int32 {
        spec(of: life)?.lifecycle?.stopSignal.flatMap(Signal.number) ?? Signal.terminate
    }
}

extension ContainerStop {
    fileprivate var wakeAt: Timestamp {
        if case .sleeping(let until) = hook { return min(until, killAt) }
        return killAt
    }
}

/// Signals by the names that Kubernetes takes; the numbers are those of x86 and ARM.
enum Signal {
    static let terminate: Int32 = 15

    private static let names = [
        "HUP", "INT", "QUIT", "ILL", "TRAP", "ABRT", "BUS", "FPE", "KILL", "USR1", "SEGV", "USR2", "PIPE", "ALRM",
        "TERM", "STKFLT", "CHLD", "CONT", "STOP", "TSTP", "TTIN", "TTOU", "URG", "XCPU", "XFSZ", "VTALRM", "PROF",
        "WINCH", "IO", "PWR", "SYS",
    ]

    private static let aliases = ["CLD": "CHLD", "IOT": "ABRT", "POLL": "IO"]

    /// The number of `SIGUSR1`; nil for what is no signal.
    static func number(_ name: String) -> Int32? {
        let short = name.hasPrefix("SIG") ? String(name.dropFirst(3)) : name
        if let index = names.firstIndex(of: aliases[short] ?? short) { return Int32(index + 1) }
        // Real-time signals count from their ends: 34 and 64, as the C library leaves them to programs.
        if let offset = offset(short, "RTMIN+") { return 34 + offset }
        if let offset = offset(short, "RTMAX-") { return 64 - offset }
        return short == "RTMIN" ? 34 : short == "RTMAX" ? 64 : nil
    }

    private static func offset(_ name: String, _ prefix: String) -> Int32? {
        guard name.hasPrefix(prefix), let offset = Int32(name.dropFirst(prefix.count)), (0...30).contains(offset) else {
            return nil
        }
        return offset
    }
}
