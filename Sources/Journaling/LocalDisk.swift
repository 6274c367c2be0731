internal import Glibc

/// A directory of this machine, readable and writable by its owner alone (mode 0700, files 0600).
public struct LocalDisk: Disk {
    private let directory: DirectoryDescriptor
    private let path: String
    /// Of whoever only reads no right to write is asked.
    private let access: Int32

    /// Opens the directory and makes it first where it is missing (its parent must be there).
    public init(path: String) throws(JournalError) {
        if mkdir(path, 0o700) != 0, errno != EEXIST { throw failure("make directory", path) }
        try self.init(existing: path)
    }

    /// Opens a directory that must be there.
    ///
    /// - Parameter isReadOnly: whether its files are opened for reading alone, as those of somebody else.
    public init(existing path: String, isReadOnly: Bool = false) throws(JournalError) {
        self.path = path
        access = isReadOnly ? O_RDONLY : O_RDWR
        let descriptor = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure("open directory", path) }
        directory = DirectoryDescriptor(descriptor)
    }

    public func list() throws(JournalError) -> [String] {
        guard let stream = opendir(path) else { throw failure("list directory", path) }
        defer { closedir(stream) }
        var names: [String] = []
        while true {
            errno = 0
            guard let entry = readdir(stream) else { break }
            let isDirectory = entry.pointee.d_type == UInt8(DT_DIR)
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !isDirectory { names.append(name) }
        }
        guard errno == 0 else { throw failure("list directory", path) }
        return names.sorted()
    }

    public func open(_ name: String) throws(JournalError) -> any DiskFile {
        try openFile(name, "open", access)
    }

    public func create(_ name: String) throws(JournalError) -> any DiskFile {
        try openFile(name, "create", O_RDWR | O_CREAT | O_TRUNC)
    }

    public func rename(_ name: String, to newName: String) throws(JournalError) {
        guard renameat(directory.descriptor, name, directory.descriptor, newName) == 0 else {
            throw failure("rename to \(newName)", name)
        }
    }

    public func remove(_ name: String) throws(JournalError) {
        guard unlinkat(directory.descriptor, name, 0) == 0 else { throw failure("remove", name) }
    }

    public func syncDirectory() throws(JournalError) {
        guard fsync(directory.descriptor) == 0 else { throw failure("sync directory", path) }
    }

    public func lock(_ name: String) throws(JournalError) -> any DiskLock {
        let file = try openFile(name, "create", O_RDWR | O_CREAT)
        var patience = 500
        while flock(file.descriptor, LOCK_EX | LOCK_NB) != 0 {
            guard errno == EWOULDBLOCK else { throw failure("lock", name) }
            let holder = try file.text()
            // One that was killed while it started a program: until that has begun, it has the files of both.
            if patience > 0, isGone(holder) {
                patience -= 1
                usleep(10_000)
                continue
            }
            let who = holder.isEmpty ? "another process" : "process \(holder)"
            throw JournalError(.inUse, "lock \(path)/\(name): \(who) has the journal open")
        }
        try file.truncate(to: 0)
        try file.writeAll(Array("\(getpid())\n".utf8), at: 0)
        return LocalLock(file)
    }

    private func isGone(_ holder: String) -> Bool {
        pid_t(holder).map { kill($0, 0) != 0 && errno == ESRCH } ?? false
    }

    private func openFile(_ name: String, _ operation: String, _ flags: Int32) throws(JournalError) -> LocalFile {
        let descriptor = openat(directory.descriptor, name, flags | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw failure(operation, name) }
        return LocalFile(descriptor, name)
    }
}

private final class DirectoryDescriptor: Sendable {
    let descriptor: Int32
    init(_ descriptor: Int32) { self.descriptor = descriptor }
    deinit { close(descriptor) }
}

private final class LocalFile: DiskFile {
    let descriptor: Int32
    private let name: String

    init(_ descriptor: Int32, _ name: String) {
        self.descriptor = descriptor
        self.name = name
    }

    deinit { close(descriptor) }

    func size() throws(JournalError) -> UInt64 {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw failure("look at", name) }
        return UInt64(status.st_size)
    }

    func read(at offset: UInt64, into buffer: UnsafeMutableRawBufferPointer) throws(JournalError) -> Int {
        while true {
            let count = pread(descriptor, buffer.baseAddress, buffer.count, off_t(offset))
            if count >= 0 { return count }
            guard errno == EINTR else { throw failure("read", name) }
        }
    }

    func write(_ bytes: UnsafeRawBufferPointer, at offset: UInt64) throws(JournalError) -> Int {
        while true {
            let count = pwrite(descriptor, bytes.baseAddress, bytes.count, off_t(offset))
            if count >= 0 { return count }
            guard errno == EINTR else { throw failure("write", name) }
        }
    }

    func truncate(to size: UInt64) throws(JournalError) {
        while ftruncate(descriptor, off_t(size)) != 0 {
            guard errno == EINTR else { throw failure("truncate", name) }
        }
    }

    func sync() throws(JournalError) {
        // EINTR is not retried: after any failure the kernel may have let go of what was to be written.
        guard fdatasync(descriptor) == 0 else { throw failure("sync", name) }
    }

    func discardCache() {
        _ = posix_fadvise(descriptor, 0, 0, POSIX_FADV_DONTNEED)
    }

    /// The first few bytes, without white space at the end.
    func text() throws(JournalError) -> String {
        String(decoding: try readBytes(at: 0, count: 32).prefix { $0 > 0x20 }, as: UTF8.self)
    }
}

private final class LocalLock: DiskLock {
    private let file: LocalFile
    init(_ file: LocalFile) { self.file = file }
    func release() { flock(file.descriptor, LOCK_UN) }
}

/// The error of the system call that has just failed.
private func failure(_ operation: String, _ name: String) -> JournalError {
    .disk(errno, operation, name)
}

extension JournalError {
    /// What the system answered when `operation` was tried on the file `name`.
    static func disk(_ number: Int32, _ operation: String, _ name: String) -> JournalError {
        let isFull = number == ENOSPC || number == EDQUOT
        let reason = String(cString: strerror(number))
        return JournalError(isFull ? .full : .disk, "\(operation) \(name): \(reason)", systemError: number)
    }
}
