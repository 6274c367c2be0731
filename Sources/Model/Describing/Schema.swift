/// What is known of all types and fields: for merging, for the published OpenAPI, for `explain`.
///
/// The facts are one text in the program, made from the schema files, and are read at the first use.
public enum Schema {
    /// A type by its name: `PodSpec`. Nil for strings, numbers and the like.
    public static subscript(type: String) -> SchemaType? { types[type] }

    /// The type of the objects of a kind.
    public static func of(_ kind: Kind) -> SchemaType {
        // Every kind is made from a type of its name.
        types[kind.rawValue] ?? SchemaType(name: kind.rawValue)
    }

    /// The names of an enumeration: `RestartPolicy`.
    public static func values(of enumeration: String) -> [String]? { contents.enumerations[enumeration]?.values }

    /// What an enumeration is for.
    public static func description(of enumeration: String) -> String? {
        contents.enumerations[enumeration]?.description
    }

    /// All types by name.
    public static var types: [String: SchemaType] { contents.types }

    private static let contents = SchemaReader.read(table)
}

/// A type with fields.
public struct SchemaType: Sendable, Hashable {
    public var name: String
    /// Where it lives in Kubernetes' naming: `io.k8s.api.core.v1`.
    public var package: String = ""
    public var description: String = ""
    /// Whether server-side apply owns all of its fields together.
    public var isAtomic = false
    /// In the order of the alphabet.
    public var fields: [SchemaField] = []

    /// The field of this name. `apiVersion` and `kind` of objects are not among the fields.
    public func field(_ name: String) -> SchemaField? {
        var (low, high) = (0, fields.count)
        while low < high {
            let middle = (low + high) / 2
            if fields[middle].name < name { low = middle + 1 } else { high = middle }
        }
        return low < fields.count && fields[low].name == name ? fields[low] : nil
    }
}

/// What is known of a field.
public struct SchemaField: Sendable, Hashable {
    public enum Shape: Sendable, Hashable {
        case single, list, map
    }

    /// How server-side apply merges a list.
    public enum ListType: String, Sendable, Hashable {
        /// It is replaced as a whole.
        case atomic
        /// Its elements are values, each with an owner.
        case set
        /// Its elements are objects, told apart by their keys.
        case map
    }

    public var name: String
    public var shape: Shape = .single
    /// The type of the field, or of its elements or values: `string`, `bool`, `int32`, `int64`, `double`, `bytes`,
    /// `Quantity`, `IntOrString`, `Time`, `MicroTime`, `RawJSON`, an enumeration, or the name of a type.
    public var type: String = "string"
    /// Whether absent differs from zero.
    public var isOptional = false
    public var isRequired = false
    /// The field's number in the protobuf form.
    public var number: Int?
    /// The number of the message that holds the field in the protobuf form, where JSON shows it flat.
    public var within: Int?
    /// As text; nil where there is none or it depends on other fields.
    public var defaultText: String?
    public var minimum: Int64?
    public var maximum: Int64?
    public var format: String?
    public var listType: ListType?
    /// The fields that tell the elements of a list of type `map` apart.
    public var keys: [String] = []
    /// Whether server-side apply owns a map or structure as a whole.
    public var isAtomic = false
    /// What a strategic merge patch does: `merge`, `replace`, `retainKeys`.
    public var patchStrategies: [String] = []
    /// The field that tells elements apart in a strategic merge patch.
    public var mergeKey: String?
    /// Whether Steady does what the field says.
    public var isEnforced = true
    public var description: String = ""

    /// The type of the field or of its elements, where that has fields of its own.
    public var structure: SchemaType? { Schema[type] }
}
