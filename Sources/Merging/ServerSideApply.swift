public import Model
public import YAML

/// Server-side apply: a manager states the fields that it cares about, and owns them from then on. What it stated
/// before and states no longer goes, unless somebody else owns it.
public enum ServerSideApply {
    /// What came of an apply.
    public struct Applied: Sendable {
        /// The object as it is to be: not yet defaulted, its managedFields as they stood in the live object, if at all.
        public var value: Value
        /// Who owns what from now on: the new managedFields.
        public var managed: [ManagedFieldsEntry]
        /// Whether the object or the ownership of its fields differs from before. An apply that changed nothing must
        /// be written nowhere, or each rescan of a directory would make a new version of all its objects.
        public var isChanged: Bool
        /// What others are recorded to have set to other values and lost to this apply: only with force.
        public var overridden: [FieldConflict]
        fileprivate let live: Value?
        fileprivate let shape: Shape

        /// The fields that it adds, or gives another value than they had. Found when it is asked for: few ask.
        public var changed: FieldSet { isChanged ? Comparison(of: live, to: value, shape).changed : FieldSet() }
    }

    /// Applies a configuration, an object that states some of its fields.
    ///
    /// - Parameters:
    ///   - configuration: in the API's own spelling, as the model writes it; quantities may be spelled otherwise. What
    ///     only the control plane writes (uid, generation, ...) counts for nothing in it, and so does a `status` unless
    ///     the status is what it is applied to.
    ///   - live: the stored object, defaulted; nil when there is none. Whether it has managedFields doesn't matter.
    ///   - subresource: the part of the object that is written; empty for the object itself.
    ///   - time: now, as the record of managers is to say.
    ///   - managed: the managedFields of the live object.
    /// - Throws: `.conflict` with a cause for each field that somebody else owns and that would change, unless forced;
    ///   `.badRequest` for a list whose elements can't be told apart.
    public static func apply(
        _ configuration: Value,
        to live: Value?,
        kind: Kind,
        manager: String,
        subresource: String = "",
        force: Bool,
        time: Timestamp,
        managed entries: [ManagedFieldsEntry]
    ) throws(PatchError) -> Applied {
        let shape = Shape.of(kind)
        let writer = ManagedFieldsEntry(.apply, manager, kind, subresource, time)
        let configuration = configuration.scoped(to: subresource)
        let stated = try FieldSet(configuration: configuration, shape)
        let mine = stated.withoutIdentity()
        let wire = mine.fieldsV1
        let merged = live.map { shape.merging(configuration, into: $0) } ?? configuration.withoutNulls

        if let live, merged == nil,
            entries.contains(where: { $0.isSameManager(as: writer) && $0.fieldsV1?.json == wire })
        {
            return Applied(value: live, managed: entries, isChanged: false, overridden: [], live: live, shape: shape)
        }
        var apply = Apply(
            kind: kind,
            shape: shape,
            writer: writer,
            live: live,
            stated: stated,
            mine: mine,
            managed: ManagedFields(entries, known: (wire, mine))
        )
        if entries.isEmpty, let live { apply.managed.adopt(live, shape, kind) }
        return try apply.finish(merged ?? live ?? configuration, force: force, former: entries)
    }
}

/// An apply that has something to change.
private struct Apply {
    let kind: Kind
    let shape: Shape
    let writer: ManagedFieldsEntry
    let live: Value?
    let stated: FieldSet
    /// What of that can be owned.
    let mine: FieldSet
    var managed: ManagedFields

    mutating func finish(
        _ merged: Value,
        force: Bool,
        former: [ManagedFieldsEntry]
    ) throws(PatchError) -> ServerSideApply.Applied {
        var value = merged
        let last = managed.fields(of: writer)
        // Who states what he stated before takes nothing out.
        if mine != last { prune(&value, stated: last) }

        let conflicts = managed.hasOthers(than: writer) ? try override(with: &value, force: force) : []
        managed.set(mine, of: writer)
        let isObjectChanged = live != value
        if isObjectChanged || mine != last { managed.touch(writer) }
        let entries = managed.entries
        return ServerSideApply.Applied(
            value: value,
            managed: entries,
            isChanged: isObjectChanged || entries != former,
            overridden: conflicts.filter { $0.manager.manager != ManagedFields.unrecordedManager },
            live: live,
            shape: shape
        )
    }

    /// Takes from other managers what they own of the fields that change. Returns what they had set otherwise.
    private mutating func override(with value: inout Value, force: Bool) throws(PatchError) -> [FieldConflict] {
        var comparison = Comparison(of: live, to: value, shape)
        var conflicts = managed.conflicts(over: comparison.changed, with: writer)
        if !conflicts.isEmpty, let defaulted = value.defaulted(kind) {
            // What is replaced as a whole lacks the defaults that the live object has: to say the same is no conflict.
            let real = Comparison(of: live, to: defaulted, shape)
            let left = managed.conflicts(over: real.changed, with: writer)
            if left.count < conflicts.count { (value, comparison, conflicts) = (defaulted, real, left) }
        }
        guard force || conflicts.isEmpty else { throw .conflict(conflicts) }
        managed.take(comparison.changed, from: writer)
        managed.take(comparison.removed, from: writer)
        return conflicts
    }

    /// Takes out what was stated last time, is stated no longer and is nobody else's.
    private func prune(_ value: inout Value, stated last: FieldSet) {
        let owned = managed.managers.reduce(stated) { $1.entry.isSameManager(as: writer) ? $0 : $0.union($1.fields) }
        _ = shape.prune(&value, stated: last, owned: owned)
    }
}

extension ManagedFields {
    /// Records that a manager's last change is this one.
    mutating func touch(_ writer: ManagedFieldsEntry) {
        for place in managers.indices where managers[place].entry.isSameManager(as: writer) {
            managers[place].entry.time = writer.time
            managers[place].entry.apiVersion = writer.apiVersion
        }
    }

    /// Stands in for whoever wrote an object while nobody kept a record.
    fileprivate static let unrecordedManager = "before-first-apply"

    /// An object that nobody is recorded to own: what stands in it is not to be lost to the first who applies.
    fileprivate mutating func adopt(_ live: Value, _ shape: Shape, _ kind: Kind) {
        let entry = ManagedFieldsEntry(.update, Self.unrecordedManager, kind, "", nil)
        set(Comparison(of: nil, to: live, shape).changed, of: entry)
    }
}

extension ManagedFieldsEntry {
    init(
        _ operation: ManagedFieldsOperation,
        _ manager: String,
        _ kind: Kind,
        _ subresource: String,
        _ time: Timestamp?
    ) {
        self.init()
        self.operation = operation
        self.manager = manager
        self.apiVersion = kind.apiVersion
        self.subresource = subresource
        self.time = time
    }
}

extension Value {
    /// The object with its defaults; nil where it is none.
    fileprivate func defaulted(_ kind: Kind) -> Value? {
        guard let node = try? JSONParser.parse(Array(json().utf8)).root else { return nil }
        var context = DecodingContext(unknownFields: .ignore)
        var object = Object(kind, node, &context)
        guard !context.hasErrors else { return nil }
        object.applyDefaults()
        return try? Value.parse(json: object.json())
    }

    /// The configuration without what can't be applied to that part of the object.
    fileprivate func scoped(to subresource: String) -> Value {
        guard case .object(var fields) = self else { return self }
        if subresource == "status" {
            for name in fields.keys where !["apiVersion", "kind", "metadata", "status"].contains(name) {
                fields[name] = nil
            }
        } else {
            fields["status"] = nil
        }
        guard case .object(var metadata)? = fields["metadata"] else { return .object(fields) }
        for name in metadata.keys where name != "name" && name != "namespace" && FieldSet.isUnowned(metadata: name) {
            metadata[name] = nil
        }
        if subresource == "status" {
            metadata["labels"] = nil
            metadata["annotations"] = nil
        }
        fields["metadata"] = .object(metadata)
        return .object(fields)
    }
}
