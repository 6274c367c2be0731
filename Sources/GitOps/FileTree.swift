/// A tree of files beneath one root, as the reader of a directory sees it at one instant. The disk is one; tests bring
/// one in memory, for faults that a disk won't give on demand.
public protocol FileTree: Sendable {
    /// Tells this root from another that stands at the same path later.
    var identity: FileIdentity { get }

    /// What lies in a directory, hidden names too, in any order; `.` and `..` are left out. Links are not followed.
    func entries(of directory: TreePath) throws(FileTreeError) -> [TreeEntry]

    /// What stands at a path; a link in the last place is not followed.
    func status(of path: TreePath) throws(FileTreeError) -> FileStatus

    /// Where a symbolic link leads when all links are followed, as a path without any.
    func destination(of link: TreePath) throws(FileTreeError) -> TreePath

    /// The whole of a regular file, read once, and the status it had then. Never blocks on a FIFO or device.
    func read(_ path: TreePath, limit: Int) throws(FileTreeError) -> (bytes: [UInt8], status: FileStatus)
}

public struct TreeEntry: Sendable, Hashable {
    public var name: [UInt8]
    public var status: FileStatus

    public init(name: [UInt8], status: FileStatus) {
        self.name = name
        self.status = status
    }
}

public struct FileIdentity: Sendable, Hashable {
    public var device: UInt64
    public var inode: UInt64

    public init(device: UInt64, inode: UInt64) {
        self.device = device
        self.inode = inode
    }
}

/// What the file system says of a file without its content being read. Two equal ones are taken for the same content,
/// unless the file was touched just before it was read: see ``FileStatus/isSettled(at:)``.
public struct FileStatus: Sendable, Hashable {
    public enum Kind: String, Sendable {
        case file
        case directory
        case link = "symbolic link"
        case fifo = "FIFO"
        case socket
        case device
    }

    public var kind: Kind
    public var identity: FileIdentity
    public var size: Int64
    /// Nanoseconds since 1970, as the file system keeps them.
    public var modified: Int64
    /// When content, name count or permissions last changed; no program can set it back.
    public var changed: Int64

    public init(kind: Kind, identity: FileIdentity, size: Int64, modified: Int64, changed: Int64) {
        self.kind = kind
        self.identity = identity
        self.size = size
        self.modified = modified
        self.changed = changed
    }

    /// Whether a later change is sure to show in the times: they tick as coarsely as 10 ms, so that a file written twice
    /// within one tick looks untouched. (git calls such an entry racily clean.)
    ///
    /// - Parameter now: nanoseconds since 1970 when the file was read.
    public func isSettled(at now: Int64) -> Bool {
        now - changed > 100_000_000
    }
}

/// Why a path could not be listed or read.
public enum FileTreeError: Error, Sendable, Hashable {
    case missing
    case leadsOut
    case tooManyLinks
    case notRegular(FileStatus.Kind)
    case tooLarge(limit: Int)
    /// It changed while it was being read, each time that reading was tried.
    case unsteady
    case failed(operation: String, reason: String)
}

extension FileTreeError {
    /// What is told of a manifest that can't be read for this.
    public var ofManifest: String {
        switch self {
        case .tooLarge(let limit):
            "larger than \(limit >> 20) MiB, far more than any object may have: left unread"
        case .notRegular, .leadsOut: "this file was swapped while it was opened: \(self)"
        default: "this file can't be read: \(self)"
        }
    }
}

extension FileTreeError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .missing: "no such file or directory"
        case .leadsOut: "leads out of the watched directory"
        case .tooManyLinks: "symbolic links lead in a circle"
        case .notRegular(let kind): "is a \(kind.rawValue), not a file"
        case .tooLarge(let limit): "is larger than \(limit >> 20) MiB"
        case .unsteady: "changes while it is being read"
        case .failed(let operation, let reason): "\(operation): \(reason)"
        }
    }
}
