internal import Glibc

/// Directories and mounts on the host, each call naming itself when it fails.
enum Directories {
    /// Makes a directory and those above it where they are missing. Returns whether it was made now.
    @discardableResult
    static func make(_ path: String, mode: mode_t = 0o755) throws(AgentError) -> Bool {
        if mkdir(path, mode) == 0 { return true }
        if errno == EEXIST { return false }
        guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex else {
            throw AgentError(errno: errno, "make the directory \(path)")
        }
        try make(String(path[..<slash]), mode: mode)
        try check(mkdir(path, mode), "make the directory \(path)")
        return true
    }

    static func isDirectory(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    static func exists(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }

    /// Mounts a file system in memory, unless one is there. Returns whether it was mounted now.
    @discardableResult
    static func mountMemory(at path: String, limit: Int?) throws(AgentError) -> Bool {
        if isMountPoint(path) { return false }
        let size = limit.map { ",size=\($0)" } ?? ""
        try check(
            mount("tmpfs", path, "tmpfs", UInt(MS_NOSUID | MS_NODEV), "mode=0755\(size)"),
            "mount memory at \(path)"
        )
        return true
    }

    private static func isMountPoint(_ path: String) -> Bool {
        var (own, parent) = (stat(), stat())
        return stat(path, &own) == 0 && stat("\(path)/..", &parent) == 0 && own.st_dev != parent.st_dev
    }

    /// The path without links; it must lie beneath `root`.
    static func resolve(_ path: String, beneath root: String) throws(AgentError) -> String {
        guard let real = realpath(path, nil) else { throw AgentError(errno: errno, "find \(path)") }
        defer { free(real) }
        guard let realRoot = realpath(root, nil) else { throw AgentError(errno: errno, "find \(root)") }
        defer { free(realRoot) }
        let resolved = String(cString: real)
        guard resolved.hasPrefix(String(cString: realRoot) + "/") else {
            throw AgentError("use \(path): it leads out of its volume")
        }
        return resolved
    }

    /// A part of a volume that containers write. Directories that are missing are made; a link on the way is refused,
    /// since whoever wrote it may have pointed it at the host's files.
    static func makeBeneath(_ root: String, _ subPath: String) throws(AgentError) -> String {
        var path = root
        for component in subPath.split(separator: "/") where component != "." {
            path += "/\(component)"
            var status = stat()
            if lstat(path, &status) != 0 {
                guard errno == ENOENT else { throw AgentError(errno: errno, "look at \(path)") }
                try check(mkdir(path, 0o755), "make the directory \(path)")
                // The mode must not depend on the daemon's umask: containers' users have to get in.
                try check(chmod(path, 0o777), "open \(path) to all")
            } else if status.st_mode & S_IFMT == S_IFLNK {
                throw AgentError("use subPath \"\(subPath)\": \(path) is a symbolic link")
            }
        }
        return path
    }
}
