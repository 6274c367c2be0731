// Made by `make generate` from Pod.yaml: change that, not this.

public import YAML

extension Pod {
    private enum Field: Int {
        case apiVersion, kind, metadata, spec, status
    }

    private static let fields = FieldTable(
        "Pod",
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
                result.spec = PodSpec.decode(object.value, &context)
            case .status:
                result.status = PodStatus.decode(object.value, &context)
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

extension PodSpec {
    private enum Field: Int {
        case activeDeadlineSeconds
        case affinity
        case automountServiceAccountToken
        case containers
        case dnsConfig
        case dnsPolicy
        case enableServiceLinks
        case ephemeralContainers
        case hostAliases
        case hostIPC
        case hostNetwork
        case hostPID
        case hostUsers
        case hostname
        case hostnameOverride
        case imagePullSecrets
        case initContainers
        case nodeName
        case nodeSelector
        case os
        case overhead
        case preemptionPolicy
        case priority
        case priorityClassName
        case readinessGates
        case resourceClaims
        case resources
        case restartPolicy
        case runtimeClassName
        case schedulerName
        case schedulingGates
        case schedulingGroup
        case securityContext
        case serviceAccount
        case serviceAccountName
        case setHostnameAsFQDN
        case shareProcessNamespace
        case subdomain
        case terminationGracePeriodSeconds
        case tolerations
        case topologySpreadConstraints
        case volumes
    }

    private static let fields = FieldTable(
        "PodSpec",
        """
        activeDeadlineSeconds affinity automountServiceAccountToken containers dnsConfig dnsPolicy \
        enableServiceLinks ephemeralContainers hostAliases hostIPC hostNetwork hostPID hostUsers hostname \
        hostnameOverride imagePullSecrets initContainers nodeName nodeSelector os overhead preemptionPolicy \
        priority priorityClassName readinessGates resourceClaims resources restartPolicy runtimeClassName \
        schedulerName schedulingGates schedulingGroup securityContext serviceAccount serviceAccountName \
        setHostnameAsFQDN shareProcessNamespace subdomain terminationGracePeriodSeconds tolerations \
        topologySpreadConstraints volumes
        """
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .activeDeadlineSeconds:
                result.activeDeadlineSeconds = Int.decode(object.value, &context)
            case .affinity:
                context.noteUnenforced(object.value)
                result.affinity = Affinity.decode(object.value, &context)
            case .automountServiceAccountToken:
                context.noteUnenforced(object.value)
                result.automountServiceAccountToken = Bool.decode(object.value, &context)
            case .containers:
                result.containers = [Container].decode(object.value, &context)
            case .dnsConfig:
                result.dnsConfig = PodDNSConfig.decode(object.value, &context)
            case .dnsPolicy:
                result.dnsPolicy = DNSPolicy.decode(object.value, &context)
            case .enableServiceLinks:
                result.enableServiceLinks = Bool.decode(object.value, &context)
            case .ephemeralContainers:
                context.noteUnenforced(object.value)
                result.ephemeralContainers = [EphemeralContainer].decode(object.value, &context)
            case .hostAliases:
                result.hostAliases = [HostAlias].decode(object.value, &context)
            case .hostIPC:
                result.hostIPC = Bool.decode(object.value, &context)
            case .hostNetwork:
                result.hostNetwork = Bool.decode(object.value, &context)
            case .hostPID:
                result.hostPID = Bool.decode(object.value, &context)
            case .hostUsers:
                result.hostUsers = Bool.decode(object.value, &context)
            case .hostname:
                result.hostname = String.decode(object.value, &context)
            case .hostnameOverride:
                context.noteUnenforced(object.value)
                result.hostnameOverride = String.decode(object.value, &context)
            case .imagePullSecrets:
                context.noteUnenforced(object.value)
                result.imagePullSecrets = [LocalObjectReference].decode(object.value, &context)
            case .initContainers:
                result.initContainers = [Container].decode(object.value, &context)
            case .nodeName:
                result.nodeName = String.decode(object.value, &context)
            case .nodeSelector:
                result.nodeSelector = [String: String].decode(object.value, &context)
            case .os:
                context.noteUnenforced(object.value)
                result.os = PodOS.decode(object.value, &context)
            case .overhead:
                context.noteUnenforced(object.value)
                result.overhead = [String: Quantity].decode(object.value, &context)
            case .preemptionPolicy:
                context.noteUnenforced(object.value)
                result.preemptionPolicy = PreemptionPolicy.decode(object.value, &context)
            case .priority:
                context.noteUnenforced(object.value)
                result.priority = context.int32(object.value)
            case .priorityClassName:
                context.noteUnenforced(object.value)
                result.priorityClassName = String.decode(object.value, &context)
            case .readinessGates:
                context.noteUnenforced(object.value)
                result.readinessGates = [PodReadinessGate].decode(object.value, &context)
            case .resourceClaims:
                context.noteUnenforced(object.value)
                result.resourceClaims = [PodResourceClaim].decode(object.value, &context)
            case .resources:
                result.resources = ResourceRequirements.decode(object.value, &context)
            case .restartPolicy:
                result.restartPolicy = RestartPolicy.decode(object.value, &context)
            case .runtimeClassName:
                context.noteUnenforced(object.value)
                result.runtimeClassName = String.decode(object.value, &context)
            case .schedulerName:
                context.noteUnenforced(object.value, unless: "default-scheduler")
                result.schedulerName = String.decode(object.value, &context)
            case .schedulingGates:
                context.noteUnenforced(object.value)
                result.schedulingGates = [PodSchedulingGate].decode(object.value, &context)
            case .schedulingGroup:
                context.noteUnenforced(object.value)
                result.schedulingGroup = PodSchedulingGroup.decode(object.value, &context)
            case .securityContext:
                result.securityContext = PodSecurityContext.decode(object.value, &context)
            case .serviceAccount:
                context.noteUnenforced(object.value)
                result.serviceAccount = String.decode(object.value, &context)
            case .serviceAccountName:
                context.noteUnenforced(object.value)
                result.serviceAccountName = String.decode(object.value, &context)
            case .setHostnameAsFQDN:
                result.setHostnameAsFQDN = Bool.decode(object.value, &context)
            case .shareProcessNamespace:
                context.noteUnenforced(object.value, unless: "false")
                result.shareProcessNamespace = Bool.decode(object.value, &context)
            case .subdomain:
                result.subdomain = String.decode(object.value, &context)
            case .terminationGracePeriodSeconds:
                result.terminationGracePeriodSeconds = Int.decode(object.value, &context)
            case .tolerations:
                result.tolerations = [Toleration].decode(object.value, &context)
            case .topologySpreadConstraints:
                context.noteUnenforced(object.value)
                result.topologySpreadConstraints = [TopologySpreadConstraint].decode(object.value, &context)
            case .volumes:
                result.volumes = [Volume].decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.optional("activeDeadlineSeconds", activeDeadlineSeconds)
        writer.optional("affinity", affinity)
        writer.optional("automountServiceAccountToken", automountServiceAccountToken)
        writer.always("containers", containers)
        writer.optional("dnsConfig", dnsConfig)
        writer.field("dnsPolicy", dnsPolicy)
        writer.optional("enableServiceLinks", enableServiceLinks)
        writer.field("ephemeralContainers", ephemeralContainers)
        writer.field("hostAliases", hostAliases)
        writer.field("hostIPC", hostIPC)
        writer.field("hostNetwork", hostNetwork)
        writer.field("hostPID", hostPID)
        writer.optional("hostUsers", hostUsers)
        writer.field("hostname", hostname)
        writer.optional("hostnameOverride", hostnameOverride)
        writer.field("imagePullSecrets", imagePullSecrets)
        writer.field("initContainers", initContainers)
        writer.field("nodeName", nodeName)
        writer.field("nodeSelector", nodeSelector)
        writer.optional("os", os)
        writer.field("overhead", overhead)
        writer.optional("preemptionPolicy", preemptionPolicy)
        writer.optional("priority", priority)
        writer.field("priorityClassName", priorityClassName)
        writer.field("readinessGates", readinessGates)
        writer.field("resourceClaims", resourceClaims)
        writer.optional("resources", resources)
        writer.field("restartPolicy", restartPolicy)
        writer.optional("runtimeClassName", runtimeClassName)
        writer.field("schedulerName", schedulerName)
        writer.field("schedulingGates", schedulingGates)
        writer.optional("schedulingGroup", schedulingGroup)
        writer.optional("securityContext", securityContext)
        writer.field("serviceAccount", serviceAccount)
        writer.field("serviceAccountName", serviceAccountName)
        writer.optional("setHostnameAsFQDN", setHostnameAsFQDN)
        writer.optional("shareProcessNamespace", shareProcessNamespace)
        writer.field("subdomain", subdomain)
        writer.optional("terminationGracePeriodSeconds", terminationGracePeriodSeconds)
        writer.field("tolerations", tolerations)
        writer.field("topologySpreadConstraints", topologySpreadConstraints)
        writer.field("volumes", volumes)
        writer.endObject()
    }
}

extension PodTemplateSpec {
    private enum Field: Int {
        case metadata, spec
    }

    private static let fields = FieldTable(
        "PodTemplateSpec",
        "metadata spec"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .metadata:
                result.metadata = ObjectMeta.decode(object.value, &context)
            case .spec:
                result.spec = PodSpec.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.always("metadata", metadata)
        writer.always("spec", spec)
        writer.endObject()
    }
}

extension PodDNSConfig {
    private enum Field: Int {
        case nameservers, options, searches
    }

    private static let fields = FieldTable(
        "PodDNSConfig",
        "nameservers options searches"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .nameservers:
                result.nameservers = [String].decode(object.value, &context)
            case .options:
                result.options = [PodDNSConfigOption].decode(object.value, &context)
            case .searches:
                result.searches = [String].decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("nameservers", nameservers)
        writer.field("options", options)
        writer.field("searches", searches)
        writer.endObject()
    }
}

extension PodDNSConfigOption {
    private enum Field: Int {
        case name, value
    }

    private static let fields = FieldTable(
        "PodDNSConfigOption",
        "name value"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .name:
                result.name = String.decode(object.value, &context)
            case .value:
                result.value = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("name", name)
        writer.optional("value", value)
        writer.endObject()
    }
}

extension HostAlias {
    private enum Field: Int {
        case hostnames, ip
    }

    private static let fields = FieldTable(
        "HostAlias",
        "hostnames ip"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .hostnames:
                result.hostnames = [String].decode(object.value, &context)
            case .ip:
                result.ip = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("hostnames", hostnames)
        writer.always("ip", ip)
        writer.endObject()
    }
}

extension PodOS {
    private enum Field: Int {
        case name
    }

    private static let fields = FieldTable(
        "PodOS",
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
        writer.always("name", name)
        writer.endObject()
    }
}

extension PodReadinessGate {
    private enum Field: Int {
        case conditionType
    }

    private static let fields = FieldTable(
        "PodReadinessGate",
        "conditionType"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .conditionType:
                result.conditionType = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.always("conditionType", conditionType)
        writer.endObject()
    }
}

extension PodResourceClaim {
    private enum Field: Int {
        case name, resourceClaimName, resourceClaimTemplateName
    }

    private static let fields = FieldTable(
        "PodResourceClaim",
        "name resourceClaimName resourceClaimTemplateName"
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
            case .resourceClaimTemplateName:
                result.resourceClaimTemplateName = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.always("name", name)
        writer.optional("resourceClaimName", resourceClaimName)
        writer.optional("resourceClaimTemplateName", resourceClaimTemplateName)
        writer.endObject()
    }
}

extension PodSchedulingGate {
    private enum Field: Int {
        case name
    }

    private static let fields = FieldTable(
        "PodSchedulingGate",
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
        writer.always("name", name)
        writer.endObject()
    }
}

extension PodSchedulingGroup {
    private enum Field: Int {
        case podGroupName
    }

    private static let fields = FieldTable(
        "PodSchedulingGroup",
        "podGroupName"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .podGroupName:
                result.podGroupName = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.optional("podGroupName", podGroupName)
        writer.endObject()
    }
}
