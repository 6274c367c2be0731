internal import Cluster
internal import Controllers
internal import Model

// Whether all is as it should be, and if not, why.
extension RehearsedWorld {
    /// Everything that is wanted is up, and what is not is gone. Lost nodes leave nothing settled that ran on them.
    var isSettled: Bool {
        let state = plane.state
        guard inbox.isEmpty, state.workloads.allSatisfy({ state.isRolledOut($0) }) else { return false }
        let lost = observer?.lost ?? []
        return state.objects(of: .pod).allSatisfy { stored in
            guard case .pod(let pod) = stored.object else { return true }
            if lost.contains(pod.spec.nodeName) { return false }
            return pod.metadata.deletionTimestamp == nil && (pod.isReady || pod.hasEnded)
        }
    }

    /// Why pods of a workload are not ready.
    func troubles(of workload: ObjectKey) -> [RehearsalResult.Trouble] {
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
        message.replacing(pod.metadata.uid, with: "…").replacing(pod.metadata.name, with: "…")
    }
}
