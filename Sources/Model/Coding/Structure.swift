public import YAML

/// What a field can hold: it is read from a node and written as JSON.
public protocol FieldValue: Sendable, Hashable {
    /// The value that a null stands for.
    init()

    /// Reads a node. A mistake is collected in the context, and a zero stands in for what was wrong.
    static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self

    func encode(to writer: inout JSONWriter)

    /// Whether this says nothing, so that the field is left out when it is written.
    var isZero: Bool { get }
}

/// A type with fields: generated from its schema.
public protocol Structure: FieldValue {}

extension Structure {
    /// Makes one and fills it in: `Container { $0.name = "web" }`.
    public init(_ fill: (inout Self) throws -> Void) rethrows {
        self.init()
        try fill(&self)
    }

    /// Structures that are held by value are always written.
    public var isZero: Bool { false }

    /// The structure as compact JSON.
    public func json() -> [UInt8] {
        var writer = JSONWriter()
        encode(to: &writer)
        return writer.bytes
    }
}
