internal import Cluster
internal import Merging
internal import Model
internal import YAML

/// The field manager that the watched directory's words are recorded under.
public enum FieldManager {
    public static let directory = "steady"
}

extension TurnBuilder {
    /// Server-side apply: the configuration's fields become what it says and its manager's own.
    mutating func apply(
        _ configuration: Value,
        to key: ObjectKey,
        _ subresource: Subresource?,
        force: Bool,
        by author: Author
    ) throws(APIError) -> Answer {
        let live = state.object(key)
        let applied = try applying(configuration, to: live, key, subresource, force: force, by: author)
        if let live, !applied.isChanged { return Answer(.success(live.object)) }
        return try store(applied, key, subresource, isNew: live == nil, author)
    }

    private func applying(
        _ configuration: Value,
        to live: StoredObject?,
        _ key: ObjectKey,
        _ subresource: Subresource?,
        force: Bool,
        by author: Author
    ) throws(APIError) -> ServerSideApply.Applied {
        guard let manager = author.manager, !manager.isEmpty else { throw .applyWithoutManager }
        // Who owns what is told beside the object: it is often half of its text.
        // And no more than who applies to the status writes it, once it is told who owns what in it.
        let managed = live?.object.metadata.managedFields ?? []
        var former = live?.object
        former?.metadata.managedFields = []
        if subresource != .status, !managed.isEmpty { former?.copyStatus(from: Object(empty: key.kind)) }
        let before = try former?.value()
        do {
            return try ServerSideApply.apply(
                configuration,
                to: before,
                kind: key.kind,
                manager: manager,
                subresource: subresource?.rawValue ?? "",
                force: force,
                time: now,
                managed: managed
            )
        } catch {
            throw APIError(error, key)
        }
    }

    private mutating func store(
        _ applied: ServerSideApply.Applied,
        _ key: ObjectKey,
        _ subresource: Subresource?,
        isNew: Bool,
        _ author: Author
    ) throws(APIError) -> Answer {
        let object = try decode(applied.value, key)
        let stored =
            if isNew {
                try create(object, managed: applied.managed, by: author)
            } else {
                try update(key, to: object, subresource: subresource, managed: applied.managed, by: author)
            }
        return Answer(.success(stored.object), isNew: isNew)
    }

    /// Applies what the directory states, against whoever else says otherwise, and tells of it.
    mutating func apply(_ stated: StatedObject, to key: ObjectKey, causes: [UInt64]) throws(APIError) {
        let live = state.object(key)
        let standing = stated.hold == nil ? nil : try live?.object.value()
        let configuration: Value
        do {
            configuration = try stated.configurationInForce(beside: standing)
        } catch {
            throw .badRequest("\(stated.origin): \(error.message)")
        }
        // A deployment is in nobody's way here: git is the truth, and what was merged there must not wait for somebody
        // to look at a deployment that may never end. Two pushes in a row are two deployments, the second of which
        // takes the first one's place.
        let author = Author(
            manager: FieldManager.directory,
            origin: stated.origin,
            causes: causes,
            isDirectory: true,
            isForced: true
        )
        let applied = try applying(configuration, to: live, key, nil, force: true, by: author)
        guard live == nil || applied.isChanged else { return }
        _ = try store(applied, key, nil, isNew: live == nil, author)
        // A default that is written out differs from one that is left to be filled in until it is: nothing was put back.
        guard let live, state.object(key)?.revision != live.revision else { return }
        if let drift = Drift(applied, over: live, isEdit: isStatedAnew(key)) {
            record(drift.report(about: live, statedAt: stated.origin), causes: causes + [live.revision])
        }
    }

    /// Whether the file's words came or changed in this turn.
    private func isStatedAnew(_ key: ObjectKey) -> Bool {
        changes.contains { change in
            if case .state(key, _, _) = change.body { true } else { false }
        }
    }

    /// The object that a merged tree says; what is wrong in it is told as the API server tells it.
    func decode(_ value: Value, _ key: ObjectKey) throws(APIError) -> Object {
        let node: YAML.Node
        do {
            node = try Document(value).root
        } catch {
            throw .badRequest(error.message)
        }
        var context = DecodingContext(unknownFields: .ignore)
        let object = Object(key.kind, node, &context)
        if context.hasErrors { throw .badRequest(context.problems.map(\.message).joined(separator: ", ")) }
        return object
    }
}
