import CLinux
import Glibc

/// The files beneath a directory of this machine. It holds the directory open, so that all that is asked of one tree
/// comes from one directory, also when a link that led to it is turned elsewhere meanwhile; and it asks the kernel to
/// refuse each path that leads out.
public final class DiskTree: FileTree {
    public let identity: FileIdentity
    private let descriptor: Int32

    /// - Parameter root: the directory's path; links in it are followed.
    public init(root: String) throws(FileTreeError) {
        descriptor = open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileTreeError(errno: errno, "open \(TreePath(root))") }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            let reason = errno
            close(descriptor)
            throw FileTreeError(errno: reason, "stat \(TreePath(root))")
        }
        identity = FileStatus(status).identity
    }

    deinit {
        close(descriptor)
    }

    public func entries(of directory: TreePath) throws(FileTreeError) -> [TreeEntry] {
        let opened = try openBeneath(directory, O_RDONLY | O_DIRECTORY, "open")
        guard let stream = fdopendir(opened) else {
            let reason = errno
            close(opened)
            throw FileTreeError(errno: reason, "list")
        }
        defer { closedir(stream) }
        var entries: [TreeEntry] = []
        while true {
            errno = 0
            guard let entry = readdir(stream) else {
                if errno != 0 { throw FileTreeError(errno: errno, "list") }
                return entries
            }
            let name = Self.name(of: entry)
            if name == [UInt8(ascii: ".")] || name == [UInt8(ascii: "."), UInt8(ascii: ".")] { continue }
            var status = stat()
            // A name that went away since it was listed is as if it had not been there.
            guard name.withPath({ fstatat(opened, $0, &status, AT_SYMLINK_NOFOLLOW) }) == 0 else { continue }
            entries.append(TreeEntry(name: name, status: FileStatus(status)))
        }
    }

    public func status(of path: TreePath) throws(FileTreeError) -> FileStatus {
        let located = path.bytesOrDot.withPath { clinux_locate_beneath(descriptor, $0) }
        guard located >= 0 else { throw FileTreeError(errno: errno, "stat") }
        defer { close(located) }
        return try Self.status(ofOpen: located)
    }

    /// An absolute link is as good as a relative one when it leads back in, which the kernel's own check would refuse;
    /// so the way is looked up here, and who opens the destination is checked by the kernel again.
    public func destination(of link: TreePath) throws(FileTreeError) -> TreePath {
        let root = try realPath(of: .root)
        let destination = try realPath(of: link)
        guard TreePath(bytes: destination).isWithin(TreePath(bytes: root)) else { throw .leadsOut }
        if destination.count == root.count { return .root }
        return TreePath(bytes: Array(destination.dropFirst(root == [UInt8(ascii: "/")] ? 1 : root.count + 1)))
    }

    /// A path by which the kernel finds what stands at `path`, whatever became of the root's own path.
    func systemPath(of path: TreePath) -> [UInt8] {
        Array("/proc/self/fd/\(descriptor)/".utf8) + path.bytesOrDot
    }

    /// How many names a file has; nil when it is gone.
    func linkCount(of path: TreePath) -> Int? {
        var status = stat()
        let result = systemPath(of: path).withPath { lstat($0, &status) }
        return result == 0 ? Int(status.st_nlink) : nil
    }

    private func realPath(of path: TreePath) throws(FileTreeError) -> [UInt8] {
        guard let resolved = systemPath(of: path).withPath({ realpath($0, nil) }) else {
            throw FileTreeError(errno: errno, "follow")
        }
        defer { free(resolved) }
        return UnsafeBufferPointer(start: resolved, count: strlen(resolved)).map { UInt8(bitPattern: $0) }
    }

    public func read(_ path: TreePath, limit: Int) throws(FileTreeError) -> (bytes: [UInt8], status: FileStatus) {
        // A second reading nearly always finds a file whose writer has finished; one that never rests is given up.
        for _ in 0..<3 {
            if let result = try readOnce(path, limit: limit) { return result }
        }
        throw .unsteady
    }

    /// - Returns: nil when the file changed meanwhile.
    private func readOnce(
        _ path: TreePath,
        limit: Int
    ) throws(FileTreeError) -> (bytes: [UInt8], status: FileStatus)? {
        // O_NONBLOCK: a FIFO put where the file stood must not hold the reader.
        let file = try openBeneath(path, O_RDONLY | O_NONBLOCK | O_NOCTTY, "open")
        defer { close(file) }
        let before = try Self.status(ofOpen: file)
        guard before.kind == .file else { throw .notRegular(before.kind) }
        guard before.size <= Int64(limit) else { throw .tooLarge(limit: limit) }
        let bytes = try Self.bytes(ofOpen: file, expecting: Int(before.size))
        let after = try Self.status(ofOpen: file)
        guard before == after, Int64(bytes.count) == after.size else { return nil }
        return (bytes, after)
    }

    private func openBeneath(_ path: TreePath, _ flags: Int32, _ operation: String) throws(FileTreeError) -> Int32 {
        let opened = path.bytesOrDot.withPath { clinux_open_beneath(descriptor, $0, flags) }
        guard opened >= 0 else { throw FileTreeError(errno: errno, operation) }
        return opened
    }

    private static func status(ofOpen file: Int32) throws(FileTreeError) -> FileStatus {
        var status = stat()
        guard fstat(file, &status) == 0 else { throw FileTreeError(errno: errno, "stat") }
        return FileStatus(status)
    }

    /// One byte more than expected is asked for, so that growth shows.
    private static func bytes(ofOpen file: Int32, expecting size: Int) throws(FileTreeError) -> [UInt8] {
        var failure: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
            while count < size + 1 {
                let got = Glibc.read(file, buffer.baseAddress.map { $0 + count }, size + 1 - count)
                if got < 0, errno == EINTR { continue }
                if got < 0 { failure = errno }
                if got <= 0 { break }
                count += got
            }
        }
        if failure != 0 { throw FileTreeError(errno: failure, "read") }
        return bytes
    }

    private static func name(of entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
        withUnsafeBytes(of: &entry.pointee.d_name) { raw in Array(raw.prefix { $0 != 0 }) }
    }
}

extension TreePath {
    fileprivate var bytesOrDot: [UInt8] { bytes.isEmpty ? [UInt8(ascii: ".")] : bytes }
}

extension [UInt8] {
    /// The bytes as a C string; a name from the file system holds no zero byte.
    func withPath<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
        let terminated = map { CChar(bitPattern: $0) } + [0]
        return body(terminated)
    }
}

extension FileTreeError {
    init(errno reason: Int32, _ operation: String) {
        switch reason {
        case ENOENT, ENOTDIR: self = .missing
        case EXDEV: self = .leadsOut
        case ELOOP: self = .tooManyLinks
        default: self = .failed(operation: operation, reason: String(cString: strerror(reason)).lowercased())
        }
    }
}

extension FileStatus {
    init(_ status: stat) {
        let kind: Kind =
            switch status.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .directory
            case S_IFLNK: .link
            case S_IFIFO: .fifo
            case S_IFSOCK: .socket
            default: .device
            }
        self.init(
            kind: kind,
            identity: FileIdentity(device: UInt64(status.st_dev), inode: UInt64(status.st_ino)),
            size: Int64(status.st_size),
            modified: Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec),
            changed: Int64(status.st_ctim.tv_sec) * 1_000_000_000 + Int64(status.st_ctim.tv_nsec)
        )
    }
}
