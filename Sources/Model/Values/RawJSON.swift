public import YAML

/// A tree that is kept as it came, as compact JSON.
public struct RawJSON: Sendable, Hashable {
    public var json: String

    public init() { json = "{}" }

    public init(json: String) { self.json = json }

    public init(_ value: Value) {
        json = value.json()
    }

    /// The tree itself; nil where the text is not JSON.
    public var value: Value? {
        guard let document = try? JSONParser.parse(Array(json.utf8)) else { return nil }
        return try? document.root.value()
    }
}

extension RawJSON: FieldValue {
    public var isZero: Bool { json == "{}" }

    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> RawJSON {
        do throws(Problem) {
            return RawJSON(try node.value())
        } catch {
            context.error(node, error.message)
            return RawJSON()
        }
    }

    public func encode(to writer: inout JSONWriter) {
        writer.raw(Array(json.utf8))
    }
}
