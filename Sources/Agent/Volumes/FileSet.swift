internal import Glibc

/// A directory of files that all change at once.
///
/// The files of one version lie in a hidden directory of their own; `..data` is a link to the present one, and each
/// name that is seen is a link through `..data`. Replacing that one link by a rename replaces them all.
struct FileSet {
    let path: String
    let group: UInt32?

    private static let data = "..data"

    func write(_ files: [VolumeFile]) throws(AgentError) {
        // Without a link there is no version yet.
        let present = try? String(linkAt: "\(path)/\(Self.data)")
        if let present, holds(files, in: "\(path)/\(present)") { return }

        let version = "..\(nextNumber(after: present))"
        let directory = "\(path)/\(version)"
        try removeTree(directory)
        try Directories.make(directory)
        for file in files { try write(file, in: directory) }
        try point(Self.data, to: version)
        try linkNames(of: files)
        try removeOthers(than: version, files)
    }

    private func nextNumber(after present: String?) -> Int {
        (present.flatMap { Int($0.dropFirst(2)) } ?? 0) + 1
    }

    // MARK: Comparing

    private func holds(_ files: [VolumeFile], in directory: String) -> Bool {
        guard Self.paths(beneath: directory) == files.map(\.path).sorted() else { return false }
        return files.allSatisfy { file in
            let path = "\(directory)/\(file.path)"
            var status = stat()
            guard stat(path, &status) == 0, status.st_mode & 0o777 == file.mode else { return false }
            return Self.read(path) == file.bytes
        }
    }

    private static func read(_ path: String) -> [UInt8]? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65536)
        while true {
            let count = Glibc.read(file, &buffer, buffer.count)
            guard count > 0 else { return count == 0 ? bytes : nil }
            bytes += buffer[..<count]
        }
    }

    /// The files beneath a directory, by their relative paths, sorted.
    private static func paths(beneath directory: String) -> [String] {
        var found: [String] = []
        for name in Self.names(in: directory) {
            if Directories.isDirectory("\(directory)/\(name)") {
                found += paths(beneath: "\(directory)/\(name)").map { "\(name)/\($0)" }
            } else {
                found.append(name)
            }
        }
        return found.sorted()
    }

    private static func names(in directory: String) -> [String] {
        guard let stream = opendir(directory) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    // MARK: Writing

    private func write(_ file: VolumeFile, in directory: String) throws(AgentError) {
        let target = "\(directory)/\(file.path)"
        if let slash = target.lastIndex(of: "/") { try Directories.make(String(target[..<slash])) }
        let descriptor = try check(open(target, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600), "make \(target)")
        defer { close(descriptor) }
        var rest = file.bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            rest = rest.dropFirst(try check(count, "write \(target)"))
        }
        if let group { try check(fchown(descriptor, 0, group), "give \(target) to group \(group)") }
        try check(fchmod(descriptor, file.mode), "set the mode of \(target)")
    }

    private func point(_ name: String, to target: String) throws(AgentError) {
        let temporary = "\(path)/..new"
        unlink(temporary)
        try check(symlink(target, temporary), "make a link in \(path)")
        try check(rename(temporary, "\(path)/\(name)"), "replace \(path)/\(name)")
    }

    /// Links for the first component of each path.
    private func linkNames(of files: [VolumeFile]) throws(AgentError) {
        for name in Self.firstComponents(of: files) {
            let target = "\(Self.data)/\(name)"
            // What is no link is replaced by one.
            if (try? String(linkAt: "\(path)/\(name)")) == target { continue }
            try point(name, to: target)
        }
    }

    private static func firstComponents(of files: [VolumeFile]) -> [String] {
        Set(files.compactMap { $0.path.split(separator: "/").first.map(String.init) }).sorted()
    }

    private func removeOthers(than version: String, _ files: [VolumeFile]) throws(AgentError) {
        let kept = Set(Self.firstComponents(of: files) + [Self.data, version])
        for name in Self.names(in: path) where !kept.contains(name) { try removeTree("\(path)/\(name)") }
    }

    private func removeTree(_ path: String) throws(AgentError) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return }
        if status.st_mode & S_IFMT == S_IFDIR {
            for name in Self.names(in: path) { try removeTree("\(path)/\(name)") }
            try check(rmdir(path), "remove \(path)")
        } else {
            try check(unlink(path), "remove \(path)")
        }
    }
}

extension String {
    /// What a symbolic link says.
    fileprivate init(linkAt path: String) throws(AgentError) {
        var buffer = [CChar](repeating: 0, count: 4096)
        let count = try check(readlink(path, &buffer, buffer.count), "read the link \(path)")
        self = String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
