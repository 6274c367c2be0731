public import YAML

/// Where instances of an app may be placed: `["hostname", "UNIQUE"]`.
public struct Constraint: Sendable, Hashable {
    /// What is asked of a node.
    public enum Operator: String, Sendable, Hashable, CaseIterable {
        case unique = "UNIQUE"
        case cluster = "CLUSTER"
        case groupBy = "GROUP_BY"
        case like = "LIKE"
        case maxPer = "MAX_PER"
        case unlike = "UNLIKE"
        case `is` = "IS"
    }

    /// The parts as they were written: a field, an operator and perhaps a value.
    public var parts: [String]

    public init() { parts = [] }

    public init(_ parts: [String]) { self.parts = parts }

    public init(_ field: String, _ operator: Operator, _ value: String? = nil) {
        parts = [field, `operator`.rawValue] + (value.map { [$0] } ?? [])
    }

    /// `hostname`, `@zone`, or the name of a label or attribute of nodes.
    public var field: String { parts.first ?? "" }

    /// Nil where there is no such operator.
    public var `operator`: Operator? { parts.count > 1 ? Operator(rawValue: parts[1]) : nil }

    public var value: String? { parts.count > 2 ? parts[2] : nil }
}

extension Constraint: FieldValue {
    public var isZero: Bool { parts.isEmpty }

    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Constraint {
        Constraint([String].decode(node, &context))
    }

    public func encode(to writer: inout JSONWriter) { parts.encode(to: &writer) }
}
