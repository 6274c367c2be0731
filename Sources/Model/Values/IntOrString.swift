public import YAML

/// A number, or a text: a port and its name, a count and a percentage.
public enum IntOrString: Sendable, Hashable {
    case int(Int)
    case string(String)

    public init() { self = .int(0) }

    /// Reads the text of a default: a number where it is one.
    public init(_ text: String) {
        self = Int(text).map(IntOrString.int) ?? .string(text)
    }

    /// The count that is meant, where a percentage is one of `total`; nil for a text that is no percentage.
    ///
    /// 25 % of 10 is 3 rounded up and 2 rounded down.
    public func resolve(percentOf total: Int, roundingUp: Bool) -> Int? {
        switch self {
        case .int(let int): return int
        case .string:
            guard let percentage else { return nil }
            let (product, overflow) = percentage.multipliedReportingOverflow(by: total)
            guard !overflow else { return nil }
            return roundingUp && product > 0 ? (product + 99) / 100 : product / 100
        }
    }

    /// The number before the `%`; nil where this is not written as a percentage.
    public var percentage: Int? {
        guard case .string(let text) = self, text.hasSuffix("%") else { return nil }
        let digits = text.dropLast()
        guard !digits.isEmpty, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
        return Int(digits)
    }
}

extension IntOrString: CustomStringConvertible, ExpressibleByIntegerLiteral, ExpressibleByStringLiteral {
    public init(integerLiteral value: Int) { self = .int(value) }

    public init(stringLiteral value: String) { self = .string(value) }

    public var description: String {
        switch self {
        case .int(let int): "\(int)"
        case .string(let string): string
        }
    }
}

extension IntOrString: FieldValue {
    public var isZero: Bool { self == .int(0) }

    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> IntOrString {
        if node.isPlain, node.int64() != nil { return .int(context.int32(node)) }
        if let string = node.string() { return .string(string) }
        context.mismatch(node, expected: "integer or string", goType: "intstr.IntOrString")
        return IntOrString()
    }

    public func encode(to writer: inout JSONWriter) {
        switch self {
        case .int(let int): writer.int(Int64(int))
        case .string(let string): writer.string(string)
        }
    }
}
