import GitOps
import Glibc
import YAML

extension ManifestFiles {
    /// Reads all of them, directories as the daemon reads the one that it watches; every mistake is collected.
    ///
    /// - Throws: `Failure` for a path that can't be read at all.
    static func read(_ paths: [String]) throws -> ManifestFiles {
        var files = ManifestFiles()
        for path in paths {
            if path == "-" {
                files.add(try bytes(of: STDIN_FILENO, "standard input"), file: "-")
            } else {
                try files.read(path)
            }
        }
        return files
    }

    private mutating func read(_ path: String) throws {
        var status = stat()
        guard stat(path, &status) == 0 else { throw Self.failure("read", path) }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: try readDirectory(path)
        // A FIFO is what a shell makes of `-f <(command)`.
        case S_IFREG, S_IFIFO: try readFile(path)
        default: throw Failure("read \(path): neither a file nor a directory")
        }
    }

    private mutating func readDirectory(_ root: String) throws {
        let tree: DiskTree
        do {
            tree = try DiskTree(root: root)
        } catch {
            throw Failure("read \(root): \(error)")
        }
        let scan = DirectoryScan(tree)
        for (path, found) in scan.notes.sorted(by: { $0.key < $1.key }) {
            let severity: Problem.Severity = found.isError ? .error : .warning
            note(Problem(file: Self.join(root, path), message: found.message, severity: severity))
        }
        for (path, file) in scan.files.sorted(by: { $0.key < $1.key }) {
            do {
                add(try tree.read(file.source, limit: DirectoryReading.sizeLimit).bytes, file: Self.join(root, path))
            } catch {
                note(Problem(file: Self.join(root, path), message: error.ofManifest))
            }
        }
    }

    private mutating func readFile(_ path: String) throws {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Self.failure("open", path) }
        defer { close(descriptor) }
        add(try Self.bytes(of: descriptor, path), file: path)
    }

    private static func bytes(of descriptor: Int32, _ name: String) throws -> [UInt8] {
        var all: [UInt8] = []
        while true {
            var code: Int32 = 0
            let chunk = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
                let got = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
                code = got < 0 ? errno : 0
                count = max(got, 0)
            }
            if code == EINTR { continue }
            guard code == 0 else { throw Failure("read \(name): \(String(cString: strerror(code)))") }
            if chunk.isEmpty { return all }
            all += chunk
            guard all.count <= DirectoryReading.sizeLimit else {
                throw Failure("read \(name): longer than \(DirectoryReading.sizeLimit >> 20) MiB")
            }
        }
    }

    private static func join(_ root: String, _ path: TreePath) -> String {
        if path == .root { return root }
        return root.hasSuffix("/") ? "\(root)\(path)" : "\(root)/\(path)"
    }

    private static func failure(_ action: String, _ path: String) -> Failure {
        Failure("\(action) \(path): \(String(cString: strerror(errno)))")
    }
}
