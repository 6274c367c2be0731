internal import Cluster
internal import Controllers
internal import Model

// Whether all is as it should be, and if not, why.
extension RehearsedWorld {
    /// Everything that is wanted is up, and what is not is gone. Lost nodes leave nothing settled that ran on them.
    mutating func look() -> Bool {
        guard inbox.isEmpty else { return false }
        let lost = observer?.lost ?? []
        if let lastLook, lastLook.revision == plane.state.revision, lastLook.lost == lost { return lastLook.isSettled }
        let isSettled = Self.isSettled(plane.state, lost)
        lastLook = Look(revision: plane.state.revision, lost: lost, isSettled: isSettled)
        return isSettled
    }

    /// What was found when it was looked last: where nothing has changed since, it still is so.
    struct Look: Sendable {
        var revision: UInt64
        var lost: Set<String>
        var isSettled: Bool
    }

    private static func isSettled(_ state: ClusterState, _ lost: Set<String>) -> Bool {
        // The few before the many.
        let makers = state.objects(of: .deployment) + state.objects(of: .app)
        guard makers.allSatisfy({ state.isRolledOut($0.key) }) else { return false }
        let pods = state.objects(of: .pod).compactMap { Pod($0.object) }
        guard pods.allSatisfy({ isSettled($0) && !lost.contains($0.spec.nodeName) }) else { return false }
        return state.workloads.allSatisfy { state.isRolledOut($0) }
    }

    private static func isSettled(_ pod: Pod) -> Bool {
        pod.metadata.deletionTimestamp == nil && (pod.isReady || pod.hasEnded)
    }

    /// Why pods of a workload are not ready.
    func troubles(of workload: ObjectKey) -> [RehearsalResult.Trouble] {
        if case .deployment(let deployment)? = plane.state.object(workload)?.object, deployment.spec.paused {
            let rest = (deployment.spec.replicas ?? 1) - deployment.status.updatedReplicas
            return [RehearsalResult.Trouble(pods: max(rest, 0), reason: "to be updated once the deployment is resumed")]
        }
        let lost = observer?.lost ?? []
        let reasons = plane.state.objects(of: .pod).compactMap { stored -> String? in
            guard case .pod(let pod) = stored.object, owners.workload(of: pod) == workload, !pod.hasEnded else {
                return nil
            }
            let node = pod.spec.nodeName
            if lost.contains(node) { return "bound to \(node), which is lost: nothing takes them off it" }
            if pod.metadata.deletionTimestamp != nil { return "still ending" }
            if node.isEmpty { return pod.reasonToWait }
            return pod.isReady ? nil : pod.reasonNotToBeReady
        }
        return RehearsalResult.Trouble.counted(reasons)
    }
}

extension Pod {
    /// Why it has no node.
    var reasonToWait: String {
        let condition = status.conditions.first { $0.type == "PodScheduled" && $0.status == .false }
        return condition?.message ?? (spec.schedulingGates.isEmpty ? "not scheduled" : "held back by a scheduling gate")
    }

    /// In the words of its containers' status.
    fileprivate var reasonNotToBeReady: String {
        for container in status.initContainerStatuses + status.containerStatuses where !container.ready {
            if let waiting = container.state.waiting, waiting.reason != "PodInitializing" {
                return waiting.message.isEmpty
                    ? waiting.reason : "\(waiting.reason): \(waiting.generalMessage(of: self))"
            }
            if let ended = container.state.terminated {
                return "container \(container.name) ended with \(ended.exitCode)"
            }
            if container.state.running != nil { return "container \(container.name) runs and is not ready" }
        }
        return "not started"
    }
}

extension ContainerStateWaiting {
    /// Without what tells one pod from the next, so that equal troubles are counted together.
    fileprivate func generalMessage(of pod: Pod) -> String {
        let text = message.replacing(pod.metadata.uid, with: "…")
        return pod.metadata.generateName.isEmpty ? text : text.replacing(pod.metadata.name, with: "…")
    }
}
