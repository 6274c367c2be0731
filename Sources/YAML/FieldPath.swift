/// A place in a document, written as Kubernetes writes it: `spec.containers[0].ports[1]`,
/// `metadata.labels[app.kubernetes.io/name]`.
public struct FieldPath: Sendable, Hashable, CustomStringConvertible {
    /// The path as text; empty for the root.
    public private(set) var description: String

    /// The root.
    public init() {
        description = ""
    }

    /// A path that is already written.
    public init(_ description: String) {
        self.description = description
    }

    /// The path of an entry of the mapping here. A key that could not be read back from a dotted path stands in
    /// brackets.
    public func appending(key: String) -> FieldPath {
        if FieldPath.needsBrackets(key) { return FieldPath("\(description)[\(key)]") }
        return FieldPath(description.isEmpty ? key : "\(description).\(key)")
    }

    /// The path of an element of the sequence here.
    public func appending(index: Int) -> FieldPath {
        FieldPath("\(description)[\(index)]")
    }

    private static func needsBrackets(_ key: String) -> Bool {
        key.isEmpty
            || key.utf8.contains { byte in
                switch byte {
                case UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "["), UInt8(ascii: "]"): true
                default: byte <= UInt8(ascii: " ")
                }
            }
    }
}
