internal import Controllers
internal import YAML

/// `DeleteOptions` as they come: from the body, which wins, and from the query.
struct DeletionBody {
    /// Null where the call carries none.
    let value: Value
    private let query: Query

    init(_ call: Call) throws(APIError) {
        value = call.body.isEmpty ? .null : try Body.value(call.body, yaml: true)
        query = call.query
    }

    func options() throws(APIError) -> DeleteOptions {
        DeleteOptions(
            gracePeriodSeconds: try gracePeriodSeconds(),
            propagation: try propagation(),
            uid: value["preconditions"]?["uid"]?.string,
            resourceVersion: value["preconditions"]?["resourceVersion"]?.string,
            hold: query.isTrue("hold")
        )
    }

    private func gracePeriodSeconds() throws(APIError) -> Int? {
        if let stated = value["gracePeriodSeconds"], !stated.isNull {
            guard let seconds = stated.int64 else {
                throw Self.wrongType(stated, of: "gracePeriodSeconds", expected: "int64")
            }
            return Int(clamping: seconds)
        }
        guard let text = query["gracePeriodSeconds"] else { return nil }
        guard let seconds = Int(text) else {
            throw .badRequest("strconv.ParseInt: parsing \"\(text)\": invalid syntax")
        }
        return seconds
    }

    private func propagation() throws(APIError) -> Propagation {
        let policy = value["propagationPolicy"]?.string ?? query["propagationPolicy"] ?? ""
        switch policy {
        case "", "Background": return .background
        case "Foreground": return .foreground
        case "Orphan": return .orphan
        default:
            throw .optionInvalid(
                "DeleteOptions",
                field: "propagationPolicy",
                "Unsupported value: \"\(policy)\": supported values: \"Foreground\", \"Background\", \"Orphan\", \"nil\"",
                reason: "FieldValueNotSupported"
            )
        }
    }

    /// In Go's words, as the API server says it.
    static func wrongType(_ value: Value, of field: String, expected: String) -> APIError {
        let found =
            switch value {
            case .null: "null"
            case .bool: "bool"
            case .int, .double: "number"
            case .string: "string"
            case .array: "array"
            case .object: "object"
            }
        return .badRequest(
            "DeleteOptions in version \"v1\" cannot be handled as a DeleteOptions: json: cannot unmarshal \(found) into "
                + "Go struct field DeleteOptions.\(field) of type \(expected)"
        )
    }
}
