internal import Containers
internal import HashTreeCollections
internal import Model
internal import Networking

// Deciding about one pod, and telling the control plane how it is.
extension NodeAgent {
    mutating func settle(
        _ uid: String,
        _ node: Surroundings,
        _ report: inout NodeReport,
        _ turn: inout PodTurn
    ) {
        // Taken out of the table while it changes: nobody else holds it then.
        guard var cell = pods.removeValue(forKey: uid) else { return alarms.set(uid, at: nil) }
        provide(for: &cell.life)
        cell.life.decide(node, &turn)
        if cell.life.sandbox == .removed {
            addresses.release(owner: uid)
            identities.release(owner: uid)
            beginAnew(&cell.life, node, &turn)
        }
        tell(&cell.life, node, &report, &turn)
        keep(&cell, &turn)
    }

    /// Tells the control plane how the pod is, if that is news.
    private func tell(
        _ life: inout PodLife,
        _ node: Surroundings,
        _ report: inout NodeReport,
        _ turn: inout PodTurn
    ) {
        guard life.isBound, let pod = life.pod else { return }
        if life.sandbox == .removed { return tellEnd(of: pod, &life, &report, &turn) }
        let grounds = StatusGrounds(life)
        guard grounds != life.reflected, let status = PodStatus(life, node) else { return }
        guard status == pod.status else { return tell(status, of: pod, &life, &report, &turn) }
        life.reported = status
        life.reflected = grounds
    }

    /// Says that nothing of the pod is left; again and again until it is gone from the view.
    private func tellEnd(of pod: Pod, _ life: inout PodLife, _ report: inout NodeReport, _ turn: inout PodTurn) {
        if life.reportedAt.map({ $0 + Self.reportPatience <= turn.now }) ?? true || life.reported != nil {
            report.stopped.append(PodIdentity(key: pod.key, uid: life.uid))
            life.reported = nil
            life.reportedAt = turn.now
        }
        turn.wake(at: turn.now + Self.reportPatience)
    }

    /// A pod that was gone from the view and is wanted again after all: of its first life nothing is left.
    private mutating func beginAnew(_ life: inout PodLife, _ node: Surroundings, _ turn: inout PodTurn) {
        guard life.isBound, let pod = life.pod, pod.metadata.deletionTimestamp == nil, !life.isOver else { return }
        life = PodLife(pod)
        provide(for: &life)
        life.decide(node, &turn)
    }

    /// A pod that is to run needs an address and a range of ids, unless it uses the host's.
    private mutating func provide(for life: inout PodLife) {
        guard let pod = life.pod, life.farewell == nil, life.sandbox != .removed, !life.isOver else { return }
        if life.address == nil, !pod.spec.hostNetwork { life.address = addresses.allocate(for: life.uid) }
        // Unlike Kubernetes' default, a pod has users of its own unless it says that it wants the host's.
        if life.firstID == nil, pod.spec.hostUsers != true { life.firstID = identities.allocate(for: life.uid) }
    }

    /// Reports a status that the control plane doesn't have.
    private func tell(
        _ status: PodStatus,
        of pod: Pod,
        _ life: inout PodLife,
        _ report: inout NodeReport,
        _ turn: inout PodTurn
    ) {
        let lastTime = life.reportedAt ?? turn.now - Self.reportPatience
        if status != life.reported || lastTime + Self.reportPatience <= turn.now {
            let identity = PodIdentity(key: pod.key, uid: life.uid)
            report.pods.append(NodeReport.PodReport(pod: identity, status: status))
            life.reported = status
            life.reflected = nil
            life.reportedAt = turn.now
        }
        turn.wake(at: (life.reportedAt ?? turn.now) + Self.reportPatience)
    }

    private mutating func keep(_ cell: inout PodCell, _ turn: inout PodTurn) {
        let facts = cell.life.publicFacts
        if facts != cell.life.publishedFacts {
            cell.life.publishedFacts = facts
            hasNewServices = true
        }
        let wakeAt = turn.takeWakeUp()
        let uid = cell.life.uid
        guard cell.life.sandbox != .removed || cell.life.isBound else { return alarms.set(uid, at: nil) }
        pods[uid] = cell
        alarms.set(uid, at: wakeAt)
    }
}
