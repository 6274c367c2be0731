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
        if node.document.syntax == .json {
            var writer = JSONWriter()
            writer.copy(node)
            return RawJSON(json: writer.text)
        }
        do throws(Problem) {
            return RawJSON(try node.value())
        } catch {
            context.error(node, error.message)
            return RawJSON()
        }
    }

    public func encode(to writer: inout JSONWriter) {
        var json = json
        json.withUTF8 { writer.raw($0) }
    }
}

extension JSONWriter {
    /// A part of a JSON document as it is there, without blanks.
    fileprivate mutating func copy(_ node: YAML.Node) {
        switch node.kind {
        case .mapping:
            beginObject()
            for (key, value) in node.entries {
                self.key(key.text)
                copy(value)
            }
            endObject()
        case .sequence:
            beginArray()
            for element in node.elements { copy(element) }
            endArray()
        case .scalar where node.isPlain: node.withUTF8 { raw($0) }
        case .scalar: string(node.text)
        }
    }
}
