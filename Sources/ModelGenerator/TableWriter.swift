/// Writes the facts of all types as one text, which the program reads when it is first asked.
struct TableWriter {
    let schema: Schema

    /// One line per type, enumeration and field.
    func write(into text: inout SwiftText) {
        text.line()
        text.block("extension Schema") { text in
            text.document(
                """
                A type: `T`, its name and facts, a tab, its description; then its fields: `F` and the same. \
                An enumeration: `E` and the same. A fact is a word, or a name and its value.
                """
            )
            text.line("static let table: StaticString =")
            text.line("    #\"\"\"")
            for structure in schema.structures { rows(structure, &text) }
            for enumeration in schema.enumerations {
                let values = "values=" + enumeration.values.joined(separator: ",")
                row("E \(enumeration.name)", [values], enumeration.description, &text)
            }
            text.line("    \"\"\"#")
        }
    }

    private func rows(_ structure: StructureSchema, _ text: inout SwiftText) {
        let own = ["package=\(structure.package)", fact("mapType", structure.mapType)]
        row("T \(structure.name)", own, structure.description, &text)
        for field in structure.fields { row("F \(field.name)", facts(of: field), field.description, &text) }
    }

    private func facts(of field: FieldSchema) -> [String] {
        let shape =
            switch field.shape {
            case .single: "type"
            case .list: "list"
            case .map: "map"
            }
        return [
            "\(shape)=\(field.type)", field.isOptional ? "optional" : "",
            fact("within", field.within), fact("proto", field.number),
            field.isRequired ? "required" : "", fact("default", field.defaultText),
            fact("minimum", field.minimum), fact("maximum", field.maximum), fact("format", field.format),
            fact("listType", field.listType), field.keys.isEmpty ? "" : "keys=" + field.keys.joined(separator: ","),
            fact("mapType", field.mapType), fact("patch", field.patch), fact("mergeKey", field.mergeKey),
            field.isEnforced ? "" : "unenforced",
        ]
    }

    private func fact(_ name: String, _ value: (some CustomStringConvertible)?) -> String {
        value.map { "\(name)=\($0)" } ?? ""
    }

    private func row(_ head: String, _ facts: [String], _ description: String, _ text: inout SwiftText) {
        let facts = facts.filter { !$0.isEmpty }.joined(separator: " ")
        text.line("    \(head) \(facts)\t\(description)")
    }
}
