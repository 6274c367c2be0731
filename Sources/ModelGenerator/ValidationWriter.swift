/// Writes the checks that follow from the facts of each field.
struct ValidationWriter {
    let schema: Schema
    /// Types that have something to check somewhere in them.
    private let checked: Set<String>

    init(schema: Schema) {
        self.schema = schema
        checked = ValidationWriter.checked(in: schema)
    }

    func write(_ file: String, into text: inout SwiftText) {
        for structure in schema.structures where structure.file == file && structure.name != "ObjectMeta" {
            guard checked.contains(structure.name) || structure.kind != nil else { continue }
            text.line()
            text.block("extension \(structure.name): Validated") { text in
                text.line("@inline(never)")
                text.block("func validate(_ validation: inout Validation)") { text in
                    if structure.kind != nil { text.line("validation.metadata(of: self)") }
                    for field in ValidationWriter.inputs(of: structure) { checks(field, &text) }
                    if structure.computedRules != nil { text.line("checkRules(&validation)") }
                }
            }
        }
    }

    /// What users state: the status of an object is the system's own, and metadata is checked by hand.
    private static func inputs(of structure: StructureSchema) -> [FieldSchema] {
        guard structure.kind != nil else { return structure.fields }
        return structure.fields.filter { $0.name != "status" && $0.name != "metadata" }
    }

    private func checks(_ field: FieldSchema, _ text: inout SwiftText) {
        for check in ValidationWriter.checks(field, schema) { text.line("validation.\(check)") }
        guard checked.contains(field.type) else { return }
        let call =
            switch field.shape {
            case .single: "part"
            case .list: "parts"
            case .map: "entries"
            }
        text.call("validation.\(call)", [field.name.quoted, field.name.swiftName])
    }

    private static func checks(_ field: FieldSchema, _ schema: Schema) -> [String] {
        let arguments = "\(field.name.quoted), \(field.name.swiftName)"
        var checks: [String] = []
        if field.isRequired, !field.mayBeBlank, isCheckable(field, schema) { checks.append("required(\(arguments))") }
        if schema.isEnumeration(field.type), field.shape != .map { checks.append("known(\(arguments))") }
        if let format = field.format { checks.append("format(\(arguments), .\(format))") }
        switch (field.minimum, field.maximum) {
        case (let minimum?, let maximum?): checks.append("range(\(arguments), \(minimum)...\(maximum))")
        case (let minimum?, nil): checks.append("minimum(\(arguments), \(minimum))")
        default: break
        }
        return checks
    }

    /// A number or a part that is held by value can't be missing.
    private static func isCheckable(_ field: FieldSchema, _ schema: Schema) -> Bool {
        if field.shape != .single || field.isOptional { return true }
        return field.type == "string" || schema.isEnumeration(field.type)
    }

    private static func checked(in schema: Schema) -> Set<String> {
        var found: Set = ["ObjectMeta"]
        for structure in schema.structures {
            let isChecked = inputs(of: structure).contains { !checks($0, schema).isEmpty }
            if isChecked || structure.computedRules != nil { found.insert(structure.name) }
        }
        while true {
            let more = schema.structures.filter { structure in
                !found.contains(structure.name) && inputs(of: structure).contains { found.contains($0.type) }
            }
            if more.isEmpty { return found }
            found.formUnion(more.map(\.name))
        }
    }
}
