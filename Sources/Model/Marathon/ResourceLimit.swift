public import YAML

/// How much a task may use at most.
public enum ResourceLimit: Sendable, Hashable {
    case amount(Double)
    case unlimited
}

extension ResourceLimit: FieldValue {
    public init() { self = .amount(0) }

    public var isZero: Bool { false }

    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> ResourceLimit {
        if let amount = node.double() { return .amount(amount) }
        if node.string() == "unlimited" { return .unlimited }
        let found = node.kind == .scalar ? node.text : node.summary
        context.error(node, "'\(found)' is an invalid resource limit. It must be 'unlimited' or a number")
        return .unlimited
    }

    public func encode(to writer: inout JSONWriter) {
        switch self {
        case .amount(let amount): writer.double(amount)
        case .unlimited: writer.string("unlimited")
        }
    }
}
