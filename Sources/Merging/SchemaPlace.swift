public import Model
public import YAML

/// A place in the objects of a kind, for who walks through two versions of one and must know which elements of their
/// lists are the same.
public struct SchemaPlace: Sendable {
    private let shape: Shape

    /// The root of an object.
    public init(_ kind: Kind) { self.init(.of(kind)) }

    private init(_ shape: Shape) { self.shape = shape }

    /// The place of an entry of a structure or map. The schema need not know it.
    public func field(_ name: String) -> SchemaPlace { SchemaPlace(shape.field(name)) }

    /// The place of a list's elements.
    public var element: SchemaPlace { SchemaPlace(shape.element) }

    /// What tells a list's elements apart, each one's keys in short: `80/TCP`. Nil where the schema names no keys, an
    /// element lacks one, or two have the same.
    public func keys(of elements: [Value]) -> [String]? {
        guard !shape.keys.isEmpty, ListElements(elements, shape) != nil else { return nil }
        return elements.map { element in
            shape.keys.map { key in
                let value = element[key.name].present ?? key.assumed ?? .null
                return value.string ?? value.json()
            }.joined(separator: "/")
        }
    }
}
