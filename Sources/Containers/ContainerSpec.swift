import CLinux

/// One life of a container: what to run, as whom, and with what around it.
public struct ContainerSpec: Sendable, Hashable {
    public var attempt: AttemptID
    /// The program and its arguments, not empty. Without a slash the program is looked up in `PATH` of `environment`.
    public var arguments: [String]
    /// The same as they may be written down: no value stands in them that was put in from elsewhere.
    public var statedArguments: [String]
    /// In the order in which the process shall see them.
    public var environment: [EnvironmentVariable]
    /// Absolute; `nil` is the container's own writable directory (`sandboxDirectory`).
    public var workingDirectory: String?
    public var user: UserIdentity
    public var security: SecurityProfile
    public var resources: ResourceLimits
    /// Best effort: lowering it needs a capability that even root may lack.
    public var outOfMemoryScoreAdjustment: Int32?
    /// By the kernel's names in lower case (`nofile`); those above the host's hard limit are lowered to it.
    public var resourceLimits: [ProcessLimit]
    /// In the order in which they shall be mounted.
    public var mounts: [ContainerMount]
    public var termination: TerminationMessage
    public var log: LogLimits
    /// Standard input stays open (and silent) instead of being `/dev/null`.
    public var keepsStandardInput: Bool
    /// Standard input, output and error are a terminal.
    public var hasTerminal: Bool

    /// Where every container finds a directory of its own that it may write and that outlives a restart in its pod.
    public static let sandboxDirectory = SHIM_SANDBOX

    /// Where every container finds Steady's own program, as `steady`, for manifests that need no other.
    public static let programDirectory = "/run/steady/bin"

    public init(
        attempt: AttemptID,
        arguments: [String],
        statedArguments: [String]? = nil,
        environment: [EnvironmentVariable] = [],
        workingDirectory: String? = nil,
        user: UserIdentity = UserIdentity(),
        security: SecurityProfile = SecurityProfile(),
        resources: ResourceLimits = ResourceLimits(),
        outOfMemoryScoreAdjustment: Int32? = nil,
        resourceLimits: [ProcessLimit] = [],
        mounts: [ContainerMount] = [],
        termination: TerminationMessage = TerminationMessage(),
        log: LogLimits = LogLimits(),
        keepsStandardInput: Bool = false,
        hasTerminal: Bool = false
    ) {
        self.attempt = attempt
        self.arguments = arguments
        self.statedArguments = statedArguments ?? arguments
        self.environment = environment
        self.workingDirectory = workingDirectory
        self.user = user
        self.security = security
        self.resources = resources
        self.outOfMemoryScoreAdjustment = outOfMemoryScoreAdjustment
        self.resourceLimits = resourceLimits
        self.mounts = mounts
        self.termination = termination
        self.log = log
        self.keepsStandardInput = keepsStandardInput
        self.hasTerminal = hasTerminal
    }
}

/// One variable of a process's environment.
public struct EnvironmentVariable: Sendable, Hashable {
    public var name: String
    public var value: String

    public init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}

/// Ids as seen inside the container.
public struct UserIdentity: Sendable, Hashable {
    public var user: UInt32
    public var group: UInt32
    public var supplementaryGroups: [UInt32]

    public init(user: UInt32 = 0, group: UInt32 = 0, supplementaryGroups: [UInt32] = []) {
        self.user = user
        self.group = group
        self.supplementaryGroups = supplementaryGroups
    }
}

/// What a container's processes may do.
public struct SecurityProfile: Sendable, Hashable {
    /// Beyond the usual fourteen; by their names without `CAP_`, or `ALL`.
    public var addedCapabilities: [String]
    public var droppedCapabilities: [String]
    /// All capabilities, no seccomp filter, nothing masked; within the pod's identities.
    public var isPrivileged: Bool
    public var allowsPrivilegeEscalation: Bool
    /// The container's own directory is read-only too; volumes stay as they are.
    public var hasReadOnlyRoot: Bool
    public var isSeccompUnconfined: Bool

    public init(
        addedCapabilities: [String] = [],
        droppedCapabilities: [String] = [],
        isPrivileged: Bool = false,
        allowsPrivilegeEscalation: Bool = false,
        hasReadOnlyRoot: Bool = false,
        isSeccompUnconfined: Bool = false
    ) {
        self.addedCapabilities = addedCapabilities
        self.droppedCapabilities = droppedCapabilities
        self.isPrivileged = isPrivileged
        self.allowsPrivilegeEscalation = allowsPrivilegeEscalation
        self.hasReadOnlyRoot = hasReadOnlyRoot
        self.isSeccompUnconfined = isSeccompUnconfined
    }
}

extension SecurityProfile {
    /// Whether there is such a capability, with or without `CAP_`; `ALL` stands for all of them.
    public static func isCapability(_ name: String) -> Bool { Capabilities.isKnown(name) }
}

/// A soft and a hard limit of a process (`setrlimit`).
public struct ProcessLimit: Sendable, Hashable {
    public var name: String
    public var soft: UInt64
    public var hard: UInt64

    public init(name: String, soft: UInt64, hard: UInt64) {
        self.name = name
        self.soft = soft
        self.hard = hard
    }
}

/// A file or a directory of the host, seen in the container.
public struct ContainerMount: Sendable, Hashable {
    public enum ReadOnly: Sendable, Hashable {
        case no
        /// What is mounted beneath the source stays as it is.
        case yes
        /// So is all that is mounted beneath the source.
        case recursively
    }

    /// Absolute path on the host.
    public var source: String
    /// What of the source is mounted: a relative path, empty for all of it. It is looked up when the container starts,
    /// and never through a link: the source may be another container's to write. Directories that are missing are made.
    public var subPath: String
    /// Absolute path in the container; made where it is missing.
    public var destination: String
    public var readOnly: ReadOnly
    /// The source is a file.
    public var isFile: Bool
    /// Ids are shifted into the pod's range: what root owns on the host, the container's root owns inside.
    /// Without it, files keep the host's ids, and the container's root is nobody to them.
    public var isIdentityMapped: Bool

    public init(
        source: String,
        subPath: String = "",
        destination: String,
        readOnly: ReadOnly = .no,
        isFile: Bool = false,
        isIdentityMapped: Bool = true
    ) {
        self.source = source
        self.subPath = subPath
        self.destination = destination
        self.readOnly = readOnly
        self.isFile = isFile
        self.isIdentityMapped = isIdentityMapped
    }
}

/// Where a container leaves its last words.
public struct TerminationMessage: Sendable, Hashable {
    public var path: String
    /// Where the file is empty and the container failed, the end of its log is taken.
    public var fallsBackToLog: Bool

    public init(path: String = "/dev/termination-log", fallsBackToLog: Bool = false) {
        self.path = path
        self.fallsBackToLog = fallsBackToLog
    }
}

/// How much of a container's output is kept: `files` files of `bytes` each, the current one included.
public struct LogLimits: Sendable, Hashable {
    public var bytes: UInt64
    public var files: UInt32

    public init(bytes: UInt64 = 10 << 20, files: UInt32 = 5) {
        self.bytes = bytes
        self.files = files
    }
}
