/// Why a patch was not applied. Its words and codes are those that the Kubernetes API server answers with, where it
/// has any, so that the server can pass them on as they are.
public struct PatchError: Error, Sendable, Hashable, CustomStringConvertible {
    public enum Reason: String, Sendable, Hashable {
        /// The patch itself is not well-formed.
        case badRequest = "BadRequest"
        /// Others own what the patch would change.
        case conflict = "Conflict"
        /// The patch is well-formed but too large to be worked through.
        case requestEntityTooLarge = "RequestEntityTooLarge"
        /// The patch is well-formed and does not fit the object.
        case invalid = "Invalid"
    }

    /// One field that stands in the way.
    public struct Cause: Sendable, Hashable {
        /// One of Kubernetes' words: `FieldManagerConflict`, `FieldValueInvalid`, ...
        public var reason: String
        public var message: String
        /// The field's path, as Kubernetes writes it for this reason.
        public var field: String

        public init(reason: String, message: String, field: String) {
            self.reason = reason
            self.message = message
            self.field = field
        }
    }

    public var reason: Reason
    /// What was tried and what was wrong with it.
    public var message: String
    public var causes: [Cause]

    public init(_ reason: Reason, _ message: String, causes: [Cause] = []) {
        self.reason = reason
        self.message = message
        self.causes = causes
    }

    /// The HTTP status that goes with the reason.
    public var code: Int {
        switch reason {
        case .badRequest: 400
        case .conflict: 409
        case .requestEntityTooLarge: 413
        case .invalid: 422
        }
    }

    public var description: String { message }
}
