internal import Cluster
internal import Model
internal import Scheduling

/// A second pair of eyes: what no plan may do, whatever led to it.
///
/// It knows the promises and not the controllers' reasons. An action that breaks one is refused and told as an event;
/// nothing is better than a surprise.
enum PlanCheck {
    /// The promise that an action would break; nil for one that breaks none.
    static func violation(of action: Action, in state: ClusterState) -> String? {
        switch action {
        case .create(.pod(let pod), _): surplus(pod, state) ?? overCapacity(pod, state)
        case .update(.replicaSet(let set), _): overshoot(set, state) ?? shortfall(set, state)
        case .update(.pod(let pod), _): overload(pod, state)
        case .delete(let key, let uid, _, _) where key.kind == .pod: underCapacity(uid, state)
        case .create, .update, .delete, .remove, .apply, .rollBack, .event: nil
        }
    }

    /// Live pods never exceed what their ReplicaSet asks for.
    private static func surplus(_ pod: Pod, _ state: ClusterState) -> String? {
        guard let owner = pod.metadata.controller, case .replicaSet(let set)? = state.object(uid: owner.uid)?.object
        else { return nil }
        let live = state.tally(ofPodsControlledBy: owner.uid).live
        return live < set.size ? nil : "\(set.name) has \(Counted(live, "live pod")) and asks for \(set.size)"
    }

    /// A growing ReplicaSet never takes its Deployment beyond what it wants and its surge.
    private static func overshoot(_ set: ReplicaSet, _ state: ClusterState) -> String? {
        guard let owner = set.metadata.controller,
            case .deployment(let deployment)? = state.object(uid: owner.uid)?.object,
            let before = state.get(ReplicaSet.self, set.name, namespace: set.metadata.namespace), set.size > before.size
        else { return nil }
        let rollout = Rollout(deployment, in: state)
        let total = rollout.all.reduce(0) { $0 + $1.size } - before.size + set.size
        let most = rollout.replicas + rollout.maxSurge
        return total <= most
            ? nil : "\(deployment.metadata.name) would have \(Counted(total, "pod")), and \(most) are allowed"
    }

    /// A shrinking ReplicaSet never takes its Deployment below the pods that have to be available, while it rolls.
    ///
    /// Pods that are not available go first, so the loss is what is taken beyond them. A Deployment that was scaled
    /// spreads its new size over its ReplicaSets whatever is available; and one that recreates promises nothing.
    private static func shortfall(_ set: ReplicaSet, _ state: ClusterState) -> String? {
        guard let owner = set.metadata.controller,
            case .deployment(let deployment)? = state.object(uid: owner.uid)?.object,
            let before = state.get(ReplicaSet.self, set.name, namespace: set.metadata.namespace), set.size < before.size
        else { return nil }
        let rollout = Rollout(deployment, in: state)
        guard !rollout.isRecreate, before.desiredWhenSized == rollout.replicas else { return nil }
        let lost = (before.size - set.size) - max(0, before.size - before.available)
        let left = rollout.all.reduce(0) { $0 + $1.available } - lost
        let fewest = rollout.replicas - rollout.maxUnavailable
        if lost <= 0 || left >= fewest { return nil }
        return "\(deployment.metadata.name) would have \(left) available pods, and \(fewest) are promised"
    }

    /// A pod is bound once, to a node that has room for it and its ports free.
    private static func overload(_ pod: Pod, _ state: ClusterState) -> String? {
        guard let before = state.get(Pod.self, pod.metadata.name, namespace: pod.metadata.namespace),
            before.spec.nodeName != pod.spec.nodeName
        else { return nil }
        guard before.spec.nodeName.isEmpty else { return "it is bound to \(before.spec.nodeName) already" }
        guard let room = state.room(ofNode: pod.spec.nodeName) else { return "there is no node \(pod.spec.nodeName)" }
        let refusals = Candidate(room, usage: state.usage(ofNode: pod.spec.nodeName)).shortages(for: pod)
        return refusals.isEmpty ? nil : "\(pod.spec.nodeName): \(refusals.joined(separator: ", "))"
    }

    /// An app never has more instances than it may have beside those that it replaces; those that are on their way out
    /// count.
    private static func overCapacity(_ pod: Pod, _ state: ClusterState) -> String? {
        guard let app = app(of: pod, state) else { return nil }
        let tally = state.tally(ofPodsControlledBy: app.metadata.uid)
        let present = tally.live + tally.terminating
        let most = app.bounds.most(healthy: tally.ready, whileReplacing: true)
        return present < most ? nil : "\(app.metadata.name) has \(present) instances, and \(most) are allowed"
    }

    /// An app never loses a healthy instance that it needs, as long as somebody wants it.
    private static func underCapacity(_ uid: String, _ state: ClusterState) -> String? {
        guard case .pod(let pod)? = state.object(uid: uid)?.object, pod.isReady, !pod.hasEnded,
            pod.metadata.deletionTimestamp == nil, let app = app(of: pod, state),
            app.metadata.deletionTimestamp == nil,
            state.get(Namespace.self, app.metadata.namespace)?.metadata.deletionTimestamp == nil
        else { return nil }
        let healthy = state.tally(ofPodsControlledBy: app.metadata.uid).ready
        let fewest = app.bounds.fewestHealthy(healthy: healthy)
        if healthy > fewest { return nil }
        return "\(app.metadata.name) would have \(healthy - 1) healthy instances, and \(fewest) are promised"
    }

    private static func app(of pod: Pod, _ state: ClusterState) -> App? {
        guard let owner = pod.metadata.controller, case .app(let app)? = state.object(uid: owner.uid)?.object else {
            return nil
        }
        return app
    }
}
