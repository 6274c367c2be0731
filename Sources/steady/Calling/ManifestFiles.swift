import Glibc
import Model
import YAML

/// What files, directories and standard input state, for a command that is given them with `-f`.
struct ManifestFiles {
    /// An object, where it stands, and its words.
    struct Statement {
        var entry: Manifest.Entry
        var file: String

        var object: Object { entry.object }
        var place: String { "\(file):\(entry.node.position.line)" }

        /// As written, with a kind and a version where a bare definition has none, in a namespace where it names none.
        func configuration(inNamespace namespace: String) throws -> Value {
            var value = try entry.node.value()
            if entry.isBare {
                value = [
                    "apiVersion": .string(object.kind.apiVersion), "kind": .string(object.kind.name),
                    "metadata": ["name": .string(object.metadata.name)], "spec": value,
                ]
            }
            guard var fields = value.object else { return value }
            var metadata = fields["metadata"]?.object ?? [:]
            if object.kind.isNamespaced, metadata["namespace"] == nil {
                metadata["namespace"] = .string(key(inNamespace: namespace).namespace)
            }
            fields["metadata"] = .object(metadata)
            return .object(fields)
        }

        func key(inNamespace namespace: String) -> ObjectKey {
            let stated = object.metadata.namespace
            return ObjectKey(
                object.kind,
                namespace: object.kind.isNamespaced ? (stated.isEmpty ? namespace : stated) : "",
                name: object.metadata.name
            )
        }
    }

    private(set) var objects: [Statement] = []
    private(set) var problems: [Problem] = []
    private(set) var fileCount = 0

    /// Larger files are no manifests.
    private static let sizeLimit = 100 << 20
    private static let endings = [".yaml", ".yml", ".json"]

    /// With what breaks the rules of its kind, as the daemon would judge a new object.
    ///
    /// Not for what is applied: that may state a part of an object that is there.
    var allProblems: [Problem] {
        let broken = objects.flatMap { statement in
            var object = statement.object
            object.applyDefaults()
            return object.validate().map { error in
                Problem(
                    file: statement.file,
                    position: statement.entry.position(of: error.field),
                    path: error.field,
                    message: error.message
                )
            }
        }
        let start = Position(line: 0, column: 0)
        return (problems + broken).sorted { left, right in
            (left.file ?? "", left.position ?? start) < (right.file ?? "", right.position ?? start)
        }
    }

    var errors: [Problem] { problems.filter { $0.severity == .error } }
    var warnings: [Problem] { problems.filter { $0.severity == .warning } }

    /// Reads all of them, directories with all below; every mistake is collected.
    static func read(_ paths: [String]) throws -> ManifestFiles {
        var files = ManifestFiles()
        for path in paths {
            if path == "-" {
                files.add(try bytes(of: STDIN_FILENO, "standard input"), file: "-")
            } else {
                try files.readTree(path)
            }
        }
        return files
    }

    /// Tells the warnings; with mistakes nothing is done.
    func refuseProblems() throws {
        for problem in problems { Console.note("\(problem)") }
        guard errors.isEmpty else {
            throw Failure("\(errors.count) \(errors.count == 1 ? "mistake" : "mistakes") found; nothing was changed")
        }
    }

    private mutating func readTree(_ path: String) throws {
        var status = stat()
        guard stat(path, &status) == 0 else { throw Self.failure("read", path) }
        switch status.st_mode & S_IFMT {
        case S_IFDIR:
            for name in try Self.entries(of: path) { try readEntry(path.appendingPath(name)) }
        case S_IFREG:
            try readFile(path)
        default:
            throw Failure("read \(path): neither a file nor a directory")
        }
    }

    /// Below a directory only manifests count, and nothing that leads out of it.
    private mutating func readEntry(_ path: String) throws {
        var status = stat()
        guard lstat(path, &status) == 0 else { throw Self.failure("read", path) }
        switch status.st_mode & S_IFMT {
        case S_IFDIR:
            for name in try Self.entries(of: path) { try readEntry(path.appendingPath(name)) }
        case S_IFREG where Self.endings.contains(where: path.hasSuffix):
            try readFile(path)
        default:
            return
        }
    }

    private mutating func readFile(_ path: String) throws {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Self.failure("open", path) }
        defer { close(descriptor) }
        add(try Self.bytes(of: descriptor, path), file: path)
    }

    private mutating func add(_ bytes: [UInt8], file: String) {
        fileCount += 1
        let manifest = ManifestReader().read(bytes, file: file)
        problems += manifest.problems
        objects += manifest.entries.map { Statement(entry: $0, file: file) }
    }

    private static func entries(of directory: String) throws -> [String] {
        guard let stream = opendir(directory) else { throw failure("list", directory) }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted()
    }

    private static func bytes(of descriptor: Int32, _ name: String) throws -> [UInt8] {
        var all: [UInt8] = []
        while true {
            let chunk = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
                count = max(Glibc.read(descriptor, buffer.baseAddress, buffer.count), 0)
            }
            if chunk.isEmpty { return all }
            all += chunk
            guard all.count <= sizeLimit else { throw Failure("read \(name): longer than \(sizeLimit >> 20) MiB") }
        }
    }

    private static func failure(_ action: String, _ path: String) -> Failure {
        Failure("\(action) \(path): \(String(cString: strerror(errno)))")
    }
}

extension String {
    fileprivate func appendingPath(_ name: String) -> String {
        hasSuffix("/") ? self + name : "\(self)/\(name)"
    }
}
