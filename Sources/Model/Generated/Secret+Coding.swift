// Made by `make generate` from Secret.yaml: change that, not this.

public import YAML

extension Secret {
    private enum Field: Int {
        case apiVersion, kind, data, immutable, metadata, stringData, type
    }

    private static let fields = FieldTable(
        "Secret",
        "apiVersion kind data immutable metadata stringData type"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .apiVersion, .kind: break
            case .data:
                result.data = [String: Bytes].decode(object.value, &context)
            case .immutable:
                result.immutable = Bool.decode(object.value, &context)
            case .metadata:
                result.metadata = ObjectMeta.decode(object.value, &context)
            case .stringData:
                result.stringData = [String: String].decode(object.value, &context)
            case .type:
                result.type = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.head(Self.kind)
        writer.field("data", data)
        writer.optional("immutable", immutable)
        writer.always("metadata", metadata)
        writer.field("stringData", stringData)
        writer.field("type", type)
        writer.endObject()
    }
}
