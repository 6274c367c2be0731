/// Writes how the types of one schema file are read and written.
struct CodingWriter {
    let schema: Schema

    func write(_ file: String, into text: inout SwiftText) {
        for structure in schema.structures where structure.file == file {
            text.line()
            text.block("extension \(structure.name)") { text in
                names(structure, &text)
                text.line()
                decoding(structure, &text)
                text.line()
                encoding(structure, &text)
            }
        }
    }

    private func names(_ structure: StructureSchema, _ text: inout SwiftText) {
        let names = (structure.kind == nil ? [] : ["apiVersion", "kind"]) + structure.fields.map(\.name)
        text.block("private enum Field: Int") { $0.cases(names.map(\.swiftName)) }
        text.line()
        text.line("private static let fields = FieldTable(")
        text.line("    \(structure.name.quoted),")
        text.words(names)
        text.line(")")
    }

    private func decoding(_ structure: StructureSchema, _ text: inout SwiftText) {
        text.line("@inline(never)")
        text.block("public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self") { text in
            text.line("var result = Self()")
            text.line("guard var object = ObjectReader(node, fields, &context) else { return result }")
            text.block("while let field = Field(rawValue: object.next(&context))") { text in
                text.line("switch field {")
                if structure.kind != nil { text.line("case .apiVersion, .kind: break") }
                for field in structure.fields {
                    text.line("case .\(field.name.swiftName):")
                    if !field.isEnforced { text.line("    context.noteUnenforced(object.value\(ignored(field)))") }
                    let name = field.name.swiftName
                    text.assignment("    result.\(name) =", decode(field))
                }
                text.line("}")
            }
            text.line("return result")
        }
    }

    /// The default of a field that is not honoured changes nothing, so stating it deserves no warning.
    private func ignored(_ field: FieldSchema) -> String {
        guard field.shape == .single, let text = field.harmlessText ?? field.defaultText, text != "{}" else {
            return ""
        }
        return ", unless: \(text.quoted)"
    }

    private func decode(_ field: FieldSchema) -> String {
        if field.type == "int32" {
            switch field.shape {
            case .single: return "context.int32(object.value)"
            case .list: return "context.int32s(object.value)"
            case .map: return "[String: Int].decode(object.value, &context)"
            }
        }
        return "\(field.valueType).decode(object.value, &context)"
    }

    private func encoding(_ structure: StructureSchema, _ text: inout SwiftText) {
        text.line("@inline(never)")
        text.block("public func encode(to writer: inout JSONWriter)") { text in
            text.line("writer.beginObject()")
            if structure.kind != nil { text.line("writer.head(Self.kind)") }
            for field in structure.fields {
                text.call("writer.\(call(field))", [field.name.quoted, field.name.swiftName])
            }
            text.line("writer.endObject()")
        }
    }

    /// Parts that Kubernetes holds by value are always written, and so is what it requires.
    private func call(_ field: FieldSchema) -> String {
        if field.type == "MicroTime" { return "microTime" }
        if field.isPointer { return "optional" }
        if field.shape == .single, field.isRequired || schema.isStructure(field.type) { return "always" }
        if field.shape == .single, field.type == "Quantity" || field.type == "IntOrString" { return "always" }
        return field.isRequired ? "always" : "field"
    }
}
