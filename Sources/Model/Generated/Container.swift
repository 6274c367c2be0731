// Made by `make generate` from Container.yaml: change that, not this.

/// One program to run in a pod, with its image, environment and limits
public struct Container: Structure {
    /// Arguments to the command; those of the image if unset; $(NAME) is replaced from the environment
    public var args: [String] = []
    /// Program to run and its first arguments, without a shell; the image entrypoint if unset
    public var command: [String] = []
    /// Environment variables; a later entry and any entry here wins over envFrom
    public var env: [EnvVar] = []
    /// Whole config maps or secrets whose keys become environment variables
    public var envFrom: [EnvFromSource] = []
    /// Reference of the image to run, such as registry.example/app:1.2
    public var image: String = ""
    /// Always, IfNotPresent or Never; default Always for tag latest or none, else IfNotPresent
    public var imagePullPolicy: PullPolicy = PullPolicy()
    /// Actions right after the start and before the stop of the container
    @Boxed public var lifecycle: Lifecycle?
    /// Check whose failure gets the container restarted
    @Boxed public var livenessProbe: Probe?
    /// Tells the container from others in the pod; a DNS label; cannot change
    public var name: String = ""
    /// Ports the program listens on; mostly informative, unlisted ports can be reached too
    public var ports: [ContainerPort] = []
    /// Check whose failure takes the pod out of its services
    @Boxed public var readinessProbe: Probe?
    /// Per resource, whether a change to it needs a restart
    public var resizePolicy: [ContainerResizePolicy] = []
    /// How much of each resource it asks for and may use at most
    public var resources: ResourceRequirements = ResourceRequirements()
    /// Overrides the policy of the pod; Always on an init container makes it a sidecar
    public var restartPolicy: ContainerRestartPolicy?
    /// Exceptions to the restart policy by exit code; the first match decides
    public var restartPolicyRules: [ContainerRestartRule] = []
    /// Identity and privileges; goes before the settings of the pod
    @Boxed public var securityContext: SecurityContext?
    /// Check that must succeed once before the other probes begin
    @Boxed public var startupProbe: Probe?
    /// Whether standard input is kept open for someone to attach; default false
    public var stdin: Bool = false
    /// Whether standard input closes for good after the first attached client leaves; default false
    public var stdinOnce: Bool = false
    /// File from which the last words are read; default /dev/termination-log
    public var terminationMessagePath: String = ""
    /// Source of last words, File (default) or FallbackToLogsOnError for the end of the log
    public var terminationMessagePolicy: TerminationMessagePolicy = TerminationMessagePolicy()
    /// Whether the program gets a terminal; needs stdin; default false
    public var tty: Bool = false
    /// Volumes given to the program as raw block devices
    public var volumeDevices: [VolumeDevice] = []
    /// Volumes shown to the program as directories or files
    public var volumeMounts: [VolumeMount] = []
    /// Directory the program starts in; that of the image if unset
    public var workingDir: String = ""

    public init() {}
}

/// Container added to a running pod for debugging; never restarted, nothing set aside
public struct EphemeralContainer: Structure {
    /// Arguments to the command; those of the image if unset
    public var args: [String] = []
    /// Program to run and its first arguments, without a shell; the image entrypoint if unset
    public var command: [String] = []
    /// Environment variables of the debugging container
    public var env: [EnvVar] = []
    /// Whole config maps or secrets whose keys become environment variables
    public var envFrom: [EnvFromSource] = []
    /// Reference of the image with the debugging tools
    public var image: String = ""
    /// Always, IfNotPresent or Never; default Always for tag latest or none, else IfNotPresent
    public var imagePullPolicy: PullPolicy = PullPolicy()
    /// Not allowed for debugging containers
    @Boxed public var lifecycle: Lifecycle?
    /// Not allowed for debugging containers
    @Boxed public var livenessProbe: Probe?
    /// Tells it from all other containers of the pod; a DNS label
    public var name: String = ""
    /// Not allowed for debugging containers
    public var ports: [ContainerPort] = []
    /// Not allowed for debugging containers
    @Boxed public var readinessProbe: Probe?
    /// Not allowed for debugging containers
    public var resizePolicy: [ContainerResizePolicy] = []
    /// Not allowed; it uses what the pod has to spare
    public var resources: ResourceRequirements = ResourceRequirements()
    /// Not allowed, since it runs once only
    public var restartPolicy: ContainerRestartPolicy?
    /// Not allowed, since it runs once only
    public var restartPolicyRules: [ContainerRestartRule] = []
    /// Identity and privileges of the debugging container
    @Boxed public var securityContext: SecurityContext?
    /// Not allowed for debugging containers
    @Boxed public var startupProbe: Probe?
    /// Whether standard input is kept open for someone to attach; default false
    public var stdin: Bool = false
    /// Whether standard input closes for good after the first attached client leaves; default false
    public var stdinOnce: Bool = false
    /// Container whose processes it shares; only those of its own or the pod if unset
    public var targetContainerName: String = ""
    /// File from which the last words are read; default /dev/termination-log
    public var terminationMessagePath: String = ""
    /// Source of last words, File (default) or FallbackToLogsOnError for the end of the log
    public var terminationMessagePolicy: TerminationMessagePolicy = TerminationMessagePolicy()
    /// Whether the program gets a terminal; needs stdin; default false
    public var tty: Bool = false
    /// Volumes given to the program as raw block devices
    public var volumeDevices: [VolumeDevice] = []
    /// Volumes of the pod to mount; sub paths are not allowed
    public var volumeMounts: [VolumeMount] = []
    /// Directory the program starts in; that of the image if unset
    public var workingDir: String = ""

    public init() {}
}

/// Port on which a container listens
public struct ContainerPort: Structure {
    /// Port number inside the pod, 1 to 65535
    public var containerPort: Int = 0
    /// Node address to which hostPort is bound; all if unset
    public var hostIP: String = ""
    /// Port number opened on the node and led to the container; none if unset
    public var hostPort: Int = 0
    /// Name by which services and probes can refer to the port; up to 15 characters
    public var name: String = ""
    /// TCP (default), UDP or SCTP
    public var `protocol`: TransportProtocol = TransportProtocol()

    public init() {}
}

/// What changing one resource means for a running container
public struct ContainerResizePolicy: Structure {
    /// Resource meant, cpu or memory
    public var resourceName: String = ""
    /// NotRequired (default) to change it live, RestartContainer to restart
    public var restartPolicy: ResizeRestartPolicy = ResizeRestartPolicy()

    public init() {}
}

/// Exception to the restart policy of a container
public struct ContainerRestartRule: Structure {
    /// What happens on a match, such as Restart
    public var action: String = ""
    /// Exit codes to which the rule applies
    @Boxed public var exitCodes: ContainerRestartRuleOnExitCodes?

    public init() {}
}

/// Test on the exit code of a container
public struct ContainerRestartRuleOnExitCodes: Structure {
    /// In if the code must be listed in values, NotIn if it must not
    public var `operator`: String = ""
    /// Exit codes to compare with; up to 255 of them
    public var values: [Int] = []

    public init() {}
}

/// Raw block device given to a container
public struct VolumeDevice: Structure {
    /// Path in the container where the device appears
    public var devicePath: String = ""
    /// Volume of the pod, backed by a claim in Block mode
    public var name: String = ""

    public init() {}
}

/// Place where a container sees a volume
public struct VolumeMount: Structure {
    /// Path in the container where the volume appears; no colon in it
    public var mountPath: String = ""
    /// Whether later mounts pass in or out, None (default), HostToContainer or Bidirectional
    public var mountPropagation: MountPropagation?
    /// Volume of the pod to mount
    public var name: String = ""
    /// Whether writing is refused; default false
    public var readOnly: Bool = false
    /// Whether mounts below are read-only too, Disabled (default), IfPossible or Enabled
    public var recursiveReadOnly: String?
    /// Path inside the volume to mount instead of its root; default the root
    public var subPath: String = ""
    /// Like subPath, with $(NAME) replaced from the environment; excludes subPath
    public var subPathExpr: String = ""

    public init() {}
}

/// When one container is started again; Always makes an init container a sidecar
public struct ContainerRestartPolicy: OpenEnumeration {
    public var rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    public static var always: Self { Self(rawValue: "Always") }
    public static var onFailure: Self { Self(rawValue: "OnFailure") }
    public static var never: Self { Self(rawValue: "Never") }

    public static var known: [Self] {
        [.always, .onFailure, .never]
    }
}

/// When an image is fetched
public struct PullPolicy: OpenEnumeration {
    public var rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    public static var always: Self { Self(rawValue: "Always") }
    public static var ifNotPresent: Self { Self(rawValue: "IfNotPresent") }
    public static var never: Self { Self(rawValue: "Never") }

    public static var known: [Self] {
        [.always, .ifNotPresent, .never]
    }
}

/// Where the last words of a container come from
public struct TerminationMessagePolicy: OpenEnumeration {
    public var rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    public static var file: Self { Self(rawValue: "File") }
    public static var fallbackToLogsOnError: Self { Self(rawValue: "FallbackToLogsOnError") }

    public static var known: [Self] {
        [.file, .fallbackToLogsOnError]
    }
}

/// Whether mounts made later are seen on the other side
public struct MountPropagation: OpenEnumeration {
    public var rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    public static var none: Self { Self(rawValue: "None") }
    public static var hostToContainer: Self { Self(rawValue: "HostToContainer") }
    public static var bidirectional: Self { Self(rawValue: "Bidirectional") }

    public static var known: [Self] {
        [.none, .hostToContainer, .bidirectional]
    }
}

/// Whether a container restarts when a resource is resized
public struct ResizeRestartPolicy: OpenEnumeration {
    public var rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    public static var notRequired: Self { Self(rawValue: "NotRequired") }
    public static var restartContainer: Self { Self(rawValue: "RestartContainer") }

    public static var known: [Self] {
        [.notRequired, .restartContainer]
    }
}
