import CLinux
import Driving
import Glibc
import Synchronization

// Finding out what is there: at the start of a daemon, to adopt what outlived the last one.
extension NativeContainerizer {
    func takeInventory() {
        // Where nobody can say which namespaces are there, what runs is known all the same, and is not to be taken for lost.
        let ready = (try? knownSandboxes()) ?? []
        var inventory = Inventory()
        for pod in layout.knownPods {
            let attempts = layout.knownAttempts(of: pod).map { AttemptState(attempt: $0, phase: find($0)) }
            inventory.attempts += attempts
            inventory.lastTraces += layout.lastTraces(of: pod)
            let record = sandboxRecord(of: pod)
            // What runs is in its sandbox: then that is there, though its pins may be out of this process's sight.
            let isThere = ready.contains(pod) || attempts.contains { $0.phase.isRunning }
            inventory.sandboxes.append(
                SandboxState(
                    pod: pod,
                    isReady: record != nil && isThere,
                    address: record?.address,
                    firstIdentity: record?.firstID
                )
            )
        }
        tell(.inventory(inventory))
    }

    /// Looks at an attempt that this daemon may not know, and listens to its shim from now on where there is one.
    private func find(_ attempt: AttemptID) -> AttemptState.Phase {
        switch knowledge.withLock({ $0.lives[attempt] }) {
        case .running(let pid, let startedAt): return .running(pid: pid, startedAt: startedAt)
        case .starting: return .neverStarted  // its start will be told
        case .ended: return phase(of: attempt)
        case nil: break
        }
        let directory = layout.attempt(attempt)
        let deadline = SystemClock.steady() + 10_000_000_000
        // A shim that holds the lock and doesn't answer is just starting, or just ending.
        while SystemClock.steady() < deadline {
            if let lock = AttemptLock(directory) {
                bury(attempt)
                lock.release()
                knowledge.withLock { $0.lives[attempt] = .ended }
                return phase(of: attempt)
            }
            if let state = adopt(attempt) { return state }
            usleep(1000)
        }
        return .neverStarted
    }

    /// Listens to a shim that another daemon started. `nil` where it ends meanwhile, or doesn't answer yet.
    private func adopt(_ attempt: AttemptID) -> AttemptState.Phase? {
        guard let link = ShimLink.connect(to: layout.attempt(attempt)) else { return nil }
        guard link.send(ShimLink.Message(SHIM_HELLO)), let answer = started(link) else {
            close(link.socket)
            return nil
        }
        let pid = Int32(truncatingIfNeeded: answer.extra)
        knowledge.withLock { $0.lives[attempt] = .running(pid: pid, startedAt: answer.time) }
        supervise { $0.add(attempt, link: link) }
        return .running(pid: pid, startedAt: answer.time)
    }

    /// Waits until the shim says that its command runs: told in between, "never started" would be followed by a start.
    private func started(_ link: ShimLink) -> ShimLink.Message? {
        while let message = link.receive(milliseconds: 10_000) {
            for file in message.files { close(file) }
            if message.is(SHIM_STARTED) { return message }
            if message.is(SHIM_STATUS), message.value != Int64(SHIM_PHASE_STARTING.rawValue) { return message }
        }
        return nil
    }

    private func phase(of attempt: AttemptID) -> AttemptState.Phase {
        guard case .exited(var status) = AttemptStatus.read("\(layout.attempt(attempt))/status").end else {
            return .neverStarted
        }
        status.message = LastWords.of(attempt, status, layout: layout)
        return .exited(status)
    }

    /// An attempt whose directory is there and that this daemon doesn't listen to: adopts it, or tells how it ended.
    func resume(_ attempt: AttemptID) {
        switch find(attempt) {
        case .running(let pid, let startedAt): tell(.started(attempt, pid: pid, at: startedAt))
        case .exited, .neverStarted:
            if case .ended = knowledge.withLock({ $0.lives[attempt] }) { tellEnd(of: attempt) }
        }
    }
}
