internal import Cluster
internal import Model

/// Ends what no living owner owns, and lets owners that wait for their dependents go or part from them.
enum GarbageCollector: Controller {
    static let name = "garbage-collector"

    static func concerns(_ change: Change, in state: ClusterState) -> [ObjectKey] {
        switch change.body {
        case .put(let stored, let previous):
            let waits = stored.object.metadata.deletionTimestamp != nil
            let isNew =
                previous == nil
                || previous?.object.metadata.ownerReferences
                    != stored.object.metadata.ownerReferences
            let isOwned = isNew && !stored.object.metadata.ownerReferences.isEmpty
            return waits || isOwned ? [stored.key] : []
        case .delete(let last):
            return state.dependents(of: last.object.metadata.uid).map(\.key)
                + last.object.metadata.ownerReferences.compactMap { state.object(uid: $0.uid)?.key }
        case .state, .unstate: return []
        }
    }

    static func plan(for key: ObjectKey, in state: ClusterState, at now: Timestamp, under settings: Settings) -> Plan {
        guard let object = state.object(key)?.object else { return .nothing }
        let uid = object.metadata.uid
        if object.metadata.deletionTimestamp == nil {
            return isOrphaned(object, in: state)
                ? Plan([.delete(key, uid: uid, propagation: .background, reason: "its owners are gone")]) : .nothing
        }
        if object.metadata.finalizers.contains(DependentsFinalizer.orphan) {
            return part(object, from: state.dependents(of: uid), uid)
        }
        if object.metadata.finalizers.contains(DependentsFinalizer.foreground) {
            return wait(object, for: state.dependents(of: uid), uid)
        }
        return .nothing
    }

    /// Whether it names owners, and none of them is there. An owner of the same name and another uid is another owner.
    private static func isOrphaned(_ object: Object, in state: ClusterState) -> Bool {
        let owners = object.metadata.ownerReferences
        return !owners.isEmpty && owners.allSatisfy { state.object(uid: $0.uid) == nil }
    }

    private static func part(_ owner: Object, from dependents: [StoredObject], _ uid: String) -> Plan {
        let parted: [Action] = dependents.map { stored in
            var dependent = stored.object
            dependent.metadata.ownerReferences.removeAll { $0.uid == uid }
            return .update(dependent, reason: "its owner goes and leaves it")
        }
        return Plan(parted + [without(DependentsFinalizer.orphan, owner)])
    }

    private static func wait(_ owner: Object, for dependents: [StoredObject], _ uid: String) -> Plan {
        let isHeld = dependents.contains { stored in
            stored.object.metadata.ownerReferences.contains { $0.uid == uid && $0.blockOwnerDeletion == true }
        }
        if !isHeld { return Plan([without(DependentsFinalizer.foreground, owner)]) }
        return Plan(
            dependents.filter { $0.object.metadata.deletionTimestamp == nil }.map { stored in
                .delete(
                    stored.key,
                    uid: stored.object.metadata.uid,
                    propagation: .foreground,
                    reason: "its owner waits for its end"
                )
            }
        )
    }

    private static func without(_ finalizer: String, _ object: Object) -> Action {
        var released = object
        released.metadata.finalizers.removeAll { $0 == finalizer }
        return .update(released, reason: "nothing depends on it any longer")
    }
}
