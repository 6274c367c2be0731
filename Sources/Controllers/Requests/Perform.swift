internal import Cluster
internal import Merging
internal import Model
internal import YAML

extension TurnBuilder {
    /// Does what a request asks for, or says why not.
    mutating func perform(_ request: Request, cause: UInt64) -> Answer {
        let author = Author(
            manager: request.manager,
            origin: Origin(call: request.operation.name, user: request.user),
            causes: [cause],
            isForced: request.isForced
        )
        do throws(APIError) {
            return try perform(request.operation, author)
        } catch {
            return Answer(.failure(error))
        }
    }

    private mutating func perform(_ operation: Request.Operation, _ author: Author) throws(APIError) -> Answer {
        switch operation {
        case .create(let object):
            return Answer(.success(try create(object, by: author).object), isNew: true)
        case .replace(let key, let object, let subresource):
            return Answer(.success(try update(key, to: object, subresource: subresource, by: author).object))
        case .patch(let key, .apply(let configuration, let force), let subresource):
            return try apply(configuration, to: key, subresource, force: force, by: author)
        case .patch(let key, let patch, let subresource):
            return Answer(.success(try self.patch(key, patch, subresource, by: author).object))
        case .delete(let key, let options):
            try checkStated(key, hold: options.hold, "delete")
            let (object, isGone) = try delete(key, options, by: author)
            if options.hold { hold(.object, of: key, causes: author.causes) }
            return Answer(.success(object), isGone: isGone)
        case .scale(let key, let replicas, let version, let hold):
            return Answer(.success(try scale(key, to: replicas, version, hold: hold, by: author)))
        case .rollBack(let key, let revision):
            return try rollBack(key, to: revision, by: author)
        case .restore(let key, let app, let isWhole):
            return try restore(key, to: app, isWhole: isWhole, by: author)
        case .promote(let key, let isFull):
            return try promote(key, isFull: isFull, by: author)
        case .abort(let key):
            return try abort(key, by: author)
        case .prune:
            try prune(by: author)
            return Answer(.success(nil))
        }
    }

    private mutating func patch(
        _ key: ObjectKey,
        _ patch: Patch,
        _ subresource: Subresource?,
        by author: Author
    ) throws(APIError) -> StoredObject {
        guard let live = state.object(key) else { throw .notFound(key) }
        let before = try live.object.value()
        let patched: Value
        do {
            patched = try patch.applied(to: before, key.kind)
        } catch {
            throw APIError(error, key)
        }
        return try update(key, to: try decode(patched, key), subresource: subresource, by: author)
    }
}

extension Patch {
    fileprivate func applied(to value: Value, _ kind: Kind) throws(PatchError) -> Value {
        switch self {
        case .merge(let patch): MergePatch.apply(patch, to: value)
        case .strategic(let patch): try StrategicMergePatch.apply(patch, to: value, kind: kind)
        case .json(let patch): try JSONPatch.apply(patch, to: value)
        case .apply: value
        }
    }
}

// MARK: - Scaling

extension TurnBuilder {
    private mutating func scale(
        _ key: ObjectKey,
        to replicas: Int,
        _ version: String?,
        hold: Bool,
        by author: Author
    ) throws(APIError) -> Object {
        guard let live = state.object(key) else { throw .notFound(key) }
        if let version, !version.isEmpty, version != String(live.revision) { throw .stale(key) }
        guard replicas >= 0 else {
            let message = "Invalid value: \(replicas): must be greater than or equal to 0"
            throw .invalid(key, [FieldError(.invalid, "spec.replicas", message)])
        }
        if live.object.replicas != replicas, statesReplicas(key) { try checkStated(key, hold: hold, "scale") }
        guard let scaled = live.object.scaled(to: replicas) else {
            throw .badRequest("\(key.kind.qualifiedPlural) can't be scaled")
        }
        let updated = try update(key, to: scaled, by: author)
        if hold { self.hold(.object, of: key, causes: author.causes) }
        return updated.object
    }

    private func statesReplicas(_ key: ObjectKey) -> Bool {
        let spec = state.stated(key)?.spec
        return spec?["replicas"] != nil || spec?["instances"] != nil
    }
}

// MARK: - What a file states

extension TurnBuilder {
    /// A file's word stands against a call's, unless the call says that it knows.
    private func checkStated(_ key: ObjectKey, hold: Bool, _ verb: String) throws(APIError) {
        guard !hold, let stated = state.stated(key), stated.hold != .object else { return }
        // Not a conflict: clients ask again after one, some for ever.
        throw .forbidden(
            key,
            "\(stated.origin) states it, and would undo this: change it there, or \(verb) with --hold, which holds "
                + "until that text changes"
        )
    }

    /// A hold of the whole object includes one of its template.
    mutating func hold(_ hold: Hold, of key: ObjectKey, causes: [UInt64]) {
        guard var stated = state.stated(key), stated.hold != .object, stated.hold != hold else { return }
        stated.hold = hold
        self.state(key, stated, causes: causes)
    }
}

extension Request.Operation {
    /// As the journal and origins name it.
    var name: String {
        switch self {
        case .create: "create"
        case .replace: "replace"
        case .patch(_, .apply, _): "apply"
        case .patch: "patch"
        case .delete: "delete"
        case .scale: "scale"
        case .rollBack: "rollback"
        case .restore: "restore"
        case .promote: "promote"
        case .abort: "abort"
        case .prune: "prune"
        }
    }
}
