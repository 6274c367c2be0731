// Made by `make generate` from Placement.yaml: change that, not this.

public import YAML

extension Affinity {
    private enum Field: Int {
        case nodeAffinity, podAffinity, podAntiAffinity
    }

    private static let fields = FieldTable(
        "Affinity",
        "nodeAffinity podAffinity podAntiAffinity"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .nodeAffinity:
                result.nodeAffinity = NodeAffinity.decode(object.value, &context)
            case .podAffinity:
                result.podAffinity = PodAffinity.decode(object.value, &context)
            case .podAntiAffinity:
                result.podAntiAffinity = PodAntiAffinity.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.optional("nodeAffinity", nodeAffinity)
        writer.optional("podAffinity", podAffinity)
        writer.optional("podAntiAffinity", podAntiAffinity)
        writer.endObject()
    }
}

extension NodeAffinity {
    private enum Field: Int {
        case preferredDuringSchedulingIgnoredDuringExecution, requiredDuringSchedulingIgnoredDuringExecution
    }

    private static let fields = FieldTable(
        "NodeAffinity",
        "preferredDuringSchedulingIgnoredDuringExecution requiredDuringSchedulingIgnoredDuringExecution"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .preferredDuringSchedulingIgnoredDuringExecution:
                result.preferredDuringSchedulingIgnoredDuringExecution =
                    [PreferredSchedulingTerm].decode(object.value, &context)
            case .requiredDuringSchedulingIgnoredDuringExecution:
                result.requiredDuringSchedulingIgnoredDuringExecution = NodeSelector.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("preferredDuringSchedulingIgnoredDuringExecution", preferredDuringSchedulingIgnoredDuringExecution)
        writer.optional(
            "requiredDuringSchedulingIgnoredDuringExecution",
            requiredDuringSchedulingIgnoredDuringExecution
        )
        writer.endObject()
    }
}

extension PreferredSchedulingTerm {
    private enum Field: Int {
        case preference, weight
    }

    private static let fields = FieldTable(
        "PreferredSchedulingTerm",
        "preference weight"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .preference:
                result.preference = NodeSelectorTerm.decode(object.value, &context)
            case .weight:
                result.weight = context.int32(object.value)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.always("preference", preference)
        writer.always("weight", weight)
        writer.endObject()
    }
}

extension NodeSelectorTerm {
    private enum Field: Int {
        case matchExpressions, matchFields
    }

    private static let fields = FieldTable(
        "NodeSelectorTerm",
        "matchExpressions matchFields"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .matchExpressions:
                result.matchExpressions = [NodeSelectorRequirement].decode(object.value, &context)
            case .matchFields:
                result.matchFields = [NodeSelectorRequirement].decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("matchExpressions", matchExpressions)
        writer.field("matchFields", matchFields)
        writer.endObject()
    }
}

extension NodeSelectorRequirement {
    private enum Field: Int {
        case key, `operator`, values
    }

    private static let fields = FieldTable(
        "NodeSelectorRequirement",
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
                result.`operator` = NodeSelectorOperator.decode(object.value, &context)
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

extension NodeSelector {
    private enum Field: Int {
        case nodeSelectorTerms
    }

    private static let fields = FieldTable(
        "NodeSelector",
        "nodeSelectorTerms"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .nodeSelectorTerms:
                result.nodeSelectorTerms = [NodeSelectorTerm].decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.always("nodeSelectorTerms", nodeSelectorTerms)
        writer.endObject()
    }
}

extension PodAffinity {
    private enum Field: Int {
        case preferredDuringSchedulingIgnoredDuringExecution, requiredDuringSchedulingIgnoredDuringExecution
    }

    private static let fields = FieldTable(
        "PodAffinity",
        "preferredDuringSchedulingIgnoredDuringExecution requiredDuringSchedulingIgnoredDuringExecution"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .preferredDuringSchedulingIgnoredDuringExecution:
                result.preferredDuringSchedulingIgnoredDuringExecution =
                    [WeightedPodAffinityTerm].decode(object.value, &context)
            case .requiredDuringSchedulingIgnoredDuringExecution:
                result.requiredDuringSchedulingIgnoredDuringExecution = [PodAffinityTerm].decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("preferredDuringSchedulingIgnoredDuringExecution", preferredDuringSchedulingIgnoredDuringExecution)
        writer.field("requiredDuringSchedulingIgnoredDuringExecution", requiredDuringSchedulingIgnoredDuringExecution)
        writer.endObject()
    }
}

extension WeightedPodAffinityTerm {
    private enum Field: Int {
        case podAffinityTerm, weight
    }

    private static let fields = FieldTable(
        "WeightedPodAffinityTerm",
        "podAffinityTerm weight"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .podAffinityTerm:
                result.podAffinityTerm = PodAffinityTerm.decode(object.value, &context)
            case .weight:
                result.weight = context.int32(object.value)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.always("podAffinityTerm", podAffinityTerm)
        writer.always("weight", weight)
        writer.endObject()
    }
}

extension PodAffinityTerm {
    private enum Field: Int {
        case labelSelector, matchLabelKeys, mismatchLabelKeys, namespaceSelector, namespaces, topologyKey
    }

    private static let fields = FieldTable(
        "PodAffinityTerm",
        "labelSelector matchLabelKeys mismatchLabelKeys namespaceSelector namespaces topologyKey"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .labelSelector:
                result.labelSelector = LabelSelector.decode(object.value, &context)
            case .matchLabelKeys:
                result.matchLabelKeys = [String].decode(object.value, &context)
            case .mismatchLabelKeys:
                result.mismatchLabelKeys = [String].decode(object.value, &context)
            case .namespaceSelector:
                result.namespaceSelector = LabelSelector.decode(object.value, &context)
            case .namespaces:
                result.namespaces = [String].decode(object.value, &context)
            case .topologyKey:
                result.topologyKey = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.optional("labelSelector", labelSelector)
        writer.field("matchLabelKeys", matchLabelKeys)
        writer.field("mismatchLabelKeys", mismatchLabelKeys)
        writer.optional("namespaceSelector", namespaceSelector)
        writer.field("namespaces", namespaces)
        writer.always("topologyKey", topologyKey)
        writer.endObject()
    }
}

extension PodAntiAffinity {
    private enum Field: Int {
        case preferredDuringSchedulingIgnoredDuringExecution, requiredDuringSchedulingIgnoredDuringExecution
    }

    private static let fields = FieldTable(
        "PodAntiAffinity",
        "preferredDuringSchedulingIgnoredDuringExecution requiredDuringSchedulingIgnoredDuringExecution"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .preferredDuringSchedulingIgnoredDuringExecution:
                result.preferredDuringSchedulingIgnoredDuringExecution =
                    [WeightedPodAffinityTerm].decode(object.value, &context)
            case .requiredDuringSchedulingIgnoredDuringExecution:
                result.requiredDuringSchedulingIgnoredDuringExecution = [PodAffinityTerm].decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("preferredDuringSchedulingIgnoredDuringExecution", preferredDuringSchedulingIgnoredDuringExecution)
        writer.field("requiredDuringSchedulingIgnoredDuringExecution", requiredDuringSchedulingIgnoredDuringExecution)
        writer.endObject()
    }
}

extension Toleration {
    private enum Field: Int {
        case effect, key, `operator`, tolerationSeconds, value
    }

    private static let fields = FieldTable(
        "Toleration",
        "effect key operator tolerationSeconds value"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .effect:
                result.effect = TaintEffect.decode(object.value, &context)
            case .key:
                result.key = String.decode(object.value, &context)
            case .`operator`:
                result.`operator` = TolerationOperator.decode(object.value, &context)
            case .tolerationSeconds:
                result.tolerationSeconds = Int.decode(object.value, &context)
            case .value:
                result.value = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("effect", effect)
        writer.field("key", key)
        writer.field("operator", `operator`)
        writer.optional("tolerationSeconds", tolerationSeconds)
        writer.field("value", value)
        writer.endObject()
    }
}

extension TopologySpreadConstraint {
    private enum Field: Int {
        case labelSelector
        case matchLabelKeys
        case maxSkew
        case minDomains
        case nodeAffinityPolicy
        case nodeTaintsPolicy
        case topologyKey
        case whenUnsatisfiable
    }

    private static let fields = FieldTable(
        "TopologySpreadConstraint",
        """
        labelSelector matchLabelKeys maxSkew minDomains nodeAffinityPolicy nodeTaintsPolicy topologyKey \
        whenUnsatisfiable
        """
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .labelSelector:
                result.labelSelector = LabelSelector.decode(object.value, &context)
            case .matchLabelKeys:
                result.matchLabelKeys = [String].decode(object.value, &context)
            case .maxSkew:
                result.maxSkew = context.int32(object.value)
            case .minDomains:
                result.minDomains = context.int32(object.value)
            case .nodeAffinityPolicy:
                result.nodeAffinityPolicy = NodeInclusionPolicy.decode(object.value, &context)
            case .nodeTaintsPolicy:
                result.nodeTaintsPolicy = NodeInclusionPolicy.decode(object.value, &context)
            case .topologyKey:
                result.topologyKey = String.decode(object.value, &context)
            case .whenUnsatisfiable:
                result.whenUnsatisfiable = UnsatisfiableConstraintAction.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.optional("labelSelector", labelSelector)
        writer.field("matchLabelKeys", matchLabelKeys)
        writer.always("maxSkew", maxSkew)
        writer.optional("minDomains", minDomains)
        writer.optional("nodeAffinityPolicy", nodeAffinityPolicy)
        writer.optional("nodeTaintsPolicy", nodeTaintsPolicy)
        writer.always("topologyKey", topologyKey)
        writer.always("whenUnsatisfiable", whenUnsatisfiable)
        writer.endObject()
    }
}
