internal import Model

/// The record of an object's managers, read from its metadata.
struct ManagedFields {
    struct Manager {
        /// The entry as it stands in the metadata. Its field set is out of date once `fields` changed.
        var entry: ManagedFieldsEntry
        var fields: FieldSet {
            didSet { if fields != oldValue { isChanged = true } }
        }
        private(set) var isChanged: Bool

        /// - Parameter fields: where they stand in the entry already.
        init(entry: ManagedFieldsEntry, fields: FieldSet, isChanged: Bool) {
            self.entry = entry
            self.fields = fields
            self.isChanged = isChanged
        }
    }

    var managers: [Manager]

    /// Entries whose fields can't be read count as owning nothing.
    ///
    /// - Parameter known: the wire form of a set of fields, and the set: an entry that says the same is not read.
    init(_ entries: [ManagedFieldsEntry], known: (fieldsV1: String, fields: FieldSet)? = nil) {
        managers = entries.map { Manager(entry: $0, fields: Self.fields(of: $0, known), isChanged: false) }
    }

    private static func fields(
        of entry: ManagedFieldsEntry,
        _ known: (fieldsV1: String, fields: FieldSet)?
    ) -> FieldSet {
        guard let json = entry.fieldsV1?.json else { return FieldSet() }
        if let known, known.fieldsV1 == json { return known.fields }
        return FieldSet(fieldsV1: json) ?? FieldSet()
    }

    /// Sets what a manager owns.
    mutating func set(_ fields: FieldSet, of writer: ManagedFieldsEntry) {
        if let place = managers.firstIndex(where: { $0.entry.isSameManager(as: writer) }) {
            managers[place].fields = fields
        } else {
            managers.append(Manager(entry: writer, fields: fields, isChanged: true))
        }
    }

    func fields(of writer: ManagedFieldsEntry) -> FieldSet {
        managers.first { $0.entry.isSameManager(as: writer) }?.fields ?? FieldSet()
    }

    func hasOthers(than writer: ManagedFieldsEntry) -> Bool {
        managers.contains { !$0.entry.isSameManager(as: writer) }
    }

    /// What others than the writer own of some fields, in the order of their names.
    func conflicts(over fields: FieldSet, with writer: ManagedFieldsEntry) -> [FieldConflict] {
        managers.filter { !$0.entry.isSameManager(as: writer) }
            .sorted { $0.entry.identity.lexicographicallyPrecedes($1.entry.identity) }
            .flatMap { manager in
                manager.fields.intersection(fields).paths.map { FieldConflict(manager: manager.entry, path: $0) }
            }
    }

    /// Takes fields from all but the writer.
    mutating func take(_ fields: FieldSet, from writer: ManagedFieldsEntry) {
        guard !fields.isEmpty else { return }
        for place in managers.indices where !managers[place].entry.isSameManager(as: writer) {
            managers[place].fields = managers[place].fields.subtracting(fields)
        }
    }

    /// Entries for the metadata: those that own something, in Kubernetes' order.
    var entries: [ManagedFieldsEntry] {
        managers.filter { !$0.fields.isEmpty }.map { manager in
            if !manager.isChanged { return manager.entry }
            var entry = manager.entry
            entry.fieldsType = "FieldsV1"
            entry.fieldsV1 = RawJSON(json: manager.fields.fieldsV1)
            return entry
        }.sorted { $0.comes(before: $1) }
    }
}

extension ManagedFields {
    /// As many managers as may update an object before the oldest are put together, so that an object that a new client
    /// touches every minute doesn't grow without bound.
    static let maximumUpdaters = 10

    /// Puts the oldest updaters together under one name.
    mutating func mergeOldestUpdaters() {
        let updaters = managers.indices.filter { managers[$0].entry.operation == .update }
        let excess = updaters.count - ManagedFields.maximumUpdaters
        guard excess > 0 else { return }
        let oldest = updaters.sorted { managers[$0].entry.comes(before: managers[$1].entry) }.prefix(excess + 1)
        var ancient = oldest.reduce(into: managers[oldest[0]]) { ancient, place in
            ancient.fields = ancient.fields.union(managers[place].fields)
            ancient.entry.time = managers[place].entry.time
        }
        ancient.entry.manager = "ancient-changes"
        ancient.entry.subresource = ""
        let dropped = Set(oldest)
        managers = managers.indices.filter { !dropped.contains($0) }.map { managers[$0] } + [ancient]
    }
}

extension ManagedFieldsEntry {
    /// Whether both entries are about the same manager: its name, how and through which part of the object it writes.
    /// A manager that applies stays the same in a new version of the API.
    func isSameManager(as other: ManagedFieldsEntry) -> Bool {
        manager == other.manager && operation == other.operation && subresource == other.subresource
            && (operation == .apply || apiVersion == other.apiVersion)
    }

    fileprivate var identity: [String] { [manager, operation.rawValue, apiVersion, subresource] }

    fileprivate func comes(before other: ManagedFieldsEntry) -> Bool {
        if operation != other.operation { return operation.rawValue < other.operation.rawValue }
        let (seconds, others) = (time?.wholeSeconds ?? 0, other.time?.wholeSeconds ?? 0)
        return seconds == others ? identity.lexicographicallyPrecedes(other.identity) : seconds < others
    }
}

extension Timestamp {
    fileprivate var wholeSeconds: Int64 { nanoseconds / 1_000_000_000 }
}
