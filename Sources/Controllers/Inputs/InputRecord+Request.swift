internal import Cluster
internal import Model
internal import YAML

// A call to the API, refused ones too.

extension InputWriter {
    mutating func write(_ request: Request) {
        field("by", "api")
        field("call", request.operation.name)
        field("user", request.user)
        field("manager", request.manager)
        let subject = request.operation.key?.description ?? ""
        switch request.operation {
        case .create(let object): self.object("object", object, about: subject)
        case .replace(_, let object, let subresource):
            write(subresource)
            self.object("object", object, about: subject)
        case .patch(let key, let patch, let subresource):
            write(subresource)
            write(patch, of: key)
        case .delete(_, let options): write(options)
        case .scale(_, let replicas, let version, let hold):
            number("replicas", replicas)
            field("resourceVersion", ifAny: version)
            flag("hold", hold)
        case .rollBack(_, let revision):
            if let revision { number("revision", revision) }
        case .restore(_, let app, let isWhole):
            object("object", .app(app), about: subject)
            flag("whole", isWhole)
        case .promote(_, let isFull): flag("full", isFull)
        case .abort, .prune: break
        }
        flag("force", request.isForced)
    }

    private mutating func write(_ subresource: Subresource?) {
        field("subresource", ifAny: subresource?.rawValue)
    }

    private mutating func write(_ patch: Patch, of key: ObjectKey) {
        field("patch", patch.format.rawValue)
        json("content", Array(patch.content.json().utf8), of: key.kind, about: key.description)
    }

    private mutating func write(_ options: DeleteOptions) {
        if let seconds = options.gracePeriodSeconds { number("gracePeriodSeconds", seconds) }
        field("propagation", options.propagation.rawValue)
        field("uid", ifAny: options.uid)
        field("resourceVersion", ifAny: options.resourceVersion)
        flag("hold", options.hold)
    }
}

extension InputReader {
    func request() throws(ClusterError) -> Request {
        Request(
            try operation(),
            user: try text("user"),
            manager: try text("manager"),
            isForced: flag("force")
        )
    }

    private func operation() throws(ClusterError) -> Request.Operation {
        switch try text("call") {
        case "create": return .create(try object("object", about: subject))
        case "replace": return .replace(try key(), try object("object", about: subject), try subresource())
        case "patch", "apply": return .patch(try key(), try patch(of: try key()), try subresource())
        case "delete": return .delete(try key(), try deleteOptions())
        case "scale":
            guard let replicas = number("replicas") else { throw unreadable("it has no replicas") }
            let version = text(ifAny: "resourceVersion")
            return .scale(try key(), replicas: replicas, resourceVersion: version, hold: flag("hold"))
        case "rollback": return .rollBack(try key(), revision: number("revision"))
        case "restore":
            guard case .app(let app) = try object("object", about: subject) else {
                throw unreadable("it restores no app")
            }
            return .restore(try key(), app, isWhole: flag("whole"))
        case "promote": return .promote(try key(), isFull: flag("full"))
        case "abort": return .abort(try key())
        case "prune": return .prune
        case let other: throw unreadable("a call of \(other)")
        }
    }

    private func subresource() throws(ClusterError) -> Subresource? {
        guard let name = text(ifAny: "subresource") else { return nil }
        guard let subresource = Subresource(rawValue: name) else { throw unreadable("a subresource \(name)") }
        return subresource
    }

    private func patch(of key: ObjectKey) throws(ClusterError) -> Patch {
        let name = try text("patch")
        guard let format = Patch.Format(rawValue: name) else { throw unreadable("a patch of the format \(name)") }
        let content = try value("content", of: key.kind, about: key.description)
        return switch format {
        case .merge: .merge(content)
        case .strategic: .strategic(content)
        case .json: .json(content)
        case .apply: .apply(content, force: flag("force"))
        }
    }

    private func deleteOptions() throws(ClusterError) -> DeleteOptions {
        let name = try text("propagation")
        guard let propagation = Propagation(rawValue: name) else { throw unreadable("a propagation \(name)") }
        return DeleteOptions(
            gracePeriodSeconds: number("gracePeriodSeconds"),
            propagation: propagation,
            uid: text(ifAny: "uid"),
            resourceVersion: text(ifAny: "resourceVersion"),
            hold: flag("hold")
        )
    }
}

extension Patch {
    /// How a patch says what it wants.
    fileprivate enum Format: String {
        case merge, strategic, json, apply
    }

    fileprivate var format: Format {
        switch self {
        case .merge: .merge
        case .strategic: .strategic
        case .json: .json
        case .apply: .apply
        }
    }

    fileprivate var content: Value {
        switch self {
        case .merge(let content), .strategic(let content), .json(let content), .apply(let content, _): content
        }
    }
}

extension Request.Operation {
    /// The object that it is about; nil for a creation, whose object may have no name yet, and for pruning.
    var key: ObjectKey? {
        switch self {
        case .create(let object) where object.metadata.name.isEmpty: nil
        case .create(let object) where object.kind.isNamespaced && object.metadata.namespace.isEmpty:
            ObjectKey(object.kind, namespace: "default", name: object.metadata.name)
        case .create(let object): object.key
        case .replace(let key, _, _), .patch(let key, _, _), .delete(let key, _), .scale(let key, _, _, _),
            .rollBack(let key, _), .restore(let key, _, _), .promote(let key, _), .abort(let key):
            key
        case .prune: nil
        }
    }
}
