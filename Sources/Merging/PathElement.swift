public import YAML

/// One step of the way to a field, in the spelling of Kubernetes' FieldsV1: `f:name` for a field, `k:{"name":"web"}`
/// for the element of a list that is told from others by keys, `v:"text"` for a member of a set.
///
/// The spelling is kept as it is, since sets of fields are read, compared and written far more often than shown.
public struct PathElement: Sendable, Hashable, Comparable {
    /// The spelling in FieldsV1.
    public let text: String

    /// Takes a spelling as it is, known or not: what another version wrote must survive.
    public init(fieldsV1 text: String) {
        self.text = text
    }

    /// A field of a structure or a key of a map.
    public static func field(_ name: String) -> PathElement {
        PathElement(fieldsV1: "f:" + name)
    }

    /// A member of a list that is a set.
    public static func value(_ value: Value) -> PathElement {
        PathElement(fieldsV1: "v:" + value.json())
    }

    /// An element of a list, told from the others by these fields.
    public static func keys(_ keys: [(name: String, value: Value)]) -> PathElement {
        var text = "k:{"
        for (index, key) in keys.sorted(by: { $0.name < $1.name }).enumerated() {
            if index > 0 { text += "," }
            text += "\(Value.string(key.name).json()):\(key.value.json())"
        }
        return PathElement(fieldsV1: text + "}")
    }

    public static func < (left: PathElement, right: PathElement) -> Bool {
        left.text < right.text
    }

    /// The field's name; nil for elements of lists.
    public var fieldName: Substring? {
        text.hasPrefix("f:") ? text.dropFirst(2) : nil
    }
}

extension PathElement: CustomStringConvertible {
    /// As Kubernetes writes it in conflicts: `.name`, `[name="web"]`, `[="text"]`.
    public var description: String {
        if let fieldName { return ".\(fieldName)" }
        if text.hasPrefix("v:") { return "[=\(text.dropFirst(2))]" }
        if text.hasPrefix("i:") { return "[\(text.dropFirst(2))]" }
        if text.hasPrefix("k:"), case .object(let keys)? = try? Value.parse(json: String(text.dropFirst(2))) {
            return "[\(keys.map { "\($0.key)=\($0.value.json())" }.joined(separator: ","))]"
        }
        return "[\(text)]"
    }
}

extension Sequence<PathElement> {
    /// The path as Kubernetes writes it in conflicts: `.spec.template.spec.containers[name="web"].image`.
    public var pathDescription: String {
        map(\.description).joined()
    }
}
