public import HashTreeCollections
public import Model
public import YAML

/// What a directory states once it has settled: one input of the control plane.
///
/// It holds all that is stated and, beside it, what differs from the set before, so that one edit among thousands of
/// files costs what one edit costs.
public struct DirectorySet: Sendable {
    /// The directory as it was named.
    public var root: String
    /// Counts the sets of one watch, from 1; the first one's `changed` is all that is stated.
    public var number: UInt64
    public var state: RootState
    /// All that is stated. While the root is missing or unreadable: what it stated last.
    public var objects: TreeDictionary<ObjectKey, StatedObject>
    /// What is new or stated otherwise than in the set before, in the order of the files; where only the line or the
    /// commit moved, the object is the same and the origin another.
    public var changed: [StatedObject]
    /// What the set before stated and this one doesn't, sorted. Whether it may go is for the prune guard to say.
    public var withdrawn: [ObjectKey]
    /// Files that can't be read or understood now and whose last good objects stay in force.
    public var kept: [TreePath]
    /// Files and directories of which nothing is known: they can't be read or understood and were never good since this
    /// watch began. What has its origin there must not be pruned.
    public var undecided: [TreePath]
    /// All that is wrong in the directory now, by file and place.
    public var problems: [Problem]
    /// The commit that is checked out, where the directory lies in a git work tree.
    public var head: GitCommit?

    /// Whether the absence of a statement means that there is none. False for what comes from a file or directory of
    /// which nothing is known now, and for all while the root can't be read: it must not be pruned.
    ///
    /// - Parameter path: the file of an earlier statement, as its origin names it.
    public func decides(onOrigin path: String) -> Bool {
        let path = TreePath(path)
        return state == .readable && !undecided.contains { path.isWithin(TreePath($0.description)) }
    }
}

public enum RootState: Sendable, Hashable {
    case readable
    case missing
    /// Why.
    case unreadable(String)
}

/// An object as a file states it, and where.
public struct StatedObject: Sendable, Hashable {
    public var key: ObjectKey
    public var object: Object
    public var origin: ManifestOrigin

    public init(key: ObjectKey, object: Object, origin: ManifestOrigin) {
        self.key = key
        self.object = object
        self.origin = origin
    }
}

/// Where a statement stands, and who wrote it.
public struct ManifestOrigin: Sendable, Hashable {
    /// Beneath the directory.
    public var path: TreePath
    public var line: Int
    /// The last commit that touched the file; nil outside of git, and while the file is changed or new.
    public var commit: GitCommit?

    public init(path: TreePath, line: Int, commit: GitCommit? = nil) {
        self.path = path
        self.line = line
        self.commit = commit
    }
}

extension ManifestOrigin: CustomStringConvertible {
    /// `web.yaml:12`.
    public var description: String { "\(path):\(line)" }
}
