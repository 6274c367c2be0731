internal import Model
internal import YAML

extension Shape {
    /// The shape of a whole object.
    static func of(_ kind: Kind) -> Shape { shapes[kind] ?? .unknown }

    /// Made when first asked for: a few thousand places.
    private static let shapes: [Kind: Shape] = {
        var structures: [String: [String: Shape]] = [:]
        return Dictionary(
            uniqueKeysWithValues: Kind.allCases.map { kind in
                (kind, Shape(.structure(fields(of: kind.name, &structures))))
            }
        )
    }()

    /// The shapes of a type's fields. Types that many others hold are made once.
    private static func fields(of type: String, _ structures: inout [String: [String: Shape]]) -> [String: Shape] {
        if let fields = structures[type] { return fields }
        var fields: [String: Shape] = [:]
        for (name, field) in Schema.types[type]?.fields ?? [:] { fields[name] = shape(of: field, &structures) }
        structures[type] = fields
        return fields
    }

    private static func shape(of field: SchemaField, _ structures: inout [String: [String: Shape]]) -> Shape {
        let (form, isStructure) = form(of: field.type, &structures)
        let isAtomicType = Schema.types[field.type]?.mapType == "atomic"
        switch field.shape {
        case .single:
            let patch = PatchStrategy(replaces: field.patch == "replace")
            let isAtomic = isAtomicType || field.mapType == "atomic"
            return Shape(form, isAtomic: isAtomic, patch: patch, isAlwaysPresent: isStructure && !field.isOptional)
        case .map:
            return Shape(.map(Shape(form, isAtomic: isAtomicType)), isAtomic: field.mapType == "atomic")
        case .list:
            let merges = field.patch?.split(separator: ",").contains("merge") ?? false
            return Shape(
                .list(Shape(form, isAtomic: isAtomicType)),
                isAtomic: field.listType != "map" && field.listType != "set",
                keys: field.keys.map { key in ListKey(name: key, assumed: assumed(key, in: field.type)) },
                patch: PatchStrategy(mergesElements: merges, mergeKey: field.mergeKey),
                isAlwaysPresent: field.isRequired
            )
        }
    }

    private static func form(
        of type: String,
        _ structures: inout [String: [String: Shape]]
    ) -> (Form, isStructure: Bool) {
        if type == "Quantity" { return (.quantity, false) }
        let fields = fields(of: type, &structures)
        return fields.isEmpty ? (.scalar, false) : (.structure(fields), true)
    }

    /// What a key of a list's elements is where an element omits it.
    private static func assumed(_ key: String, in type: String) -> Value? {
        Schema.types[type]?.fields[key]?.defaultText.map(Value.string)
    }
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
