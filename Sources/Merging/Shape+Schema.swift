internal import Model
internal import YAML

extension Shape {
    /// The shape of a whole object.
    static func of(_ kind: Kind) -> Shape { shapes[kind] ?? .unknown }

    /// Made when first asked for: a few thousand places.
    private static let shapes: [Kind: Shape] = {
        var structures: [String: [String: Field]] = [:]
        return Dictionary(
            uniqueKeysWithValues: Kind.allCases.map { kind in
                (kind, Shape(.structure(fields(of: Schema.of(kind), &structures))))
            }
        )
    }()

    /// The fields of a type. Types that many others hold are looked at once; one that holds itself is not looked into
    /// again there.
    private static func fields(of type: SchemaType, _ structures: inout [String: [String: Field]]) -> [String: Field] {
        if let fields = structures[type.name] { return fields }
        structures[type.name] = [:]
        var fields: [String: Field] = [:]
        for field in type.fields {
            fields[field.name] = Field(shape: shape(of: field, &structures), element: .field(field.name))
        }
        structures[type.name] = fields
        return fields
    }

    private static func shape(of field: SchemaField, _ structures: inout [String: [String: Field]]) -> Shape {
        let structure = field.structure
        let form =
            if let structure { Form.structure(fields(of: structure, &structures)) } else {
                field.type == "Quantity" ? Form.quantity : Form.scalar
            }
        let isAtomicType = structure?.isAtomic ?? false
        switch field.shape {
        case .single:
            return Shape(
                form,
                isAtomic: isAtomicType || field.isAtomic,
                patch: PatchStrategy(replaces: field.patchStrategies.contains("replace")),
                isAlwaysPresent: structure != nil && !field.isOptional
            )
        case .map:
            return Shape(.map(Shape(form, isAtomic: isAtomicType)), isAtomic: field.isAtomic)
        case .list:
            let merges = field.patchStrategies.contains("merge")
            return Shape(
                .list(Shape(form, isAtomic: isAtomicType)),
                isAtomic: field.listType != .map && field.listType != .set,
                keys: field.keys.map { ListKey(name: $0, assumed: structure?.field($0)?.assumed) },
                patch: PatchStrategy(mergesElements: merges, mergeKey: field.mergeKey),
                isAlwaysPresent: field.isRequired
            )
        }
    }
}

extension SchemaField {
    /// The value of a text field that is left out; keys of lists that are no texts have no defaults.
    fileprivate var assumed: Value? { defaultText.map(Value.string) }
}

extension Value {
    /// The amount that a text or number stands for; nil where it is none.
    var quantity: Quantity? {
        switch self {
        case .string(let text): Quantity(text)
        case .int(let int): Quantity("\(int)")
        case .double(let double): Quantity("\(double)")
        default: nil
        }
    }
}
