public import Model
public import YAML

/// Who owns which fields of an object, where it isn't applied but written in other ways.
public enum Ownership {
    /// The managedFields after somebody created, replaced or patched an object: fields that changed are the writer's
    /// now, and nobody else's; fields that went are nobody's.
    ///
    /// - Parameters:
    ///   - old: the object before; nil when it is new.
    ///   - new: the object as it will be stored, defaulted: who creates an object owns its defaults too.
    ///   - subresource: the part that was written: `status`, `scale`, or empty for the object itself.
    public static func record(
        from old: Value?,
        to new: Value,
        kind: Kind,
        manager: String,
        subresource: String = "",
        time: Timestamp,
        managed entries: [ManagedFieldsEntry]
    ) -> [ManagedFieldsEntry] {
        let comparison = Comparison(of: old, to: new, .of(kind))
        guard !comparison.changed.isEmpty || !comparison.removed.isEmpty else { return entries }
        let writer = ManagedFieldsEntry(.update, manager, kind, subresource, time)
        var managed = ManagedFields(entries)
        managed.take(comparison.changed, from: writer)
        managed.take(comparison.removed, from: writer)
        let mine = managed.fields(of: writer).subtracting(comparison.removed).union(comparison.changed)
        managed.set(mine, of: writer)
        managed.touch(writer)
        managed.mergeOldestUpdaters()
        return managed.entries
    }

    /// Those who own the field at a path, or anything below it.
    public static func owners(
        of path: some Collection<PathElement>,
        in managed: [ManagedFieldsEntry]
    ) -> [ManagedFieldsEntry] {
        managed.filter { entry in
            entry.fieldsV1.flatMap { FieldSet(fieldsV1: $0.json) }?.containsAnything(at: path) ?? false
        }
    }
}
