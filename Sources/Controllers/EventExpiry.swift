internal import Cluster
internal import Model

/// Events go an hour after they were last counted, as Kubernetes' do; the journal keeps them longer.
enum EventExpiry: Controller {
    static let name = "event-expiry"
    static let lifetime = Duration.seconds(3600)

    static func concerns(_ change: Change, in state: ClusterState) -> [ObjectKey] {
        switch change.body {
        case .put(let stored, _), .delete(let stored): stored.object.kind == .event ? [stored.key] : []
        case .state, .unstate: []
        }
    }

    static func plan(for key: ObjectKey, in state: ClusterState, at now: Timestamp, under settings: Settings) -> Plan {
        guard case .event(let event)? = state.object(key)?.object else { return .nothing }
        let last = event.lastTimestamp ?? event.metadata.creationTimestamp ?? now
        let end = last + lifetime
        if now < end { return Plan(wakeAt: end) }
        return Plan([.remove(key, uid: event.metadata.uid, reason: "an hour old")])
    }
}
