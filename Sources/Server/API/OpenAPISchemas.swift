internal import Model
internal import YAML

/// The model's types as OpenAPI describes them.
struct OpenAPISchemas {
    private let version: OpenAPIVersion
    private var found: [String: Value] = [:]

    /// The schemas of kinds and of all that they are made of, by name and in its order.
    static func all(of kinds: [Kind], _ version: OpenAPIVersion) -> Fields {
        var schemas = OpenAPISchemas(version: version)
        for kind in kinds { schemas.add(Schema.of(kind), kind) }
        return Fields(schemas.found.sorted { $0.key < $1.key }.map { (key: $0.key, value: $0.value) })
    }

    /// `io.k8s.api.apps.v1.Deployment`.
    static func name(of type: SchemaType) -> String { "\(type.package).\(type.name)" }

    static func groupVersionKind(_ kind: Kind) -> Value {
        ["group": .string(kind.group), "version": .string(kind.version), "kind": .string(kind.name)]
    }

    private mutating func add(_ type: SchemaType, _ kind: Kind? = nil) {
        let name = Self.name(of: type)
        guard found[name] == nil else { return }
        found[name] = .object(schema(of: type, kind))
        for field in type.fields {
            if let inner = field.structure { add(inner) }
        }
    }

    // MARK: Types

    private func schema(of type: SchemaType, _ kind: Kind?) -> Fields {
        var schema: Fields = ["description": .string(type.description), "type": "object"]
        var properties: Fields = [:]
        if let kind {
            properties["apiVersion"] = ["description": .string("\(kind.apiVersion)"), "type": "string"]
            properties["kind"] = ["description": .string("\(kind.name)"), "type": "string"]
            schema["x-kubernetes-group-version-kind"] = [Self.groupVersionKind(kind)]
        }
        for field in type.fields { properties[field.name] = .object(property(field)) }
        if !properties.isEmpty { schema["properties"] = .object(properties) }
        let required = type.fields.filter(\.isRequired).map { Value.string($0.name) }
        if !required.isEmpty { schema["required"] = .array(required) }
        if type.isAtomic { schema["x-kubernetes-map-type"] = "atomic" }
        return schema
    }

    // MARK: Fields

    private func property(_ field: SchemaField) -> Fields {
        var property = shape(of: field)
        let remark = field.isEnforced ? "" : " (known, but without effect yet)"
        property["description"] = .string(field.description + remark)
        if let standard = Self.standard(of: field) { property["default"] = standard }
        if let minimum = field.minimum { property["minimum"] = .int(minimum) }
        if let maximum = field.maximum { property["maximum"] = .int(maximum) }
        addMerging(of: field, to: &property)
        return property
    }

    private func shape(of field: SchemaField) -> Fields {
        switch field.shape {
        case .single: element(field)
        case .list: ["type": "array", "items": .object(element(field))]
        case .map: ["type": "object", "additionalProperties": .object(element(field))]
        }
    }

    /// How lists and maps are merged: by server-side apply, and by a strategic patch.
    private func addMerging(of field: SchemaField, to property: inout Fields) {
        if let type = field.listType { property["x-kubernetes-list-type"] = .string(type.rawValue) }
        if !field.keys.isEmpty { property["x-kubernetes-list-map-keys"] = .array(field.keys.map(Value.string)) }
        if field.isAtomic { property["x-kubernetes-map-type"] = "atomic" }
        if !field.patchStrategies.isEmpty {
            property["x-kubernetes-patch-strategy"] = .string(field.patchStrategies.joined(separator: ","))
        }
        if let key = field.mergeKey { property["x-kubernetes-patch-merge-key"] = .string(key) }
    }

    /// The default, where it depends on no other field.
    private static func standard(of field: SchemaField) -> Value? {
        guard field.shape == .single, let text = field.defaultText else { return nil }
        return switch field.type {
        case "bool": .bool(text == "true")
        case "int32", "int64": Int64(text).map(Value.int)
        case "double": Double(text).map(Value.double)
        default: field.structure == nil ? .string(text) : [:]
        }
    }

    // MARK: Elements

    private func element(_ field: SchemaField) -> Fields {
        if let structure = field.structure {
            let reference = version.reference(to: Self.name(of: structure))
            // In OpenAPI 3 nothing may stand beside a reference.
            return version == .two ? ["$ref": reference] : ["allOf": [["$ref": reference]]]
        }
        if let values = Schema.values(of: field.type) {
            return ["type": "string", "enum": .array(values.map(Value.string))]
        }
        return plain(field.type)
    }

    private func plain(_ type: String) -> Fields {
        switch type {
        case "string": ["type": "string"]
        case "bool": ["type": "boolean"]
        case "int32", "int64": ["type": "integer", "format": .string(type)]
        case "double": ["type": "number", "format": "double"]
        case "bytes": ["type": "string", "format": "byte"]
        case "Time", "MicroTime": ["type": "string", "format": "date-time"]
        case "Quantity": either("string", "number")
        case "IntOrString": either("integer", "string", format: "int-or-string")
        case "RawJSON": ["type": "object"]
        case "Constraint": ["type": "array", "items": ["type": "string"]]
        case "ResourceLimit": either("number", "string")
        // A text, or an object in place of it.
        default: ["x-kubernetes-preserve-unknown-fields": true]
        }
    }

    /// What may be written in two ways. OpenAPI 2 can't say so: there it is a string.
    private func either(_ one: Value, _ other: Value, format: Value? = nil) -> Fields {
        var fields: Fields = version == .two ? ["type": "string"] : ["oneOf": [["type": one], ["type": other]]]
        if let format { fields["format"] = format }
        return fields
    }
}
