/// Writes the Swift types of one schema file.
struct StructureWriter {
    let schema: Schema

    func write(_ file: String, into text: inout SwiftText) {
        for structure in schema.structures where structure.file == file {
            text.line()
            write(structure, &text)
        }
        for enumeration in schema.enumerations where enumeration.file == file {
            text.line()
            write(enumeration, &text)
        }
    }

    private func write(_ structure: StructureSchema, _ text: inout SwiftText) {
        let rare = structure.fields.filter(\.isRare)
        text.document(structure.description)
        text.block("public struct \(structure.name): \(conformances(of: structure))") { text in
            if structure.kind != nil {
                text.line("public static let kind = Kind.\(structure.name.caseName)")
            }
            if structure.isBoxed { text.line("public static let blank = Box(Self())") }
            for field in structure.fields where !field.isRare { property(field, &text) }
            for field in rare { rareProperty(field, &text) }
            if !rare.isEmpty { text.line("private var rare = Box<Rare>()") }
            text.line()
            text.line("public init() {}")
            if !rare.isEmpty {
                text.line()
                text.line("/// What is seldom there, kept apart so that it takes no room where it is absent.")
                text.block("private struct Rare: Blank") { text in
                    text.line("static let blank = Box(Self())")
                    for field in rare {
                        text.line("\(storage(field))var \(field.name.swiftName): \(field.swiftType(schema))")
                    }
                }
            }
        }
    }

    private func conformances(of structure: StructureSchema) -> String {
        (structure.kind == nil ? "Structure" : "Resource") + (structure.isBoxed ? ", Blank" : "")
    }

    private func property(_ field: FieldSchema, _ text: inout SwiftText) {
        text.document(field.description)
        let name = field.name.swiftName
        let type = field.swiftType(schema)
        if isShared(field) {
            text.block("public var \(name): \(type)") { text in
                text.line("@inlinable unsafeAddress { \(field.name)Box.address }")
                text.line("@inlinable unsafeMutableAddress { \(field.name)Box.mutableAddress() }")
            }
            text.line("@usableFromInline var \(field.name)Box = Box<\(type)>()")
        } else {
            let zero = field.isPointer ? "" : " = \(field.zero(schema))"
            text.line("\(storage(field))public var \(name): \(type)\(zero)")
        }
    }

    private func rareProperty(_ field: FieldSchema, _ text: inout SwiftText) {
        text.document(field.description)
        let name = field.name.swiftName
        text.block("public var \(name): \(field.swiftType(schema))") { text in
            text.line("get { rare.isEmpty ? nil : rare.value.\(name) }")
            text.block("set") { text in
                text.line("if newValue != nil || !rare.isEmpty { rare.value.\(name) = newValue }")
            }
        }
    }

    private func storage(_ field: FieldSchema) -> String {
        field.shape == .single && field.isPointer && schema.isStructure(field.type) ? "@Boxed " : ""
    }

    /// A part that is held by value in Kubernetes but is too large to be copied with its owner.
    private func isShared(_ field: FieldSchema) -> Bool {
        field.shape == .single && !field.isPointer && (schema[field.type]?.isBoxed ?? false)
    }

    private func write(_ enumeration: EnumerationSchema, _ text: inout SwiftText) {
        text.document(enumeration.description)
        text.block("public struct \(enumeration.name): OpenEnumeration") { text in
            text.line("public var rawValue: String")
            text.line()
            text.line("public init(rawValue: String) { self.rawValue = rawValue }")
            text.line()
            for value in enumeration.values {
                text.line("public static var \(value.caseName): Self { Self(rawValue: \(value.quoted)) }")
            }
            text.line()
            text.block("public static var known: [Self]") { text in
                text.array(enumeration.values.map { "." + $0.caseName })
            }
        }
    }
}

extension FieldSchema {
    var isPointer: Bool { isOptional }

    /// The type of the field, or of its elements or values, in Swift.
    var elementType: String {
        switch type {
        case "string": "String"
        case "bool": "Bool"
        case "int32", "int64": "Int"
        case "double": "Double"
        case "bytes": "Bytes"
        case "Time", "MicroTime": "Timestamp"
        default: type
        }
    }

    /// The type of the field in Swift, without the question mark.
    var valueType: String {
        switch shape {
        case .single: elementType
        case .list: "[\(elementType)]"
        case .map: "[String: \(elementType)]"
        }
    }

    func swiftType(_ schema: Schema) -> String {
        isPointer ? valueType + "?" : valueType
    }

    /// The value that means that the field is absent.
    func zero(_ schema: Schema) -> String {
        switch shape {
        case .list: return "[]"
        case .map: return "[:]"
        case .single: break
        }
        switch type {
        case "string": return "\"\""
        case "bool": return "false"
        case "int32", "int64", "double": return "0"
        default: return elementType + "()"
        }
    }
}
