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
        case .create(.pod(let pod), _): surplus(pod, state)
        case .update(.replicaSet(let set), _): overshoot(set, state)
        case .update(.pod(let pod), _): overload(pod, state)
        case .create, .update, .delete, .remove, .apply, .event: nil
        }
    }

    /// Live pods never exceed what their ReplicaSet asks for.
    private static func surplus(_ pod: Pod, _ state: ClusterState) -> String? {
        guard let owner = pod.metadata.controller, case .replicaSet(let set)? = state.object(uid: owner.uid)?.object
        else { return nil }
        let live = state.tally(ofPodsControlledBy: owner.uid).live
        return live < set.size ? nil : "\(set.name) has \(live) live pods and asks for \(set.size)"
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
        return total <= most ? nil : "\(deployment.metadata.name) would have \(total) pods, and \(most) are allowed"
    }

    /// A pod is bound once, to a node that has room for it and its ports free.
    private static func overload(_ pod: Pod, _ state: ClusterState) -> String? {
        guard let before = state.get(Pod.self, pod.metadata.name, namespace: pod.metadata.namespace),
            before.spec.nodeName != pod.spec.nodeName
        else { return nil }
        guard before.spec.nodeName.isEmpty else { return "it is bound to \(before.spec.nodeName) already" }
        guard let node = state.get(Node.self, pod.spec.nodeName) else { return "there is no node \(pod.spec.nodeName)" }
        let refusals = Candidate(node, usage: state.usage(ofNode: pod.spec.nodeName)).shortages(for: pod)
        return refusals.isEmpty ? nil : "\(pod.spec.nodeName): \(refusals.joined(separator: ", "))"
    }
}
