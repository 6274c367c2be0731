import Glibc

@testable import GitOps

/// A directory of one test, removed with all that lies in it when the test is over.
final class TemporaryDirectory: Sendable {
    let path: String

    init() {
        path = "/tmp/steady-gitops-\(getpid())-\(UInt64.random(in: 0...UInt64.max))"
        mkdir(path, 0o755)
    }

    deinit {
        Self.removeAll(path)
    }

    func absolute(_ name: String) -> String { path + "/" + name }

    func makeDirectory(_ name: String) {
        mkdir(absolute(name), 0o755)
    }

    /// Writes in place, as `echo > file` does.
    func write(_ text: String, to name: String) {
        let file = open(absolute(name), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        defer { close(file) }
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            if count <= 0 { return }
            bytes = bytes.dropFirst(count)
        }
    }

    /// Writes beside it and renames over it, as careful editors do.
    func replace(_ name: String, with text: String) {
        write(text, to: name + ".new~")
        move(name + ".new~", to: name)
    }

    func move(_ name: String, to other: String) {
        rename(absolute(name), absolute(other))
    }

    func link(_ name: String, to target: String) {
        symlink(target, absolute(name))
    }

    func remove(_ name: String) {
        Self.removeAll(absolute(name))
    }

    func tree() throws -> DiskTree {
        try DiskTree(root: path)
    }

    private static func removeAll(_ path: String) {
        removeAll(Array(path.utf8CString))
    }

    /// By bytes, since names need not be text.
    private static func removeAll(_ path: [CChar]) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return }
        guard status.st_mode & S_IFMT == S_IFDIR else {
            unlink(path)
            return
        }
        if let stream = opendir(path) {
            var names: [[CChar]] = []
            while let entry = readdir(stream) {
                let name = withUnsafeBytes(of: &entry.pointee.d_name) { raw in
                    raw.prefix { $0 != 0 }.map { CChar(bitPattern: $0) }
                }
                if name != [46] && name != [46, 46] { names.append(name) }
            }
            closedir(stream)
            for name in names { removeAll(path.dropLast() + [47] + name + [0]) }
        }
        rmdir(path)
    }
}
