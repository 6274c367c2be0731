internal import Containers
internal import Model
internal import Networking

// What to do next about a pod. Made from what is known, never from what woke the agent.
extension PodLife {
    mutating func decide(_ node: Surroundings, _ turn: inout PodTurn) {
        guard sandbox != .removed else { return }
        followApp(node.now)
        noticeFarewell(node)
        for index in containers.indices { tend(index, node, &turn) }
        switch farewell?.cause {
        case .deleted: part(&turn)
        case .failed, .completed: stopContainers(&turn)
        case nil: pursue(node, &turn)
        }
        if let deadline, deadline > node.now, farewell == nil { turn.wake(at: deadline) }
    }

    // MARK: Whether it shall go

    private mutating func noticeFarewell(_ node: Surroundings) {
        if !isBound || pod?.metadata.deletionTimestamp != nil {
            bidFarewell(.deleted, killAt: end(node.now))
        } else if farewell == nil, let deadline, deadline <= node.now, !isOver {
            let cause = Farewell.Cause.failed(
                reason: "DeadlineExceeded",
                message: "Pod was active on the node longer than the specified deadline"
            )
            bidFarewell(cause, killAt: node.now + gracePeriod)
        } else if farewell == nil, isDone {
            bidFarewell(.completed, killAt: node.now + gracePeriod)
        }
    }

    /// A later word may change the cause to a deletion and shorten the time, never lengthen it.
    private mutating func bidFarewell(_ cause: Farewell.Cause, killAt: Timestamp) {
        guard let earlier = farewell else {
            farewell = Farewell(cause: cause, killAt: killAt)
            return
        }
        farewell = Farewell(cause: cause, killAt: min(earlier.killAt, killAt))
        guard killAt < earlier.killAt else { return }
        for index in containers.indices {
            guard let stop = containers[index].stop else { continue }
            containers[index].stop?.killAt = min(stop.killAt, killAt)
        }
    }

    /// When what still runs of a deleted pod is killed. Counted from the deletion: a daemon that comes back in the
    /// middle of it doesn't begin anew.
    private func end(_ now: Timestamp) -> Timestamp {
        let end = now + gracePeriod
        guard let wanted = pod?.metadata.deletionTimestamp, gracePeriod > .zero else { return end }
        // Times of the API have whole seconds, rounded down.
        return min(end, max(wanted + .seconds(1), now + .seconds(2)))
    }

    var gracePeriod: Duration {
        if let partingPeriod { return max(partingPeriod, .zero) }
        let seconds = pod?.metadata.deletionGracePeriodSeconds ?? pod?.spec.terminationGracePeriodSeconds ?? 30
        return .seconds(max(seconds, 0))
    }

    private var deadline: Timestamp? {
        guard let seconds = pod?.spec.activeDeadlineSeconds, let startTime else { return nil }
        return startTime + .seconds(seconds)
    }

    /// All main containers have ended, and none of them is started again; or an init container has failed for good.
    private var isDone: Bool {
        let hasFailed = containers.contains { life in
            life.role == .initial && life.end.map { !$0.isSuccess && !isToBeRestarted(life) } ?? false
        }
        if hasFailed { return true }
        let main = containers.filter { $0.role == .main }
        return !main.isEmpty && main.allSatisfy { $0.end != nil && !isToBeRestarted($0) }
    }

    // MARK: Bringing it up

    private mutating func pursue(_ node: Surroundings, _ turn: inout PodTurn) {
        guard pod != nil, !isOver, containers.contains(where: { $0.isLive || isToBeRestarted($0) }) else { return }
        if startTime == nil { startTime = turn.now.startOfSecond }
        let hasVolumes = pursueVolumes(node, &turn)
        let hasSandbox = pursueSandbox(node, &turn)
        if hasVolumes, hasSandbox { startContainers(node, &turn) }
    }

    private mutating func pursueSandbox(_ node: Surroundings, _ turn: inout PodTurn) -> Bool {
        switch sandbox {
        case .ready: return true
        case .creating(let askAgainAt) where askAgainAt > turn.now: turn.wake(at: askAgainAt)
        case .failed(_, let retryAt) where retryAt > turn.now: turn.wake(at: retryAt)
        case .absent, .creating, .failed:
            guard let pod else { return false }
            if pod.spec.hostNetwork != true, address == nil {
                return failSandbox("no address is left in \(node.settings.network.podRange)", &turn)
            }
            guard let identities = identities(of: pod) else {
                return failSandbox("no range of user ids is left on this node", &turn)
            }
            sandbox = .creating(askAgainAt: turn.askAgainAt)
            turn.submit(.createSandbox(SandboxSpec(of: pod, address: address, identities: identities, node.settings)))
            turn.wake(at: turn.askAgainAt)
        case .removing, .removed: break
        }
        return false
    }

    /// Nil where there is none for it: the host's users are for those who asked for them.
    private func identities(of pod: Pod) -> SandboxSpec.Identities? {
        if pod.spec.hostUsers == true { return .host }
        return firstID.map { .range(start: $0) }
    }

    @discardableResult
    mutating func failSandbox(_ message: String, _ turn: inout PodTurn) -> Bool {
        sandboxFailures += 1
        // 1 s, 2 s, 4 s, ... up to a minute.
        let pause = Duration.seconds(min(1 << min(sandboxFailures - 1, 6), 60))
        sandbox = .failed(message: message, retryAt: turn.now + pause)
        turn.wake(at: turn.now + pause)
        turn.tell(pod, isNormal: false, "FailedCreatePodSandBox", "Failed to create pod sandbox: \(message)")
        return false
    }

    /// Init containers one by one, each to its end; sidecars among them until they have come up; then all others.
    private mutating func startContainers(_ node: Surroundings, _ turn: inout PodTurn) {
        let isInitialized = containers.contains { $0.role == .main && $0.hasBegun }
        for index in containers.indices {
            switch containers[index].role {
            case .initial:
                if isInitialized || containers[index].isComplete { continue }
                start(index, node, &turn)
                return
            case .sidecar:
                start(index, node, &turn)
                if !isInitialized, !containers[index].isComplete { return }
            case .main:
                start(index, node, &turn)
            }
        }
    }

    // MARK: Taking it down

    private mutating func part(_ turn: inout PodTurn) {
        stopContainers(&turn)
        guard let farewell else { return }
        // What doesn't answer is ended with the sandbox.
        let patienceEnds = farewell.killAt + PodTurn.patience
        if hasLiveContainers, turn.now < patienceEnds { return turn.wake(at: patienceEnds) }
        if volumes.flight != nil, turn.now < patienceEnds { return turn.wake(at: patienceEnds) }
        removeSandbox(&turn)
    }

    private mutating func removeSandbox(_ turn: inout PodTurn) {
        switch sandbox {
        case .creating(let askAgainAt) where askAgainAt > turn.now: turn.wake(at: askAgainAt)
        case .removing(let askAgainAt) where askAgainAt > turn.now: turn.wake(at: askAgainAt)
        case .absent
        where !hasRemains && volumes.plan == nil && containers.allSatisfy({ $0.attempts == 0 }) && pod != nil:
            sandbox = .removed
        case .absent, .creating, .ready, .failed, .removing:
            sandbox = .removing(askAgainAt: turn.askAgainAt)
            turn.submit(.removeSandbox(pod: uid))
            turn.wake(at: turn.askAgainAt)
        case .removed: break
        }
    }

    /// All but sidecars at once; then the sidecars, in the reverse order of their starts.
    private mutating func stopContainers(_ turn: inout PodTurn) {
        guard let farewell else { return }
        var isAlone = true
        for index in containers.indices where containers[index].role != .sidecar && containers[index].isLive {
            isAlone = false
            stop(index, killAt: farewell.killAt, &turn)
        }
        guard isAlone, let last = containers.lastIndex(where: { $0.role == .sidecar && $0.isLive }) else { return }
        stop(last, killAt: max(farewell.killAt, turn.now + .seconds(2)), &turn)
    }
}
