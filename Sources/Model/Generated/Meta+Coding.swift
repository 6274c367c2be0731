// Made by `make generate` from Meta.yaml: change that, not this.

public import YAML

extension ObjectMeta {
    private enum Field: Int {
        case annotations
        case creationTimestamp
        case deletionGracePeriodSeconds
        case deletionTimestamp
        case finalizers
        case generateName
        case generation
        case labels
        case managedFields
        case name
        case namespace
        case ownerReferences
        case resourceVersion
        case selfLink
        case uid
    }

    private static let fields = FieldTable(
        "ObjectMeta",
        """
        annotations creationTimestamp deletionGracePeriodSeconds deletionTimestamp finalizers generateName \
        generation labels managedFields name namespace ownerReferences resourceVersion selfLink uid
        """
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .annotations:
                result.annotations = [String: String].decode(object.value, &context)
            case .creationTimestamp:
                result.creationTimestamp = Timestamp.decode(object.value, &context)
            case .deletionGracePeriodSeconds:
                result.deletionGracePeriodSeconds = Int.decode(object.value, &context)
            case .deletionTimestamp:
                result.deletionTimestamp = Timestamp.decode(object.value, &context)
            case .finalizers:
                result.finalizers = [String].decode(object.value, &context)
            case .generateName:
                result.generateName = String.decode(object.value, &context)
            case .generation:
                result.generation = Int.decode(object.value, &context)
            case .labels:
                result.labels = [String: String].decode(object.value, &context)
            case .managedFields:
                result.managedFields = [ManagedFieldsEntry].decode(object.value, &context)
            case .name:
                result.name = String.decode(object.value, &context)
            case .namespace:
                result.namespace = String.decode(object.value, &context)
            case .ownerReferences:
                result.ownerReferences = [OwnerReference].decode(object.value, &context)
            case .resourceVersion:
                result.resourceVersion = String.decode(object.value, &context)
            case .selfLink:
                result.selfLink = String.decode(object.value, &context)
            case .uid:
                result.uid = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("annotations", annotations)
        writer.optional("creationTimestamp", creationTimestamp)
        writer.optional("deletionGracePeriodSeconds", deletionGracePeriodSeconds)
        writer.optional("deletionTimestamp", deletionTimestamp)
        writer.field("finalizers", finalizers)
        writer.field("generateName", generateName)
        writer.field("generation", generation)
        writer.field("labels", labels)
        writer.field("managedFields", managedFields)
        writer.field("name", name)
        writer.field("namespace", namespace)
        writer.field("ownerReferences", ownerReferences)
        writer.field("resourceVersion", resourceVersion)
        writer.field("selfLink", selfLink)
        writer.field("uid", uid)
        writer.endObject()
    }
}

extension OwnerReference {
    private enum Field: Int {
        case apiVersion, blockOwnerDeletion, controller, kind, name, uid
    }

    private static let fields = FieldTable(
        "OwnerReference",
        "apiVersion blockOwnerDeletion controller kind name uid"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .apiVersion:
                result.apiVersion = String.decode(object.value, &context)
            case .blockOwnerDeletion:
                result.blockOwnerDeletion = Bool.decode(object.value, &context)
            case .controller:
                result.controller = Bool.decode(object.value, &context)
            case .kind:
                result.kind = String.decode(object.value, &context)
            case .name:
                result.name = String.decode(object.value, &context)
            case .uid:
                result.uid = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.always("apiVersion", apiVersion)
        writer.optional("blockOwnerDeletion", blockOwnerDeletion)
        writer.optional("controller", controller)
        writer.always("kind", kind)
        writer.always("name", name)
        writer.always("uid", uid)
        writer.endObject()
    }
}

extension ManagedFieldsEntry {
    private enum Field: Int {
        case apiVersion, fieldsType, fieldsV1, manager, operation, subresource, time
    }

    private static let fields = FieldTable(
        "ManagedFieldsEntry",
        "apiVersion fieldsType fieldsV1 manager operation subresource time"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .apiVersion:
                result.apiVersion = String.decode(object.value, &context)
            case .fieldsType:
                result.fieldsType = String.decode(object.value, &context)
            case .fieldsV1:
                result.fieldsV1 = RawJSON.decode(object.value, &context)
            case .manager:
                result.manager = String.decode(object.value, &context)
            case .operation:
                result.operation = ManagedFieldsOperation.decode(object.value, &context)
            case .subresource:
                result.subresource = String.decode(object.value, &context)
            case .time:
                result.time = Timestamp.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("apiVersion", apiVersion)
        writer.field("fieldsType", fieldsType)
        writer.optional("fieldsV1", fieldsV1)
        writer.field("manager", manager)
        writer.field("operation", operation)
        writer.field("subresource", subresource)
        writer.optional("time", time)
        writer.endObject()
    }
}

extension LabelSelector {
    private enum Field: Int {
        case matchExpressions, matchLabels
    }

    private static let fields = FieldTable(
        "LabelSelector",
        "matchExpressions matchLabels"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .matchExpressions:
                result.matchExpressions = [LabelSelectorRequirement].decode(object.value, &context)
            case .matchLabels:
                result.matchLabels = [String: String].decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("matchExpressions", matchExpressions)
        writer.field("matchLabels", matchLabels)
        writer.endObject()
    }
}

extension LabelSelectorRequirement {
    private enum Field: Int {
        case key, `operator`, values
    }

    private static let fields = FieldTable(
        "LabelSelectorRequirement",
        "key operator values"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .key:
                result.key = String.decode(object.value, &context)
            case .`operator`:
                result.`operator` = LabelSelectorOperator.decode(object.value, &context)
            case .values:
                result.values = [String].decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.always("key", key)
        writer.always("operator", `operator`)
        writer.field("values", values)
        writer.endObject()
    }
}

extension Condition {
    private enum Field: Int {
        case lastTransitionTime, message, observedGeneration, reason, status, type
    }

    private static let fields = FieldTable(
        "Condition",
        "lastTransitionTime message observedGeneration reason status type"
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
            case .observedGeneration:
                result.observedGeneration = Int.decode(object.value, &context)
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
        writer.always("message", message)
        writer.field("observedGeneration", observedGeneration)
        writer.always("reason", reason)
        writer.always("status", status)
        writer.always("type", type)
        writer.endObject()
    }
}

extension ObjectReference {
    private enum Field: Int {
        case apiVersion, fieldPath, kind, name, namespace, resourceVersion, uid
    }

    private static let fields = FieldTable(
        "ObjectReference",
        "apiVersion fieldPath kind name namespace resourceVersion uid"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .apiVersion:
                result.apiVersion = String.decode(object.value, &context)
            case .fieldPath:
                result.fieldPath = String.decode(object.value, &context)
            case .kind:
                result.kind = String.decode(object.value, &context)
            case .name:
                result.name = String.decode(object.value, &context)
            case .namespace:
                result.namespace = String.decode(object.value, &context)
            case .resourceVersion:
                result.resourceVersion = String.decode(object.value, &context)
            case .uid:
                result.uid = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("apiVersion", apiVersion)
        writer.field("fieldPath", fieldPath)
        writer.field("kind", kind)
        writer.field("name", name)
        writer.field("namespace", namespace)
        writer.field("resourceVersion", resourceVersion)
        writer.field("uid", uid)
        writer.endObject()
    }
}

extension LocalObjectReference {
    private enum Field: Int {
        case name
    }

    private static let fields = FieldTable(
        "LocalObjectReference",
        "name"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .name:
                result.name = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("name", name)
        writer.endObject()
    }
}

extension TypedLocalObjectReference {
    private enum Field: Int {
        case apiGroup, kind, name
    }

    private static let fields = FieldTable(
        "TypedLocalObjectReference",
        "apiGroup kind name"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .apiGroup:
                result.apiGroup = String.decode(object.value, &context)
            case .kind:
                result.kind = String.decode(object.value, &context)
            case .name:
                result.name = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.optional("apiGroup", apiGroup)
        writer.always("kind", kind)
        writer.always("name", name)
        writer.endObject()
    }
}

extension TypedObjectReference {
    private enum Field: Int {
        case apiGroup, kind, name, namespace
    }

    private static let fields = FieldTable(
        "TypedObjectReference",
        "apiGroup kind name namespace"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .apiGroup:
                result.apiGroup = String.decode(object.value, &context)
            case .kind:
                result.kind = String.decode(object.value, &context)
            case .name:
                result.name = String.decode(object.value, &context)
            case .namespace:
                result.namespace = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.optional("apiGroup", apiGroup)
        writer.always("kind", kind)
        writer.always("name", name)
        writer.optional("namespace", namespace)
        writer.endObject()
    }
}
