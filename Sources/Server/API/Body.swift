internal import Controllers
internal import Model
internal import YAML

/// What a call carries, decoded.
enum Body {
    /// What objects may come as.
    static let readable = ["application/json", "application/yaml"]

    /// How unknown and doubled fields are taken, and what was found.
    struct FieldValidation {
        var unknownFields: DecodingContext.UnknownFields

        init(_ call: Call) throws(APIError) {
            switch call.query["fieldValidation"] ?? "" {
            case "", "Warn": unknownFields = .warn
            case "Strict": unknownFields = .fail
            case "Ignore": unknownFields = .ignore
            case let other:
                throw .optionInvalid(
                    call.optionsKind,
                    field: "fieldValidation",
                    "Unsupported value: \"\(other)\": supported values: \"Ignore\", \"Strict\", \"Warn\"",
                    reason: "FieldValueNotSupported"
                )
            }
        }
    }

    /// The document of a body that holds an object of a kind.
    static func document(_ call: Call, of kind: String) throws(APIError) -> Document {
        let type = MediaType(call.contentType ?? "application/json")
        switch type.name {
        case "application/json", "": return try json(call.body, of: kind)
        case "application/yaml": return try yaml(call.body, of: kind)
        default: throw .unsupportedMediaType(readable)
        }
    }

    /// An object of a kind, and what is to be warned of.
    static func object(_ call: Call, of kind: Kind) throws(APIError) -> (object: Object, warnings: [String]) {
        let document = try document(call, of: kind.name)
        return try object(document.root, of: kind, FieldValidation(call))
    }

    static func object(
        _ node: YAML.Node,
        of kind: Kind,
        _ validation: FieldValidation
    ) throws(APIError) -> (object: Object, warnings: [String]) {
        try checkKind(node, kind)
        var context = DecodingContext(unknownFields: validation.unknownFields, notesUnenforced: true)
        let object = Object(kind, node, &context)
        let prefix = "\(kind.name) in version \"\(kind.version)\" cannot be handled as a \(kind.name): "
        let doubled = node.document.duplicateKeys.map { "duplicate field \"\($0.path)\"" }
        let strictErrors = validation.unknownFields == .ignore ? [] : context.strictErrors + doubled
        if validation.unknownFields == .fail, !strictErrors.isEmpty {
            throw .badRequest(prefix + "strict decoding error: " + strictErrors.joined(separator: ", "))
        }
        let errors = context.problems.filter { $0.severity == .error }
        if !errors.isEmpty {
            throw .badRequest(prefix + errors.map(\.message).joined(separator: ", "))
        }
        let unenforced = context.unenforced.map { "field \"\($0)\" is known but has no effect yet" }
        return (object, strictErrors + unenforced)
    }

    /// Any data, for patches and options. JSON is read as YAML's subset where YAML is allowed.
    static func value(_ bytes: [UInt8], yaml allowsYAML: Bool = false) throws(APIError) -> Value {
        let document = allowsYAML ? try yaml(bytes, of: "patch") : try json(bytes, of: "patch")
        do throws(Problem) {
            return try document.root.value()
        } catch {
            throw .badRequest(error.message)
        }
    }

    // MARK: Syntax

    private static func json(_ bytes: [UInt8], of kind: String) throws(APIError) -> Document {
        do throws(Problem) {
            return try JSONParser.parse(bytes, duplicateKeys: .lastWins)
        } catch {
            throw .badRequest(
                "the object provided is unrecognized (must be of type \(kind)): couldn't get version/kind; "
                    + "json parse error: \(error.message)\(excerpt(bytes))"
            )
        }
    }

    static func yaml(_ bytes: [UInt8], of kind: String) throws(APIError) -> Document {
        let (documents, problems) = YAMLParser.parse(bytes)
        if let problem = problems.first {
            throw .badRequest("the object provided is unrecognized (must be of type \(kind)): yaml: \(problem)")
        }
        guard documents.count == 1 else {
            throw .badRequest("expected one document of type \(kind), found \(documents.count)")
        }
        return documents[0]
    }

    private static func excerpt(_ bytes: [UInt8]) -> String {
        let text = String(decoding: bytes.prefix(64), as: UTF8.self)
        return text.isEmpty ? "" : " (\(text)\(bytes.count > 64 ? " ..." : ""))"
    }

    /// What the body says of itself must fit the path; it may say nothing.
    private static func checkKind(_ node: YAML.Node, _ kind: Kind) throws(APIError) {
        guard node.kind == .mapping else {
            throw .badRequest("the object provided is unrecognized (must be of type \(kind.name)): expected an object")
        }
        if let version = node["apiVersion"]?.string(), !version.isEmpty, version != kind.apiVersion {
            throw .badRequest(
                "the API version in the data (\(version)) does not match the expected API version (\(kind.apiVersion))"
            )
        }
        if let name = node["kind"]?.string(), !name.isEmpty, name != kind.name {
            throw .badRequest("the kind in the data (\(name)) does not match the expected kind (\(kind.name))")
        }
    }
}
