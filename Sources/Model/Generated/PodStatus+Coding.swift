// Made by `make generate` from PodStatus.yaml: change that, not this.

public import YAML

extension PodStatus {
    private enum Field: Int {
        case allocatedResources
        case conditions
        case containerStatuses
        case ephemeralContainerStatuses
        case extendedResourceClaimStatus
        case hostIP
        case hostIPs
        case initContainerStatuses
        case message
        case nodeAllocatableResourceClaimStatuses
        case nominatedNodeName
        case observedGeneration
        case phase
        case podIP
        case podIPs
        case qosClass
        case reason
        case resize
        case resourceClaimStatuses
        case resources
        case startTime
    }

    private static let fields = FieldTable(
        "PodStatus",
        """
        allocatedResources conditions containerStatuses ephemeralContainerStatuses \
        extendedResourceClaimStatus hostIP hostIPs initContainerStatuses message \
        nodeAllocatableResourceClaimStatuses nominatedNodeName observedGeneration phase podIP podIPs qosClass \
        reason resize resourceClaimStatuses resources startTime
        """
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .allocatedResources:
                result.allocatedResources = [String: Quantity].decode(object.value, &context)
            case .conditions:
                result.conditions = [PodCondition].decode(object.value, &context)
            case .containerStatuses:
                result.containerStatuses = [ContainerStatus].decode(object.value, &context)
            case .ephemeralContainerStatuses:
                result.ephemeralContainerStatuses = [ContainerStatus].decode(object.value, &context)
            case .extendedResourceClaimStatus:
                result.extendedResourceClaimStatus = PodExtendedResourceClaimStatus.decode(object.value, &context)
            case .hostIP:
                result.hostIP = String.decode(object.value, &context)
            case .hostIPs:
                result.hostIPs = [HostIP].decode(object.value, &context)
            case .initContainerStatuses:
                result.initContainerStatuses = [ContainerStatus].decode(object.value, &context)
            case .message:
                result.message = String.decode(object.value, &context)
            case .nodeAllocatableResourceClaimStatuses:
                result.nodeAllocatableResourceClaimStatuses =
                    [NodeAllocatableResourceClaimStatus].decode(object.value, &context)
            case .nominatedNodeName:
                result.nominatedNodeName = String.decode(object.value, &context)
            case .observedGeneration:
                result.observedGeneration = Int.decode(object.value, &context)
            case .phase:
                result.phase = PodPhase.decode(object.value, &context)
            case .podIP:
                result.podIP = String.decode(object.value, &context)
            case .podIPs:
                result.podIPs = [PodIP].decode(object.value, &context)
            case .qosClass:
                result.qosClass = PodQOSClass.decode(object.value, &context)
            case .reason:
                result.reason = String.decode(object.value, &context)
            case .resize:
                result.resize = String.decode(object.value, &context)
            case .resourceClaimStatuses:
                result.resourceClaimStatuses = [PodResourceClaimStatus].decode(object.value, &context)
            case .resources:
                result.resources = ResourceRequirements.decode(object.value, &context)
            case .startTime:
                result.startTime = Timestamp.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("allocatedResources", allocatedResources)
        writer.field("conditions", conditions)
        writer.field("containerStatuses", containerStatuses)
        writer.field("ephemeralContainerStatuses", ephemeralContainerStatuses)
        writer.optional("extendedResourceClaimStatus", extendedResourceClaimStatus)
        writer.field("hostIP", hostIP)
        writer.field("hostIPs", hostIPs)
        writer.field("initContainerStatuses", initContainerStatuses)
        writer.field("message", message)
        writer.field("nodeAllocatableResourceClaimStatuses", nodeAllocatableResourceClaimStatuses)
        writer.field("nominatedNodeName", nominatedNodeName)
        writer.field("observedGeneration", observedGeneration)
        writer.field("phase", phase)
        writer.field("podIP", podIP)
        writer.field("podIPs", podIPs)
        writer.field("qosClass", qosClass)
        writer.field("reason", reason)
        writer.field("resize", resize)
        writer.field("resourceClaimStatuses", resourceClaimStatuses)
        writer.optional("resources", resources)
        writer.optional("startTime", startTime)
        writer.endObject()
    }
}

extension PodCondition {
    private enum Field: Int {
        case lastProbeTime, lastTransitionTime, message, observedGeneration, reason, status, type
    }

    private static let fields = FieldTable(
        "PodCondition",
        "lastProbeTime lastTransitionTime message observedGeneration reason status type"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .lastProbeTime:
                result.lastProbeTime = Timestamp.decode(object.value, &context)
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
        writer.optional("lastProbeTime", lastProbeTime)
        writer.optional("lastTransitionTime", lastTransitionTime)
        writer.field("message", message)
        writer.field("observedGeneration", observedGeneration)
        writer.field("reason", reason)
        writer.always("status", status)
        writer.always("type", type)
        writer.endObject()
    }
}

extension ContainerStatus {
    private enum Field: Int {
        case allocatedResources
        case allocatedResourcesStatus
        case containerID
        case image
        case imageID
        case lastState
        case name
        case ready
        case resources
        case restartCount
        case started
        case state
        case stopSignal
        case user
        case volumeMounts
    }

    private static let fields = FieldTable(
        "ContainerStatus",
        """
        allocatedResources allocatedResourcesStatus containerID image imageID lastState name ready resources \
        restartCount started state stopSignal user volumeMounts
        """
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .allocatedResources:
                result.allocatedResources = [String: Quantity].decode(object.value, &context)
            case .allocatedResourcesStatus:
                result.allocatedResourcesStatus = [ResourceStatus].decode(object.value, &context)
            case .containerID:
                result.containerID = String.decode(object.value, &context)
            case .image:
                result.image = String.decode(object.value, &context)
            case .imageID:
                result.imageID = String.decode(object.value, &context)
            case .lastState:
                result.lastState = ContainerState.decode(object.value, &context)
            case .name:
                result.name = String.decode(object.value, &context)
            case .ready:
                result.ready = Bool.decode(object.value, &context)
            case .resources:
                result.resources = ResourceRequirements.decode(object.value, &context)
            case .restartCount:
                result.restartCount = context.int32(object.value)
            case .started:
                result.started = Bool.decode(object.value, &context)
            case .state:
                result.state = ContainerState.decode(object.value, &context)
            case .stopSignal:
                result.stopSignal = String.decode(object.value, &context)
            case .user:
                result.user = ContainerUser.decode(object.value, &context)
            case .volumeMounts:
                result.volumeMounts = [VolumeMountStatus].decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("allocatedResources", allocatedResources)
        writer.field("allocatedResourcesStatus", allocatedResourcesStatus)
        writer.field("containerID", containerID)
        writer.always("image", image)
        writer.always("imageID", imageID)
        writer.always("lastState", lastState)
        writer.always("name", name)
        writer.always("ready", ready)
        writer.optional("resources", resources)
        writer.always("restartCount", restartCount)
        writer.optional("started", started)
        writer.always("state", state)
        writer.optional("stopSignal", stopSignal)
        writer.optional("user", user)
        writer.field("volumeMounts", volumeMounts)
        writer.endObject()
    }
}

extension ResourceStatus {
    private enum Field: Int {
        case name, resources
    }

    private static let fields = FieldTable(
        "ResourceStatus",
        "name resources"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .name:
                result.name = String.decode(object.value, &context)
            case .resources:
                result.resources = [ResourceHealth].decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.always("name", name)
        writer.field("resources", resources)
        writer.endObject()
    }
}

extension ResourceHealth {
    private enum Field: Int {
        case health, message, resourceID
    }

    private static let fields = FieldTable(
        "ResourceHealth",
        "health message resourceID"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .health:
                result.health = String.decode(object.value, &context)
            case .message:
                result.message = String.decode(object.value, &context)
            case .resourceID:
                result.resourceID = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("health", health)
        writer.optional("message", message)
        writer.always("resourceID", resourceID)
        writer.endObject()
    }
}

extension ContainerState {
    private enum Field: Int {
        case running, terminated, waiting
    }

    private static let fields = FieldTable(
        "ContainerState",
        "running terminated waiting"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .running:
                result.running = ContainerStateRunning.decode(object.value, &context)
            case .terminated:
                result.terminated = ContainerStateTerminated.decode(object.value, &context)
            case .waiting:
                result.waiting = ContainerStateWaiting.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.optional("running", running)
        writer.optional("terminated", terminated)
        writer.optional("waiting", waiting)
        writer.endObject()
    }
}

extension ContainerStateRunning {
    private enum Field: Int {
        case startedAt
    }

    private static let fields = FieldTable(
        "ContainerStateRunning",
        "startedAt"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .startedAt:
                result.startedAt = Timestamp.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.optional("startedAt", startedAt)
        writer.endObject()
    }
}

extension ContainerStateTerminated {
    private enum Field: Int {
        case containerID, exitCode, finishedAt, message, reason, signal, startedAt
    }

    private static let fields = FieldTable(
        "ContainerStateTerminated",
        "containerID exitCode finishedAt message reason signal startedAt"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .containerID:
                result.containerID = String.decode(object.value, &context)
            case .exitCode:
                result.exitCode = context.int32(object.value)
            case .finishedAt:
                result.finishedAt = Timestamp.decode(object.value, &context)
            case .message:
                result.message = String.decode(object.value, &context)
            case .reason:
                result.reason = String.decode(object.value, &context)
            case .signal:
                result.signal = context.int32(object.value)
            case .startedAt:
                result.startedAt = Timestamp.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("containerID", containerID)
        writer.always("exitCode", exitCode)
        writer.optional("finishedAt", finishedAt)
        writer.field("message", message)
        writer.field("reason", reason)
        writer.field("signal", signal)
        writer.optional("startedAt", startedAt)
        writer.endObject()
    }
}

extension ContainerStateWaiting {
    private enum Field: Int {
        case message, reason
    }

    private static let fields = FieldTable(
        "ContainerStateWaiting",
        "message reason"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .message:
                result.message = String.decode(object.value, &context)
            case .reason:
                result.reason = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("message", message)
        writer.field("reason", reason)
        writer.endObject()
    }
}

extension ContainerUser {
    private enum Field: Int {
        case linux
    }

    private static let fields = FieldTable(
        "ContainerUser",
        "linux"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .linux:
                result.linux = LinuxContainerUser.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.optional("linux", linux)
        writer.endObject()
    }
}

extension LinuxContainerUser {
    private enum Field: Int {
        case gid, supplementalGroups, uid
    }

    private static let fields = FieldTable(
        "LinuxContainerUser",
        "gid supplementalGroups uid"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .gid:
                result.gid = Int.decode(object.value, &context)
            case .supplementalGroups:
                result.supplementalGroups = [Int].decode(object.value, &context)
            case .uid:
                result.uid = Int.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.always("gid", gid)
        writer.field("supplementalGroups", supplementalGroups)
        writer.always("uid", uid)
        writer.endObject()
    }
}

extension VolumeMountStatus {
    private enum Field: Int {
        case mountPath, name, readOnly, recursiveReadOnly, volumeStatus
    }

    private static let fields = FieldTable(
        "VolumeMountStatus",
        "mountPath name readOnly recursiveReadOnly volumeStatus"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .mountPath:
                result.mountPath = String.decode(object.value, &context)
            case .name:
                result.name = String.decode(object.value, &context)
            case .readOnly:
                result.readOnly = Bool.decode(object.value, &context)
            case .recursiveReadOnly:
                result.recursiveReadOnly = String.decode(object.value, &context)
            case .volumeStatus:
                result.volumeStatus = VolumeStatus.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.always("mountPath", mountPath)
        writer.always("name", name)
        writer.field("readOnly", readOnly)
        writer.optional("recursiveReadOnly", recursiveReadOnly)
        writer.optional("volumeStatus", volumeStatus)
        writer.endObject()
    }
}

extension VolumeStatus {
    private enum Field: Int {
        case image
    }

    private static let fields = FieldTable(
        "VolumeStatus",
        "image"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .image:
                result.image = ImageVolumeStatus.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.optional("image", image)
        writer.endObject()
    }
}

extension ImageVolumeStatus {
    private enum Field: Int {
        case imageRef
    }

    private static let fields = FieldTable(
        "ImageVolumeStatus",
        "imageRef"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .imageRef:
                result.imageRef = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.always("imageRef", imageRef)
        writer.endObject()
    }
}

extension PodExtendedResourceClaimStatus {
    private enum Field: Int {
        case requestMappings, resourceClaimName
    }

    private static let fields = FieldTable(
        "PodExtendedResourceClaimStatus",
        "requestMappings resourceClaimName"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .requestMappings:
                result.requestMappings = [ContainerExtendedResourceRequest].decode(object.value, &context)
            case .resourceClaimName:
                result.resourceClaimName = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.always("requestMappings", requestMappings)
        writer.always("resourceClaimName", resourceClaimName)
        writer.endObject()
    }
}

extension ContainerExtendedResourceRequest {
    private enum Field: Int {
        case containerName, requestName, resourceName
    }

    private static let fields = FieldTable(
        "ContainerExtendedResourceRequest",
        "containerName requestName resourceName"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .containerName:
                result.containerName = String.decode(object.value, &context)
            case .requestName:
                result.requestName = String.decode(object.value, &context)
            case .resourceName:
                result.resourceName = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.always("containerName", containerName)
        writer.always("requestName", requestName)
        writer.always("resourceName", resourceName)
        writer.endObject()
    }
}

extension HostIP {
    private enum Field: Int {
        case ip
    }

    private static let fields = FieldTable(
        "HostIP",
        "ip"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .ip:
                result.ip = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.always("ip", ip)
        writer.endObject()
    }
}

extension NodeAllocatableResourceClaimStatus {
    private enum Field: Int {
        case containers, resourceClaimName, resources
    }

    private static let fields = FieldTable(
        "NodeAllocatableResourceClaimStatus",
        "containers resourceClaimName resources"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .containers:
                result.containers = [String].decode(object.value, &context)
            case .resourceClaimName:
                result.resourceClaimName = String.decode(object.value, &context)
            case .resources:
                result.resources = [String: Quantity].decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("containers", containers)
        writer.always("resourceClaimName", resourceClaimName)
        writer.always("resources", resources)
        writer.endObject()
    }
}

extension PodIP {
    private enum Field: Int {
        case ip
    }

    private static let fields = FieldTable(
        "PodIP",
        "ip"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .ip:
                result.ip = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.always("ip", ip)
        writer.endObject()
    }
}

extension PodResourceClaimStatus {
    private enum Field: Int {
        case name, resourceClaimName
    }

    private static let fields = FieldTable(
        "PodResourceClaimStatus",
        "name resourceClaimName"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .name:
                result.name = String.decode(object.value, &context)
            case .resourceClaimName:
                result.resourceClaimName = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.always("name", name)
        writer.optional("resourceClaimName", resourceClaimName)
        writer.endObject()
    }
}
