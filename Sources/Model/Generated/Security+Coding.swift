// Made by `make generate` from Security.yaml: change that, not this.

public import YAML

extension SecurityContext {
    private enum Field: Int {
        case allowPrivilegeEscalation
        case appArmorProfile
        case capabilities
        case privileged
        case procMount
        case readOnlyRootFilesystem
        case runAsGroup
        case runAsNonRoot
        case runAsUser
        case seLinuxOptions
        case seccompProfile
        case windowsOptions
    }

    private static let fields = FieldTable(
        "SecurityContext",
        """
        allowPrivilegeEscalation appArmorProfile capabilities privileged procMount readOnlyRootFilesystem \
        runAsGroup runAsNonRoot runAsUser seLinuxOptions seccompProfile windowsOptions
        """
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .allowPrivilegeEscalation:
                result.allowPrivilegeEscalation = Bool.decode(object.value, &context)
            case .appArmorProfile:
                context.noteUnenforced(object.value)
                result.appArmorProfile = AppArmorProfile.decode(object.value, &context)
            case .capabilities:
                result.capabilities = Capabilities.decode(object.value, &context)
            case .privileged:
                result.privileged = Bool.decode(object.value, &context)
            case .procMount:
                context.noteUnenforced(object.value)
                result.procMount = ProcMountType.decode(object.value, &context)
            case .readOnlyRootFilesystem:
                result.readOnlyRootFilesystem = Bool.decode(object.value, &context)
            case .runAsGroup:
                result.runAsGroup = Int.decode(object.value, &context)
            case .runAsNonRoot:
                result.runAsNonRoot = Bool.decode(object.value, &context)
            case .runAsUser:
                result.runAsUser = Int.decode(object.value, &context)
            case .seLinuxOptions:
                context.noteUnenforced(object.value)
                result.seLinuxOptions = SELinuxOptions.decode(object.value, &context)
            case .seccompProfile:
                result.seccompProfile = SeccompProfile.decode(object.value, &context)
            case .windowsOptions:
                context.noteUnenforced(object.value)
                result.windowsOptions = WindowsSecurityContextOptions.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.optional("allowPrivilegeEscalation", allowPrivilegeEscalation)
        writer.optional("appArmorProfile", appArmorProfile)
        writer.optional("capabilities", capabilities)
        writer.optional("privileged", privileged)
        writer.optional("procMount", procMount)
        writer.optional("readOnlyRootFilesystem", readOnlyRootFilesystem)
        writer.optional("runAsGroup", runAsGroup)
        writer.optional("runAsNonRoot", runAsNonRoot)
        writer.optional("runAsUser", runAsUser)
        writer.optional("seLinuxOptions", seLinuxOptions)
        writer.optional("seccompProfile", seccompProfile)
        writer.optional("windowsOptions", windowsOptions)
        writer.endObject()
    }
}

extension PodSecurityContext {
    private enum Field: Int {
        case appArmorProfile
        case fsGroup
        case fsGroupChangePolicy
        case runAsGroup
        case runAsNonRoot
        case runAsUser
        case seLinuxChangePolicy
        case seLinuxOptions
        case seccompProfile
        case supplementalGroups
        case supplementalGroupsPolicy
        case sysctls
        case windowsOptions
    }

    private static let fields = FieldTable(
        "PodSecurityContext",
        """
        appArmorProfile fsGroup fsGroupChangePolicy runAsGroup runAsNonRoot runAsUser seLinuxChangePolicy \
        seLinuxOptions seccompProfile supplementalGroups supplementalGroupsPolicy sysctls windowsOptions
        """
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .appArmorProfile:
                context.noteUnenforced(object.value)
                result.appArmorProfile = AppArmorProfile.decode(object.value, &context)
            case .fsGroup:
                result.fsGroup = Int.decode(object.value, &context)
            case .fsGroupChangePolicy:
                context.noteUnenforced(object.value)
                result.fsGroupChangePolicy = FSGroupChangePolicy.decode(object.value, &context)
            case .runAsGroup:
                result.runAsGroup = Int.decode(object.value, &context)
            case .runAsNonRoot:
                result.runAsNonRoot = Bool.decode(object.value, &context)
            case .runAsUser:
                result.runAsUser = Int.decode(object.value, &context)
            case .seLinuxChangePolicy:
                context.noteUnenforced(object.value)
                result.seLinuxChangePolicy = String.decode(object.value, &context)
            case .seLinuxOptions:
                context.noteUnenforced(object.value)
                result.seLinuxOptions = SELinuxOptions.decode(object.value, &context)
            case .seccompProfile:
                result.seccompProfile = SeccompProfile.decode(object.value, &context)
            case .supplementalGroups:
                result.supplementalGroups = [Int].decode(object.value, &context)
            case .supplementalGroupsPolicy:
                context.noteUnenforced(object.value)
                result.supplementalGroupsPolicy = SupplementalGroupsPolicy.decode(object.value, &context)
            case .sysctls:
                result.sysctls = [Sysctl].decode(object.value, &context)
            case .windowsOptions:
                context.noteUnenforced(object.value)
                result.windowsOptions = WindowsSecurityContextOptions.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.optional("appArmorProfile", appArmorProfile)
        writer.optional("fsGroup", fsGroup)
        writer.optional("fsGroupChangePolicy", fsGroupChangePolicy)
        writer.optional("runAsGroup", runAsGroup)
        writer.optional("runAsNonRoot", runAsNonRoot)
        writer.optional("runAsUser", runAsUser)
        writer.optional("seLinuxChangePolicy", seLinuxChangePolicy)
        writer.optional("seLinuxOptions", seLinuxOptions)
        writer.optional("seccompProfile", seccompProfile)
        writer.field("supplementalGroups", supplementalGroups)
        writer.optional("supplementalGroupsPolicy", supplementalGroupsPolicy)
        writer.field("sysctls", sysctls)
        writer.optional("windowsOptions", windowsOptions)
        writer.endObject()
    }
}

extension AppArmorProfile {
    private enum Field: Int {
        case localhostProfile, type
    }

    private static let fields = FieldTable(
        "AppArmorProfile",
        "localhostProfile type"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .localhostProfile:
                result.localhostProfile = String.decode(object.value, &context)
            case .type:
                result.type = AppArmorProfileType.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.optional("localhostProfile", localhostProfile)
        writer.always("type", type)
        writer.endObject()
    }
}

extension Capabilities {
    private enum Field: Int {
        case add, drop
    }

    private static let fields = FieldTable(
        "Capabilities",
        "add drop"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .add:
                result.add = [String].decode(object.value, &context)
            case .drop:
                result.drop = [String].decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("add", add)
        writer.field("drop", drop)
        writer.endObject()
    }
}

extension SELinuxOptions {
    private enum Field: Int {
        case level, role, type, user
    }

    private static let fields = FieldTable(
        "SELinuxOptions",
        "level role type user"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .level:
                result.level = String.decode(object.value, &context)
            case .role:
                result.role = String.decode(object.value, &context)
            case .type:
                result.type = String.decode(object.value, &context)
            case .user:
                result.user = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("level", level)
        writer.field("role", role)
        writer.field("type", type)
        writer.field("user", user)
        writer.endObject()
    }
}

extension SeccompProfile {
    private enum Field: Int {
        case localhostProfile, type
    }

    private static let fields = FieldTable(
        "SeccompProfile",
        "localhostProfile type"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .localhostProfile:
                context.noteUnenforced(object.value)
                result.localhostProfile = String.decode(object.value, &context)
            case .type:
                result.type = SeccompProfileType.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.optional("localhostProfile", localhostProfile)
        writer.always("type", type)
        writer.endObject()
    }
}

extension WindowsSecurityContextOptions {
    private enum Field: Int {
        case gmsaCredentialSpec, gmsaCredentialSpecName, hostProcess, runAsUserName
    }

    private static let fields = FieldTable(
        "WindowsSecurityContextOptions",
        "gmsaCredentialSpec gmsaCredentialSpecName hostProcess runAsUserName"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .gmsaCredentialSpec:
                result.gmsaCredentialSpec = String.decode(object.value, &context)
            case .gmsaCredentialSpecName:
                result.gmsaCredentialSpecName = String.decode(object.value, &context)
            case .hostProcess:
                result.hostProcess = Bool.decode(object.value, &context)
            case .runAsUserName:
                result.runAsUserName = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.optional("gmsaCredentialSpec", gmsaCredentialSpec)
        writer.optional("gmsaCredentialSpecName", gmsaCredentialSpecName)
        writer.optional("hostProcess", hostProcess)
        writer.optional("runAsUserName", runAsUserName)
        writer.endObject()
    }
}

extension Sysctl {
    private enum Field: Int {
        case name, value
    }

    private static let fields = FieldTable(
        "Sysctl",
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
        writer.always("name", name)
        writer.always("value", value)
        writer.endObject()
    }
}
