public import YAML

/// When tasks on a node that is lost are replaced and forgotten.
public enum UnreachableStrategy: Sendable, Hashable {
    /// Never: the app waits for its node.
    case disabled
    /// A replacement starts after the first time, the lost task is forgotten after the second. Seconds.
    case after(inactive: Int, expunge: Int)
}

extension UnreachableStrategy: FieldValue {
    public init() { self = .after(inactive: 0, expunge: 0) }

    public var isZero: Bool { false }

    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> UnreachableStrategy {
        if node.kind == .scalar {
            if node.string() == "disabled" { return .disabled }
            context.error(node, "expected \"disabled\" or an object, found \(node.summary)")
            return .disabled
        }
        var (inactive, expunge) = (0, 0)
        for (key, value) in node.entries {
            switch key.text {
            case "inactiveAfterSeconds": inactive = context.int32(value)
            case "expungeAfterSeconds": expunge = context.int32(value)
            default: context.unknownField(key, among: ["inactiveAfterSeconds", "expungeAfterSeconds"])
            }
        }
        return .after(inactive: inactive, expunge: expunge)
    }

    public func encode(to writer: inout JSONWriter) {
        switch self {
        case .disabled: writer.string("disabled")
        case .after(let inactive, let expunge):
            writer.beginObject()
            writer.key("expungeAfterSeconds")
            writer.int(Int64(expunge))
            writer.key("inactiveAfterSeconds")
            writer.int(Int64(inactive))
            writer.endObject()
        }
    }
}
