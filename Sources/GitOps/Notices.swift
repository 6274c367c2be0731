/// What may have changed in a directory since it was last read. It says where to look, never what to find.
public struct Notices: Sendable, Hashable {
    /// The whole tree is to be walked.
    public var everything = false
    /// Manifests to be looked at.
    public var paths: Set<TreePath> = []
    /// Files that somebody holds open and has begun to write: half of one must not be taken for a statement.
    public var beingWritten: Set<TreePath> = []

    public init(everything: Bool = false, paths: Set<TreePath> = []) {
        self.everything = everything
        self.paths = paths
    }

    public static let everything = Notices(everything: true)

    /// They have been read; files that are still being written stay noted.
    public mutating func clear() {
        everything = false
        paths = []
    }
}
