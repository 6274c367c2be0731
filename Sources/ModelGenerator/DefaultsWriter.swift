/// Writes what fields become that nobody stated.
struct DefaultsWriter {
    let schema: Schema
    /// Types that have a default somewhere in them.
    private let defaulted: Set<String>

    init(schema: Schema) {
        self.schema = schema
        defaulted = DefaultsWriter.defaulted(in: schema)
    }

    func write(_ file: String, into text: inout SwiftText) {
        for structure in schema.structures where structure.file == file {
            guard defaulted.contains(structure.name) || structure.kind != nil else { continue }
            text.line()
            text.block("extension \(structure.name)") { text in
                text.block("public mutating func applyDefaults()") { text in
                    for field in structure.fields { defaults(field, &text) }
                    if structure.computedDefaults != nil { text.line("applyComputedDefaults()") }
                }
            }
        }
    }

    private func defaults(_ field: FieldSchema, _ text: inout SwiftText) {
        let name = field.name.swiftName
        if let value = field.defaultText {
            let test = field.isPointer ? "\(name) == nil" : "\(name) == \(field.zero(schema))"
            text.line("if \(test) { \(name) = \(literal(value, field)) }")
        }
        guard defaulted.contains(field.type) else { return }
        switch field.shape {
        case .list where field.isPointer:
            text.line("for index in (\(name) ?? []).indices { \(name)?[index].applyDefaults() }")
        case .list: text.line("for index in \(name).indices { \(name)[index].applyDefaults() }")
        case .map: text.line("for key in \(name).keys { \(name)[key]?.applyDefaults() }")
        case .single: text.line("\(name)\(field.isPointer ? "?" : "").applyDefaults()")
        }
    }

    private func literal(_ value: String, _ field: FieldSchema) -> String {
        if schema.isEnumeration(field.type) {
            return value.isEmpty ? "\(field.type)()" : ".\(value.caseName)"
        }
        switch field.type {
        case "string": return value.quoted
        case "bool", "int32", "int64", "double": return value
        default: return value == "{}" ? "\(field.type)()" : "\(field.type)(\(value.quoted))"
        }
    }

    private static func defaulted(in schema: Schema) -> Set<String> {
        var found = Set(
            schema.structures.filter { structure in
                structure.computedDefaults != nil || structure.fields.contains { $0.defaultText != nil }
            }.map(\.name)
        )
        while true {
            let more = schema.structures.filter { structure in
                !found.contains(structure.name) && structure.fields.contains { found.contains($0.type) }
            }
            if more.isEmpty { return found }
            found.formUnion(more.map(\.name))
        }
    }
}
