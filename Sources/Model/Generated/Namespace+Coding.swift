// Made by `make generate` from Namespace.yaml: change that, not this.

public import YAML

extension Namespace {
    private enum Field: Int {
        case apiVersion, kind, metadata, spec, status
    }

    private static let fields = FieldTable(
        "Namespace",
        "apiVersion kind metadata spec status"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .apiVersion, .kind: break
            case .metadata:
                result.metadata = ObjectMeta.decode(object.value, &context)
            case .spec:
                result.spec = NamespaceSpec.decode(object.value, &context)
            case .status:
                result.status = NamespaceStatus.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.head(Self.kind)
        writer.always("metadata", metadata)
        writer.always("spec", spec)
        writer.always("status", status)
        writer.endObject()
    }
}

extension NamespaceSpec {
    private enum Field: Int {
        case finalizers
    }

    private static let fields = FieldTable(
        "NamespaceSpec",
        "finalizers"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .finalizers:
                result.finalizers = [String].decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("finalizers", finalizers)
        writer.endObject()
    }
}

extension NamespaceStatus {
    private enum Field: Int {
        case conditions, phase
    }

    private static let fields = FieldTable(
        "NamespaceStatus",
        "conditions phase"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .conditions:
                result.conditions = [NamespaceCondition].decode(object.value, &context)
            case .phase:
                result.phase = NamespacePhase.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("conditions", conditions)
        writer.field("phase", phase)
        writer.endObject()
    }
}

extension NamespaceCondition {
    private enum Field: Int {
        case lastTransitionTime, message, reason, status, type
    }

    private static let fields = FieldTable(
        "NamespaceCondition",
        "lastTransitionTime message reason status type"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .lastTransitionTime:
                result.lastTransitionTime = Timestamp.decode(object.value, &context)
            case .message:
                result.message = String.decode(object.value, &context)
            case .reason:
                result.reason = String.decode(object.value, &context)
            case .status:
                result.status = ConditionStatus.decode(object.value, &context)
            case .type:
                result.type = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.optional("lastTransitionTime", lastTransitionTime)
        writer.field("message", message)
        writer.field("reason", reason)
        writer.always("status", status)
        writer.always("type", type)
        writer.endObject()
    }
}
