import Cluster
import Controllers
import Glibc
import Model
import YAML

/// Files as the statement that the watched directory would make of them.
struct StatedFiles {
    private let paths: [String]
    private let namespace: String
    private let manifests: ManifestFiles

    /// - Throws: `Failure` where they can't be read; what is wrong in them has been told then.
    init(_ paths: [String], namespace: String) throws {
        self.paths = paths
        self.namespace = namespace
        manifests = try ManifestFiles.read(paths)
        try manifests.refuseProblems()
    }

    var statement: DirectoryStatement {
        get throws {
            let items = try manifests.objects.map { stated in
                DirectoryStatement.Item(
                    key: stated.key(inNamespace: namespace),
                    configuration: Array(try stated.configuration(inNamespace: namespace).json().utf8),
                    origin: Origin(path: path(stated.file), line: stated.entry.node.position.line)
                )
            }
            return DirectoryStatement(
                root: paths.joined(separator: ", "),
                changed: items,
                isComplete: isDirectory
            )
        }
    }

    /// What a directory does not state would be pruned; what single files don't, stays.
    private var isDirectory: Bool {
        var status = stat()
        return paths.count == 1 && stat(paths[0], &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// As the watched directory would name the file.
    private func path(_ file: String) -> String {
        guard isDirectory, file.hasPrefix(paths[0]) else { return file }
        return String(file.dropFirst(paths[0].utf8.count).drop { $0 == "/" })
    }
}
