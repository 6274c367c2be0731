/// Why a field can't be accepted, in the API server's words.
public struct FieldError: Error, Sendable, Hashable, CustomStringConvertible {
    /// As `details.causes` names it in a 422.
    public enum Reason: String, Sendable, Hashable {
        case required = "FieldValueRequired"
        case invalid = "FieldValueInvalid"
        case notSupported = "FieldValueNotSupported"
        case forbidden = "FieldValueForbidden"
        case duplicate = "FieldValueDuplicate"
        case notFound = "FieldValueNotFound"
        case tooLong = "FieldValueTooLong"
        case tooMany = "FieldValueTooMany"
    }

    public var reason: Reason
    /// `spec.template.spec.containers[0].name`.
    public var field: String
    /// `Invalid value: -1: must be greater than or equal to 0`.
    public var message: String

    public init(_ reason: Reason, _ field: String, _ message: String) {
        self.reason = reason
        self.field = field
        self.message = message
    }

    /// `spec.replicas: Invalid value: -1: must be greater than or equal to 0`.
    public var description: String { "\(field): \(message)" }
}

extension Object {
    /// What is wrong with a new object, defaults applied; empty where nothing is.
    public func validate() -> [FieldError] {
        var validation = Validation()
        validate(&validation)
        return validation.errors
    }

    /// What is wrong with an object that takes the place of another: its own mistakes, and changes to what must stay.
    public func validate(replacing old: Object) -> [FieldError] {
        var validation = Validation()
        validate(&validation)
        checkChange(from: old, &validation)
        return validation.errors
    }

    /// The message of a 422: `Deployment.apps "web" is invalid: [...]`.
    public func complaint(about errors: [FieldError]) -> String {
        let list = errors.map(\.description).joined(separator: ", ")
        return "\(kind.qualifiedName) \"\(metadata.name)\" is invalid: " + (errors.count == 1 ? list : "[\(list)]")
    }
}
