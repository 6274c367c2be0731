internal import Cluster
internal import Model
internal import Scheduling

/// Binds pods to nodes, and says of those that fit nowhere why.
///
/// A pod that waits is looked at again when something changes that may let it in: a node, or the end of a pod.
enum PodScheduler: Controller {
    static let name = "scheduler"

    static func concerns(_ change: Change, in state: ClusterState) -> [ObjectKey] {
        switch change.body {
        case .put(let stored, let previous): concerns(stored.object, previous?.object, state)
        case .delete(let last): last.key.kind == .pod || last.key.kind == .node ? waiting(in: state) : []
        case .state, .unstate: []
        }
    }

    private static func concerns(_ object: Object, _ previous: Object?, _ state: ClusterState) -> [ObjectKey] {
        switch object {
        case .pod(let pod):
            if pod.spec.nodeName.isEmpty { return [pod.key] }
            let hadEnded = previous.flatMap { Pod($0)?.hasEnded } ?? false
            return pod.hasEnded && !hadEnded ? waiting(in: state) : []
        case .node(let node):
            let before = previous.flatMap { Node($0) }
            return isNews(node, before) ? waiting(in: state) : []
        case .app(let app):
            // Another number of instances, and other constraints, may let one in.
            guard !app.spec.constraints.isEmpty, previous.flatMap({ App($0) })?.spec != app.spec else { return [] }
            return state.pods(controlledBy: app.metadata.uid).filter { $0.spec.nodeName.isEmpty }.map(\.key)
        default: return []
        }
    }

    private static func isNews(_ node: Node, _ before: Node?) -> Bool {
        guard let before else { return true }
        return node.spec != before.spec || node.metadata.labels != before.metadata.labels
            || node.status.allocatable != before.status.allocatable
    }

    private static func waiting(in state: ClusterState) -> [ObjectKey] {
        state.pods(onNode: "").map(\.key)
    }

    static func plan(for key: ObjectKey, in state: ClusterState, at now: Timestamp, under settings: Settings) -> Plan {
        guard case .pod(let pod)? = state.object(key)?.object, pod.spec.nodeName.isEmpty,
            pod.metadata.deletionTimestamp == nil, pod.spec.schedulingGates.isEmpty
        else { return .nothing }
        let candidates = state.nodeRooms.map { Candidate($0, usage: state.usage(ofNode: $0.node.metadata.name)) }
        switch Placement.of(pod, among: candidates, within: constraints(of: pod, in: state)) {
        case .node(let node): return bind(pod, to: node, state, now)
        case .nowhere(let message): return wait(pod, message, now)
        }
    }

    private static func constraints(of pod: Pod, in state: ClusterState) -> AppConstraints? {
        guard let owner = pod.metadata.controller, case .app(let app)? = state.object(uid: owner.uid)?.object,
            !app.spec.constraints.isEmpty
        else { return nil }
        let version = pod.metadata.labels[MarathonPod.versionLabel]
        let placed = state.pods(controlledBy: owner.uid).filter { other in
            other.metadata.labels[MarathonPod.versionLabel] == version && !other.hasEnded
        }
        return AppConstraints(
            app.spec.constraints,
            placed: placed.compactMap { state.node(of: $0) },
            instances: app.instances
        )
    }

    private static func bind(_ pod: Pod, to node: String, _ state: ClusterState, _ now: Timestamp) -> Plan {
        let seed = Seed(pod.metadata.uid, "ports").number()
        // A node that has too few ports left was not placed on.
        guard var bound = HostPorts.assign(to: pod, on: state.usage(ofNode: node), seed: seed) else { return .nothing }
        bound.spec.nodeName = node
        bound.setCondition("PodScheduled", .true, at: now)
        let message = "Successfully assigned \(pod.metadata.namespace)/\(pod.metadata.name) to \(node)"
        return Plan([
            .update(.pod(bound), reason: "it fits on \(node)"),
            .event(EventReport(key: pod.key, uid: pod.metadata.uid, reason: "Scheduled", message: message)),
        ])
    }

    private static func wait(_ pod: Pod, _ message: String, _ now: Timestamp) -> Plan {
        var waiting = pod
        waiting.setCondition("PodScheduled", .false, reason: "Unschedulable", message: message, at: now)
        guard waiting != pod else { return .nothing }
        return Plan([
            .update(.pod(waiting), reason: "it fits nowhere"),
            .event(
                EventReport(
                    key: pod.key,
                    uid: pod.metadata.uid,
                    isNormal: false,
                    reason: "FailedScheduling",
                    message: message
                )
            ),
        ])
    }
}

extension Pod {
    /// Sets a condition; its transition time moves only when its status does.
    fileprivate mutating func setCondition(
        _ type: String,
        _ value: ConditionStatus,
        reason: String = "",
        message: String = "",
        at now: Timestamp
    ) {
        let index = status.conditions.firstIndex { $0.type == type }
        var condition = index.map { status.conditions[$0] } ?? PodCondition()
        if condition.status != value { condition.lastTransitionTime = now.startOfSecond }
        condition.type = type
        condition.status = value
        condition.reason = reason
        condition.message = message
        if let index { status.conditions[index] = condition } else { status.conditions.append(condition) }
    }
}
