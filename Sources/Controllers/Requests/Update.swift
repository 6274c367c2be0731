internal import Cluster
internal import Merging
internal import Model

extension TurnBuilder {
    /// Replaces an object's words: all but the status, or the status alone.
    ///
    /// Returns the object as it is afterwards; when nothing differs, nothing is written.
    mutating func update(
        _ key: ObjectKey,
        to words: Object,
        subresource: Subresource? = nil,
        managed: [ManagedFieldsEntry]? = nil,
        by author: Author
    ) throws(APIError) -> StoredObject {
        guard let live = state.object(key) else { throw .notFound(key) }
        try checkPreconditions(words.metadata, live)
        var object = words
        object.applyDefaults()
        retain(live.object, in: &object, subresource)
        try admission.admitUpdate(&object, from: live.object)
        try checkDependencies(of: object, by: author)
        try checkDeployment(of: live.object, becoming: object, by: author)
        let errors = object.validate(replacing: live.object)
        if !errors.isEmpty { throw .invalid(key, errors) }
        return try write(object, over: live, subresource, managed, author)
    }

    /// Writes what one of Steady's controllers decided: it keeps the rules itself and speaks of the whole object.
    @discardableResult
    mutating func update(_ object: Object, by author: Author) throws(APIError) -> StoredObject {
        guard let live = state.object(object.key) else { throw .notFound(object.key) }
        guard live.object.metadata.uid == object.metadata.uid else { throw .stale(object.key) }
        return try write(object, over: live, nil, object.metadata.managedFields, author)
    }

    private func checkPreconditions(_ metadata: ObjectMeta, _ live: StoredObject) throws(APIError) {
        if !metadata.resourceVersion.isEmpty, metadata.resourceVersion != String(live.revision) {
            throw .stale(live.key)
        }
        let liveUID = live.object.metadata.uid
        if !metadata.uid.isEmpty, metadata.uid != liveUID {
            throw .conflict(
                live.key,
                "Precondition failed: UID in precondition: \(metadata.uid), UID in object meta: \(liveUID)"
            )
        }
    }

    /// Keeps what a writer may not change, whatever was sent.
    private func retain(_ live: Object, in object: inout Object, _ subresource: Subresource?) {
        if subresource == .status {
            var kept = live
            kept.copyStatus(from: object)
            object = kept
            return
        }
        object.copyStatus(from: live)
        object.metadata.name = live.metadata.name
        object.metadata.namespace = live.metadata.namespace
        object.metadata.uid = live.metadata.uid
        object.metadata.creationTimestamp = live.metadata.creationTimestamp
        object.metadata.deletionTimestamp = live.metadata.deletionTimestamp
        object.metadata.deletionGracePeriodSeconds = live.metadata.deletionGracePeriodSeconds
        object.metadata.generation = live.metadata.generation
        object.metadata.generateName = live.metadata.generateName
        // By these a namespace waits until it is empty: only who empties it takes them away.
        if case .namespace(var namespace) = object, case .namespace(let live) = live {
            namespace.spec.finalizers = live.spec.finalizers
            object = .namespace(namespace)
        }
    }

    private mutating func write(
        _ object: Object,
        over live: StoredObject,
        _ subresource: Subresource?,
        _ managed: [ManagedFieldsEntry]?,
        _ author: Author
    ) throws(APIError) -> StoredObject {
        var object = object
        object.metadata.resourceVersion = live.object.metadata.resourceVersion
        object.metadata.managedFields = live.object.metadata.managedFields
        // What was stated without its defaults differs only before they are filled in. Who said when that nothing
        // changes is no change either.
        if object == live.object, managed.map({ $0.hasSameFields(as: live.object.metadata.managedFields) }) ?? true {
            return live
        }
        if object.hasGeneration, !object.hasSameSpec(as: live.object) {
            object.metadata.generation = live.object.metadata.generation + 1
        }
        object.metadata.managedFields = try owned(managed, object, live.object, subresource, author)
        beginDeployment(of: &object, replacing: live.object, by: author)
        // Who owns a word is not where it was said.
        let origin = author.origin.flatMap { object.saysTheSame(as: live.object) ? nil : $0 }
        let stored = put(object, causes: author.causes + [live.revision], origin: origin)
        if isReleased(object) { remove(object.key, causes: [stored.revision]) }
        return stored
    }

    /// Who owns the object's fields after the author wrote them.
    ///
    /// - Parameter known: where the caller knows already.
    func owned(
        _ known: [ManagedFieldsEntry]?,
        _ object: Object,
        _ live: Object?,
        _ subresource: Subresource?,
        _ author: Author
    ) throws(APIError) -> [ManagedFieldsEntry] {
        if let known { return known }
        let managed = live?.metadata.managedFields ?? []
        guard let manager = author.manager else { return managed }
        return Ownership.record(
            from: try live?.value(),
            to: try object.value(),
            kind: object.kind,
            manager: manager,
            subresource: subresource?.rawValue ?? "",
            time: now,
            managed: managed
        )
    }

    /// A deleted object with nothing left to wait for. A pod waits for its node to say that it has stopped, which
    /// stands in a grace period of zero.
    private func isReleased(_ object: Object) -> Bool {
        guard object.metadata.deletionTimestamp != nil, object.metadata.finalizers.isEmpty else { return false }
        switch object {
        case .pod: return object.metadata.deletionGracePeriodSeconds == 0
        case .namespace(let namespace): return namespace.spec.finalizers.isEmpty
        default: return true
        }
    }
}

extension [ManagedFieldsEntry] {
    /// Whether nothing differs but the times.
    fileprivate func hasSameFields(as other: [ManagedFieldsEntry]) -> Bool {
        count == other.count
            && zip(self, other).allSatisfy { left, right in
                var left = left
                left.time = right.time
                return left == right
            }
    }
}
