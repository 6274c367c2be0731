import YAML

/// Reads schema files. A mistake in one is named with its place, and stops the generator.
struct SchemaReader {
    private(set) var schema = Schema()
    private(set) var problems: [Problem] = []

    /// Reads one file. `file` is its name without directory and extension.
    mutating func read(_ document: Document, file: String) {
        for (key, node) in document.root.entries {
            if node["values"] != nil {
                schema.enumerations.append(enumeration(key.text, node, file))
            } else if node["handwritten"] != nil {
                schema.handwritten.insert(key.text)
            } else {
                schema.structures.append(structure(key.text, node, file))
            }
        }
    }

    /// Finds names of types that nothing declares.
    mutating func finish() {
        let primitives: Set = ["string", "bool", "int32", "int64", "double", "bytes"]
        for structure in schema.structures {
            for field in structure.fields {
                let isKnown =
                    primitives.contains(field.type) || schema.handwritten.contains(field.type)
                    || schema.isEnumeration(field.type) || schema.isStructure(field.type)
                if !isKnown {
                    problems.append(
                        Problem(
                            file: structure.file + ".yaml",
                            path: "\(structure.name).\(field.name)",
                            message: "no type is named \(field.type)"
                        )
                    )
                }
            }
        }
    }

    private mutating func enumeration(_ name: String, _ node: Node, _ file: String) -> EnumerationSchema {
        expect(node, ["description", "values"])
        return EnumerationSchema(
            name: name,
            file: file,
            description: node["description"]?.text ?? "",
            values: texts(node["values"])
        )
    }

    private mutating func structure(_ name: String, _ node: Node, _ file: String) -> StructureSchema {
        expect(
            node,
            ["description", "package", "kind", "boxed", "mapType", "computedDefaults", "computedRules", "fields"]
        )
        var fields: [FieldSchema] = []
        if let declared = node["fields"] {
            for (key, field) in declared.entries { fields.append(self.field(key.text, field)) }
        }
        return StructureSchema(
            name: name,
            file: file,
            description: node["description"]?.text ?? "",
            package: node["package"]?.text ?? "",
            kind: node["kind"].map { kind($0) },
            isBoxed: node["boxed"]?.bool() ?? false,
            mapType: node["mapType"]?.text,
            computedDefaults: node["computedDefaults"]?.text,
            computedRules: node["computedRules"]?.text,
            fields: fields
        )
    }

    private mutating func kind(_ node: Node) -> KindSchema {
        expect(
            node,
            ["group", "version", "plural", "singular", "shortNames", "namespaced", "categories", "subresources"]
        )
        return KindSchema(
            group: node["group"]?.text ?? "",
            version: node["version"]?.text ?? "",
            plural: node["plural"]?.text ?? "",
            singular: node["singular"]?.text ?? "",
            shortNames: texts(node["shortNames"]),
            isNamespaced: node["namespaced"]?.bool() ?? true,
            categories: texts(node["categories"]),
            subresources: texts(node["subresources"])
        )
    }

    private mutating func field(_ name: String, _ node: Node) -> FieldSchema {
        expect(
            node,
            [
                "type", "list", "map", "optional", "proto", "within", "required", "blank", "default", "minimum",
                "maximum",
                "format", "listType", "keys", "mapType", "patch", "mergeKey", "enforced", "harmless", "rare",
                "description",
            ]
        )
        let shape: FieldSchema.Shape = node["list"] != nil ? .list : node["map"] != nil ? .map : .single
        guard let type = node["type"] ?? node["list"] ?? node["map"] else {
            problems.append(Problem(node, message: "a field needs one of type, list and map"))
            return self.field(name, shape, "string", node)
        }
        return self.field(name, shape, type.text, node)
    }

    private func field(_ name: String, _ shape: FieldSchema.Shape, _ type: String, _ node: Node) -> FieldSchema {
        FieldSchema(
            name: name,
            shape: shape,
            type: type,
            isOptional: node["optional"]?.bool() ?? false,
            number: node["proto"]?.int64().map { Int($0) },
            within: node["within"]?.int64().map { Int($0) },
            isRequired: node["required"]?.bool() ?? false,
            mayBeBlank: node["blank"]?.bool() ?? false,
            defaultText: node["default"].map { $0.kind == .mapping ? "{}" : $0.text },
            minimum: node["minimum"]?.int64(),
            maximum: node["maximum"]?.int64(),
            format: node["format"]?.text,
            listType: node["listType"]?.text,
            keys: texts(node["keys"]),
            mapType: node["mapType"]?.text,
            patch: node["patch"]?.text,
            mergeKey: node["mergeKey"]?.text,
            isEnforced: node["enforced"]?.bool() ?? true,
            harmlessText: node["harmless"]?.text,
            isRare: node["rare"]?.bool() ?? false,
            description: node["description"]?.text ?? ""
        )
    }

    private func texts(_ node: Node?) -> [String] {
        node.map { $0.elements.map(\.text) } ?? []
    }

    private mutating func expect(_ node: Node, _ names: [String]) {
        for (key, _) in node.entries where !names.contains(key.text) {
            problems.append(Problem(key, message: "a schema file has no \(key.text)"))
        }
    }
}
