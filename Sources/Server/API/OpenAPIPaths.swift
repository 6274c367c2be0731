internal import Model
internal import YAML

/// The paths of objects as OpenAPI lists them.
struct OpenAPIPaths {
    private let version: OpenAPIVersion

    init(_ version: OpenAPIVersion) {
        self.version = version
    }

    /// `api/v1`, `apis/apps/v1`.
    static func prefix(_ apiVersion: String) -> String {
        apiVersion.contains("/") ? "apis/\(apiVersion)" : "api/\(apiVersion)"
    }

    func all(of kinds: [Kind]) -> Fields {
        var paths: Fields = [:]
        for kind in kinds {
            let namespace = kind.isNamespaced ? "namespaces/{namespace}/" : ""
            let collection = "/\(Self.prefix(kind.apiVersion))/\(namespace)\(kind.plural)"
            paths[collection] = item(kind, [.list, .create])
            paths[collection + "/{name}"] = item(kind, [.get, .replace, .patch, .delete])
        }
        return paths
    }

    // MARK: Operations

    private enum Operation: String {
        case list, create, get, replace, patch, delete

        var method: String {
            switch self {
            case .list, .get: "get"
            case .create: "post"
            case .replace: "put"
            case .patch: "patch"
            case .delete: "delete"
            }
        }

        /// Kubernetes' word for it.
        var action: String { self == .create || self == .replace ? method : rawValue }

        /// A client that finds `fieldValidation` among a patch's leaves the judgement of fields to the server.
        var parameters: [String] {
            switch self {
            case .list: ["continue", "fieldSelector", "labelSelector", "limit", "resourceVersion", "watch"]
            case .get: []
            case .create, .replace: ["dryRun", "fieldManager", "fieldValidation"]
            case .patch: ["dryRun", "fieldManager", "fieldValidation", "force"]
            case .delete: ["dryRun", "gracePeriodSeconds", "propagationPolicy"]
            }
        }

        var bodyTypes: [String] {
            switch self {
            case .list, .get, .delete: []
            case .create, .replace: Body.readable
            case .patch: Writing.patchTypes
            }
        }
    }

    private func item(_ kind: Kind, _ operations: [Operation]) -> Value {
        var item: Fields = [:]
        for operation in operations { item[operation.method] = .object(fields(of: operation, kind)) }
        return .object(item)
    }

    private func fields(of operation: Operation, _ kind: Kind) -> Fields {
        var fields: Fields = [
            "description": .string("\(operation.rawValue) \(kind.name)"),
            "x-kubernetes-action": .string(operation.action),
            "x-kubernetes-group-version-kind": OpenAPISchemas.groupVersionKind(kind),
            "parameters": .array(operation.parameters.map(parameter)),
        ]
        let reference = version.reference(to: OpenAPISchemas.name(of: Schema.of(kind)))
        let types = operation.bodyTypes.map(Value.string)
        switch version {
        case .two:
            if !types.isEmpty { fields["consumes"] = .array(types) }
            fields["produces"] = ["application/json"]
            fields["responses"] = ["200": ["description": "OK", "schema": ["$ref": reference]]]
        case .three:
            let content: Value = ["schema": ["$ref": reference]]
            if !types.isEmpty {
                let contents = operation.bodyTypes.map { (key: $0, value: content) }
                fields["requestBody"] = ["required": true, "content": .object(Fields(contents))]
            }
            fields["responses"] = ["200": ["description": "OK", "content": ["application/json": content]]]
        }
        return fields
    }

    private func parameter(_ name: String) -> Value {
        let type: Value =
            switch name {
            case "force", "watch": "boolean"
            case "limit", "gracePeriodSeconds": "integer"
            default: "string"
            }
        return switch version {
        case .two: ["name": .string(name), "in": "query", "type": type]
        case .three: ["name": .string(name), "in": "query", "schema": ["type": type]]
        }
    }
}
