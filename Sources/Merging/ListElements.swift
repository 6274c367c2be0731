internal import YAML

extension Shape {
    /// The step that leads to an element of this list; nil when the element lacks what would tell it from the others.
    func pathElement(of item: Value) -> PathElement? {
        guard !keys.isEmpty else {
            switch item {
            case .null, .array, .object: return nil
            case .bool, .int, .double, .string: return .value(item)
            }
        }
        guard case .object(let fields) = item else { return nil }
        var writer = JSONWriter(capacity: 64)
        writer.beginObject()
        for key in keys {
            guard let value = fields[key.name].present ?? key.assumed else { return nil }
            writer.key(key.name)
            writer.value(value)
        }
        writer.endObject()
        return PathElement(fieldsV1: "k:" + writer.text)
    }
}

/// The elements of a list, to be found by what tells them apart.
struct ListElements {
    let elements: [PathElement]
    private let places: [PathElement: Int]

    /// Nil when an element can't be told from the others, be it that it lacks a key or that two have the same: the list
    /// is then looked at as a whole.
    init?(_ items: [Value], _ shape: Shape) {
        var elements: [PathElement] = []
        var places: [PathElement: Int] = [:]
        elements.reserveCapacity(items.count)
        for (index, item) in items.enumerated() {
            guard let element = shape.pathElement(of: item), places.updateValue(index, forKey: element) == nil else {
                return nil
            }
            elements.append(element)
        }
        self.elements = elements
        self.places = places
    }

    func place(of element: PathElement) -> Int? { places[element] }

    func contains(_ element: PathElement) -> Bool { places[element] != nil }
}
