internal import YAML

/// What merging must know about a place in an object: what may stand there, and how two versions of it become one.
///
/// Made once per kind from the model's schema. A place that the schema doesn't know is `Shape.unknown`.
final class Shape: Sendable {
    enum Form: Sendable {
        case scalar
        /// Equal when the amounts are: `0.5` and `500m`.
        case quantity
        case structure([String: Field])
        case map(Shape)
        case list(Shape)
    }

    /// An entry of a structure that the schema names.
    struct Field: Sendable {
        let shape: Shape
        let element: PathElement
    }

    /// A field that tells the elements of a list from each other, and what it is where an element omits it.
    struct ListKey: Sendable {
        let name: String
        let assumed: Value?
    }

    /// How a strategic merge patch treats the place.
    struct PatchStrategy: Sendable {
        /// Elements of a list are merged one by one, not replaced as a whole.
        var mergesElements = false
        /// A structure is replaced as a whole.
        var replaces = false
        /// The field that pairs a list's elements; lists of scalars have none.
        var mergeKey: String?
    }

    let form: Form
    /// Owned and applied as a whole by server-side apply.
    let isAtomic: Bool
    /// The keys of a list whose elements are owned one by one. Without any, such a list is a set of scalars.
    let keys: [ListKey]
    let patch: PatchStrategy
    /// A structure that each object has, be it empty: it is there even where JSON leaves it out.
    let isAlwaysPresent: Bool

    init(
        _ form: Form,
        isAtomic: Bool = false,
        keys: [ListKey] = [],
        patch: PatchStrategy = PatchStrategy(),
        isAlwaysPresent: Bool = false
    ) {
        self.form = form
        self.isAtomic = isAtomic
        self.keys = keys.sorted { $0.name < $1.name }
        self.patch = patch
        self.isAlwaysPresent = isAlwaysPresent
    }

    static let unknown = Shape(.scalar)

    /// Whether server-side apply looks at the place as one thing.
    var isLeaf: Bool {
        switch form {
        case .scalar, .quantity: true
        case .structure, .map, .list: isAtomic
        }
    }

    /// The shape of an entry of a structure or map.
    func field(_ name: String) -> Shape {
        switch form {
        case .structure(let fields): fields[name]?.shape ?? .unknown
        case .map(let shape): shape
        case .scalar, .quantity, .list: .unknown
        }
    }

    /// The shape of an entry, the step that leads to it, and whether it is the schema that names it, not the author of
    /// the object.
    func entry(_ name: String) -> (shape: Shape, element: PathElement, isNamed: Bool) {
        switch form {
        case .structure(let fields):
            if let field = fields[name] { return (field.shape, field.element, true) }
            return (.unknown, .field(name), false)
        case .map(let shape):
            return (shape, .field(name), false)
        case .scalar, .quantity, .list:
            return (.unknown, .field(name), false)
        }
    }

    /// The shape of a list's elements.
    var element: Shape {
        if case .list(let shape) = form { shape } else { .unknown }
    }
}
