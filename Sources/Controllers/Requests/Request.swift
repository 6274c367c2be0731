public import Model
public import YAML

/// One write that somebody asks for: a value, so that the journal can keep it and replay it.
public struct Request: Sendable {
    public enum Operation: Sendable {
        /// As decoded: defaults, names and addresses are the control plane's to give.
        case create(Object)
        case replace(ObjectKey, Object, Subresource? = nil)
        case patch(ObjectKey, Patch, Subresource? = nil)
        case delete(ObjectKey, DeleteOptions)
        /// `hold` overrules the file that states the object until the file's words change.
        case scale(ObjectKey, replicas: Int, resourceVersion: String? = nil, hold: Bool = false)
        /// Puts an earlier template in force; nil: the one before the present one. It holds against a file.
        case rollBack(ObjectKey, revision: Int? = nil)
        /// Puts an earlier definition of an App in force, but for how many instances it has; `isWhole`: those, too. It
        /// holds against a file.
        case restore(ObjectKey, App, isWhole: Bool = false)
        /// Lets a stepped update go on from the pause that it waits at; `isFull`: beyond the later ones, too.
        case promote(ObjectKey, isFull: Bool = false)
        /// Takes the update of a Deployment that is under way back to what was up before. It holds against a file. An
        /// App's is given up where it stands: what it goes back to, only the journal knows.
        case abort(ObjectKey)
        /// Lets go what the prune guard holds back.
        case prune
    }

    public var operation: Operation
    /// Who asks; the uid's name on a unix socket.
    public var user: String
    /// The field manager that the change is recorded under.
    public var manager: String
    /// Everything is decided and answered, nothing is kept.
    public var isDryRun: Bool
    /// Changes an App though a change of it is being deployed, whose place this one takes.
    public var isForced: Bool

    public init(
        _ operation: Operation,
        user: String,
        manager: String,
        isDryRun: Bool = false,
        isForced: Bool = false
    ) {
        self.operation = operation
        self.user = user
        self.manager = manager
        self.isDryRun = isDryRun
        if case .patch(_, .apply(_, true), _) = operation { self.isForced = true } else { self.isForced = isForced }
    }
}

public enum Subresource: String, Sendable, Hashable, CaseIterable {
    case status, scale
}

public enum Patch: Sendable {
    /// RFC 7396.
    case merge(Value)
    /// Kubernetes' merge by keys of lists.
    case strategic(Value)
    /// RFC 6902.
    case json(Value)
    /// Server-side apply. `force` takes over fields that others manage.
    case apply(Value, force: Bool)
}

public struct DeleteOptions: Sendable, Hashable {
    /// Nil: what the object's kind says.
    public var gracePeriodSeconds: Int?
    public var propagation: Propagation
    public var uid: String?
    public var resourceVersion: String?
    /// Deletes though a file states the object; it stays away until the file's words change.
    public var hold: Bool

    public init(
        gracePeriodSeconds: Int? = nil,
        propagation: Propagation = .background,
        uid: String? = nil,
        resourceVersion: String? = nil,
        hold: Bool = false
    ) {
        self.gracePeriodSeconds = gracePeriodSeconds
        self.propagation = propagation
        self.uid = uid
        self.resourceVersion = resourceVersion
        self.hold = hold
    }
}

/// What came of a request, told once it is durable.
public struct Answer: Sendable {
    /// The object as it is then; nil where there is nothing to show, as after pruning.
    public var result: Result<Object?, APIError>
    /// The object was not there before.
    public var isNew: Bool
    /// The object is gone, not just marked.
    public var isGone: Bool
    public var warnings: [String]

    public init(
        _ result: Result<Object?, APIError>,
        isNew: Bool = false,
        isGone: Bool = false,
        warnings: [String] = []
    ) {
        self.result = result
        self.isNew = isNew
        self.isGone = isGone
        self.warnings = warnings
    }

    /// For whoever asked about one object.
    public func object() throws(APIError) -> Object {
        guard let object = try result.get() else {
            throw APIError(code: 500, reason: "InternalError", message: "there is no object to show")
        }
        return object
    }
}
