import Glibc

extension Files {
    /// Deletes a file or a directory with all that is in it. Follows no link and enters no other file system: what is
    /// mounted there is somebody's, and stays.
    ///
    /// Whoever made the tree may have meant harm: it takes the same few descriptors and the same stack however deep it
    /// is.
    static func removeTree(_ path: String) throws(ContainersError) {
        // Beneath what is no directory there is nothing either.
        if unlink(path) == 0 || errno == ENOENT || errno == ENOTDIR { return }
        guard errno == EISDIR || errno == EPERM else { throw failure("delete \(path)") }
        var removal = try TreeRemoval(path)
        defer { removal.leave() }
        try removal.empty()
        if rmdir(path) != 0 && errno != ENOENT { throw failure("delete \(path)") }
    }
}

/// A walk through a tree that deletes what it has passed: down by a name, up by `..`, one directory open at a time.
private struct TreeRemoval {
    private struct Step {
        var name: String
        /// The directory that it was entered from, to be found again.
        var parent: ino_t
    }

    private let root: String
    private let device: dev_t
    private var directory: OpaquePointer
    private var way: [Step] = []

    init(_ path: String) throws(ContainersError) {
        root = path
        directory = try Self.open(AT_FDCWD, path)
        device = try Self.identity(of: directory, path).device
    }

    func leave() { closedir(directory) }

    /// Deletes all that is beneath the root.
    mutating func empty() throws(ContainersError) {
        while true {
            if let name = try deleteEntries() {
                try enter(name)
            } else if let step = way.popLast() {
                try leave(step)
            } else {
                return
            }
        }
    }

    /// Deletes what can be deleted here. Returns a directory that isn't empty, to be gone into first.
    private func deleteEntries() throws(ContainersError) -> String? {
        rewinddir(directory)
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name == "." || name == ".." { continue }
            if unlinkat(dirfd(directory), name, 0) == 0 || errno == ENOENT { continue }
            guard errno == EISDIR || errno == EPERM else { throw Files.failure("delete \(name) in \(root)") }
            if unlinkat(dirfd(directory), name, AT_REMOVEDIR) == 0 || errno == ENOENT { continue }
            guard errno == ENOTEMPTY || errno == EEXIST else { throw Files.failure("delete \(name) in \(root)") }
            return name
        }
        return nil
    }

    private mutating func enter(_ name: String) throws(ContainersError) {
        let here = try Self.identity(of: directory, root)
        let next = try Self.open(dirfd(directory), name)
        guard try Self.identity(of: next, name).device == device else {
            closedir(next)
            throw ContainersError(.other, "delete \(name) in \(root): something is mounted there")
        }
        closedir(directory)
        directory = next
        way.append(Step(name: name, parent: here.number))
    }

    private mutating func leave(_ step: Step) throws(ContainersError) {
        let above = try Self.open(dirfd(directory), "..")
        closedir(directory)
        directory = above
        let found = try Self.identity(of: above, root)
        guard found.device == device, found.number == step.parent else {
            throw ContainersError(.other, "delete \(root): \(step.name) was moved meanwhile")
        }
        if unlinkat(dirfd(directory), step.name, AT_REMOVEDIR) != 0 && errno != ENOENT {
            throw Files.failure("delete \(step.name) in \(root)")
        }
    }

    private static func open(_ parent: Int32, _ name: String) throws(ContainersError) -> OpaquePointer {
        let file = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        try Files.check(file, "open \(name)")
        guard let directory = fdopendir(file) else {
            let error = Files.failure("read \(name)")
            close(file)
            throw error
        }
        return directory
    }

    private static func identity(of directory: OpaquePointer, _ name: String) throws(ContainersError)
        -> (device: dev_t, number: ino_t)
    {
        var status = stat()
        try Files.check(fstat(dirfd(directory), &status), "look at \(name)")
        return (status.st_dev, status.st_ino)
    }
}
