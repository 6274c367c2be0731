internal import Glibc

/// A path of the host that a pod mounts, and what must be there.
struct HostPath {
    let path: String
    /// One of Kubernetes' types; empty for "whatever is there".
    let type: String

    /// Makes what the type says is to be made, and refuses what isn't as the type says.
    func establish() throws(AgentError) {
        guard path.hasPrefix("/") else { throw AgentError("use hostPath \"\(path)\": it is not absolute") }
        switch type {
        case "": if !exists { throw AgentError("hostPath \(path) does not exist") }
        case "DirectoryOrCreate": if !exists { try Directories.make(path) }
        case "FileOrCreate": if !exists { try makeFile() }
        default: break
        }
        if let wanted = Self.modes[type], mode != wanted {
            throw AgentError("hostPath type check failed: \(path) is not a \(Self.words[type] ?? type)")
        }
    }

    private static let modes: [String: mode_t] = [
        "DirectoryOrCreate": S_IFDIR, "Directory": S_IFDIR, "FileOrCreate": S_IFREG, "File": S_IFREG,
        "Socket": S_IFSOCK, "CharDevice": S_IFCHR, "BlockDevice": S_IFBLK,
    ]

    private static let words = [
        "DirectoryOrCreate": "directory", "Directory": "directory", "FileOrCreate": "file", "File": "file",
        "Socket": "socket file", "CharDevice": "character device", "BlockDevice": "block device",
    ]

    private var mode: mode_t? {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
    }

    private var exists: Bool { mode != nil }

    private func makeFile() throws(AgentError) {
        let file = try check(open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o644), "make the file \(path)")
        close(file)
    }
}
