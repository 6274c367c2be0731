// Made by `make generate` from Resources.yaml: change that, not this.

public import YAML

extension ResourceRequirements {
    private enum Field: Int {
        case claims, limits, requests
    }

    private static let fields = FieldTable(
        "ResourceRequirements",
        "claims limits requests"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .claims:
                context.noteUnenforced(object.value)
                result.claims = [ResourceClaim].decode(object.value, &context)
            case .limits:
                result.limits = [String: Quantity].decode(object.value, &context)
            case .requests:
                result.requests = [String: Quantity].decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("claims", claims)
        writer.field("limits", limits)
        writer.field("requests", requests)
        writer.endObject()
    }
}

extension ResourceClaim {
    private enum Field: Int {
        case name, request
    }

    private static let fields = FieldTable(
        "ResourceClaim",
        "name request"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .name:
                result.name = String.decode(object.value, &context)
            case .request:
                result.request = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.always("name", name)
        writer.field("request", request)
        writer.endObject()
    }
}
