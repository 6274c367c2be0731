// Made by `make generate` from Security.yaml: change that, not this.

/// Identity and privileges of one container
public struct SecurityContext: Structure {
    /// Whether a process may gain more rights than its parent; default true; always so if privileged
    public var allowPrivilegeEscalation: Bool?
    /// AppArmor profile for the container; goes before that of the pod
    @Boxed public var appArmorProfile: AppArmorProfile?
    /// Changes to the root powers the runtime grants
    @Boxed public var capabilities: Capabilities?
    /// Whether it has nearly the powers of root on the node; default false
    public var privileged: Bool?
    /// Whether parts of /proc are masked; Default hides them, Unmasked shows all; default Default
    public var procMount: ProcMountType?
    /// Whether the image files cannot be written to; default false
    public var readOnlyRootFilesystem: Bool?
    /// Primary group id of the process; the runtime default if unset
    public var runAsGroup: Int?
    /// Whether to refuse starting if it would run as user 0
    public var runAsNonRoot: Bool?
    /// User id of the process; that of the image if unset
    public var runAsUser: Int?
    /// SELinux label for the container; chosen by the runtime if unset
    @Boxed public var seLinuxOptions: SELinuxOptions?
    /// Filter on its system calls; goes before that of the pod
    @Boxed public var seccompProfile: SeccompProfile?
    /// Settings that only apply to Windows containers
    @Boxed public var windowsOptions: WindowsSecurityContextOptions?

    public init() {}
}

/// Identity and privileges applied to all containers of a pod
public struct PodSecurityContext: Structure {
    /// AppArmor profile for the containers
    @Boxed public var appArmorProfile: AppArmorProfile?
    /// Group id that owns the volumes and that every process gets in addition
    public var fsGroup: Int?
    /// When volume ownership is corrected to fsGroup, Always (default) or OnRootMismatch
    public var fsGroupChangePolicy: FSGroupChangePolicy?
    /// Primary group id of the processes; the runtime default if unset
    public var runAsGroup: Int?
    /// Whether to refuse starting a container that would run as user 0
    public var runAsNonRoot: Bool?
    /// User id of the processes; that of the image if unset
    public var runAsUser: Int?
    /// How volumes get their SELinux label, MountOption or Recursive
    public var seLinuxChangePolicy: String?
    /// SELinux label for the containers; chosen by the runtime if unset
    @Boxed public var seLinuxOptions: SELinuxOptions?
    /// Filter on the system calls of the containers
    @Boxed public var seccompProfile: SeccompProfile?
    /// Further group ids for the first process of each container
    public var supplementalGroups: [Int] = []
    /// Whether groups listed in the image count too; Merge (default) or Strict
    public var supplementalGroupsPolicy: SupplementalGroupsPolicy?
    /// Kernel settings to make in the namespaces of the pod
    public var sysctls: [Sysctl] = []
    /// Settings that only apply to Windows containers
    @Boxed public var windowsOptions: WindowsSecurityContextOptions?

    public init() {}
}

/// Choice of an AppArmor profile
public struct AppArmorProfile: Structure {
    /// Profile loaded on the node; only with type Localhost
    public var localhostProfile: String?
    /// RuntimeDefault, Unconfined or Localhost
    public var type: AppArmorProfileType = AppArmorProfileType()

    public init() {}
}

/// Changes to the Linux capabilities of a process
public struct Capabilities: Structure {
    /// Capabilities to grant, such as NET_ADMIN; ALL for every one
    public var add: [String] = []
    /// Capabilities to take away; ALL for every one
    public var drop: [String] = []

    public init() {}
}

/// Parts of an SELinux label
public struct SELinuxOptions: Structure {
    /// Sensitivity level and categories
    public var level: String = ""
    /// Role part
    public var role: String = ""
    /// Type part, on which most rules depend
    public var type: String = ""
    /// SELinux user part, unrelated to Linux users
    public var user: String = ""

    public init() {}
}

/// Choice of a system call filter
public struct SeccompProfile: Structure {
    /// Profile file on the node, below its seccomp directory; only with type Localhost
    public var localhostProfile: String?
    /// RuntimeDefault, Unconfined or Localhost
    public var type: SeccompProfileType = SeccompProfileType()

    public init() {}
}

/// Identity and privileges on Windows
public struct WindowsSecurityContextOptions: Structure {
    /// Credential spec of the managed service account, in full
    public var gmsaCredentialSpec: String?
    /// GMSACredentialSpec object to take the credential spec from
    public var gmsaCredentialSpecName: String?
    /// Whether it runs as a host process; the same for all containers of a pod; default false
    public var hostProcess: Bool?
    /// Windows user of the first process; that of the image if unset
    public var runAsUserName: String?

    public init() {}
}

/// One kernel setting
public struct Sysctl: Structure {
    /// Setting to make, such as net.core.somaxconn
    public var name: String = ""
    /// Text it is set to
    public var value: String = ""

    public init() {}
}

/// Which filter of system calls applies
public struct SeccompProfileType: OpenEnumeration {
    public var rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    public static var runtimeDefault: Self { Self(rawValue: "RuntimeDefault") }
    public static var unconfined: Self { Self(rawValue: "Unconfined") }
    public static var localhost: Self { Self(rawValue: "Localhost") }

    public static var known: [Self] {
        [.runtimeDefault, .unconfined, .localhost]
    }
}

/// Which AppArmor profile applies
public struct AppArmorProfileType: OpenEnumeration {
    public var rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    public static var runtimeDefault: Self { Self(rawValue: "RuntimeDefault") }
    public static var unconfined: Self { Self(rawValue: "Unconfined") }
    public static var localhost: Self { Self(rawValue: "Localhost") }

    public static var known: [Self] {
        [.runtimeDefault, .unconfined, .localhost]
    }
}

/// Whether the sensitive parts of /proc are hidden
public struct ProcMountType: OpenEnumeration {
    public var rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    public static var `default`: Self { Self(rawValue: "Default") }
    public static var unmasked: Self { Self(rawValue: "Unmasked") }

    public static var known: [Self] {
        [.`default`, .unmasked]
    }
}

/// When the group of the files in a volume is changed
public struct FSGroupChangePolicy: OpenEnumeration {
    public var rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    public static var onRootMismatch: Self { Self(rawValue: "OnRootMismatch") }
    public static var always: Self { Self(rawValue: "Always") }

    public static var known: [Self] {
        [.onRootMismatch, .always]
    }
}

/// Whether groups that the image names are added
public struct SupplementalGroupsPolicy: OpenEnumeration {
    public var rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    public static var merge: Self { Self(rawValue: "Merge") }
    public static var strict: Self { Self(rawValue: "Strict") }

    public static var known: [Self] {
        [.merge, .strict]
    }
}
