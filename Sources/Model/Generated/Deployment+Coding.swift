// Made by `make generate` from Deployment.yaml: change that, not this.

public import YAML

extension Deployment {
    private enum Field: Int {
        case apiVersion, kind, metadata, spec, status
    }

    private static let fields = FieldTable(
        "Deployment",
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
                result.spec = DeploymentSpec.decode(object.value, &context)
            case .status:
                result.status = DeploymentStatus.decode(object.value, &context)
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

extension DeploymentSpec {
    private enum Field: Int {
        case minReadySeconds
        case paused
        case progressDeadlineSeconds
        case replicas
        case revisionHistoryLimit
        case selector
        case strategy
        case template
    }

    private static let fields = FieldTable(
        "DeploymentSpec",
        """
        minReadySeconds paused progressDeadlineSeconds replicas revisionHistoryLimit selector strategy \
        template
        """
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .minReadySeconds:
                result.minReadySeconds = context.int32(object.value)
            case .paused:
                result.paused = Bool.decode(object.value, &context)
            case .progressDeadlineSeconds:
                result.progressDeadlineSeconds = context.int32(object.value)
            case .replicas:
                result.replicas = context.int32(object.value)
            case .revisionHistoryLimit:
                result.revisionHistoryLimit = context.int32(object.value)
            case .selector:
                result.selector = LabelSelector.decode(object.value, &context)
            case .strategy:
                result.strategy = DeploymentStrategy.decode(object.value, &context)
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
        writer.field("paused", paused)
        writer.optional("progressDeadlineSeconds", progressDeadlineSeconds)
        writer.optional("replicas", replicas)
        writer.optional("revisionHistoryLimit", revisionHistoryLimit)
        writer.optional("selector", selector)
        writer.always("strategy", strategy)
        writer.always("template", template)
        writer.endObject()
    }
}

extension DeploymentStrategy {
    private enum Field: Int {
        case rollingUpdate, type
    }

    private static let fields = FieldTable(
        "DeploymentStrategy",
        "rollingUpdate type"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .rollingUpdate:
                result.rollingUpdate = RollingUpdateDeployment.decode(object.value, &context)
            case .type:
                result.type = DeploymentStrategyType.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.optional("rollingUpdate", rollingUpdate)
        writer.field("type", type)
        writer.endObject()
    }
}

extension RollingUpdateDeployment {
    private enum Field: Int {
        case maxSurge, maxUnavailable
    }

    private static let fields = FieldTable(
        "RollingUpdateDeployment",
        "maxSurge maxUnavailable"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .maxSurge:
                result.maxSurge = IntOrString.decode(object.value, &context)
            case .maxUnavailable:
                result.maxUnavailable = IntOrString.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.optional("maxSurge", maxSurge)
        writer.optional("maxUnavailable", maxUnavailable)
        writer.endObject()
    }
}

extension DeploymentStatus {
    private enum Field: Int {
        case availableReplicas
        case collisionCount
        case conditions
        case observedGeneration
        case readyReplicas
        case replicas
        case terminatingReplicas
        case unavailableReplicas
        case updatedReplicas
    }

    private static let fields = FieldTable(
        "DeploymentStatus",
        """
        availableReplicas collisionCount conditions observedGeneration readyReplicas replicas \
        terminatingReplicas unavailableReplicas updatedReplicas
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
            case .collisionCount:
                result.collisionCount = context.int32(object.value)
            case .conditions:
                result.conditions = [DeploymentCondition].decode(object.value, &context)
            case .observedGeneration:
                result.observedGeneration = Int.decode(object.value, &context)
            case .readyReplicas:
                result.readyReplicas = context.int32(object.value)
            case .replicas:
                result.replicas = context.int32(object.value)
            case .terminatingReplicas:
                result.terminatingReplicas = context.int32(object.value)
            case .unavailableReplicas:
                result.unavailableReplicas = context.int32(object.value)
            case .updatedReplicas:
                result.updatedReplicas = context.int32(object.value)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("availableReplicas", availableReplicas)
        writer.optional("collisionCount", collisionCount)
        writer.field("conditions", conditions)
        writer.field("observedGeneration", observedGeneration)
        writer.field("readyReplicas", readyReplicas)
        writer.field("replicas", replicas)
        writer.optional("terminatingReplicas", terminatingReplicas)
        writer.field("unavailableReplicas", unavailableReplicas)
        writer.field("updatedReplicas", updatedReplicas)
        writer.endObject()
    }
}

extension DeploymentCondition {
    private enum Field: Int {
        case lastTransitionTime, lastUpdateTime, message, reason, status, type
    }

    private static let fields = FieldTable(
        "DeploymentCondition",
        "lastTransitionTime lastUpdateTime message reason status type"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .lastTransitionTime:
                result.lastTransitionTime = Timestamp.decode(object.value, &context)
            case .lastUpdateTime:
                result.lastUpdateTime = Timestamp.decode(object.value, &context)
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
        writer.optional("lastUpdateTime", lastUpdateTime)
        writer.field("message", message)
        writer.field("reason", reason)
        writer.always("status", status)
        writer.always("type", type)
        writer.endObject()
    }
}
