// Made by `make generate` from Node.yaml: change that, not this.

public import YAML

extension Node {
    private enum Field: Int {
        case apiVersion, kind, metadata, spec, status
    }

    private static let fields = FieldTable(
        "Node",
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
                result.spec = NodeSpec.decode(object.value, &context)
            case .status:
                result.status = NodeStatus.decode(object.value, &context)
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

extension NodeSpec {
    private enum Field: Int {
        case configSource, externalID, podCIDR, podCIDRs, providerID, taints, unschedulable
    }

    private static let fields = FieldTable(
        "NodeSpec",
        "configSource externalID podCIDR podCIDRs providerID taints unschedulable"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .configSource:
                context.noteUnenforced(object.value)
                result.configSource = NodeConfigSource.decode(object.value, &context)
            case .externalID:
                result.externalID = String.decode(object.value, &context)
            case .podCIDR:
                result.podCIDR = String.decode(object.value, &context)
            case .podCIDRs:
                result.podCIDRs = [String].decode(object.value, &context)
            case .providerID:
                result.providerID = String.decode(object.value, &context)
            case .taints:
                result.taints = [Taint].decode(object.value, &context)
            case .unschedulable:
                result.unschedulable = Bool.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.optional("configSource", configSource)
        writer.field("externalID", externalID)
        writer.field("podCIDR", podCIDR)
        writer.field("podCIDRs", podCIDRs)
        writer.field("providerID", providerID)
        writer.field("taints", taints)
        writer.field("unschedulable", unschedulable)
        writer.endObject()
    }
}

extension NodeConfigSource {
    private enum Field: Int {
        case configMap
    }

    private static let fields = FieldTable(
        "NodeConfigSource",
        "configMap"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .configMap:
                result.configMap = ConfigMapNodeConfigSource.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.optional("configMap", configMap)
        writer.endObject()
    }
}

extension ConfigMapNodeConfigSource {
    private enum Field: Int {
        case kubeletConfigKey, name, namespace, resourceVersion, uid
    }

    private static let fields = FieldTable(
        "ConfigMapNodeConfigSource",
        "kubeletConfigKey name namespace resourceVersion uid"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .kubeletConfigKey:
                result.kubeletConfigKey = String.decode(object.value, &context)
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
        writer.always("kubeletConfigKey", kubeletConfigKey)
        writer.always("name", name)
        writer.always("namespace", namespace)
        writer.field("resourceVersion", resourceVersion)
        writer.field("uid", uid)
        writer.endObject()
    }
}

extension Taint {
    private enum Field: Int {
        case effect, key, timeAdded, value
    }

    private static let fields = FieldTable(
        "Taint",
        "effect key timeAdded value"
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
            case .timeAdded:
                result.timeAdded = Timestamp.decode(object.value, &context)
            case .value:
                result.value = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.always("effect", effect)
        writer.always("key", key)
        writer.optional("timeAdded", timeAdded)
        writer.field("value", value)
        writer.endObject()
    }
}

extension NodeStatus {
    private enum Field: Int {
        case addresses
        case allocatable
        case capacity
        case conditions
        case config
        case daemonEndpoints
        case declaredFeatures
        case features
        case images
        case nodeInfo
        case phase
        case runtimeHandlers
        case volumesAttached
        case volumesInUse
    }

    private static let fields = FieldTable(
        "NodeStatus",
        """
        addresses allocatable capacity conditions config daemonEndpoints declaredFeatures features images \
        nodeInfo phase runtimeHandlers volumesAttached volumesInUse
        """
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .addresses:
                result.addresses = [NodeAddress].decode(object.value, &context)
            case .allocatable:
                result.allocatable = [String: Quantity].decode(object.value, &context)
            case .capacity:
                result.capacity = [String: Quantity].decode(object.value, &context)
            case .conditions:
                result.conditions = [NodeCondition].decode(object.value, &context)
            case .config:
                result.config = NodeConfigStatus.decode(object.value, &context)
            case .daemonEndpoints:
                result.daemonEndpoints = NodeDaemonEndpoints.decode(object.value, &context)
            case .declaredFeatures:
                result.declaredFeatures = [String].decode(object.value, &context)
            case .features:
                result.features = NodeFeatures.decode(object.value, &context)
            case .images:
                result.images = [ContainerImage].decode(object.value, &context)
            case .nodeInfo:
                result.nodeInfo = NodeSystemInfo.decode(object.value, &context)
            case .phase:
                result.phase = String.decode(object.value, &context)
            case .runtimeHandlers:
                result.runtimeHandlers = [NodeRuntimeHandler].decode(object.value, &context)
            case .volumesAttached:
                result.volumesAttached = [AttachedVolume].decode(object.value, &context)
            case .volumesInUse:
                result.volumesInUse = [String].decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("addresses", addresses)
        writer.field("allocatable", allocatable)
        writer.field("capacity", capacity)
        writer.field("conditions", conditions)
        writer.optional("config", config)
        writer.always("daemonEndpoints", daemonEndpoints)
        writer.field("declaredFeatures", declaredFeatures)
        writer.optional("features", features)
        writer.field("images", images)
        writer.always("nodeInfo", nodeInfo)
        writer.field("phase", phase)
        writer.field("runtimeHandlers", runtimeHandlers)
        writer.field("volumesAttached", volumesAttached)
        writer.field("volumesInUse", volumesInUse)
        writer.endObject()
    }
}

extension NodeAddress {
    private enum Field: Int {
        case address, type
    }

    private static let fields = FieldTable(
        "NodeAddress",
        "address type"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .address:
                result.address = String.decode(object.value, &context)
            case .type:
                result.type = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.always("address", address)
        writer.always("type", type)
        writer.endObject()
    }
}

extension NodeCondition {
    private enum Field: Int {
        case lastHeartbeatTime, lastTransitionTime, message, reason, status, type
    }

    private static let fields = FieldTable(
        "NodeCondition",
        "lastHeartbeatTime lastTransitionTime message reason status type"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .lastHeartbeatTime:
                result.lastHeartbeatTime = Timestamp.decode(object.value, &context)
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
        writer.optional("lastHeartbeatTime", lastHeartbeatTime)
        writer.optional("lastTransitionTime", lastTransitionTime)
        writer.field("message", message)
        writer.field("reason", reason)
        writer.always("status", status)
        writer.always("type", type)
        writer.endObject()
    }
}

extension NodeConfigStatus {
    private enum Field: Int {
        case active, assigned, error, lastKnownGood
    }

    private static let fields = FieldTable(
        "NodeConfigStatus",
        "active assigned error lastKnownGood"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .active:
                result.active = NodeConfigSource.decode(object.value, &context)
            case .assigned:
                result.assigned = NodeConfigSource.decode(object.value, &context)
            case .error:
                result.error = String.decode(object.value, &context)
            case .lastKnownGood:
                result.lastKnownGood = NodeConfigSource.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.optional("active", active)
        writer.optional("assigned", assigned)
        writer.field("error", error)
        writer.optional("lastKnownGood", lastKnownGood)
        writer.endObject()
    }
}

extension NodeDaemonEndpoints {
    private enum Field: Int {
        case kubeletEndpoint
    }

    private static let fields = FieldTable(
        "NodeDaemonEndpoints",
        "kubeletEndpoint"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .kubeletEndpoint:
                result.kubeletEndpoint = DaemonEndpoint.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.always("kubeletEndpoint", kubeletEndpoint)
        writer.endObject()
    }
}

extension DaemonEndpoint {
    private enum Field: Int {
        case Port
    }

    private static let fields = FieldTable(
        "DaemonEndpoint",
        "Port"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .Port:
                result.Port = context.int32(object.value)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.always("Port", Port)
        writer.endObject()
    }
}

extension NodeFeatures {
    private enum Field: Int {
        case supplementalGroupsPolicy
    }

    private static let fields = FieldTable(
        "NodeFeatures",
        "supplementalGroupsPolicy"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .supplementalGroupsPolicy:
                result.supplementalGroupsPolicy = Bool.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.optional("supplementalGroupsPolicy", supplementalGroupsPolicy)
        writer.endObject()
    }
}

extension ContainerImage {
    private enum Field: Int {
        case names, sizeBytes
    }

    private static let fields = FieldTable(
        "ContainerImage",
        "names sizeBytes"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .names:
                result.names = [String].decode(object.value, &context)
            case .sizeBytes:
                result.sizeBytes = Int.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("names", names)
        writer.field("sizeBytes", sizeBytes)
        writer.endObject()
    }
}

extension NodeSystemInfo {
    private enum Field: Int {
        case architecture
        case bootID
        case containerRuntimeVersion
        case kernelVersion
        case kubeProxyVersion
        case kubeletVersion
        case machineID
        case operatingSystem
        case osImage
        case swap
        case systemUUID
    }

    private static let fields = FieldTable(
        "NodeSystemInfo",
        """
        architecture bootID containerRuntimeVersion kernelVersion kubeProxyVersion kubeletVersion machineID \
        operatingSystem osImage swap systemUUID
        """
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .architecture:
                result.architecture = String.decode(object.value, &context)
            case .bootID:
                result.bootID = String.decode(object.value, &context)
            case .containerRuntimeVersion:
                result.containerRuntimeVersion = String.decode(object.value, &context)
            case .kernelVersion:
                result.kernelVersion = String.decode(object.value, &context)
            case .kubeProxyVersion:
                result.kubeProxyVersion = String.decode(object.value, &context)
            case .kubeletVersion:
                result.kubeletVersion = String.decode(object.value, &context)
            case .machineID:
                result.machineID = String.decode(object.value, &context)
            case .operatingSystem:
                result.operatingSystem = String.decode(object.value, &context)
            case .osImage:
                result.osImage = String.decode(object.value, &context)
            case .swap:
                result.swap = NodeSwapStatus.decode(object.value, &context)
            case .systemUUID:
                result.systemUUID = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.always("architecture", architecture)
        writer.always("bootID", bootID)
        writer.always("containerRuntimeVersion", containerRuntimeVersion)
        writer.always("kernelVersion", kernelVersion)
        writer.always("kubeProxyVersion", kubeProxyVersion)
        writer.always("kubeletVersion", kubeletVersion)
        writer.always("machineID", machineID)
        writer.always("operatingSystem", operatingSystem)
        writer.always("osImage", osImage)
        writer.optional("swap", swap)
        writer.always("systemUUID", systemUUID)
        writer.endObject()
    }
}

extension NodeSwapStatus {
    private enum Field: Int {
        case capacity
    }

    private static let fields = FieldTable(
        "NodeSwapStatus",
        "capacity"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .capacity:
                result.capacity = Int.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.optional("capacity", capacity)
        writer.endObject()
    }
}

extension NodeRuntimeHandler {
    private enum Field: Int {
        case features, name
    }

    private static let fields = FieldTable(
        "NodeRuntimeHandler",
        "features name"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .features:
                result.features = NodeRuntimeHandlerFeatures.decode(object.value, &context)
            case .name:
                result.name = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.optional("features", features)
        writer.field("name", name)
        writer.endObject()
    }
}

extension NodeRuntimeHandlerFeatures {
    private enum Field: Int {
        case recursiveReadOnlyMounts, userNamespaces
    }

    private static let fields = FieldTable(
        "NodeRuntimeHandlerFeatures",
        "recursiveReadOnlyMounts userNamespaces"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .recursiveReadOnlyMounts:
                result.recursiveReadOnlyMounts = Bool.decode(object.value, &context)
            case .userNamespaces:
                result.userNamespaces = Bool.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.optional("recursiveReadOnlyMounts", recursiveReadOnlyMounts)
        writer.optional("userNamespaces", userNamespaces)
        writer.endObject()
    }
}

extension AttachedVolume {
    private enum Field: Int {
        case devicePath, name
    }

    private static let fields = FieldTable(
        "AttachedVolume",
        "devicePath name"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .devicePath:
                result.devicePath = String.decode(object.value, &context)
            case .name:
                result.name = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.always("devicePath", devicePath)
        writer.always("name", name)
        writer.endObject()
    }
}
