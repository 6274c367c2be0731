public import YAML

/// One of a few names, which the API may widen: a name that is not known is kept, and refused when it is validated.
///
/// The empty name means that the field is absent.
public protocol OpenEnumeration: FieldValue, RawRepresentable, CustomStringConvertible, ExpressibleByStringLiteral
where RawValue == String {
    init(rawValue: String)
    /// The names that are valid, in the order in which messages list them.
    static var known: [Self] { get }
}

extension OpenEnumeration {
    public init() { self.init(rawValue: "") }

    public init(stringLiteral value: String) { self.init(rawValue: value) }

    public var description: String { rawValue }

    public var isEmpty: Bool { rawValue.isEmpty }

    public var isZero: Bool { rawValue.isEmpty }

    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        // A known name is taken from the program's text: long ones then need no memory of their own.
        let isKnownText = node.document.syntax == .yaml || !node.isPlain
        if node.kind == .scalar, isKnownText, let name = known.first(where: { node.hasSameText(as: $0.rawValue) }) {
            return name
        }
        return Self(rawValue: String.decode(node, &context))
    }

    public func encode(to writer: inout JSONWriter) { writer.string(rawValue) }
}

extension YAML.Node {
    /// Whether a scalar has this text, without making a string of it.
    func hasSameText(as wanted: String) -> Bool {
        var wanted = wanted
        return wanted.withUTF8 { wanted in
            withUTF8 { $0.count == wanted.count && $0.elementsEqual(wanted) }
        }
    }
}
