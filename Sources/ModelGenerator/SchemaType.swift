/// What the schema files say, as values.
struct Schema {
    var structures: [StructureSchema] = []
    var enumerations: [EnumerationSchema] = []
    /// Types that are written by hand, since their JSON is now this and now that.
    var handwritten: Set<String> = ["Quantity", "IntOrString", "Time", "MicroTime", "RawJSON"]

    subscript(name: String) -> StructureSchema? { structures.first { $0.name == name } }

    func isEnumeration(_ name: String) -> Bool { enumerations.contains { $0.name == name } }

    func isStructure(_ name: String) -> Bool { structures.contains { $0.name == name } }
}

/// A type with fields.
struct StructureSchema {
    var name: String
    /// The schema file that declares it, without directory and extension.
    var file: String
    var description: String
    /// Where the type lives in Kubernetes' naming: `io.k8s.api.core.v1`.
    var package: String
    /// Present where the type is an object with a name, not a part of one.
    var kind: KindSchema?
    /// Kept on the heap and shared between copies, since it is large and often copied.
    var isBoxed: Bool
    /// `atomic` where server-side apply owns all fields together.
    var mapType: String?
    /// What hand-written code defaults beyond the fields' own defaults; nil where nothing.
    var computedDefaults: String?
    /// What hand-written code checks beyond the fields' own bounds; nil where nothing.
    var computedRules: String?
    var fields: [FieldSchema]
}

/// What discovery says of a kind.
struct KindSchema {
    var group: String
    var version: String
    var plural: String
    var singular: String
    var shortNames: [String]
    var isNamespaced: Bool
    var categories: [String]
    var subresources: [String]
}

struct FieldSchema {
    enum Shape {
        case single, list, map
    }

    var name: String
    var shape: Shape
    /// The type of the field, or of its elements or values.
    var type: String
    /// Absent differs from zero, false or empty.
    var isOptional: Bool
    var number: Int?
    /// The number of the message that holds this field on the wire where JSON shows it flat.
    var within: Int?
    var isRequired: Bool
    /// Required, but an empty text will do.
    var mayBeBlank: Bool
    /// As written in the schema file; nil where there is none.
    var defaultText: String?
    var minimum: Int64?
    var maximum: Int64?
    /// A rule for the text or number: `dnsLabel`, `port`, ...
    var format: String?
    var listType: String?
    var keys: [String]
    var mapType: String?
    var patch: String?
    var mergeKey: String?
    /// Whether Steady does what the field says.
    var isEnforced: Bool
    /// A value of a field that isn't enforced which asks for what is so anyway.
    var harmlessText: String?
    /// Kept apart with the other rare ones, so that what is rare takes no room where it is absent.
    var isRare: Bool
    var description: String
}

/// Names that a text field may hold.
struct EnumerationSchema {
    var name: String
    var file: String
    var description: String
    var values: [String]
}
