internal import Cluster
internal import Model

/// Keeps one ReplicaSet per template of a Deployment and moves pods from the old ones to the new one.
enum DeploymentController: Controller {
    static let name = "deployment-controller"

    static func concerns(_ change: Change, in state: ClusterState) -> [ObjectKey] {
        switch change.body {
        case .put(let stored, let previous):
            if stored.key.kind == .deployment { return [stored.key] }
            if case .pod(let pod) = stored.object {
                return hasRestarted(pod, since: previous) ? owner(of: pod, in: state) : []
            }
            return owners(of: stored.object) + (previous.map { owners(of: $0.object) } ?? [])
        case .delete(let last): return owners(of: last.object)
        // What is said of a rollback holds for as long as the file's template is held off.
        case .state(let key, _, _), .unstate(let key, _): return key.kind == .deployment ? [key] : []
        }
    }

    private static func hasRestarted(_ pod: Pod, since previous: StoredObject?) -> Bool {
        guard pod.restarts > 0, case .pod(let before)? = previous?.object else { return false }
        return pod.restarts > before.restarts
    }

    /// The Deployment that the pod is of, by way of its ReplicaSet.
    private static func owner(of pod: Pod, in state: ClusterState) -> [ObjectKey] {
        guard let owner = pod.metadata.controller, let set = state.object(uid: owner.uid) else { return [] }
        return owners(of: set.object)
    }

    private static func owners(of object: Object) -> [ObjectKey] {
        guard case .replicaSet(let set) = object, let owner = set.metadata.controller, owner.kind == "Deployment" else {
            return []
        }
        return [ObjectKey(.deployment, namespace: set.metadata.namespace, name: owner.name)]
    }

    static func plan(for key: ObjectKey, in state: ClusterState, at now: Timestamp, under settings: Settings) -> Plan {
        guard case .deployment(let deployment)? = state.object(key)?.object else { return .nothing }
        let rollout = Rollout(deployment, in: state)
        // It is told of the counts when they have caught up.
        guard rollout.isCounted else { return .nothing }
        if deployment.metadata.deletionTimestamp == nil {
            if let rollback = AutomaticRollback(rollout, in: state, settings) {
                return Plan([.rollBack(key, to: rollback.target, reason: rollback.reason)])
            }
            let actions = move(rollout, state, now)
            // The sizes decide the status: it is told when they have settled.
            if !actions.isEmpty { return Plan(actions) }
        }
        return DeploymentStatusReport(rollout, isHeld: state.stated(key).map { $0.hold != nil }, now: now).plan
    }

    /// A ReplicaSet that could not be made is told of; that a size is refused shows in the pods.
    static func plan(after refusal: Refusal, for key: ObjectKey, in state: ClusterState, at now: Timestamp) -> Plan {
        guard case .deployment(var deployment)? = state.object(key)?.object, refusal.isCreation else { return .nothing }
        deployment.status.observedGeneration = deployment.metadata.generation
        if deployment.hasProgressDeadline {
            deployment.status.set(
                "Progressing",
                .false,
                "ReplicaSetCreateError",
                "Failed to create new replica set: \(refusal.message)",
                at: now.startOfSecond
            )
        }
        return Plan([.update(.deployment(deployment), reason: "its ReplicaSet was refused")])
    }

    /// The next actions of the rollout; one sort at a time, since each changes what the next rests on.
    private static func move(_ rollout: Rollout, _ state: ClusterState, _ now: Timestamp) -> [Action] {
        let isPaused = rollout.deployment.spec.paused
        if isPaused || wasScaled(rollout) {
            let actions = scale(rollout)
            if !actions.isEmpty || isPaused { return actions }
        }
        guard let new = rollout.new else {
            if rollout.isRecreate, hasOldPods(rollout, state) { return resizeOldToNothing(rollout) }
            return create(rollout, state, now)
        }
        let revised = revise(new, in: rollout)
        if revised != new { return adopt(revised, insteadOf: new, in: rollout, now) }
        return rollout.isRecreate ? recreate(rollout, state) : roll(rollout)
    }

    /// Whether the Deployment's size changed since its ReplicaSets were sized: not a step of a rollout then.
    private static func wasScaled(_ rollout: Rollout) -> Bool {
        rollout.active.contains { set in set.desiredWhenSized.map { $0 != rollout.replicas } ?? false }
    }
}

// MARK: - Rolling

extension DeploymentController {
    private static func roll(_ rollout: Rollout) -> [Action] {
        guard let new = rollout.new else { return [] }
        let update = rollout.rollingUpdate
        let size = update.sizeOfNew(new.generation, beside: rollout.old.map(\.generation))
        if size != new.size { return resize(new, to: size, rollout) }
        let shrunk = update.shrinkOld(rollout.old.map(\.generation), new: new.generation)
        let actions = shrunk.flatMap { resized in
            rollout.old.filter { $0.name == resized.name }.flatMap { resize($0, to: resized.replicas, rollout) }
        }
        return actions.isEmpty ? forgetOld(rollout) : actions
    }

    private static func recreate(_ rollout: Rollout, _ state: ClusterState) -> [Action] {
        let down = resizeOldToNothing(rollout)
        if !down.isEmpty { return down }
        guard let new = rollout.new, !hasOldPods(rollout, state) else { return [] }
        return new.size == rollout.replicas ? forgetOld(rollout) : resize(new, to: rollout.replicas, rollout)
    }

    private static func resizeOldToNothing(_ rollout: Rollout) -> [Action] {
        rollout.old.filter { $0.size > 0 }.flatMap { resize($0, to: 0, rollout) }
    }

    /// Whether any pod of an earlier template is still there, be it on its way out.
    private static func hasOldPods(_ rollout: Rollout, _ state: ClusterState) -> Bool {
        rollout.old.contains { set in
            state.pods(controlledBy: set.metadata.uid).contains { !$0.hasEnded }
        }
    }

    /// Old ReplicaSets beyond the history that is kept, lowest revision first, once the rollout is through.
    private static func forgetOld(_ rollout: Rollout) -> [Action] {
        guard rollout.isComplete else { return [] }
        let limit = rollout.deployment.spec.revisionHistoryLimit ?? 10
        let empty = rollout.old.filter {
            $0.size == 0 && $0.status.replicas == 0 && $0.metadata.deletionTimestamp == nil
        }.sorted { ($0.revision, $0.name) < ($1.revision, $1.name) }
        return empty.dropLast(limit).map { set in
            .delete(
                set.key,
                uid: set.metadata.uid,
                propagation: .background,
                reason: "beyond revisionHistoryLimit \(limit)"
            )
        }
    }
}

// MARK: - Sizes

extension DeploymentController {
    private static func scale(_ rollout: Rollout) -> [Action] {
        let active = rollout.active
        if active.count <= 1 {
            guard let only = active.first ?? rollout.new ?? rollout.old.last else { return [] }
            return resize(only, to: rollout.replicas, rollout)
        }
        let stage = RolloutStage(rollout)
        if stage == nil, let new = rollout.new, isSaturated(new, rollout) { return resizeOldToNothing(rollout) }
        guard !rollout.isRecreate else { return [] }
        let scaling = ProportionalScaling(
            replicas: rollout.replicas,
            maxSurge: rollout.maxSurge,
            currentReplicas: Int(rollout.deployment.status.replicas)
        )
        var sizes = scaling.sizes(
            of: active.enumerated().map { index, set in
                ProportionalScaling.Generation(
                    name: set.name,
                    replicas: set.size,
                    maxReplicasBefore: set.maximumWhenSized,
                    age: Int64(index)
                )
            }
        )
        if let stage, let new = rollout.new {
            stage.bound(&sizes, new: new, old: active.filter { $0.name != new.name })
        }
        return active.flatMap { resize($0, to: sizes[$0.name] ?? $0.size, rollout) }
    }

    private static func isSaturated(_ new: ReplicaSet, _ rollout: Rollout) -> Bool {
        new.size == rollout.replicas && new.desiredWhenSized == rollout.replicas && new.available == rollout.replicas
    }

    /// Sets a ReplicaSet's size and notes what the Deployment wanted then; nothing when both stand already.
    private static func resize(_ set: ReplicaSet, to size: Int, _ rollout: Rollout) -> [Action] {
        var resized = set
        resized.spec.replicas = size
        note(rollout, on: &resized)
        if resized == set { return [] }
        let actions: [Action] = [.update(.replicaSet(resized), reason: "\(set.size) to \(size) pods")]
        if size == set.size { return actions }
        let direction = size > set.size ? "up" : "down"
        return actions + [
            event(
                rollout.deployment,
                "ScalingReplicaSet",
                "Scaled \(direction) replica set \(set.name) from \(set.size) to \(size)"
            )
        ]
    }

    /// Notes on a ReplicaSet what the Deployment wanted when it was sized.
    static func note(_ rollout: Rollout, on set: inout ReplicaSet) {
        set.metadata.annotations[RolloutAnnotation.desired] = String(rollout.replicas)
        set.metadata.annotations[RolloutAnnotation.maximum] = String(rollout.replicas + rollout.maxSurge)
    }

    private static func event(_ deployment: Deployment, _ reason: String, _ message: String) -> Action {
        .event(
            EventReport(key: deployment.key, uid: deployment.metadata.uid, reason: reason, message: message)
        )
    }
}
