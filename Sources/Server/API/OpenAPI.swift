internal import Model
internal import YAML

/// The part of OpenAPI 3 that kubectl needs: which kinds there are, and that their fields are validated here.
enum OpenAPI {
    /// Where the document of each group and version is.
    static var index: Value {
        var paths: Fields = [:]
        for path in groupVersions.map(path) {
            paths[path] = ["serverRelativeURL": .string("/openapi/v3/\(path)")]
        }
        return ["paths": .object(paths)]
    }

    /// The document of a group and version, named as in the index; nil where there is none.
    static func document(_ name: String) -> Value? {
        guard let groupVersion = groupVersions.first(where: { path($0) == name }) else { return nil }
        var paths: Fields = [:]
        var schemas: Fields = [:]
        for kind in Kind.allCases.filter({ $0.apiVersion == groupVersion }).sorted() {
            schemas[schemaName(kind)] = [
                "type": "object", "description": .string("\(kind.name) of \(kind.apiVersion)."),
                "x-kubernetes-group-version-kind": [groupVersionKind(kind)],
                "x-kubernetes-preserve-unknown-fields": true,
            ]
            paths[objectPath(kind)] = operations(kind)
        }
        return [
            "openapi": "3.0.0", "info": ["title": "Steady", "version": "v1"], "paths": .object(paths),
            "components": ["schemas": .object(schemas)],
        ]
    }

    /// A client that finds `fieldValidation` here leaves the judgement of fields to the server.
    private static func operations(_ kind: Kind) -> Value {
        let parameters = ["dryRun", "fieldManager", "fieldValidation", "force"].map { name -> Value in
            ["name": .string(name), "in": "query", "schema": ["type": name == "force" ? "boolean" : "string"]]
        }
        let schema: Value = ["$ref": .string("#/components/schemas/\(schemaName(kind))")]
        return [
            "patch": [
                "parameters": .array(parameters),
                "responses": ["200": ["description": "OK", "content": ["application/json": ["schema": schema]]]],
                "x-kubernetes-action": "patch",
                "x-kubernetes-group-version-kind": groupVersionKind(kind),
            ]
        ]
    }

    private static func groupVersionKind(_ kind: Kind) -> Value {
        ["group": .string(kind.group), "version": .string(kind.version), "kind": .string(kind.name)]
    }

    private static func objectPath(_ kind: Kind) -> String {
        let namespace = kind.isNamespaced ? "namespaces/{namespace}/" : ""
        return "/\(path(kind.apiVersion))/\(namespace)\(kind.plural)/{name}"
    }

    private static func schemaName(_ kind: Kind) -> String {
        let group = kind.group.isEmpty ? "core" : String(kind.group.prefix { $0 != "." })
        return "io.k8s.api.\(group).\(kind.version).\(kind.name)"
    }

    private static var groupVersions: [String] { Set(Kind.allCases.map(\.apiVersion)).sorted() }

    /// `api/v1`, `apis/apps/v1`.
    private static func path(_ groupVersion: String) -> String {
        groupVersion.contains("/") ? "apis/\(groupVersion)" : "api/\(groupVersion)"
    }
}
