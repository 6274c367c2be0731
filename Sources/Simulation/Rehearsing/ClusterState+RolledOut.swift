internal import Cluster
internal import Model

extension ClusterState {
    /// Pods that a workload wants; 0 for one that is not there, or on its way out.
    func wanted(of workload: ObjectKey) -> Int {
        guard let object = object(workload)?.object, object.metadata.deletionTimestamp == nil else { return 0 }
        return switch object {
        case .deployment(let deployment): deployment.spec.replicas ?? 1
        case .app(let app): app.spec.instances ?? 1
        case .replicaSet(let set): set.spec.replicas ?? 1
        case .pod(let pod): pod.hasEnded ? 0 : 1
        default: 0
        }
    }

    /// Ready pods that a workload's own rules keep while it is updated, be it from one size to another.
    func promised(of workload: ObjectKey, wantedBefore: Int) -> Int {
        guard let object = object(workload)?.object, object.metadata.deletionTimestamp == nil else { return 0 }
        let wanted = wanted(of: workload)
        return switch object {
        case .deployment(let deployment): min(wanted - deployment.mayMiss, wantedBefore)
        case .app(let app):
            Int(
                (Double(min(wanted, wantedBefore)) * (app.spec.upgradeStrategy?.minimumHealthCapacity ?? 1)).rounded(
                    .up
                )
            )
        default: 0
        }
    }

    /// Whether a workload is as it is stated: all of its pods are of the present template, and available. So is one that
    /// is gone for good.
    func isRolledOut(_ workload: ObjectKey) -> Bool {
        guard let object = object(workload)?.object else { return stated(workload) == nil }
        guard object.metadata.deletionTimestamp == nil else { return false }
        let wanted = wanted(of: workload)
        switch object {
        case .deployment(let deployment):
            let status = deployment.status
            return status.observedGeneration >= deployment.metadata.generation
                && [status.replicas, status.updatedReplicas, status.availableReplicas].allSatisfy { $0 == wanted }
        case .app(let app):
            let status = app.status
            return status.observedGeneration >= app.metadata.generation
                && [status.instances, status.currentInstances, status.tasksHealthy].allSatisfy { $0 == wanted }
        case .replicaSet(let set):
            return set.status.observedGeneration >= set.metadata.generation
                && [set.status.replicas, set.status.readyReplicas].allSatisfy { $0 == wanted }
        case .pod(let pod): return pod.isReady || pod.hasEnded
        default: return true
        }
    }

    /// Workloads that nothing else made.
    var workloads: [ObjectKey] {
        ([.deployment, .app, .replicaSet, .pod] as [Kind]).flatMap { objects(of: $0) }
            .filter { $0.object.metadata.controller == nil }.map(\.key)
    }
}

extension Deployment {
    /// Pods beyond `replicas` that may exist.
    var surge: Int {
        guard spec.strategy.type != .recreate else { return 0 }
        return spec.strategy.rollingUpdate?.maxSurge?.resolve(percentOf: spec.replicas ?? 1, roundingUp: true) ?? 0
    }

    /// Pods below `replicas` that may be missing: all where they are replaced together; where both bounds come to
    /// nothing, one.
    var mayMiss: Int {
        let wanted = spec.replicas ?? 1
        guard spec.strategy.type != .recreate else { return wanted }
        let bound = spec.strategy.rollingUpdate?.maxUnavailable?.resolve(percentOf: wanted, roundingUp: false) ?? 0
        return bound == 0 && surge == 0 ? 1 : bound
    }
}
