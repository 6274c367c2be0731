// Made by `make generate` from Service.yaml: change that, not this.

public import YAML

extension Service {
    private enum Field: Int {
        case apiVersion, kind, metadata, spec, status
    }

    private static let fields = FieldTable(
        "Service",
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
                result.spec = ServiceSpec.decode(object.value, &context)
            case .status:
                result.status = ServiceStatus.decode(object.value, &context)
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

extension ServiceSpec {
    private enum Field: Int {
        case allocateLoadBalancerNodePorts
        case clusterIP
        case clusterIPs
        case externalIPs
        case externalName
        case externalTrafficPolicy
        case healthCheckNodePort
        case internalTrafficPolicy
        case ipFamilies
        case ipFamilyPolicy
        case loadBalancerClass
        case loadBalancerIP
        case loadBalancerSourceRanges
        case ports
        case publishNotReadyAddresses
        case selector
        case sessionAffinity
        case sessionAffinityConfig
        case trafficDistribution
        case type
    }

    private static let fields = FieldTable(
        "ServiceSpec",
        """
        allocateLoadBalancerNodePorts clusterIP clusterIPs externalIPs externalName externalTrafficPolicy \
        healthCheckNodePort internalTrafficPolicy ipFamilies ipFamilyPolicy loadBalancerClass loadBalancerIP \
        loadBalancerSourceRanges ports publishNotReadyAddresses selector sessionAffinity \
        sessionAffinityConfig trafficDistribution type
        """
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .allocateLoadBalancerNodePorts:
                context.noteUnenforced(object.value)
                result.allocateLoadBalancerNodePorts = Bool.decode(object.value, &context)
            case .clusterIP:
                result.clusterIP = String.decode(object.value, &context)
            case .clusterIPs:
                result.clusterIPs = [String].decode(object.value, &context)
            case .externalIPs:
                result.externalIPs = [String].decode(object.value, &context)
            case .externalName:
                result.externalName = String.decode(object.value, &context)
            case .externalTrafficPolicy:
                context.noteUnenforced(object.value)
                result.externalTrafficPolicy = TrafficPolicy.decode(object.value, &context)
            case .healthCheckNodePort:
                context.noteUnenforced(object.value)
                result.healthCheckNodePort = context.int32(object.value)
            case .internalTrafficPolicy:
                context.noteUnenforced(object.value)
                result.internalTrafficPolicy = TrafficPolicy.decode(object.value, &context)
            case .ipFamilies:
                result.ipFamilies = [IPFamily].decode(object.value, &context)
            case .ipFamilyPolicy:
                result.ipFamilyPolicy = IPFamilyPolicy.decode(object.value, &context)
            case .loadBalancerClass:
                context.noteUnenforced(object.value)
                result.loadBalancerClass = String.decode(object.value, &context)
            case .loadBalancerIP:
                context.noteUnenforced(object.value)
                result.loadBalancerIP = String.decode(object.value, &context)
            case .loadBalancerSourceRanges:
                context.noteUnenforced(object.value)
                result.loadBalancerSourceRanges = [String].decode(object.value, &context)
            case .ports:
                result.ports = [ServicePort].decode(object.value, &context)
            case .publishNotReadyAddresses:
                result.publishNotReadyAddresses = Bool.decode(object.value, &context)
            case .selector:
                result.selector = [String: String].decode(object.value, &context)
            case .sessionAffinity:
                result.sessionAffinity = SessionAffinity.decode(object.value, &context)
            case .sessionAffinityConfig:
                result.sessionAffinityConfig = SessionAffinityConfig.decode(object.value, &context)
            case .trafficDistribution:
                context.noteUnenforced(object.value)
                result.trafficDistribution = String.decode(object.value, &context)
            case .type:
                result.type = ServiceType.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.optional("allocateLoadBalancerNodePorts", allocateLoadBalancerNodePorts)
        writer.field("clusterIP", clusterIP)
        writer.field("clusterIPs", clusterIPs)
        writer.field("externalIPs", externalIPs)
        writer.field("externalName", externalName)
        writer.field("externalTrafficPolicy", externalTrafficPolicy)
        writer.field("healthCheckNodePort", healthCheckNodePort)
        writer.optional("internalTrafficPolicy", internalTrafficPolicy)
        writer.field("ipFamilies", ipFamilies)
        writer.optional("ipFamilyPolicy", ipFamilyPolicy)
        writer.optional("loadBalancerClass", loadBalancerClass)
        writer.field("loadBalancerIP", loadBalancerIP)
        writer.field("loadBalancerSourceRanges", loadBalancerSourceRanges)
        writer.field("ports", ports)
        writer.field("publishNotReadyAddresses", publishNotReadyAddresses)
        writer.field("selector", selector)
        writer.field("sessionAffinity", sessionAffinity)
        writer.optional("sessionAffinityConfig", sessionAffinityConfig)
        writer.optional("trafficDistribution", trafficDistribution)
        writer.field("type", type)
        writer.endObject()
    }
}

extension ServicePort {
    private enum Field: Int {
        case appProtocol, name, nodePort, port, `protocol`, targetPort
    }

    private static let fields = FieldTable(
        "ServicePort",
        "appProtocol name nodePort port protocol targetPort"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .appProtocol:
                result.appProtocol = String.decode(object.value, &context)
            case .name:
                result.name = String.decode(object.value, &context)
            case .nodePort:
                result.nodePort = context.int32(object.value)
            case .port:
                result.port = context.int32(object.value)
            case .`protocol`:
                result.`protocol` = TransportProtocol.decode(object.value, &context)
            case .targetPort:
                result.targetPort = IntOrString.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.optional("appProtocol", appProtocol)
        writer.field("name", name)
        writer.field("nodePort", nodePort)
        writer.always("port", port)
        writer.field("protocol", `protocol`)
        writer.always("targetPort", targetPort)
        writer.endObject()
    }
}

extension SessionAffinityConfig {
    private enum Field: Int {
        case clientIP
    }

    private static let fields = FieldTable(
        "SessionAffinityConfig",
        "clientIP"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .clientIP:
                result.clientIP = ClientIPConfig.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.optional("clientIP", clientIP)
        writer.endObject()
    }
}

extension ClientIPConfig {
    private enum Field: Int {
        case timeoutSeconds
    }

    private static let fields = FieldTable(
        "ClientIPConfig",
        "timeoutSeconds"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .timeoutSeconds:
                result.timeoutSeconds = context.int32(object.value)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.optional("timeoutSeconds", timeoutSeconds)
        writer.endObject()
    }
}

extension ServiceStatus {
    private enum Field: Int {
        case conditions, loadBalancer
    }

    private static let fields = FieldTable(
        "ServiceStatus",
        "conditions loadBalancer"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .conditions:
                result.conditions = [Condition].decode(object.value, &context)
            case .loadBalancer:
                result.loadBalancer = LoadBalancerStatus.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("conditions", conditions)
        writer.always("loadBalancer", loadBalancer)
        writer.endObject()
    }
}

extension LoadBalancerStatus {
    private enum Field: Int {
        case ingress
    }

    private static let fields = FieldTable(
        "LoadBalancerStatus",
        "ingress"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .ingress:
                result.ingress = [LoadBalancerIngress].decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("ingress", ingress)
        writer.endObject()
    }
}

extension LoadBalancerIngress {
    private enum Field: Int {
        case hostname, ip, ipMode, ports
    }

    private static let fields = FieldTable(
        "LoadBalancerIngress",
        "hostname ip ipMode ports"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .hostname:
                result.hostname = String.decode(object.value, &context)
            case .ip:
                result.ip = String.decode(object.value, &context)
            case .ipMode:
                result.ipMode = String.decode(object.value, &context)
            case .ports:
                result.ports = [PortStatus].decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("hostname", hostname)
        writer.field("ip", ip)
        writer.optional("ipMode", ipMode)
        writer.field("ports", ports)
        writer.endObject()
    }
}

extension PortStatus {
    private enum Field: Int {
        case error, port, `protocol`
    }

    private static let fields = FieldTable(
        "PortStatus",
        "error port protocol"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .error:
                result.error = String.decode(object.value, &context)
            case .port:
                result.port = context.int32(object.value)
            case .`protocol`:
                result.`protocol` = TransportProtocol.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.optional("error", error)
        writer.always("port", port)
        writer.always("protocol", `protocol`)
        writer.endObject()
    }
}
