internal import CLinux
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

    /// What a path beneath `root` is without links, relative to it. It must not lead out of it.
    static func resolve(_ path: String, beneath root: String) throws(AgentError) -> String {
        guard let real = realpath("\(root)/\(path)", nil) else {
            throw AgentError(errno: errno, "find \(root)/\(path)")
        }
        defer { free(real) }
        guard let realRoot = realpath(root, nil) else { throw AgentError(errno: errno, "find \(root)") }
        defer { free(realRoot) }
        let (resolved, start) = (String(cString: real), String(cString: realRoot) + "/")
        guard resolved.hasPrefix(start) else { throw AgentError("use \(root)/\(path): it leads out of its volume") }
        return String(resolved.dropFirst(start.count))
    }

    /// Whether a part of a volume that containers write is a file; one that is missing will be a directory. A link is
    /// refused, since whoever wrote it may have pointed it at the host's files. Only a look: by the time of a mount it
    /// may be something else.
    static func isFile(_ subPath: String, beneath root: String) throws(AgentError) -> Bool {
        let directory = try check(Glibc.open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC), "open \(root)")
        defer { close(directory) }
        let part = clinux_locate_beneath(directory, subPath)
        if part < 0, errno == ENOENT { return false }
        try check(part, "use subPath \"\(subPath)\" of \(root)")
        defer { close(part) }
        var status = stat()
        try check(fstat(part, &status), "look at \(root)/\(subPath)")
        guard status.st_mode & S_IFMT != S_IFLNK else {
            throw AgentError("use subPath \"\(subPath)\": \(root)/\(subPath) is a symbolic link")
        }
        return status.st_mode & S_IFMT != S_IFDIR
    }
}
