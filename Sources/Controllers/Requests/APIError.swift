internal import Merging
public import Model

/// Why a request was refused, in the form that the Kubernetes API gives its refusals.
///
/// Codes, reasons and wording: what a real API server answers.
public struct APIError: Error, Sendable, Hashable {
    public struct Cause: Sendable, Hashable {
        public var reason: String
        public var message: String
        public var field: String

        public init(reason: String, message: String, field: String) {
            self.reason = reason
            self.message = message
            self.field = field
        }
    }

    /// HTTP status.
    public var code: Int
    /// A word for programs: `NotFound`, `Conflict`, ...
    public var reason: String
    public var message: String
    public var name: String?
    public var group: String?
    /// The plural resource; for `Invalid` the kind.
    public var kind: String?
    public var uid: String?
    public var causes: [Cause]
    public var retryAfterSeconds: Int?

    public init(
        code: Int,
        reason: String,
        message: String,
        name: String? = nil,
        group: String? = nil,
        kind: String? = nil,
        uid: String? = nil,
        causes: [Cause] = [],
        retryAfterSeconds: Int? = nil
    ) {
        self.code = code
        self.reason = reason
        self.message = message
        self.name = name
        self.group = group
        self.kind = kind
        self.uid = uid
        self.causes = causes
        self.retryAfterSeconds = retryAfterSeconds
    }
}

extension APIError {
    public static func notFound(_ key: ObjectKey) -> APIError {
        about(key, code: 404, reason: "NotFound", message: "\(key.kind.qualifiedPlural) \"\(key.name)\" not found")
    }

    public static func alreadyExists(_ key: ObjectKey) -> APIError {
        about(
            key,
            code: 409,
            reason: "AlreadyExists",
            message: "\(key.kind.qualifiedPlural) \"\(key.name)\" already exists"
        )
    }

    /// The writer read an older revision than the one that is there.
    public static func stale(_ key: ObjectKey) -> APIError {
        conflict(
            key,
            "the object has been modified; please apply your changes to the latest version and try again"
        )
    }

    public static func conflict(_ key: ObjectKey, _ why: String) -> APIError {
        about(
            key,
            code: 409,
            reason: "Conflict",
            message: "Operation cannot be fulfilled on \(key.kind.qualifiedPlural) \"\(key.name)\": \(why)"
        )
    }

    public static func forbidden(_ key: ObjectKey, _ why: String, causes: [Cause] = []) -> APIError {
        var error = about(
            key,
            code: 403,
            reason: "Forbidden",
            message: "\(key.kind.qualifiedPlural) \"\(key.name)\" is forbidden: \(why)"
        )
        error.causes = causes
        return error
    }

    public static func badRequest(_ message: String) -> APIError {
        APIError(code: 400, reason: "BadRequest", message: message)
    }

    /// The object broke rules of its kind; all of them are told.
    public static func invalid(_ key: ObjectKey, _ errors: [FieldError]) -> APIError {
        let texts = errors.map { "\($0.field): \($0.message)" }
        let list = texts.count == 1 ? texts[0] : "[\(texts.joined(separator: ", "))]"
        return APIError(
            code: 422,
            reason: "Invalid",
            message: "\(key.kind.qualifiedName) \"\(key.name)\" is invalid: \(list)",
            name: key.name,
            group: key.kind.group.isEmpty ? nil : key.kind.group,
            kind: key.kind.name,
            causes: errors.map { Cause(reason: $0.reason.rawValue, message: $0.message, field: $0.field) }
        )
    }

    /// The disk takes no more writes; nothing was changed.
    public static func unavailable(_ why: String) -> APIError {
        APIError(code: 503, reason: "ServiceUnavailable", message: why, retryAfterSeconds: 1)
    }

    /// An apply has to say who applies.
    static var applyWithoutManager: APIError {
        let message = "Required value: is required for apply patch"
        return APIError(
            code: 422,
            reason: "Invalid",
            message: "PatchOptions.meta.k8s.io \"\" is invalid: fieldManager: \(message)",
            group: "meta.k8s.io",
            kind: "PatchOptions",
            causes: [Cause(reason: "FieldValueRequired", message: message, field: "fieldManager")]
        )
    }

    /// What a patch was refused for.
    init(_ error: PatchError, _ key: ObjectKey) {
        let codes: [PatchError.Reason: Int] = [
            .badRequest: 400, .conflict: 409, .requestEntityTooLarge: 413, .invalid: 422,
        ]
        self = .about(key, code: codes[error.reason] ?? 400, reason: error.reason.rawValue, message: error.message)
        causes = error.causes.map { Cause(reason: $0.reason, message: $0.message, field: $0.field) }
    }

    private static func about(_ key: ObjectKey, code: Int, reason: String, message: String) -> APIError {
        APIError(
            code: code,
            reason: reason,
            message: message,
            name: key.name,
            group: key.kind.group.isEmpty ? nil : key.kind.group,
            kind: key.kind.plural
        )
    }
}
