internal import Cluster
internal import Model

// Which ReplicaSet stands for which template, and which revision of the Deployment it is.

extension DeploymentController {
    /// The ReplicaSet of a template that has none, and the start of its rollout.
    static func create(_ rollout: Rollout, _ state: ClusterState, _ now: Timestamp) -> [Action] {
        let deployment = rollout.deployment
        let hash = templateHash(deployment, state)
        var set = ReplicaSet()
        set.metadata.name = "\(deployment.metadata.name)-\(hash)"
        set.metadata.namespace = deployment.metadata.namespace
        set.metadata.labels = deployment.spec.template.metadata.labels
        set.metadata.labels[RolloutAnnotation.templateHash] = hash
        set.metadata.annotations = inheritedAnnotations(deployment)
        set.metadata.annotations[RolloutAnnotation.revision] = String(rollout.latestRevision + 1)
        set.metadata.ownerReferences = [OwnerReference(controller: deployment)]
        set.spec.selector = deployment.spec.selector
        set.spec.selector?.matchLabels[RolloutAnnotation.templateHash] = hash
        set.spec.template = deployment.spec.template
        set.spec.template.metadata.labels[RolloutAnnotation.templateHash] = hash
        set.spec.minReadySeconds = deployment.spec.minReadySeconds
        let empty = RollingUpdate.Generation(name: set.name, replicas: 0, available: 0)
        let size =
            rollout.isRecreate
            ? rollout.replicas : rollout.rollingUpdate.sizeOfNew(empty, beside: rollout.old.map(\.generation))
        set.spec.replicas = size
        note(rollout, on: &set)
        return [
            .create(.replicaSet(set), reason: "no ReplicaSet for this template"),
            begin(rollout, with: set, "NewReplicaSetCreated", "Created new replica set \"\(set.name)\"", now),
        ]
    }

    /// A template that came back keeps its ReplicaSet, which becomes the newest revision and starts a rollout.
    static func adopt(
        _ revised: ReplicaSet,
        insteadOf new: ReplicaSet,
        in rollout: Rollout,
        _ now: Timestamp
    ) -> [Action] {
        let revision = Action.update(.replicaSet(revised), reason: "it is the newest revision")
        if revised.revision == new.revision { return [revision] }
        let message = "Found new replica set \"\(new.name)\""
        return [revision, begin(rollout, with: revised, "FoundNewReplicaSet", message, now)]
    }

    static func revise(_ new: ReplicaSet, in rollout: Rollout) -> ReplicaSet {
        let highest = rollout.old.map(\.revision).max() ?? 0
        var revised = new
        revised.metadata.annotations.merge(inheritedAnnotations(rollout.deployment)) { $1 }
        if new.revision <= highest {
            revised.metadata.annotations[RolloutAnnotation.revision] = String(highest + 1)
            revised.metadata.annotations[RolloutSteps.promotedAnnotation] = nil
            let former = new.metadata.annotations[RolloutAnnotation.history].map { [$0] } ?? []
            if new.revision > 0 {
                revised.metadata.annotations[RolloutAnnotation.history] =
                    (former + [String(new.revision)]).joined(separator: ",")
            }
        }
        revised.spec.minReadySeconds = rollout.deployment.spec.minReadySeconds
        return revised
    }

    /// Notes that a rollout begins: the clock of its deadline starts anew, whatever was said of the one before.
    private static func begin(
        _ rollout: Rollout,
        with set: ReplicaSet,
        _ reason: String,
        _ message: String,
        _ now: Timestamp
    ) -> Action {
        var deployment = rollout.deployment
        deployment.metadata.annotations[RolloutAnnotation.revision] = String(set.revision)
        // Another update: what is told of the one before is over.
        if set.name != rollout.lastGood?.name { deployment.status.drop(RollbackPolicy.condition) }
        // None of the new pods counts yet, so that the first ones are progress.
        deployment.status.updatedReplicas = set.status.replicas
        if deployment.hasProgressDeadline {
            deployment.status.set("Progressing", .true, reason, message, at: now.startOfSecond, touch: true)
        }
        return .update(.deployment(deployment), reason: "a rollout begins")
    }

    /// Not the same text as Kubernetes' hash, and like it in that only the template decides it.
    private static func templateHash(_ deployment: Deployment, _ state: ClusterState) -> String {
        let template = String(decoding: deployment.spec.template.json(), as: UTF8.self)
        var collisions = UInt64(deployment.status.collisionCount ?? 0)
        while true {
            let hash = NameSuffix.text(Seed(template, collisions), count: 10)
            let key = ObjectKey(
                .replicaSet,
                namespace: deployment.metadata.namespace,
                name: "\(deployment.metadata.name)-\(hash)"
            )
            if state.object(key) == nil { return hash }
            collisions += 1
        }
    }

    private static func inheritedAnnotations(_ deployment: Deployment) -> [String: String] {
        let own: Set<String> = [
            "kubectl.kubernetes.io/last-applied-configuration", RolloutAnnotation.revision, RolloutAnnotation.history,
            RolloutAnnotation.desired, RolloutAnnotation.maximum, RollbackPolicy.lastGoodAnnotation,
        ]
        return deployment.metadata.annotations.filter { !own.contains($0.key) }
    }
}
