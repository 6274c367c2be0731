import Glibc

/// The git repository in whose work tree a directory lies, found without git.
struct GitRepository: Sendable, Hashable {
    /// Where the index and HEAD lie: `.git`, or what a linked work tree's `.git` file names.
    var directory: String
    /// The user to whom `.git` belongs, as whom git is run.
    var owner: uid_t
    var group: gid_t

    /// - Parameter path: an absolute path without symbolic links.
    init?(enclosing path: String) {
        var place = path
        while true {
            let entry = place + "/.git"
            var status = stat()
            if stat(entry, &status) == 0, let directory = Self.directory(at: entry, status, in: place) {
                self.directory = directory
                owner = status.st_uid
                group = status.st_gid
                return
            }
            guard let slash = place.lastIndex(of: "/") else { return nil }
            place = String(place[..<slash])
        }
    }

    private static func directory(at entry: String, _ status: stat, in place: String) -> String? {
        if status.st_mode & S_IFMT == S_IFDIR { return entry }
        guard status.st_mode & S_IFMT == S_IFREG,
            let tree = try? DiskTree(root: place),  // not to be opened is as good as no repository
            let bytes = try? tree.read(TreePath(".git"), limit: 4096).bytes
        else { return nil }
        let text = String(decoding: bytes, as: UTF8.self)
        guard text.hasPrefix("gitdir: "), let line = text.split(separator: "\n").first else { return nil }
        let target = String(line.dropFirst("gitdir: ".count))
        return target.hasPrefix("/") ? target : place + "/" + target
    }

    /// A checkout, merge or commit is under way.
    var isLocked: Bool {
        access(directory + "/index.lock", F_OK) == 0
    }

    /// Changes with each commit, checkout and reset, and with nothing that is done to the files alone.
    struct Signature: Sendable, Hashable {
        var head: FileStatus?
        var headLog: FileStatus?
        var index: FileStatus?
    }

    var signature: Signature {
        Signature(
            head: Self.status(directory + "/HEAD"),
            headLog: Self.status(directory + "/logs/HEAD"),
            index: Self.status(directory + "/index")
        )
    }

    private static func status(_ path: String) -> FileStatus? {
        var status = stat()
        return stat(path, &status) == 0 ? FileStatus(status) : nil
    }
}
