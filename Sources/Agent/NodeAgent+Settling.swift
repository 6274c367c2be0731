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
        if grounds == life.reportedGrounds {
            if !life.isReflected { repeatStatus(of: pod, &life, &report, &turn) }
            return
        }
        guard let status = PodStatus(life, node) else { return }
        let isNews = status != life.reported
        life.reported = status
        life.reportedGrounds = grounds
        life.isReflected = status == pod.status
        if life.isReflected { return }
        if isNews { life.reportedAt = nil }
        repeatStatus(of: pod, &life, &report, &turn)
    }

    /// Says that nothing of the pod is left; again and again until it is gone from the view.
    private func tellEnd(of pod: Pod, _ life: inout PodLife, _ report: inout NodeReport, _ turn: inout PodTurn) {
        if life.reportedAt.map({ $0 + Self.reportPatience <= turn.now }) ?? true || life.reported != nil {
            report.stopped.append(PodIdentity(key: pod.key, uid: life.uid))
            life.reported = nil
            life.reportedGrounds = nil
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

    /// Reports a status that the control plane doesn't have: at once, and again where it still doesn't after a while.
    private func repeatStatus(
        of pod: Pod,
        _ life: inout PodLife,
        _ report: inout NodeReport,
        _ turn: inout PodTurn
    ) {
        guard let status = life.reported else { return }
        var reportedAt = life.reportedAt ?? turn.now
        if life.reportedAt == nil || reportedAt + Self.reportPatience <= turn.now {
            report.pods.append(NodeReport.PodReport(pod: PodIdentity(key: pod.key, uid: life.uid), status: status))
            reportedAt = turn.now
            life.reportedAt = reportedAt
        }
        turn.wake(at: reportedAt + Self.reportPatience)
    }

    private mutating func keep(_ cell: inout PodCell, _ turn: inout PodTurn) {
        let facts = cell.life.publicFacts
        if facts != cell.life.publishedFacts {
            cell.life.publishedFacts = facts
            hasNewPods = true
        }
        let wakeAt = turn.takeWakeUp()
        let uid = cell.life.uid
        guard cell.life.sandbox != .removed || cell.life.isBound else { return alarms.set(uid, at: nil) }
        pods[uid] = cell
        alarms.set(uid, at: wakeAt)
    }
}
