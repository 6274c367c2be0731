/// The volumes that a pod shall have, and what shall be in them. A plan that is carried out again changes nothing.
public struct VolumePlan: Sendable, Hashable {
    /// The pod's uid.
    public var pod: String
    /// Comes back in the result, so that late news of one plan is not taken for the next one's.
    public var revision: UInt64
    /// Absolute path of the directory that holds one directory per volume; made where it is missing.
    public var directory: String
    public var volumes: [PlannedVolume]
    /// What the containers mount.
    public var uses: [VolumeUse]

    public init(
        pod: String,
        revision: UInt64 = 0,
        directory: String,
        volumes: [PlannedVolume],
        uses: [VolumeUse]
    ) {
        self.pod = pod
        self.revision = revision
        self.directory = directory
        self.volumes = volumes
        self.uses = uses
    }
}

public struct PlannedVolume: Sendable, Hashable {
    public enum Content: Sendable, Hashable {
        /// An empty directory, for everybody to write into.
        case empty
        /// The same in memory; the limit is in bytes.
        case memory(limit: Int?)
        /// Files that change all at once, behind a symbolic link, when the plan changes.
        case files([VolumeFile], inMemory: Bool)
        /// A path of the host; the type is one of Kubernetes' `hostPath` types, empty for "whatever is there".
        case host(path: String, type: String)
    }

    public var name: String
    public var content: Content
    /// The group, as seen in the containers, that shall own the volume (`fsGroup`).
    public var group: UInt32?

    public init(name: String, content: Content, group: UInt32? = nil) {
        self.name = name
        self.content = content
        self.group = group
    }
}

public struct VolumeFile: Sendable, Hashable {
    /// Relative, without `..`.
    public var path: String
    public var bytes: [UInt8]
    /// Permission bits.
    public var mode: UInt32

    public init(path: String, bytes: [UInt8], mode: UInt32) {
        self.path = path
        self.bytes = bytes
        self.mode = mode
    }
}

/// A volume, or a part of it, that a container mounts.
public struct VolumeUse: Sendable, Hashable, Comparable {
    public var volume: String
    /// Relative; empty for the whole volume.
    public var subPath: String

    public init(volume: String, subPath: String = "") {
        self.volume = volume
        self.subPath = subPath
    }

    public static func < (left: Self, right: Self) -> Bool {
        (left.volume, left.subPath) < (right.volume, right.subPath)
    }
}

/// What came of a plan.
public struct VolumeResult: Sendable, Hashable {
    public enum Outcome: Sendable, Hashable {
        /// All of it is there; where each use finds its part.
        case ready([VolumeUse: VolumeSource])
        /// Something could not be made: which volume, and why.
        case failed(message: String)
    }

    public var pod: String
    public var revision: UInt64
    public var outcome: Outcome

    public init(pod: String, revision: UInt64, outcome: Outcome) {
        self.pod = pod
        self.revision = revision
        self.outcome = outcome
    }
}

/// A place on the host to be mounted into a container.
public struct VolumeSource: Sendable, Hashable {
    public var path: String
    /// What of it is mounted, looked up when a container starts: a relative path, empty for all of it.
    public var subPath: String
    public var isFile: Bool

    public init(path: String, subPath: String = "", isFile: Bool) {
        self.path = path
        self.subPath = subPath
        self.isFile = isFile
    }
}

/// Makes volumes. Answers each plan with a result, in the order of the plans of one pod; never blocks the caller.
///
/// A pod's volumes are removed together with its sandbox, whose directory they lie in.
public protocol VolumeWriter: Sendable {
    func write(_ plan: VolumePlan, then tell: @escaping @Sendable (VolumeResult) -> Void)
}
