// Made by `make generate` from ConfigMap.yaml: change that, not this.

public import YAML

extension ConfigMap {
    private enum Field: Int {
        case apiVersion, kind, binaryData, data, immutable, metadata
    }

    private static let fields = FieldTable(
        "ConfigMap",
        "apiVersion kind binaryData data immutable metadata"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .apiVersion, .kind: break
            case .binaryData:
                result.binaryData = [String: Bytes].decode(object.value, &context)
            case .data:
                result.data = [String: String].decode(object.value, &context)
            case .immutable:
                result.immutable = Bool.decode(object.value, &context)
            case .metadata:
                result.metadata = ObjectMeta.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.head(Self.kind)
        writer.field("binaryData", binaryData)
        writer.field("data", data)
        writer.optional("immutable", immutable)
        writer.always("metadata", metadata)
        writer.endObject()
    }
}
