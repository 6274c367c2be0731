public import Cluster
public import Model

/// What comes to the control plane from outside; everything that it knows came this way.
public enum Input: Sendable {
    /// A daemon took over this state directory.
    case start(StartFacts)
    /// A settled set of files.
    case directory(DirectoryStatement)
    case request(id: UInt64, Request)
    case report(NodeReport)
    /// A node says what it is and has.
    case node(Node)
    /// A time that was asked for has come.
    case timer
    /// The disk takes writes again, after a time in which it took none.
    case writable(after: WriteProblem)
}

extension Input {
    /// Whether the journal keeps it though nothing came of it: a call that was refused is part of the story, and so is
    /// a daemon that forgot what no journal holds. That the disk takes writes is only known when it took one.
    var isKept: Bool {
        switch self {
        case .request(_, let request): !request.isDryRun
        case .start, .writable: true
        case .directory, .report, .node, .timer: false
        }
    }
}

/// What a daemon knows when it starts and the state does not.
public struct StartFacts: Sendable, Hashable {
    /// Drawn once per state directory by whoever made it; names and uids grow from it.
    public var seed: UInt64
    public var version: String

    public init(seed: UInt64, version: String) {
        self.seed = seed
        self.version = version
    }
}

/// What the watched directory says once it stopped changing: everything, or what differs from what it said before.
public struct DirectoryStatement: Sendable {
    public struct Item: Sendable {
        public var key: ObjectKey
        /// The manifest as written, as JSON.
        public var configuration: [UInt8]
        public var origin: Origin

        public init(key: ObjectKey, configuration: [UInt8], origin: Origin) {
            self.key = key
            self.configuration = configuration
            self.origin = origin
        }
    }

    /// Absolute path of the directory, for messages.
    public var root: String
    /// What is new or stated otherwise than before; all that is stated, when `isComplete`.
    public var changed: [Item]
    /// What the statement before held and this one doesn't.
    public var withdrawn: [ObjectKey]
    /// Whether what stands not in `changed` is not stated: so with the first statement of a daemon's life.
    public var isComplete: Bool
    /// Files and directories of which nothing is known now: what they stated last stays in force.
    public var undecided: Set<String>
    /// Why nothing may be pruned by this set: the directory is gone or unreadable. Nil when it was read whole.
    public var unreadable: String?

    public init(
        root: String,
        changed: [Item],
        withdrawn: [ObjectKey] = [],
        isComplete: Bool,
        undecided: Set<String> = [],
        unreadable: String? = nil
    ) {
        self.root = root
        self.changed = changed
        self.withdrawn = withdrawn
        self.isComplete = isComplete
        self.undecided = undecided
        self.unreadable = unreadable
    }

    /// Whether the file, or a directory that it lies in, is one of which nothing is known.
    func leavesOpen(_ path: String) -> Bool {
        undecided.contains { path == $0 || path.hasPrefix($0 + "/") }
    }
}
