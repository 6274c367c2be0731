// Made by `make generate` from App.yaml: change that, not this.

/// A number of equal tasks, as Marathon defines them
public struct App: Resource {
    public static let kind = Kind.app
    /// Name, namespace, labels and other bookkeeping of the app
    public var metadata: ObjectMeta {
        @inlinable unsafeAddress { metadataBox.address }
        @inlinable unsafeMutableAddress { metadataBox.mutableAddress() }
    }
    @usableFromInline var metadataBox = Box<ObjectMeta>()
    /// Marathon's definition, field for field
    public var spec: AppSpec {
        @inlinable unsafeAddress { specBox.address }
        @inlinable unsafeMutableAddress { specBox.mutableAddress() }
    }
    @usableFromInline var specBox = Box<AppSpec>()
    /// How many tasks there are; written by the system
    public var status: AppStatus {
        @inlinable unsafeAddress { statusBox.address }
        @inlinable unsafeMutableAddress { statusBox.mutableAddress() }
    }
    @usableFromInline var statusBox = Box<AppStatus>()

    public init() {}
}

/// What to run, how often and where
public struct AppSpec: Structure, Blank {
    public static let blank = Box(Self())
    /// Roles whose resources the tasks may use
    public var acceptedResourceRoles: [String]?
    /// Program and arguments, run without a shell; arguments to the entrypoint of an image
    public var args: [String] = []
    /// What the wait is multiplied by after each further failure; default 1.15
    public var backoffFactor: Double?
    /// Seconds to wait after the first failure before a task is launched again; default 1
    public var backoffSeconds: Double?
    /// A check whose result is reported and never kills
    @Boxed public var check: AppCheck?
    /// A command line for /bin/sh -c
    public var cmd: String?
    /// Where instances may be placed: field, operator and perhaps a value
    public var constraints: [Constraint] = []
    /// The image, the volumes and the ports of a task
    @Boxed public var container: AppContainer?
    /// Cores of each instance; a share, no cap; default 1
    public var cpus: Double?
    /// Apps and groups to be up before this one is deployed; relative paths count from its group
    public var dependencies: [String] = []
    /// MiB of disk of each instance; default 0
    public var disk: Double = 0
    /// Environment variables of the task
    public var env: [String: EnvironmentValue] = [:]
    /// Path of a Mesos executor; empty for the usual one
    public var executor: String = ""
    /// What the executor itself needs
    @Boxed public var executorResources: AppExecutorResources?
    /// Files that are brought into the sandbox before the task starts
    public var fetch: [AppFetch] = []
    /// Graphics processors of each instance; default 0
    public var gpus: Int = 0
    /// Checks that say whether a task is healthy and restart one that fails them
    public var healthChecks: [AppHealthCheck] = []
    /// The path that names the app, such as /jobs/clock
    public var id: String = ""
    /// How many tasks should run; 0 suspends the app; default 1
    public var instances: Int?
    /// Old way to ask for a network; becomes networks
    @Boxed public var ipAddress: AppIPAddress?
    /// Whether the youngest or the oldest tasks go first; default YOUNGEST_FIRST
    public var killSelection: KillSelection = KillSelection()
    /// Labels of the app, and variables of tasks that start from then on; a change restarts nothing
    public var labels: [String: String] = [:]
    /// The longest wait in seconds between launches; default 300
    public var maxLaunchDelaySeconds: Double?
    /// MiB of memory of each instance, a hard limit; default 128
    public var mem: Double?
    /// The networks that a task joins; default host
    public var networks: [AppNetwork] = []
    /// Ports on the host's network; one by default, none for an empty list
    public var portDefinitions: [PortDefinition]?
    /// Old form of portDefinitions
    public var ports: [Int]?
    /// A check that holds a deployment until a new task is ready; at most one
    public var readinessChecks: [AppReadinessCheck] = []
    /// Whether the ports that are named must be the ports on the host; default false
    public var requirePorts: Bool = false
    /// Without effect since Marathon 1.6
    @Boxed public var residency: AppResidency?
    /// How far a task may go beyond what it asks for
    @Boxed public var resourceLimits: AppResourceLimits?
    /// The role whose resources are used
    public var role: String?
    /// Secrets by the name under which env and volumes use them
    public var secrets: [String: AppSecret] = [:]
    /// Removed from Marathon; only an empty list is still read
    public var storeUrls: [String] = []
    /// Seconds between SIGTERM and SIGKILL; default 3
    public var taskKillGracePeriodSeconds: Int?
    /// Whether the task gets a terminal
    public var tty: Bool?
    /// When tasks on a lost node are replaced and forgotten
    public var unreachableStrategy: UnreachableStrategy?
    /// How much may be missing and how much may be too many during an upgrade
    @Boxed public var upgradeStrategy: AppUpgradeStrategy?
    /// Old form of fetch
    public var uris: [String] = []
    /// The user of the host that runs the task
    public var user: String?
    /// When this definition was made; written by the system
    public var version: String = ""
    /// When the app changed; written by the system
    @Boxed public var versionInfo: AppVersionInfo?

    public init() {}
}

/// The image, the volumes and the ports of a task
public struct AppContainer: Structure {
    /// An image and how it is run
    @Boxed public var docker: AppDocker?
    /// Seccomp and shared memory
    @Boxed public var linuxInfo: AppLinuxInfo?
    /// Ports of a task that has a network of its own
    public var portMappings: [PortMapping]?
    /// DOCKER for an image run by Docker, MESOS for a native container
    public var type: AppContainerType = AppContainerType()
    /// What is mounted into the container
    public var volumes: [AppVolume] = []

    public init() {}
}

/// An image and how it is run
public struct AppDocker: Structure {
    /// Old way to log in to a registry
    @Boxed public var credential: AppCredential?
    /// Whether the image is fetched for each start; default false
    public var forcePullImage: Bool = false
    /// The image to run
    public var image: String = ""
    /// Old way to choose a network; becomes networks
    public var network: AppDockerNetwork?
    /// Further options of docker run
    public var parameters: [AppDockerParameter] = []
    /// Old place of the port mappings; they move up to the container
    public var portMappings: [PortMapping]?
    /// Whether the container may do what root may; default false
    public var privileged: Bool = false
    /// The secret to log in to a registry
    @Boxed public var pullConfig: AppPullConfig?

    public init() {}
}

/// An account at a registry
public struct AppCredential: Structure {
    /// The account
    public var principal: String = ""
    /// Its password
    public var secret: String = ""

    public init() {}
}

/// How an image is fetched
public struct AppPullConfig: Structure {
    /// The secret that holds the registry's credentials
    public var secret: String = ""

    public init() {}
}

/// An option of docker run
public struct AppDockerParameter: Structure {
    /// The option, without dashes
    public var key: String = ""
    /// Its value
    public var value: String = ""

    public init() {}
}

/// Seccomp and shared memory of a native container
public struct AppLinuxInfo: Structure {
    /// Whose shared memory is used
    @Boxed public var ipcInfo: AppIPCInfo?
    /// Which filter of system calls applies
    @Boxed public var seccomp: AppSeccomp?

    public init() {}
}

/// Whose shared memory is used
public struct AppIPCInfo: Structure {
    /// PRIVATE or SHARE_PARENT
    public var mode: String = ""
    /// Size of /dev/shm in MB
    public var shmSize: Int = 0

    public init() {}
}

/// Which filter of system calls applies
public struct AppSeccomp: Structure {
    /// The profile to use
    public var profileName: String = ""
    /// Whether there is no filter
    public var unconfined: Bool = false

    public init() {}
}

/// A port of a task that has a network of its own
public struct PortMapping: Structure {
    /// Port in the container; 0 takes the number of the host port
    public var containerPort: Int = 0
    /// Port on the host; 0 for any; absent means 0 on a bridge and none elsewhere
    public var hostPort: Int?
    /// Labels of the port
    public var labels: [String: String] = [:]
    /// Name of the port
    public var name: String?
    /// The networks on which the port is reached
    public var networkNames: [String] = []
    /// tcp, udp or both; default tcp
    public var `protocol`: PortProtocol = PortProtocol()
    /// Port by which clients know the service; 0 for any
    public var servicePort: Int = 0

    public init() {}
}

/// A port on the host's network
public struct PortDefinition: Structure {
    /// Labels of the port
    public var labels: [String: String] = [:]
    /// Name of the port
    public var name: String?
    /// Port by which clients know the service, and with requirePorts the host port; 0 for any
    public var port: Int = 0
    /// tcp, udp or both; default tcp
    public var `protocol`: PortProtocol = PortProtocol()

    public init() {}
}

/// A network that a task joins
public struct AppNetwork: Structure {
    /// Labels of the network
    public var labels: [String: String] = [:]
    /// host, container/bridge or container
    public var mode: AppNetworkMode = AppNetworkMode()
    /// Name of a container network
    public var name: String?

    public init() {}
}

/// What is mounted into a container; exactly one of hostPath, persistent, external and secret
public struct AppVolume: Structure {
    /// Where it is found in the container
    public var containerPath: String = ""
    /// A volume of a storage provider
    @Boxed public var external: AppExternalVolume?
    /// A path of the host, or of the sandbox where it is relative
    public var hostPath: String?
    /// RO or RW; default RW
    public var mode: AppVolumeMode = AppVolumeMode()
    /// A volume that outlives the task and keeps it on its node
    @Boxed public var persistent: AppPersistentVolume?
    /// A secret, by its name in secrets
    public var secret: String?

    public init() {}
}

/// A volume that outlives its task
public struct AppPersistentVolume: Structure {
    /// Which disks may be used
    public var constraints: [Constraint] = []
    /// MiB at most, for whole disks
    public var maxSize: Int?
    /// Profile of the disk
    public var profileName: String?
    /// MiB at least
    public var size: Int = 0
    /// root, path or mount
    public var type: String?

    public init() {}
}

/// A volume of a storage provider
public struct AppExternalVolume: Structure {
    /// Name of the volume at the provider
    public var name: String = ""
    /// What the provider wants to know
    public var options: RawJSON?
    /// dvdi or csi
    public var provider: String = ""
    /// Whether several tasks may use it at a time
    public var shared: Bool = false
    /// GiB
    public var size: Int?

    public init() {}
}

/// A check that says whether a task is healthy, and restarts one that fails it
public struct AppHealthCheck: Structure {
    /// What a COMMAND check runs; exit code 0 passes
    @Boxed public var command: AppCommand?
    /// Seconds to the first check, for the MESOS kinds; default 15
    public var delaySeconds: Int?
    /// Seconds in which failures do not count until the first success; default 300
    public var gracePeriodSeconds: Int?
    /// Whether an answer from 100 to 199 counts for nothing; default false
    public var ignoreHttp1xx: Bool = false
    /// Seconds between checks; default 60
    public var intervalSeconds: Int?
    /// IPv4 or IPv6
    public var ipProtocol: String = ""
    /// Failures in a row that end a task; HTTP, HTTPS and TCP bear as many, and 0 for ever; default 3
    public var maxConsecutiveFailures: Int?
    /// Path to request, for HTTP kinds; default /
    public var path: String?
    /// Port to check, instead of portIndex
    public var port: Int?
    /// Which of the app's ports to check; default 0
    public var portIndex: Int?
    /// How to check; default HTTP
    public var `protocol`: HealthCheckProtocol = HealthCheckProtocol()
    /// Seconds after which a check counts as failed; default 20
    public var timeoutSeconds: Int?

    public init() {}
}

/// A command line
public struct AppCommand: Structure {
    /// The command line, for /bin/sh -c
    public var value: String = ""

    public init() {}
}

/// A check whose result is reported and never kills
public struct AppCheck: Structure {
    /// Seconds to the first check; default 15
    public var delaySeconds: Int?
    /// Runs a command; its exit code is the result
    @Boxed public var exec: AppCheckExec?
    /// Makes a request; the status is the result
    @Boxed public var http: AppCheckHTTP?
    /// Seconds between checks; default 60
    public var intervalSeconds: Int?
    /// Opens a connection
    @Boxed public var tcp: AppCheckTCP?
    /// Seconds for one check; default 20
    public var timeoutSeconds: Int?

    public init() {}
}

/// Runs a command
public struct AppCheckExec: Structure {
    /// The command
    @Boxed public var command: AppCommand?

    public init() {}
}

/// Makes an HTTP request
public struct AppCheckHTTP: Structure {
    /// Path to request
    public var path: String?
    /// Port, instead of portIndex
    public var port: Int?
    /// Which of the app's ports
    public var portIndex: Int?
    /// HTTP or HTTPS
    public var scheme: String?

    public init() {}
}

/// Opens a connection
public struct AppCheckTCP: Structure {
    /// Port, instead of portIndex
    public var port: Int?
    /// Which of the app's ports
    public var portIndex: Int?

    public init() {}
}

/// A check that holds a deployment until a new task is ready
public struct AppReadinessCheck: Structure {
    /// Statuses that mean ready; default 200
    public var httpStatusCodesForReady: [Int]?
    /// Seconds between checks; default 30
    public var intervalSeconds: Int?
    /// Name of the check
    public var name: String = ""
    /// Path to request; default /
    public var path: String = ""
    /// Name of the port to check; default http-api
    public var portName: String = ""
    /// Whether the last answer is kept and shown; default false
    public var preserveLastResponse: Bool = false
    /// HTTP or HTTPS; default HTTP
    public var `protocol`: URIScheme = URIScheme()
    /// Seconds for one check, fewer than lie between them; default 10
    public var timeoutSeconds: Int?

    public init() {}
}

/// How much may be missing and how much may be too many during an upgrade
public struct AppUpgradeStrategy: Structure {
    /// Share of instances that may run in addition; 0 to 1
    public var maximumOverCapacity: Double?
    /// Share of instances that must stay healthy; 0 to 1
    public var minimumHealthCapacity: Double?

    public init() {}
}

/// How far a task may go beyond what it asks for
public struct AppResourceLimits: Structure {
    /// Cores, or unlimited
    public var cpus: ResourceLimit?
    /// MiB, or unlimited
    public var mem: ResourceLimit?

    public init() {}
}

/// What the executor itself needs
public struct AppExecutorResources: Structure {
    /// Cores; default 0.1
    public var cpus: Double?
    /// MiB of disk; default 10
    public var disk: Double?
    /// MiB of memory; default 32
    public var mem: Double?

    public init() {}
}

/// Where a secret comes from
public struct AppSecret: Structure {
    /// Path in the store of secrets
    public var source: String = ""

    public init() {}
}

/// A file that is brought into the sandbox
public struct AppFetch: Structure {
    /// Whether it is kept for the next task; default false
    public var cache: Bool = false
    /// Path in the sandbox
    public var destPath: String?
    /// Whether it is made executable; default false
    public var executable: Bool = false
    /// Whether an archive is unpacked; default true
    public var extract: Bool?
    /// Where it is found; at most 1024 characters
    public var uri: String = ""

    public init() {}
}

/// Without effect since Marathon 1.6
public struct AppResidency: Structure {
    /// Without effect
    public var relaunchEscalationTimeoutSeconds: Int?
    /// Without effect
    public var taskLostBehavior: String?

    public init() {}
}

/// Old way to ask for a network of a task's own
public struct AppIPAddress: Structure {
    /// Ports to publish
    @Boxed public var discovery: AppIPDiscovery?
    /// Groups of the network
    public var groups: [String] = []
    /// Labels of the network
    public var labels: [String: String] = [:]
    /// Name of the network
    public var networkName: String?

    public init() {}
}

/// Ports to publish
public struct AppIPDiscovery: Structure {
    /// The ports
    public var ports: [AppIPDiscoveryPort] = []

    public init() {}
}

/// A port of a task with a network of its own
public struct AppIPDiscoveryPort: Structure {
    /// Labels of the port
    public var labels: [String: String] = [:]
    /// Its name
    public var name: String = ""
    /// Its number
    public var number: Int = 0
    /// tcp or udp
    public var `protocol`: PortProtocol = PortProtocol()

    public init() {}
}

/// When an app changed
public struct AppVersionInfo: Structure {
    /// When something other than the number of instances changed
    public var lastConfigChangeAt: String = ""
    /// When the number of instances changed
    public var lastScalingAt: String = ""

    public init() {}
}

/// How many tasks there are and how they fare
public struct AppStatus: Structure, Blank {
    public static let blank = Box(Self())
    /// What holds of the app
    public var conditions: [Condition] = []
    /// Tasks that run the definition as it is now
    public var currentInstances: Int = 0
    /// The change that is in progress, or the last one there was
    @Boxed public var deployment: AppDeployment?
    /// When the next task may be launched after failures
    public var delayedUntil: Timestamp?
    /// The wait in seconds after the last failure; grows by backoffFactor
    public var delaySeconds: Double = 0
    /// Tasks that exist
    public var instances: Int = 0
    /// The last task that failed
    @Boxed public var lastTaskFailure: AppTaskFailure?
    /// The generation of the definition that this status is about
    public var observedGeneration: Int = 0
    /// The selector that finds the app's pods, for scaling tools
    public var selector: String = ""
    /// The service ports that were assigned
    public var servicePorts: [Int] = []
    /// Running tasks that pass their checks
    public var tasksHealthy: Int = 0
    /// Tasks that run
    public var tasksRunning: Int = 0
    /// Tasks that are on their way to running
    public var tasksStaged: Int = 0
    /// Running tasks that fail a check
    public var tasksUnhealthy: Int = 0

    public init() {}
}

/// A change of an app on its way to the tasks; apps that were changed together share its id
public struct AppDeployment: Structure {
    /// What is done to the app
    public var action: AppDeploymentAction = AppDeploymentAction()
    /// When it was through, or given up
    public var endedAt: Timestamp?
    /// Tells it from others
    public var id: String = ""
    /// The version that was deployed last before it, which a rollback goes to
    public var previousVersion: String = ""
    /// What the readiness check of each new task came to
    public var readinessCheckResults: [AppReadinessCheckResult] = []
    /// When it began
    public var startedAt: Timestamp?
    /// Running, Succeeded or Cancelled
    public var state: AppDeploymentState = AppDeploymentState()
    /// The version that is deployed
    public var version: String = ""

    public init() {}
}

/// What the readiness check of a task came to
public struct AppReadinessCheckResult: Structure {
    /// The last answer, where preserveLastResponse asks for it
    @Boxed public var lastResponse: AppReadinessResponse?
    /// Name of the check
    public var name: String = ""
    /// Whether it has passed
    public var ready: Bool = false
    /// The task
    public var taskId: String = ""

    public init() {}
}

/// An answer to a readiness check
public struct AppReadinessResponse: Structure {
    /// Its text, as much of it as is kept
    public var body: String = ""
    /// What it says its text is
    public var contentType: String = ""
    /// Its HTTP status
    public var status: Int = 0

    public init() {}
}

/// A task that failed
public struct AppTaskFailure: Structure {
    /// The app
    public var appId: String = ""
    /// The node
    public var host: String = ""
    /// What went wrong
    public var message: String = ""
    /// The state it ended in, such as TASK_FAILED
    public var state: String = ""
    /// The task
    public var taskId: String = ""
    /// When it failed
    public var timestamp: Timestamp?
    /// The version of the app that it ran
    public var version: String = ""

    public init() {}
}

/// Who runs a container
public struct AppContainerType: OpenEnumeration {
    public var rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    public static var docker: Self { Self(rawValue: "DOCKER") }
    public static var mesos: Self { Self(rawValue: "MESOS") }

    public static var known: [Self] {
        [.docker, .mesos]
    }
}

/// The networks of old definitions
public struct AppDockerNetwork: OpenEnumeration {
    public var rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    public static var bridge: Self { Self(rawValue: "BRIDGE") }
    public static var host: Self { Self(rawValue: "HOST") }
    public static var none: Self { Self(rawValue: "NONE") }
    public static var user: Self { Self(rawValue: "USER") }

    public static var known: [Self] {
        [.bridge, .host, .none, .user]
    }
}

/// Whether a task has a network of its own
public struct AppNetworkMode: OpenEnumeration {
    public var rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    public static var container: Self { Self(rawValue: "container") }
    public static var containerBridge: Self { Self(rawValue: "container/bridge") }
    public static var host: Self { Self(rawValue: "host") }

    public static var known: [Self] {
        [.container, .containerBridge, .host]
    }
}

/// Whether a volume can be written to
public struct AppVolumeMode: OpenEnumeration {
    public var rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    public static var ro: Self { Self(rawValue: "RO") }
    public static var rw: Self { Self(rawValue: "RW") }

    public static var known: [Self] {
        [.ro, .rw]
    }
}

/// How a port is spoken to
public struct PortProtocol: OpenEnumeration {
    public var rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    public static var tcp: Self { Self(rawValue: "tcp") }
    public static var udp: Self { Self(rawValue: "udp") }
    public static var udpTcp: Self { Self(rawValue: "udp,tcp") }

    public static var known: [Self] {
        [.tcp, .udp, .udpTcp]
    }
}

/// How a health check is made; the MESOS kinds and COMMAND run on the node, inside the task's network
public struct HealthCheckProtocol: OpenEnumeration {
    public var rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    public static var http: Self { Self(rawValue: "HTTP") }
    public static var https: Self { Self(rawValue: "HTTPS") }
    public static var tcp: Self { Self(rawValue: "TCP") }
    public static var command: Self { Self(rawValue: "COMMAND") }
    public static var mesosHTTP: Self { Self(rawValue: "MESOS_HTTP") }
    public static var mesosHTTPS: Self { Self(rawValue: "MESOS_HTTPS") }
    public static var mesosTCP: Self { Self(rawValue: "MESOS_TCP") }

    public static var known: [Self] {
        [.http, .https, .tcp, .command, .mesosHTTP, .mesosHTTPS, .mesosTCP]
    }
}

/// What a deployment does to an app, in Marathon's words
public struct AppDeploymentAction: OpenEnumeration {
    public var rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    public static var startApplication: Self { Self(rawValue: "StartApplication") }
    public static var scaleApplication: Self { Self(rawValue: "ScaleApplication") }
    public static var restartApplication: Self { Self(rawValue: "RestartApplication") }
    public static var stopApplication: Self { Self(rawValue: "StopApplication") }

    public static var known: [Self] {
        [.startApplication, .scaleApplication, .restartApplication, .stopApplication]
    }
}

/// How far a deployment has come
public struct AppDeploymentState: OpenEnumeration {
    public var rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    public static var running: Self { Self(rawValue: "Running") }
    public static var succeeded: Self { Self(rawValue: "Succeeded") }
    public static var cancelled: Self { Self(rawValue: "Cancelled") }

    public static var known: [Self] {
        [.running, .succeeded, .cancelled]
    }
}

/// Which tasks go first
public struct KillSelection: OpenEnumeration {
    public var rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    public static var youngestFirst: Self { Self(rawValue: "YOUNGEST_FIRST") }
    public static var oldestFirst: Self { Self(rawValue: "OLDEST_FIRST") }

    public static var known: [Self] {
        [.youngestFirst, .oldestFirst]
    }
}
