public import YAML

/// What an environment variable of an app holds.
public enum EnvironmentValue: Sendable, Hashable {
    case text(String)
    /// The name of an entry in the app's `secrets`.
    case secret(String)
}

extension EnvironmentValue: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self = .text(value) }
}

extension EnvironmentValue: FieldValue {
    public init() { self = .text("") }

    public var isZero: Bool { false }

    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> EnvironmentValue {
        guard node.kind == .mapping else { return .text(String.decode(node, &context)) }
        guard let secret = node["secret"], node.count == 1 else {
            context.error(node, "expected a text or an object with the one field \"secret\"")
            return .text("")
        }
        return .secret(String.decode(secret, &context))
    }

    public func encode(to writer: inout JSONWriter) {
        switch self {
        case .text(let text): writer.string(text)
        case .secret(let name):
            writer.beginObject()
            writer.key("secret")
            writer.string(name)
            writer.endObject()
        }
    }
}
