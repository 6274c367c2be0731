internal import YAML

extension FieldSet {
    /// The fields that an applied configuration states.
    ///
    /// Throws for a list whose elements can't be told apart, as the API server does: nobody could say later whose
    /// element is whose.
    init(configuration: Value, _ shape: Shape) throws(PatchError) {
        var path: [PathElement] = []
        self = try FieldSet(stated: configuration, shape, &path)
    }

    /// `path` is where the value stands: for messages.
    private init(stated value: Value, _ shape: Shape, _ path: inout [PathElement]) throws(PatchError) {
        guard !shape.isLeaf else {
            self = .member
            return
        }
        switch value {
        case .object(let fields) where !fields.isEmpty && shape.hasFields:
            var children: [Child] = []
            children.reserveCapacity(fields.count)
            for (name, field) in fields {
                let entry = shape.entry(name)
                path.append(entry.element)
                var set = try FieldSet(stated: field, entry.shape, &path)
                path.removeLast()
                if !entry.isNamed { set.isMember = true }
                children.append(Child(element: entry.element, set: set))
            }
            self.init(isMember: false, unordered: children)
        case .array(let items) where shape.isList:
            try self.init(items, shape, &path)
        default:
            self = .member
        }
    }

    private init(_ items: [Value], _ shape: Shape, _ path: inout [PathElement]) throws(PatchError) {
        var children: [Child] = []
        var seen: Set<PathElement> = []
        for item in items {
            guard let element = shape.pathElement(of: item) else {
                throw FieldSet.refusal(path, shape.missingKeyMessage)
            }
            guard seen.insert(element).inserted else {
                throw FieldSet.refusal(path, "duplicate entries for key \(element)")
            }
            path.append(element)
            var set = try FieldSet(stated: item, shape.element, &path)
            path.removeLast()
            set.isMember = true
            children.append(Child(element: element, set: set))
        }
        self.init(isMember: false, unordered: children)
    }

    private static func refusal(_ path: [PathElement], _ message: String) -> PatchError {
        let field = path.pathDescription
        return PatchError(
            .badRequest,
            "failed to create typed patch object: \(field): \(message)",
            causes: [PatchError.Cause(reason: "FieldValueInvalid", message: message, field: field)]
        )
    }
}

extension Shape {
    var hasFields: Bool {
        switch form {
        case .structure, .map: true
        case .scalar, .quantity, .list: false
        }
    }

    var isList: Bool {
        if case .list = form { true } else { false }
    }

    fileprivate var missingKeyMessage: String {
        let names = keys.filter { $0.assumed == nil }.map { "\"\($0.name)\"" }.joined(separator: ", ")
        return names.isEmpty
            ? "a list that is a set holds something that is no scalar"
            : "associative list with keys has an element that omits key field \(names) (and doesn't have default value)"
    }
}
