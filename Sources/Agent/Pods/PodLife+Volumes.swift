internal import Containers
internal import Model

// Having the volumes made, and made anew when what they are made from has changed.
extension PodLife {
    /// Sees to the volumes; true when the containers may start.
    mutating func pursueVolumes(_ node: Surroundings, _ turn: inout PodTurn) -> Bool {
        guard let pod, !pod.spec.volumes.isEmpty else { return true }
        if !volumes.isPlanned {
            volumes.isPlanned = true
            do throws(ContainerHold) {
                volumes.wanted = try VolumePlanning(
                    pod: pod,
                    address: reachableAddress(node.settings),
                    node: node
                ).plan()
            } catch {
                volumes.wanted = nil
                hold(volumes: error, &turn)
            }
        }
        if let wanted = volumes.wanted { carryOut(wanted, &turn) }
        return volumes.sources != nil && (volumes.hold == nil || hasStartedSomething)
    }

    // What runs goes on with the volumes as they were; so it is started again with them.
    private var hasStartedSomething: Bool { containers.contains(where: \.hasBegun) }

    private mutating func carryOut(_ wanted: VolumePlan, _ turn: inout PodTurn) {
        // One at a time: the next plan is carried out when the answer to this one has come.
        if let flight = volumes.flight, flight + PodTurn.patience > turn.now {
            return turn.wake(at: flight + PodTurn.patience)
        }
        if let retryAt = volumes.retryAt, retryAt > turn.now { return turn.wake(at: retryAt) }
        var plan = wanted
        plan.revision = volumes.revision
        if plan == volumes.plan, volumes.flight == nil, volumes.retryAt == nil {
            volumes.hold = nil
            return
        }
        volumes.revision += 1
        plan.revision = volumes.revision
        volumes.plan = plan
        volumes.flight = turn.now
        volumes.retryAt = nil
        turn.submit(.writeVolumes(plan))
        turn.wake(at: turn.now + PodTurn.patience)
    }

    private mutating func hold(volumes hold: ContainerHold, _ turn: inout PodTurn) {
        guard volumes.hold != hold else { return }
        volumes.hold = hold
        turn.tell(pod, isNormal: false, "FailedMount", hold.message)
    }

    mutating func take(_ result: VolumeResult, _ turn: inout PodTurn) {
        guard result.revision == volumes.revision, volumes.flight != nil else { return }
        volumes.flight = nil
        switch result.outcome {
        case .ready(let sources):
            volumes.sources = sources
            volumes.hold = nil
        case .failed(let message):
            volumes.retryAt = turn.now + .seconds(5)
            hold(volumes: ContainerHold(reason: "ContainerCreating", message: message), &turn)
        }
    }
}
