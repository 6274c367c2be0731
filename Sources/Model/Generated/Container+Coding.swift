// Made by `make generate` from Container.yaml: change that, not this.

public import YAML

extension Container {
    private enum Field: Int {
        case args
        case command
        case env
        case envFrom
        case image
        case imagePullPolicy
        case lifecycle
        case livenessProbe
        case name
        case ports
        case readinessProbe
        case resizePolicy
        case resources
        case restartPolicy
        case restartPolicyRules
        case securityContext
        case startupProbe
        case stdin
        case stdinOnce
        case terminationMessagePath
        case terminationMessagePolicy
        case tty
        case volumeDevices
        case volumeMounts
        case workingDir
    }

    private static let fields = FieldTable(
        "Container",
        """
        args command env envFrom image imagePullPolicy lifecycle livenessProbe name ports readinessProbe \
        resizePolicy resources restartPolicy restartPolicyRules securityContext startupProbe stdin stdinOnce \
        terminationMessagePath terminationMessagePolicy tty volumeDevices volumeMounts workingDir
        """
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .args:
                result.args = [String].decode(object.value, &context)
            case .command:
                result.command = [String].decode(object.value, &context)
            case .env:
                result.env = [EnvVar].decode(object.value, &context)
            case .envFrom:
                result.envFrom = [EnvFromSource].decode(object.value, &context)
            case .image:
                result.image = String.decode(object.value, &context)
            case .imagePullPolicy:
                context.noteUnenforced(object.value)
                result.imagePullPolicy = PullPolicy.decode(object.value, &context)
            case .lifecycle:
                result.lifecycle = Lifecycle.decode(object.value, &context)
            case .livenessProbe:
                result.livenessProbe = Probe.decode(object.value, &context)
            case .name:
                result.name = String.decode(object.value, &context)
            case .ports:
                result.ports = [ContainerPort].decode(object.value, &context)
            case .readinessProbe:
                result.readinessProbe = Probe.decode(object.value, &context)
            case .resizePolicy:
                context.noteUnenforced(object.value)
                result.resizePolicy = [ContainerResizePolicy].decode(object.value, &context)
            case .resources:
                result.resources = ResourceRequirements.decode(object.value, &context)
            case .restartPolicy:
                result.restartPolicy = ContainerRestartPolicy.decode(object.value, &context)
            case .restartPolicyRules:
                context.noteUnenforced(object.value)
                result.restartPolicyRules = [ContainerRestartRule].decode(object.value, &context)
            case .securityContext:
                result.securityContext = SecurityContext.decode(object.value, &context)
            case .startupProbe:
                result.startupProbe = Probe.decode(object.value, &context)
            case .stdin:
                result.stdin = Bool.decode(object.value, &context)
            case .stdinOnce:
                context.noteUnenforced(object.value)
                result.stdinOnce = Bool.decode(object.value, &context)
            case .terminationMessagePath:
                result.terminationMessagePath = String.decode(object.value, &context)
            case .terminationMessagePolicy:
                result.terminationMessagePolicy = TerminationMessagePolicy.decode(object.value, &context)
            case .tty:
                result.tty = Bool.decode(object.value, &context)
            case .volumeDevices:
                context.noteUnenforced(object.value)
                result.volumeDevices = [VolumeDevice].decode(object.value, &context)
            case .volumeMounts:
                result.volumeMounts = [VolumeMount].decode(object.value, &context)
            case .workingDir:
                result.workingDir = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("args", args)
        writer.field("command", command)
        writer.field("env", env)
        writer.field("envFrom", envFrom)
        writer.field("image", image)
        writer.field("imagePullPolicy", imagePullPolicy)
        writer.optional("lifecycle", lifecycle)
        writer.optional("livenessProbe", livenessProbe)
        writer.always("name", name)
        writer.field("ports", ports)
        writer.optional("readinessProbe", readinessProbe)
        writer.field("resizePolicy", resizePolicy)
        writer.always("resources", resources)
        writer.optional("restartPolicy", restartPolicy)
        writer.field("restartPolicyRules", restartPolicyRules)
        writer.optional("securityContext", securityContext)
        writer.optional("startupProbe", startupProbe)
        writer.field("stdin", stdin)
        writer.field("stdinOnce", stdinOnce)
        writer.field("terminationMessagePath", terminationMessagePath)
        writer.field("terminationMessagePolicy", terminationMessagePolicy)
        writer.field("tty", tty)
        writer.field("volumeDevices", volumeDevices)
        writer.field("volumeMounts", volumeMounts)
        writer.field("workingDir", workingDir)
        writer.endObject()
    }
}

extension EphemeralContainer {
    private enum Field: Int {
        case args
        case command
        case env
        case envFrom
        case image
        case imagePullPolicy
        case lifecycle
        case livenessProbe
        case name
        case ports
        case readinessProbe
        case resizePolicy
        case resources
        case restartPolicy
        case restartPolicyRules
        case securityContext
        case startupProbe
        case stdin
        case stdinOnce
        case targetContainerName
        case terminationMessagePath
        case terminationMessagePolicy
        case tty
        case volumeDevices
        case volumeMounts
        case workingDir
    }

    private static let fields = FieldTable(
        "EphemeralContainer",
        """
        args command env envFrom image imagePullPolicy lifecycle livenessProbe name ports readinessProbe \
        resizePolicy resources restartPolicy restartPolicyRules securityContext startupProbe stdin stdinOnce \
        targetContainerName terminationMessagePath terminationMessagePolicy tty volumeDevices volumeMounts \
        workingDir
        """
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .args:
                result.args = [String].decode(object.value, &context)
            case .command:
                result.command = [String].decode(object.value, &context)
            case .env:
                result.env = [EnvVar].decode(object.value, &context)
            case .envFrom:
                result.envFrom = [EnvFromSource].decode(object.value, &context)
            case .image:
                result.image = String.decode(object.value, &context)
            case .imagePullPolicy:
                result.imagePullPolicy = PullPolicy.decode(object.value, &context)
            case .lifecycle:
                result.lifecycle = Lifecycle.decode(object.value, &context)
            case .livenessProbe:
                result.livenessProbe = Probe.decode(object.value, &context)
            case .name:
                result.name = String.decode(object.value, &context)
            case .ports:
                result.ports = [ContainerPort].decode(object.value, &context)
            case .readinessProbe:
                result.readinessProbe = Probe.decode(object.value, &context)
            case .resizePolicy:
                result.resizePolicy = [ContainerResizePolicy].decode(object.value, &context)
            case .resources:
                result.resources = ResourceRequirements.decode(object.value, &context)
            case .restartPolicy:
                result.restartPolicy = ContainerRestartPolicy.decode(object.value, &context)
            case .restartPolicyRules:
                result.restartPolicyRules = [ContainerRestartRule].decode(object.value, &context)
            case .securityContext:
                result.securityContext = SecurityContext.decode(object.value, &context)
            case .startupProbe:
                result.startupProbe = Probe.decode(object.value, &context)
            case .stdin:
                result.stdin = Bool.decode(object.value, &context)
            case .stdinOnce:
                result.stdinOnce = Bool.decode(object.value, &context)
            case .targetContainerName:
                result.targetContainerName = String.decode(object.value, &context)
            case .terminationMessagePath:
                result.terminationMessagePath = String.decode(object.value, &context)
            case .terminationMessagePolicy:
                result.terminationMessagePolicy = TerminationMessagePolicy.decode(object.value, &context)
            case .tty:
                result.tty = Bool.decode(object.value, &context)
            case .volumeDevices:
                result.volumeDevices = [VolumeDevice].decode(object.value, &context)
            case .volumeMounts:
                result.volumeMounts = [VolumeMount].decode(object.value, &context)
            case .workingDir:
                result.workingDir = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("args", args)
        writer.field("command", command)
        writer.field("env", env)
        writer.field("envFrom", envFrom)
        writer.field("image", image)
        writer.field("imagePullPolicy", imagePullPolicy)
        writer.optional("lifecycle", lifecycle)
        writer.optional("livenessProbe", livenessProbe)
        writer.always("name", name)
        writer.field("ports", ports)
        writer.optional("readinessProbe", readinessProbe)
        writer.field("resizePolicy", resizePolicy)
        writer.always("resources", resources)
        writer.optional("restartPolicy", restartPolicy)
        writer.field("restartPolicyRules", restartPolicyRules)
        writer.optional("securityContext", securityContext)
        writer.optional("startupProbe", startupProbe)
        writer.field("stdin", stdin)
        writer.field("stdinOnce", stdinOnce)
        writer.field("targetContainerName", targetContainerName)
        writer.field("terminationMessagePath", terminationMessagePath)
        writer.field("terminationMessagePolicy", terminationMessagePolicy)
        writer.field("tty", tty)
        writer.field("volumeDevices", volumeDevices)
        writer.field("volumeMounts", volumeMounts)
        writer.field("workingDir", workingDir)
        writer.endObject()
    }
}

extension ContainerPort {
    private enum Field: Int {
        case containerPort, hostIP, hostPort, name, `protocol`
    }

    private static let fields = FieldTable(
        "ContainerPort",
        "containerPort hostIP hostPort name protocol"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .containerPort:
                result.containerPort = context.int32(object.value)
            case .hostIP:
                result.hostIP = String.decode(object.value, &context)
            case .hostPort:
                result.hostPort = context.int32(object.value)
            case .name:
                result.name = String.decode(object.value, &context)
            case .`protocol`:
                result.`protocol` = TransportProtocol.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.always("containerPort", containerPort)
        writer.field("hostIP", hostIP)
        writer.field("hostPort", hostPort)
        writer.field("name", name)
        writer.field("protocol", `protocol`)
        writer.endObject()
    }
}

extension ContainerResizePolicy {
    private enum Field: Int {
        case resourceName, restartPolicy
    }

    private static let fields = FieldTable(
        "ContainerResizePolicy",
        "resourceName restartPolicy"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .resourceName:
                result.resourceName = String.decode(object.value, &context)
            case .restartPolicy:
                result.restartPolicy = ResizeRestartPolicy.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.always("resourceName", resourceName)
        writer.always("restartPolicy", restartPolicy)
        writer.endObject()
    }
}

extension ContainerRestartRule {
    private enum Field: Int {
        case action, exitCodes
    }

    private static let fields = FieldTable(
        "ContainerRestartRule",
        "action exitCodes"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .action:
                result.action = String.decode(object.value, &context)
            case .exitCodes:
                result.exitCodes = ContainerRestartRuleOnExitCodes.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.always("action", action)
        writer.optional("exitCodes", exitCodes)
        writer.endObject()
    }
}

extension ContainerRestartRuleOnExitCodes {
    private enum Field: Int {
        case `operator`, values
    }

    private static let fields = FieldTable(
        "ContainerRestartRuleOnExitCodes",
        "operator values"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .`operator`:
                result.`operator` = String.decode(object.value, &context)
            case .values:
                result.values = context.int32s(object.value)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.always("operator", `operator`)
        writer.field("values", values)
        writer.endObject()
    }
}

extension VolumeDevice {
    private enum Field: Int {
        case devicePath, name
    }

    private static let fields = FieldTable(
        "VolumeDevice",
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

extension VolumeMount {
    private enum Field: Int {
        case mountPath, mountPropagation, name, readOnly, recursiveReadOnly, subPath, subPathExpr
    }

    private static let fields = FieldTable(
        "VolumeMount",
        "mountPath mountPropagation name readOnly recursiveReadOnly subPath subPathExpr"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .mountPath:
                result.mountPath = String.decode(object.value, &context)
            case .mountPropagation:
                context.noteUnenforced(object.value, unless: "None")
                result.mountPropagation = MountPropagation.decode(object.value, &context)
            case .name:
                result.name = String.decode(object.value, &context)
            case .readOnly:
                result.readOnly = Bool.decode(object.value, &context)
            case .recursiveReadOnly:
                context.noteUnenforced(object.value)
                result.recursiveReadOnly = String.decode(object.value, &context)
            case .subPath:
                result.subPath = String.decode(object.value, &context)
            case .subPathExpr:
                result.subPathExpr = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.always("mountPath", mountPath)
        writer.optional("mountPropagation", mountPropagation)
        writer.always("name", name)
        writer.field("readOnly", readOnly)
        writer.optional("recursiveReadOnly", recursiveReadOnly)
        writer.field("subPath", subPath)
        writer.field("subPathExpr", subPathExpr)
        writer.endObject()
    }
}
