internal import Cluster
internal import Model

/// Keeps each object that a file states as the file states it: after an edit, and after others changed it.
enum DirectoryController: Controller {
    static let name = "directory"
    static let finishesInOneLook = true

    static func concerns(_ change: Change, in state: ClusterState) -> [ObjectKey] {
        switch change.body {
        case .state(let key, _, _): [key]
        case .unstate: []
        case .delete(let last): state.stated(last.key) == nil ? [] : [last.key]
        case .put(let stored, let previous): concerns(stored, previous, in: state)
        }
    }

    private static func concerns(
        _ stored: StoredObject,
        _ previous: StoredObject?,
        in state: ClusterState
    ) -> [ObjectKey] {
        // A namespace that came lets in what waits for it.
        if stored.key.kind == .namespace, previous == nil {
            return state.statedKeys(inNamespace: stored.key.name) + [stored.key]
        }
        guard state.stated(stored.key) != nil else { return [] }
        if let previous, stored.object.saysTheSame(as: previous.object) { return [] }
        return [stored.key]
    }

    static func plan(for key: ObjectKey, in state: ClusterState, at now: Timestamp, under settings: Settings) -> Plan {
        guard let stated = state.stated(key), stated.hold != .object else { return .nothing }
        if let live = state.object(key), live.object.metadata.deletionTimestamp != nil { return .nothing }
        return Plan([.apply(key, stated)])
    }
}
