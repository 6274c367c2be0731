internal import Containers
internal import HashTreeCollections
internal import Model
internal import Networking

// Deciding about one pod, and telling the control plane how it is.
extension NodeAgent {
    mutating func settle(_ uid: String, _ report: inout NodeReport, _ turn: inout PodTurn) {
        guard var life = pods[uid] else { return alarms.set(uid, at: nil) }
        provide(for: &life)
        let node = Surroundings(settings: settings, knowledge: knowledge, now: turn.now)
        life.decide(node, &turn)
        if life.sandbox == .removed {
            addresses.release(owner: uid)
            identities.release(owner: uid)
            beginAnew(&life, node, &turn)
        }
        guard life.isBound, let pod = life.pod else {
            return keep(life, &turn)
        }
        let identity = PodIdentity(
            key: ObjectKey(.pod, namespace: pod.metadata.namespace, name: pod.metadata.name),
            uid: uid
        )
        if life.sandbox == .removed {
            // Said again until the pod is gone from the view.
            if life.reportedAt.map({ $0 + Self.reportPatience <= turn.now }) ?? true || life.reported != nil {
                report.stopped.append(identity)
                life.reported = nil
                life.reportedAt = turn.now
            }
            turn.wake(at: turn.now + Self.reportPatience)
        } else if let status = PodStatus(life, node) {
            tell(status, of: identity, &life, &report, &turn)
        }
        keep(life, &turn)
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
        of identity: PodIdentity,
        _ life: inout PodLife,
        _ report: inout NodeReport,
        _ turn: inout PodTurn
    ) {
        guard status != life.pod?.status else {
            life.reported = status
            return
        }
        let lastTime = life.reportedAt ?? turn.now - Self.reportPatience
        if status != life.reported || lastTime + Self.reportPatience <= turn.now {
            report.pods.append(NodeReport.PodReport(pod: identity, status: status))
            life.reported = status
            life.reportedAt = turn.now
        }
        turn.wake(at: (life.reportedAt ?? turn.now) + Self.reportPatience)
    }

    private mutating func keep(_ life: PodLife, _ turn: inout PodTurn) {
        var life = life
        if life.publicFacts != life.publishedFacts {
            life.publishedFacts = life.publicFacts
            hasNewServices = true
        }
        let wakeAt = turn.takeWakeUp()
        guard life.sandbox != .removed || life.isBound else {
            pods[life.uid] = nil
            return alarms.set(life.uid, at: nil)
        }
        pods[life.uid] = life
        alarms.set(life.uid, at: wakeAt)
    }
}
