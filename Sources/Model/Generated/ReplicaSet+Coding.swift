// Made by `make generate` from ReplicaSet.yaml: change that, not this.

public import YAML

extension ReplicaSet {
    private enum Field: Int {
        case apiVersion, kind, metadata, spec, status
    }

    private static let fields = FieldTable(
        "ReplicaSet",
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
                result.spec = ReplicaSetSpec.decode(object.value, &context)
            case .status:
                result.status = ReplicaSetStatus.decode(object.value, &context)
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

extension ReplicaSetSpec {
    private enum Field: Int {
        case minReadySeconds, replicas, selector, template
    }

    private static let fields = FieldTable(
        "ReplicaSetSpec",
        "minReadySeconds replicas selector template"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .minReadySeconds:
                result.minReadySeconds = context.int32(object.value)
            case .replicas:
                result.replicas = context.int32(object.value)
            case .selector:
                result.selector = LabelSelector.decode(object.value, &context)
            case .template:
                result.template = PodTemplateSpec.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("minReadySeconds", minReadySeconds)
        writer.optional("replicas", replicas)
        writer.optional("selector", selector)
        writer.always("template", template)
        writer.endObject()
    }
}

extension ReplicaSetStatus {
    private enum Field: Int {
        case availableReplicas
        case conditions
        case fullyLabeledReplicas
        case observedGeneration
        case readyReplicas
        case replicas
        case terminatingReplicas
    }

    private static let fields = FieldTable(
        "ReplicaSetStatus",
        """
        availableReplicas conditions fullyLabeledReplicas observedGeneration readyReplicas replicas \
        terminatingReplicas
        """
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .availableReplicas:
                result.availableReplicas = context.int32(object.value)
            case .conditions:
                result.conditions = [ReplicaSetCondition].decode(object.value, &context)
            case .fullyLabeledReplicas:
                result.fullyLabeledReplicas = context.int32(object.value)
            case .observedGeneration:
                result.observedGeneration = Int.decode(object.value, &context)
            case .readyReplicas:
                result.readyReplicas = context.int32(object.value)
            case .replicas:
                result.replicas = context.int32(object.value)
            case .terminatingReplicas:
                result.terminatingReplicas = context.int32(object.value)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("availableReplicas", availableReplicas)
        writer.field("conditions", conditions)
        writer.field("fullyLabeledReplicas", fullyLabeledReplicas)
        writer.field("observedGeneration", observedGeneration)
        writer.field("readyReplicas", readyReplicas)
        writer.always("replicas", replicas)
        writer.optional("terminatingReplicas", terminatingReplicas)
        writer.endObject()
    }
}

extension ReplicaSetCondition {
    private enum Field: Int {
        case lastTransitionTime, message, reason, status, type
    }

    private static let fields = FieldTable(
        "ReplicaSetCondition",
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
        writer.field("status", status)
        writer.always("type", type)
        writer.endObject()
    }
}
