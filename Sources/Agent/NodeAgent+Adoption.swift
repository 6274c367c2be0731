internal import Containers
internal import HashTreeCollections
internal import Model
internal import Networking

// Taking over what an earlier daemon left running, and comparing what is known with what there is.
extension NodeAgent {
    /// What was found becomes what is known. What runs goes on; of what nobody wants, the end begins.
    mutating func adopt(_ inventory: Inventory, _ turn: inout PodTurn) {
        let attempts = Dictionary(grouping: inventory.attempts, by: \.attempt.container.pod)
        let sandboxes = Dictionary(inventory.sandboxes.map { ($0.pod, $0) }, uniquingKeysWith: { $1 })
        let traces = Dictionary(grouping: inventory.lastTraces, by: \.container.pod)
        for uid in Set(attempts.keys).union(sandboxes.keys).sorted() where pods[uid] == nil {
            pods[uid] = PodCell(PodLife(stray: uid))
        }
        for uid in pods.keys.sorted() {
            guard var cell = pods[uid] else { continue }
            cell.life.adopt(sandboxes[uid], attempts[uid] ?? [], &turn)
            cell.life.count(from: traces[uid] ?? [])
            adoptRanges(&cell.life, sandboxes[uid])
            pods[uid] = cell
        }
        // Not among the addresses that were in use a moment ago, some of whose pods are gone: a neighbour may still be
        // known there by another's hardware address. Each pod that had one is a record at least, so that the records
        // are further on than the addresses that were given, as long as they have not gone round the range.
        addresses.goOn(from: revision)
    }

    private func knownAddress(of uid: String, _ sandbox: SandboxState?) -> IPv4Address? {
        IPv4Address(sandbox?.address ?? pods[uid]?.life.pod?.status.podIP ?? "")
    }

    private mutating func adoptRanges(_ life: inout PodLife, _ sandbox: SandboxState?) {
        if life.pod?.spec.hostNetwork != true, let address = knownAddress(of: life.uid, sandbox),
            addresses.adopt(owner: life.uid, address: address)
        {
            life.address = address
        }
        if let start = sandbox?.firstIdentity, identities.adopt(owner: life.uid, start: start) { life.firstID = start }
    }

    /// Takes in what notices may have missed.
    mutating func compare(_ inventory: Inventory, _ touched: inout Set<String>, _ turn: inout PodTurn) {
        for sandbox in inventory.sandboxes where pods[sandbox.pod] == nil {
            var stray = PodLife(stray: sandbox.pod)
            stray.adopt(sandbox, inventory.attempts.filter { $0.attempt.container.pod == sandbox.pod }, &turn)
            pods[sandbox.pod] = PodCell(stray)
            touched.insert(sandbox.pod)
        }
        for state in inventory.attempts {
            switch state.phase {
            case .running(_, let startedAt):
                change(state.attempt.container.pod, &touched) { $0.started(state.attempt, at: startedAt, &turn) }
            case .exited(let status):
                change(state.attempt.container.pod, &touched) { $0.exited(state.attempt, status) }
            case .neverStarted: break
            }
        }
    }
}

extension PodLife {
    mutating func adopt(_ found: SandboxState?, _ attempts: [AttemptState], _ turn: inout PodTurn) {
        if pod == nil { addStrays(attempts) }
        let lives = Dictionary(grouping: attempts, by: \.attempt.container.name)
        for index in containers.indices {
            let name = containers[index].name
            adopt(index, (lives[name] ?? []).sorted { $0.attempt < $1.attempt }, turn.now)
            for old in (lives[name] ?? []).map(\.attempt).sorted().dropLast(2) { turn.submit(.remove(old)) }
        }
        guard let found, found.isReady else {
            let wasThere = found != nil || containers.contains { $0.attempts > 0 }
            sandbox = .ready
            hasRemains = found != nil
            if wasThere, !isOver { loseSandbox(&turn) } else { sandbox = .absent }
            return
        }
        sandbox = .ready
    }

    /// Numbers go on above every trace, though nobody was told of its life: neither a log nor a number comes again.
    fileprivate mutating func count(from traces: [AttemptID]) {
        for trace in traces {
            guard let index = containers.firstIndex(where: { $0.id == trace.container }) else { continue }
            containers[index].attempts = max(containers[index].attempts, trace.attempt)
        }
    }

    private mutating func addStrays(_ attempts: [AttemptState]) {
        let names = Set(attempts.map(\.attempt.container.name))
        containers = names.sorted().map {
            ContainerLife(ContainerID(pod: uid, name: $0), .main, RestartBackoff(of: Pod()))
        }
    }

    private mutating func adopt(_ index: Int, _ found: [AttemptState], _ now: Timestamp) {
        let reported = (pod.map { $0.status.containerStatuses + $0.status.initContainerStatuses } ?? [])
            .first { $0.name == containers[index].name }
        guard let last = found.last else { return adopt(index, reported, now) }
        let ends = found.dropLast().compactMap { state -> ContainerEnd? in
            if case .exited(let status) = state.phase { ContainerEnd(state.attempt.attempt, status) } else { nil }
        }
        let number = last.attempt.attempt
        containers[index].attempts = number
        containers[index].lastEnd = ends.last ?? reported.flatMap { ContainerEnd($0.lastState.terminated) }
        switch last.phase {
        case .neverStarted:
            // Whoever was told to start it will say what came of it, when asked again.
            containers[index].phase = .starting(number, askAgainAt: now)
        case .running(_, let startedAt):
            resume(index, number, Timestamp(nanoseconds: startedAt), reported, now)
        case .exited(let status):
            containers[index].phase = .ended(ContainerEnd(number, status))
            if let lastEnd = containers[index].lastEnd, status.startedAt != 0 {
                let pause = Timestamp(nanoseconds: status.startedAt) - lastEnd.finishedAt
                containers[index].backoff.adopt(pause: max(pause, .zero))
            }
        }
    }

    /// Nothing was found of the container, but it was told of: its numbers go on.
    private mutating func adopt(_ index: Int, _ reported: ContainerStatus?, _ now: Timestamp) {
        guard let reported, let number = AttemptID.attempt(ofContainerID: reported.containerID), number > 0 else {
            return
        }
        if let end = ContainerEnd(reported.state.terminated) {
            containers[index].attempts = number
            containers[index].phase = .ended(end)
            return
        }
        let last = ContainerEnd(reported.lastState.terminated)
        containers[index].lastEnd = last
        if let running = reported.state.running {
            // The machine was restarted, and how the container ended went with it.
            containers[index].attempts = number
            containers[index].phase = .ended(ContainerEnd(lost: number, since: running.startedAt, at: now))
            return
        }
        // A start that was told of and left no trace was never begun: its daemon ended before it.
        containers[index].attempts = last?.attempt == number ? number : number - 1
    }

    /// A container that has run on without a daemon: what its probes had found out still holds.
    private mutating func resume(
        _ index: Int,
        _ attempt: UInt64,
        _ startedAt: Timestamp,
        _ reported: ContainerStatus?,
        _ now: Timestamp
    ) {
        let container = spec(of: containers[index])
        var running = RunningContainer(attempt: attempt, startedAt: startedAt, postStart: .none)
        if container?.lifecycle?.postStart != nil {
            // A hook that was told done is not run again.
            running.postStart = reported?.state.running == nil ? .due : .done
        }
        let wasReady = reported?.ready ?? false
        let wasUp = reported?.started ?? false
        running.probes = probes(of: container) { kind, probe in
            let passes =
                switch kind {
                case .startup: wasUp
                case .readiness: wasReady
                case .liveness, .health, .deployment: true
                }
            let period = Duration.seconds(max(probe.periodSeconds, 1))
            return ProbeSchedule(kind, probe, passes: passes, from: passes ? now + share(of: period, index) : now)
        }
        if containers[index].role == .main {
            running.probes += healthChecks.list.map { check in
                ProbeSchedule(
                    check,
                    isAlive: wasReady ? true : nil,
                    hasSucceeded: wasReady,
                    startedAt: startedAt,
                    from: wasReady ? now + share(of: check.period, index) : now
                )
            }
            running.probes += readinessSchedule(from: now, isKnown: true)
        }
        containers[index].phase = .running(running)
    }
}

extension PodLife {
    /// A part of a period, from none of it to nearly all, each container its own: all are adopted at one moment, and
    /// those who were well need not all be asked at that one.
    fileprivate func share(of period: Duration, _ index: Int) -> Duration {
        // FNV-1a, which gives the same in each run.
        let hash = "\(uid)/\(containers[index].name)".utf8.reduce(UInt32(2_166_136_261)) {
            ($0 ^ UInt32($1)) &* 16_777_619
        }
        return period * Double(hash % 1000) / 1000
    }
}

extension ContainerEnd {
    /// What an earlier daemon told of an end.
    fileprivate init?(_ terminated: ContainerStateTerminated?) {
        guard let terminated, let attempt = AttemptID.attempt(ofContainerID: terminated.containerID) else { return nil }
        self.init(attempt, terminated)
    }
}
