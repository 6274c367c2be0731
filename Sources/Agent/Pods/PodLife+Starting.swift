internal import Containers
internal import Model

// Starting containers, and starting them again.
extension PodLife {
    /// Whether a container that doesn't run is to be started, now or when its back-off is over.
    func isToBeRestarted(_ life: ContainerLife) -> Bool {
        switch life.phase {
        case .idle: return true
        case .starting, .running: return false
        case .ended(let end):
            switch life.role {
            case .sidecar: return true
            case .initial:
                if end.isSuccess { return life.isFromEarlierSandbox }
                return pod?.spec.restartPolicy != .never
            case .main:
                let policy = spec(of: life)?.restartPolicy?.rawValue ?? pod?.spec.restartPolicy.rawValue
                switch policy {
                case RestartPolicy.never.rawValue: return false
                case RestartPolicy.onFailure.rawValue: return !end.isSuccess
                default: return true
                }
            }
        }
    }

    /// Starts a container, if it is to be started and its time has come.
    mutating func start(_ index: Int, _ node: Surroundings, _ turn: inout PodTurn) {
        let life = containers[index]
        guard life.stop == nil, !life.isLive, isToBeRestarted(life) else { return }
        if let end = life.end, !life.isFromEarlierSandbox {
            let restartAt = life.backoff.restart(after: end)
            if restartAt > turn.now {
                turn.wake(at: restartAt)
                return tellBackoff(index, end, &turn)
            }
        }
        let attempt = AttemptID(container: life.id, attempt: life.attempts + 1)
        guard let spec = specification(index, attempt, node, &turn) else { return }
        if let end = life.end {
            if !life.isFromEarlierSandbox { containers[index].backoff.restarted(after: end) }
            containers[index].lastEnd = end
        }
        containers[index].isFromEarlierSandbox = false
        containers[index].attempts = attempt.attempt
        containers[index].phase = .starting(attempt.attempt, askAgainAt: turn.askAgainAt)
        turn.submit(.start(spec))
        turn.wake(at: turn.askAgainAt)
        // The present life's log and the one before are what can be asked for.
        if attempt.attempt > 2 {
            turn.submit(.remove(AttemptID(container: life.id, attempt: attempt.attempt - 2)))
        }
    }

    /// What to start; nil, with the reason kept and told, where it can't be as things are.
    private mutating func specification(
        _ index: Int,
        _ attempt: AttemptID,
        _ node: Surroundings,
        _ turn: inout PodTurn
    ) -> ContainerSpec? {
        guard let pod, let container = spec(of: containers[index]) else { return nil }
        do throws(ContainerHold) {
            let spec = try ContainerSpec(
                of: container,
                in: pod,
                attempt: attempt,
                address: reachableAddress(node.settings),
                volumes: PodVolumes(pod: pod, sources: volumes.sources ?? [:]),
                node
            )
            containers[index].hold = nil
            return spec
        } catch {
            if containers[index].hold != error {
                containers[index].hold = error
                turn.tell(pod, isNormal: false, "Failed", "Error: \(error.message)", container: containers[index])
            }
            return nil
        }
    }

    private mutating func tellBackoff(_ index: Int, _ end: ContainerEnd, _ turn: inout PodTurn) {
        guard containers[index].toldBackoff != end.attempt, let pod else { return }
        containers[index].toldBackoff = end.attempt
        turn.tell(
            pod,
            isNormal: false,
            "BackOff",
            "Back-off restarting failed container \(containers[index].name) in pod "
                + "\(pod.metadata.name)_\(pod.metadata.namespace)(\(uid))",
            container: containers[index]
        )
    }

    /// Puts the question of a start once more, under the same number: what was started is not started twice.
    mutating func askAgain(_ index: Int, _ attempt: UInt64, _ node: Surroundings, _ turn: inout PodTurn) {
        let id = AttemptID(container: containers[index].id, attempt: attempt)
        containers[index].phase = .starting(attempt, askAgainAt: turn.askAgainAt)
        turn.wake(at: turn.askAgainAt)
        if let spec = specification(index, id, node, &turn) { turn.submit(.start(spec)) }
    }
}
