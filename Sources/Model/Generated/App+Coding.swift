// Made by `make generate` from App.yaml: change that, not this.

public import YAML

extension App {
    private enum Field: Int {
        case apiVersion, kind, metadata, spec, status
    }

    private static let fields = FieldTable(
        "App",
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
                result.spec = AppSpec.decode(object.value, &context)
            case .status:
                result.status = AppStatus.decode(object.value, &context)
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

extension AppSpec {
    private enum Field: Int {
        case acceptedResourceRoles
        case args
        case backoffFactor
        case backoffSeconds
        case check
        case cmd
        case constraints
        case container
        case cpus
        case dependencies
        case disk
        case env
        case executor
        case executorResources
        case fetch
        case gpus
        case healthChecks
        case id
        case instances
        case ipAddress
        case killSelection
        case labels
        case maxLaunchDelaySeconds
        case mem
        case networks
        case portDefinitions
        case ports
        case readinessChecks
        case requirePorts
        case residency
        case resourceLimits
        case role
        case secrets
        case storeUrls
        case taskKillGracePeriodSeconds
        case tty
        case unreachableStrategy
        case upgradeStrategy
        case uris
        case user
        case version
        case versionInfo
    }

    private static let fields = FieldTable(
        "AppSpec",
        """
        acceptedResourceRoles args backoffFactor backoffSeconds check cmd constraints container cpus \
        dependencies disk env executor executorResources fetch gpus healthChecks id instances ipAddress \
        killSelection labels maxLaunchDelaySeconds mem networks portDefinitions ports readinessChecks \
        requirePorts residency resourceLimits role secrets storeUrls taskKillGracePeriodSeconds tty \
        unreachableStrategy upgradeStrategy uris user version versionInfo
        """
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .acceptedResourceRoles:
                context.noteUnenforced(object.value)
                result.acceptedResourceRoles = [String].decode(object.value, &context)
            case .args:
                result.args = [String].decode(object.value, &context)
            case .backoffFactor:
                result.backoffFactor = Double.decode(object.value, &context)
            case .backoffSeconds:
                result.backoffSeconds = Double.decode(object.value, &context)
            case .check:
                context.noteUnenforced(object.value)
                result.check = AppCheck.decode(object.value, &context)
            case .cmd:
                result.cmd = String.decode(object.value, &context)
            case .constraints:
                result.constraints = [Constraint].decode(object.value, &context)
            case .container:
                result.container = AppContainer.decode(object.value, &context)
            case .cpus:
                result.cpus = Double.decode(object.value, &context)
            case .dependencies:
                result.dependencies = [String].decode(object.value, &context)
            case .disk:
                context.noteUnenforced(object.value)
                result.disk = Double.decode(object.value, &context)
            case .env:
                result.env = [String: EnvironmentValue].decode(object.value, &context)
            case .executor:
                context.noteUnenforced(object.value)
                result.executor = String.decode(object.value, &context)
            case .executorResources:
                context.noteUnenforced(object.value)
                result.executorResources = AppExecutorResources.decode(object.value, &context)
            case .fetch:
                context.noteUnenforced(object.value)
                result.fetch = [AppFetch].decode(object.value, &context)
            case .gpus:
                context.noteUnenforced(object.value)
                result.gpus = context.int32(object.value)
            case .healthChecks:
                result.healthChecks = [AppHealthCheck].decode(object.value, &context)
            case .id:
                result.id = String.decode(object.value, &context)
            case .instances:
                result.instances = context.int32(object.value)
            case .ipAddress:
                result.ipAddress = AppIPAddress.decode(object.value, &context)
            case .killSelection:
                result.killSelection = KillSelection.decode(object.value, &context)
            case .labels:
                result.labels = [String: String].decode(object.value, &context)
            case .maxLaunchDelaySeconds:
                result.maxLaunchDelaySeconds = Double.decode(object.value, &context)
            case .mem:
                result.mem = Double.decode(object.value, &context)
            case .networks:
                result.networks = [AppNetwork].decode(object.value, &context)
            case .portDefinitions:
                result.portDefinitions = [PortDefinition].decode(object.value, &context)
            case .ports:
                result.ports = context.int32s(object.value)
            case .readinessChecks:
                result.readinessChecks = [AppReadinessCheck].decode(object.value, &context)
            case .requirePorts:
                result.requirePorts = Bool.decode(object.value, &context)
            case .residency:
                context.noteUnenforced(object.value)
                result.residency = AppResidency.decode(object.value, &context)
            case .resourceLimits:
                context.noteUnenforced(object.value)
                result.resourceLimits = AppResourceLimits.decode(object.value, &context)
            case .role:
                context.noteUnenforced(object.value)
                result.role = String.decode(object.value, &context)
            case .secrets:
                context.noteUnenforced(object.value)
                result.secrets = [String: AppSecret].decode(object.value, &context)
            case .storeUrls:
                result.storeUrls = [String].decode(object.value, &context)
            case .taskKillGracePeriodSeconds:
                result.taskKillGracePeriodSeconds = context.int32(object.value)
            case .tty:
                context.noteUnenforced(object.value)
                result.tty = Bool.decode(object.value, &context)
            case .unreachableStrategy:
                context.noteUnenforced(object.value)
                result.unreachableStrategy = UnreachableStrategy.decode(object.value, &context)
            case .upgradeStrategy:
                result.upgradeStrategy = AppUpgradeStrategy.decode(object.value, &context)
            case .uris:
                result.uris = [String].decode(object.value, &context)
            case .user:
                context.noteUnenforced(object.value)
                result.user = String.decode(object.value, &context)
            case .version:
                result.version = String.decode(object.value, &context)
            case .versionInfo:
                result.versionInfo = AppVersionInfo.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.optional("acceptedResourceRoles", acceptedResourceRoles)
        writer.field("args", args)
        writer.optional("backoffFactor", backoffFactor)
        writer.optional("backoffSeconds", backoffSeconds)
        writer.optional("check", check)
        writer.optional("cmd", cmd)
        writer.field("constraints", constraints)
        writer.optional("container", container)
        writer.optional("cpus", cpus)
        writer.field("dependencies", dependencies)
        writer.field("disk", disk)
        writer.field("env", env)
        writer.field("executor", executor)
        writer.optional("executorResources", executorResources)
        writer.field("fetch", fetch)
        writer.field("gpus", gpus)
        writer.field("healthChecks", healthChecks)
        writer.field("id", id)
        writer.optional("instances", instances)
        writer.optional("ipAddress", ipAddress)
        writer.field("killSelection", killSelection)
        writer.field("labels", labels)
        writer.optional("maxLaunchDelaySeconds", maxLaunchDelaySeconds)
        writer.optional("mem", mem)
        writer.field("networks", networks)
        writer.optional("portDefinitions", portDefinitions)
        writer.optional("ports", ports)
        writer.field("readinessChecks", readinessChecks)
        writer.field("requirePorts", requirePorts)
        writer.optional("residency", residency)
        writer.optional("resourceLimits", resourceLimits)
        writer.optional("role", role)
        writer.field("secrets", secrets)
        writer.field("storeUrls", storeUrls)
        writer.optional("taskKillGracePeriodSeconds", taskKillGracePeriodSeconds)
        writer.optional("tty", tty)
        writer.optional("unreachableStrategy", unreachableStrategy)
        writer.optional("upgradeStrategy", upgradeStrategy)
        writer.field("uris", uris)
        writer.optional("user", user)
        writer.field("version", version)
        writer.optional("versionInfo", versionInfo)
        writer.endObject()
    }
}

extension AppContainer {
    private enum Field: Int {
        case docker, linuxInfo, portMappings, type, volumes
    }

    private static let fields = FieldTable(
        "AppContainer",
        "docker linuxInfo portMappings type volumes"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .docker:
                result.docker = AppDocker.decode(object.value, &context)
            case .linuxInfo:
                context.noteUnenforced(object.value)
                result.linuxInfo = AppLinuxInfo.decode(object.value, &context)
            case .portMappings:
                result.portMappings = [PortMapping].decode(object.value, &context)
            case .type:
                result.type = AppContainerType.decode(object.value, &context)
            case .volumes:
                result.volumes = [AppVolume].decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.optional("docker", docker)
        writer.optional("linuxInfo", linuxInfo)
        writer.optional("portMappings", portMappings)
        writer.field("type", type)
        writer.field("volumes", volumes)
        writer.endObject()
    }
}

extension AppDocker {
    private enum Field: Int {
        case credential, forcePullImage, image, network, parameters, portMappings, privileged, pullConfig
    }

    private static let fields = FieldTable(
        "AppDocker",
        "credential forcePullImage image network parameters portMappings privileged pullConfig"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .credential:
                context.noteUnenforced(object.value)
                result.credential = AppCredential.decode(object.value, &context)
            case .forcePullImage:
                context.noteUnenforced(object.value)
                result.forcePullImage = Bool.decode(object.value, &context)
            case .image:
                result.image = String.decode(object.value, &context)
            case .network:
                result.network = AppDockerNetwork.decode(object.value, &context)
            case .parameters:
                context.noteUnenforced(object.value)
                result.parameters = [AppDockerParameter].decode(object.value, &context)
            case .portMappings:
                result.portMappings = [PortMapping].decode(object.value, &context)
            case .privileged:
                context.noteUnenforced(object.value)
                result.privileged = Bool.decode(object.value, &context)
            case .pullConfig:
                context.noteUnenforced(object.value)
                result.pullConfig = AppPullConfig.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.optional("credential", credential)
        writer.field("forcePullImage", forcePullImage)
        writer.always("image", image)
        writer.optional("network", network)
        writer.field("parameters", parameters)
        writer.optional("portMappings", portMappings)
        writer.field("privileged", privileged)
        writer.optional("pullConfig", pullConfig)
        writer.endObject()
    }
}

extension AppCredential {
    private enum Field: Int {
        case principal, secret
    }

    private static let fields = FieldTable(
        "AppCredential",
        "principal secret"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .principal:
                result.principal = String.decode(object.value, &context)
            case .secret:
                result.secret = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.always("principal", principal)
        writer.field("secret", secret)
        writer.endObject()
    }
}

extension AppPullConfig {
    private enum Field: Int {
        case secret
    }

    private static let fields = FieldTable(
        "AppPullConfig",
        "secret"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .secret:
                result.secret = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.always("secret", secret)
        writer.endObject()
    }
}

extension AppDockerParameter {
    private enum Field: Int {
        case key, value
    }

    private static let fields = FieldTable(
        "AppDockerParameter",
        "key value"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .key:
                result.key = String.decode(object.value, &context)
            case .value:
                result.value = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.always("key", key)
        writer.always("value", value)
        writer.endObject()
    }
}

extension AppLinuxInfo {
    private enum Field: Int {
        case ipcInfo, seccomp
    }

    private static let fields = FieldTable(
        "AppLinuxInfo",
        "ipcInfo seccomp"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .ipcInfo:
                result.ipcInfo = AppIPCInfo.decode(object.value, &context)
            case .seccomp:
                result.seccomp = AppSeccomp.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.optional("ipcInfo", ipcInfo)
        writer.optional("seccomp", seccomp)
        writer.endObject()
    }
}

extension AppIPCInfo {
    private enum Field: Int {
        case mode, shmSize
    }

    private static let fields = FieldTable(
        "AppIPCInfo",
        "mode shmSize"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .mode:
                result.mode = String.decode(object.value, &context)
            case .shmSize:
                result.shmSize = context.int32(object.value)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.always("mode", mode)
        writer.field("shmSize", shmSize)
        writer.endObject()
    }
}

extension AppSeccomp {
    private enum Field: Int {
        case profileName, unconfined
    }

    private static let fields = FieldTable(
        "AppSeccomp",
        "profileName unconfined"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .profileName:
                result.profileName = String.decode(object.value, &context)
            case .unconfined:
                result.unconfined = Bool.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("profileName", profileName)
        writer.field("unconfined", unconfined)
        writer.endObject()
    }
}

extension PortMapping {
    private enum Field: Int {
        case containerPort, hostPort, labels, name, networkNames, `protocol`, servicePort
    }

    private static let fields = FieldTable(
        "PortMapping",
        "containerPort hostPort labels name networkNames protocol servicePort"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .containerPort:
                result.containerPort = context.int32(object.value)
            case .hostPort:
                result.hostPort = context.int32(object.value)
            case .labels:
                result.labels = [String: String].decode(object.value, &context)
            case .name:
                result.name = String.decode(object.value, &context)
            case .networkNames:
                result.networkNames = [String].decode(object.value, &context)
            case .`protocol`:
                result.`protocol` = PortProtocol.decode(object.value, &context)
            case .servicePort:
                result.servicePort = context.int32(object.value)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("containerPort", containerPort)
        writer.optional("hostPort", hostPort)
        writer.field("labels", labels)
        writer.optional("name", name)
        writer.field("networkNames", networkNames)
        writer.field("protocol", `protocol`)
        writer.field("servicePort", servicePort)
        writer.endObject()
    }
}

extension PortDefinition {
    private enum Field: Int {
        case labels, name, port, `protocol`
    }

    private static let fields = FieldTable(
        "PortDefinition",
        "labels name port protocol"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .labels:
                result.labels = [String: String].decode(object.value, &context)
            case .name:
                result.name = String.decode(object.value, &context)
            case .port:
                result.port = context.int32(object.value)
            case .`protocol`:
                result.`protocol` = PortProtocol.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("labels", labels)
        writer.optional("name", name)
        writer.always("port", port)
        writer.field("protocol", `protocol`)
        writer.endObject()
    }
}

extension AppNetwork {
    private enum Field: Int {
        case labels, mode, name
    }

    private static let fields = FieldTable(
        "AppNetwork",
        "labels mode name"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .labels:
                result.labels = [String: String].decode(object.value, &context)
            case .mode:
                result.mode = AppNetworkMode.decode(object.value, &context)
            case .name:
                result.name = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("labels", labels)
        writer.field("mode", mode)
        writer.optional("name", name)
        writer.endObject()
    }
}

extension AppVolume {
    private enum Field: Int {
        case containerPath, external, hostPath, mode, persistent, secret
    }

    private static let fields = FieldTable(
        "AppVolume",
        "containerPath external hostPath mode persistent secret"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .containerPath:
                result.containerPath = String.decode(object.value, &context)
            case .external:
                context.noteUnenforced(object.value)
                result.external = AppExternalVolume.decode(object.value, &context)
            case .hostPath:
                result.hostPath = String.decode(object.value, &context)
            case .mode:
                result.mode = AppVolumeMode.decode(object.value, &context)
            case .persistent:
                context.noteUnenforced(object.value)
                result.persistent = AppPersistentVolume.decode(object.value, &context)
            case .secret:
                context.noteUnenforced(object.value)
                result.secret = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.always("containerPath", containerPath)
        writer.optional("external", external)
        writer.optional("hostPath", hostPath)
        writer.field("mode", mode)
        writer.optional("persistent", persistent)
        writer.optional("secret", secret)
        writer.endObject()
    }
}

extension AppPersistentVolume {
    private enum Field: Int {
        case constraints, maxSize, profileName, size, type
    }

    private static let fields = FieldTable(
        "AppPersistentVolume",
        "constraints maxSize profileName size type"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .constraints:
                result.constraints = [Constraint].decode(object.value, &context)
            case .maxSize:
                result.maxSize = Int.decode(object.value, &context)
            case .profileName:
                result.profileName = String.decode(object.value, &context)
            case .size:
                result.size = Int.decode(object.value, &context)
            case .type:
                result.type = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("constraints", constraints)
        writer.optional("maxSize", maxSize)
        writer.optional("profileName", profileName)
        writer.always("size", size)
        writer.optional("type", type)
        writer.endObject()
    }
}

extension AppExternalVolume {
    private enum Field: Int {
        case name, options, provider, shared, size
    }

    private static let fields = FieldTable(
        "AppExternalVolume",
        "name options provider shared size"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .name:
                result.name = String.decode(object.value, &context)
            case .options:
                result.options = RawJSON.decode(object.value, &context)
            case .provider:
                result.provider = String.decode(object.value, &context)
            case .shared:
                result.shared = Bool.decode(object.value, &context)
            case .size:
                result.size = Int.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.always("name", name)
        writer.optional("options", options)
        writer.always("provider", provider)
        writer.field("shared", shared)
        writer.optional("size", size)
        writer.endObject()
    }
}

extension AppHealthCheck {
    private enum Field: Int {
        case command
        case delaySeconds
        case gracePeriodSeconds
        case ignoreHttp1xx
        case intervalSeconds
        case ipProtocol
        case maxConsecutiveFailures
        case path
        case port
        case portIndex
        case `protocol`
        case timeoutSeconds
    }

    private static let fields = FieldTable(
        "AppHealthCheck",
        """
        command delaySeconds gracePeriodSeconds ignoreHttp1xx intervalSeconds ipProtocol \
        maxConsecutiveFailures path port portIndex protocol timeoutSeconds
        """
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .command:
                result.command = AppCommand.decode(object.value, &context)
            case .delaySeconds:
                result.delaySeconds = context.int32(object.value)
            case .gracePeriodSeconds:
                result.gracePeriodSeconds = context.int32(object.value)
            case .ignoreHttp1xx:
                result.ignoreHttp1xx = Bool.decode(object.value, &context)
            case .intervalSeconds:
                result.intervalSeconds = context.int32(object.value)
            case .ipProtocol:
                context.noteUnenforced(object.value, unless: "IPv4")
                result.ipProtocol = String.decode(object.value, &context)
            case .maxConsecutiveFailures:
                result.maxConsecutiveFailures = context.int32(object.value)
            case .path:
                result.path = String.decode(object.value, &context)
            case .port:
                result.port = context.int32(object.value)
            case .portIndex:
                result.portIndex = context.int32(object.value)
            case .`protocol`:
                result.`protocol` = HealthCheckProtocol.decode(object.value, &context)
            case .timeoutSeconds:
                result.timeoutSeconds = context.int32(object.value)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.optional("command", command)
        writer.optional("delaySeconds", delaySeconds)
        writer.optional("gracePeriodSeconds", gracePeriodSeconds)
        writer.field("ignoreHttp1xx", ignoreHttp1xx)
        writer.optional("intervalSeconds", intervalSeconds)
        writer.field("ipProtocol", ipProtocol)
        writer.optional("maxConsecutiveFailures", maxConsecutiveFailures)
        writer.optional("path", path)
        writer.optional("port", port)
        writer.optional("portIndex", portIndex)
        writer.field("protocol", `protocol`)
        writer.optional("timeoutSeconds", timeoutSeconds)
        writer.endObject()
    }
}

extension AppCommand {
    private enum Field: Int {
        case value
    }

    private static let fields = FieldTable(
        "AppCommand",
        "value"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .value:
                result.value = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.always("value", value)
        writer.endObject()
    }
}

extension AppCheck {
    private enum Field: Int {
        case delaySeconds, exec, http, intervalSeconds, tcp, timeoutSeconds
    }

    private static let fields = FieldTable(
        "AppCheck",
        "delaySeconds exec http intervalSeconds tcp timeoutSeconds"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .delaySeconds:
                result.delaySeconds = context.int32(object.value)
            case .exec:
                result.exec = AppCheckExec.decode(object.value, &context)
            case .http:
                result.http = AppCheckHTTP.decode(object.value, &context)
            case .intervalSeconds:
                result.intervalSeconds = context.int32(object.value)
            case .tcp:
                result.tcp = AppCheckTCP.decode(object.value, &context)
            case .timeoutSeconds:
                result.timeoutSeconds = context.int32(object.value)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.optional("delaySeconds", delaySeconds)
        writer.optional("exec", exec)
        writer.optional("http", http)
        writer.optional("intervalSeconds", intervalSeconds)
        writer.optional("tcp", tcp)
        writer.optional("timeoutSeconds", timeoutSeconds)
        writer.endObject()
    }
}

extension AppCheckExec {
    private enum Field: Int {
        case command
    }

    private static let fields = FieldTable(
        "AppCheckExec",
        "command"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .command:
                result.command = AppCommand.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.optional("command", command)
        writer.endObject()
    }
}

extension AppCheckHTTP {
    private enum Field: Int {
        case path, port, portIndex, scheme
    }

    private static let fields = FieldTable(
        "AppCheckHTTP",
        "path port portIndex scheme"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .path:
                result.path = String.decode(object.value, &context)
            case .port:
                result.port = context.int32(object.value)
            case .portIndex:
                result.portIndex = context.int32(object.value)
            case .scheme:
                result.scheme = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.optional("path", path)
        writer.optional("port", port)
        writer.optional("portIndex", portIndex)
        writer.optional("scheme", scheme)
        writer.endObject()
    }
}

extension AppCheckTCP {
    private enum Field: Int {
        case port, portIndex
    }

    private static let fields = FieldTable(
        "AppCheckTCP",
        "port portIndex"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .port:
                result.port = context.int32(object.value)
            case .portIndex:
                result.portIndex = context.int32(object.value)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.optional("port", port)
        writer.optional("portIndex", portIndex)
        writer.endObject()
    }
}

extension AppReadinessCheck {
    private enum Field: Int {
        case httpStatusCodesForReady
        case intervalSeconds
        case name
        case path
        case portName
        case preserveLastResponse
        case `protocol`
        case timeoutSeconds
    }

    private static let fields = FieldTable(
        "AppReadinessCheck",
        """
        httpStatusCodesForReady intervalSeconds name path portName preserveLastResponse protocol \
        timeoutSeconds
        """
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .httpStatusCodesForReady:
                result.httpStatusCodesForReady = context.int32s(object.value)
            case .intervalSeconds:
                result.intervalSeconds = context.int32(object.value)
            case .name:
                result.name = String.decode(object.value, &context)
            case .path:
                result.path = String.decode(object.value, &context)
            case .portName:
                result.portName = String.decode(object.value, &context)
            case .preserveLastResponse:
                result.preserveLastResponse = Bool.decode(object.value, &context)
            case .`protocol`:
                result.`protocol` = URIScheme.decode(object.value, &context)
            case .timeoutSeconds:
                result.timeoutSeconds = context.int32(object.value)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.optional("httpStatusCodesForReady", httpStatusCodesForReady)
        writer.optional("intervalSeconds", intervalSeconds)
        writer.field("name", name)
        writer.field("path", path)
        writer.field("portName", portName)
        writer.field("preserveLastResponse", preserveLastResponse)
        writer.field("protocol", `protocol`)
        writer.optional("timeoutSeconds", timeoutSeconds)
        writer.endObject()
    }
}

extension AppUpgradeStrategy {
    private enum Field: Int {
        case maximumOverCapacity, minimumHealthCapacity
    }

    private static let fields = FieldTable(
        "AppUpgradeStrategy",
        "maximumOverCapacity minimumHealthCapacity"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .maximumOverCapacity:
                result.maximumOverCapacity = Double.decode(object.value, &context)
            case .minimumHealthCapacity:
                result.minimumHealthCapacity = Double.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.optional("maximumOverCapacity", maximumOverCapacity)
        writer.optional("minimumHealthCapacity", minimumHealthCapacity)
        writer.endObject()
    }
}

extension AppResourceLimits {
    private enum Field: Int {
        case cpus, mem
    }

    private static let fields = FieldTable(
        "AppResourceLimits",
        "cpus mem"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .cpus:
                result.cpus = ResourceLimit.decode(object.value, &context)
            case .mem:
                result.mem = ResourceLimit.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.optional("cpus", cpus)
        writer.optional("mem", mem)
        writer.endObject()
    }
}

extension AppExecutorResources {
    private enum Field: Int {
        case cpus, disk, mem
    }

    private static let fields = FieldTable(
        "AppExecutorResources",
        "cpus disk mem"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .cpus:
                result.cpus = Double.decode(object.value, &context)
            case .disk:
                result.disk = Double.decode(object.value, &context)
            case .mem:
                result.mem = Double.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.optional("cpus", cpus)
        writer.optional("disk", disk)
        writer.optional("mem", mem)
        writer.endObject()
    }
}

extension AppSecret {
    private enum Field: Int {
        case source
    }

    private static let fields = FieldTable(
        "AppSecret",
        "source"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .source:
                result.source = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.always("source", source)
        writer.endObject()
    }
}

extension AppFetch {
    private enum Field: Int {
        case cache, destPath, executable, extract, uri
    }

    private static let fields = FieldTable(
        "AppFetch",
        "cache destPath executable extract uri"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .cache:
                result.cache = Bool.decode(object.value, &context)
            case .destPath:
                result.destPath = String.decode(object.value, &context)
            case .executable:
                result.executable = Bool.decode(object.value, &context)
            case .extract:
                result.extract = Bool.decode(object.value, &context)
            case .uri:
                result.uri = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("cache", cache)
        writer.optional("destPath", destPath)
        writer.field("executable", executable)
        writer.optional("extract", extract)
        writer.always("uri", uri)
        writer.endObject()
    }
}

extension AppResidency {
    private enum Field: Int {
        case relaunchEscalationTimeoutSeconds, taskLostBehavior
    }

    private static let fields = FieldTable(
        "AppResidency",
        "relaunchEscalationTimeoutSeconds taskLostBehavior"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .relaunchEscalationTimeoutSeconds:
                result.relaunchEscalationTimeoutSeconds = Int.decode(object.value, &context)
            case .taskLostBehavior:
                result.taskLostBehavior = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.optional("relaunchEscalationTimeoutSeconds", relaunchEscalationTimeoutSeconds)
        writer.optional("taskLostBehavior", taskLostBehavior)
        writer.endObject()
    }
}

extension AppIPAddress {
    private enum Field: Int {
        case discovery, groups, labels, networkName
    }

    private static let fields = FieldTable(
        "AppIPAddress",
        "discovery groups labels networkName"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .discovery:
                result.discovery = AppIPDiscovery.decode(object.value, &context)
            case .groups:
                result.groups = [String].decode(object.value, &context)
            case .labels:
                result.labels = [String: String].decode(object.value, &context)
            case .networkName:
                result.networkName = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.optional("discovery", discovery)
        writer.field("groups", groups)
        writer.field("labels", labels)
        writer.optional("networkName", networkName)
        writer.endObject()
    }
}

extension AppIPDiscovery {
    private enum Field: Int {
        case ports
    }

    private static let fields = FieldTable(
        "AppIPDiscovery",
        "ports"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .ports:
                result.ports = [AppIPDiscoveryPort].decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("ports", ports)
        writer.endObject()
    }
}

extension AppIPDiscoveryPort {
    private enum Field: Int {
        case labels, name, number, `protocol`
    }

    private static let fields = FieldTable(
        "AppIPDiscoveryPort",
        "labels name number protocol"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .labels:
                result.labels = [String: String].decode(object.value, &context)
            case .name:
                result.name = String.decode(object.value, &context)
            case .number:
                result.number = context.int32(object.value)
            case .`protocol`:
                result.`protocol` = PortProtocol.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("labels", labels)
        writer.always("name", name)
        writer.always("number", number)
        writer.field("protocol", `protocol`)
        writer.endObject()
    }
}

extension AppVersionInfo {
    private enum Field: Int {
        case lastConfigChangeAt, lastScalingAt
    }

    private static let fields = FieldTable(
        "AppVersionInfo",
        "lastConfigChangeAt lastScalingAt"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .lastConfigChangeAt:
                result.lastConfigChangeAt = String.decode(object.value, &context)
            case .lastScalingAt:
                result.lastScalingAt = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("lastConfigChangeAt", lastConfigChangeAt)
        writer.field("lastScalingAt", lastScalingAt)
        writer.endObject()
    }
}

extension AppStatus {
    private enum Field: Int {
        case conditions
        case currentInstances
        case deployment
        case delayedUntil
        case delaySeconds
        case instances
        case lastTaskFailure
        case observedGeneration
        case selector
        case servicePorts
        case tasksHealthy
        case tasksRunning
        case tasksStaged
        case tasksUnhealthy
    }

    private static let fields = FieldTable(
        "AppStatus",
        """
        conditions currentInstances deployment delayedUntil delaySeconds instances lastTaskFailure \
        observedGeneration selector servicePorts tasksHealthy tasksRunning tasksStaged tasksUnhealthy
        """
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .conditions:
                result.conditions = [Condition].decode(object.value, &context)
            case .currentInstances:
                result.currentInstances = context.int32(object.value)
            case .deployment:
                result.deployment = AppDeployment.decode(object.value, &context)
            case .delayedUntil:
                result.delayedUntil = Timestamp.decode(object.value, &context)
            case .delaySeconds:
                result.delaySeconds = Double.decode(object.value, &context)
            case .instances:
                result.instances = context.int32(object.value)
            case .lastTaskFailure:
                result.lastTaskFailure = AppTaskFailure.decode(object.value, &context)
            case .observedGeneration:
                result.observedGeneration = Int.decode(object.value, &context)
            case .selector:
                result.selector = String.decode(object.value, &context)
            case .servicePorts:
                result.servicePorts = context.int32s(object.value)
            case .tasksHealthy:
                result.tasksHealthy = context.int32(object.value)
            case .tasksRunning:
                result.tasksRunning = context.int32(object.value)
            case .tasksStaged:
                result.tasksStaged = context.int32(object.value)
            case .tasksUnhealthy:
                result.tasksUnhealthy = context.int32(object.value)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("conditions", conditions)
        writer.field("currentInstances", currentInstances)
        writer.optional("deployment", deployment)
        writer.optional("delayedUntil", delayedUntil)
        writer.field("delaySeconds", delaySeconds)
        writer.field("instances", instances)
        writer.optional("lastTaskFailure", lastTaskFailure)
        writer.field("observedGeneration", observedGeneration)
        writer.field("selector", selector)
        writer.field("servicePorts", servicePorts)
        writer.field("tasksHealthy", tasksHealthy)
        writer.field("tasksRunning", tasksRunning)
        writer.field("tasksStaged", tasksStaged)
        writer.field("tasksUnhealthy", tasksUnhealthy)
        writer.endObject()
    }
}

extension AppDeployment {
    private enum Field: Int {
        case action, endedAt, id, previousVersion, readinessCheckResults, startedAt, state, version
    }

    private static let fields = FieldTable(
        "AppDeployment",
        "action endedAt id previousVersion readinessCheckResults startedAt state version"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .action:
                result.action = AppDeploymentAction.decode(object.value, &context)
            case .endedAt:
                result.endedAt = Timestamp.decode(object.value, &context)
            case .id:
                result.id = String.decode(object.value, &context)
            case .previousVersion:
                result.previousVersion = String.decode(object.value, &context)
            case .readinessCheckResults:
                result.readinessCheckResults = [AppReadinessCheckResult].decode(object.value, &context)
            case .startedAt:
                result.startedAt = Timestamp.decode(object.value, &context)
            case .state:
                result.state = AppDeploymentState.decode(object.value, &context)
            case .version:
                result.version = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("action", action)
        writer.optional("endedAt", endedAt)
        writer.field("id", id)
        writer.field("previousVersion", previousVersion)
        writer.field("readinessCheckResults", readinessCheckResults)
        writer.optional("startedAt", startedAt)
        writer.field("state", state)
        writer.field("version", version)
        writer.endObject()
    }
}

extension AppReadinessCheckResult {
    private enum Field: Int {
        case lastResponse, name, ready, taskId
    }

    private static let fields = FieldTable(
        "AppReadinessCheckResult",
        "lastResponse name ready taskId"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .lastResponse:
                result.lastResponse = AppReadinessResponse.decode(object.value, &context)
            case .name:
                result.name = String.decode(object.value, &context)
            case .ready:
                result.ready = Bool.decode(object.value, &context)
            case .taskId:
                result.taskId = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.optional("lastResponse", lastResponse)
        writer.field("name", name)
        writer.field("ready", ready)
        writer.field("taskId", taskId)
        writer.endObject()
    }
}

extension AppReadinessResponse {
    private enum Field: Int {
        case body, contentType, status
    }

    private static let fields = FieldTable(
        "AppReadinessResponse",
        "body contentType status"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .body:
                result.body = String.decode(object.value, &context)
            case .contentType:
                result.contentType = String.decode(object.value, &context)
            case .status:
                result.status = context.int32(object.value)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("body", body)
        writer.field("contentType", contentType)
        writer.field("status", status)
        writer.endObject()
    }
}

extension AppTaskFailure {
    private enum Field: Int {
        case appId, host, message, state, taskId, timestamp, version
    }

    private static let fields = FieldTable(
        "AppTaskFailure",
        "appId host message state taskId timestamp version"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .appId:
                result.appId = String.decode(object.value, &context)
            case .host:
                result.host = String.decode(object.value, &context)
            case .message:
                result.message = String.decode(object.value, &context)
            case .state:
                result.state = String.decode(object.value, &context)
            case .taskId:
                result.taskId = String.decode(object.value, &context)
            case .timestamp:
                result.timestamp = Timestamp.decode(object.value, &context)
            case .version:
                result.version = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("appId", appId)
        writer.field("host", host)
        writer.field("message", message)
        writer.field("state", state)
        writer.field("taskId", taskId)
        writer.optional("timestamp", timestamp)
        writer.field("version", version)
        writer.endObject()
    }
}
