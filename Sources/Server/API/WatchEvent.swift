internal import Cluster
internal import Controllers
internal import Model

/// What a watcher is told of one change.
enum WatchEvent {
    /// The event of a change, as seen through a selection: what enters it is added, what leaves it is deleted.
    ///
    /// Nil where the watcher sees nothing of it.
    static func of(
        _ change: Change,
        in route: ObjectsRoute,
        _ options: ListOptions
    ) throws(APIError) -> (type: ObjectEncoder.EventType, object: Object)? {
        switch change.body {
        case .put(let stored, let previous):
            guard route.contains(stored.key) else { return nil }
            let isIn = try options.matches(stored.object)
            var wasIn = false
            if let previous { wasIn = try options.matches(previous.object) }
            switch (wasIn, isIn) {
            case (false, true): return (.added, stored.object)
            case (true, true): return (.modified, stored.object)
            case (true, false):
                guard var last = previous?.object else { return nil }
                last.metadata.resourceVersion = String(change.revision)
                return (.deleted, last)
            case (false, false): return nil
            }
        case .delete(let last):
            guard route.contains(last.key), try options.matches(last.object) else { return nil }
            var object = last.object
            object.metadata.resourceVersion = String(change.revision)
            return (.deleted, object)
        case .state, .unstate:
            return nil
        }
    }
}

extension ObjectsRoute {
    func contains(_ key: ObjectKey) -> Bool {
        key.kind == kind && (namespace == nil || namespace == key.namespace) && (name == nil || name == key.name)
    }
}
