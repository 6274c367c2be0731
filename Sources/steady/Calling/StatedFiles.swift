import Cluster
import Controllers
import Glibc
import Model
import YAML

/// Files as what the watched directory would make of them.
struct StatedFiles {
    struct Item {
        var key: ObjectKey
        /// As the watched directory would name the file.
        var path: String
        var line: Int
        var manifest: Value
    }

    let root: String
    /// What a directory does not state would be pruned; what single files don't, stays.
    let isComplete: Bool
    let items: [Item]

    /// - Throws: `Failure` where they can't be read; what is wrong in them has been told then.
    init(_ paths: [String], namespace: String) throws {
        let manifests = try ManifestFiles.read(paths)
        try manifests.refuseProblems()
        let directory = Self.directory(paths)
        root = paths.joined(separator: ", ")
        isComplete = directory != nil
        items = try manifests.objects.map { stated in
            Item(
                key: stated.key(inNamespace: namespace),
                path: Self.path(stated.file, in: directory),
                line: stated.entry.node.position.line,
                manifest: try stated.configuration(inNamespace: namespace)
            )
        }
    }

    var statement: DirectoryStatement {
        let changed = items.map { item in
            DirectoryStatement.Item(
                key: item.key,
                configuration: Array(item.manifest.json().utf8),
                origin: Origin(path: item.path, line: item.line)
            )
        }
        return DirectoryStatement(root: root, changed: changed, isComplete: isComplete)
    }

    /// Nil for files.
    private static func directory(_ paths: [String]) -> String? {
        var status = stat()
        guard paths.count == 1, stat(paths[0], &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return nil }
        return paths[0]
    }

    private static func path(_ file: String, in directory: String?) -> String {
        guard let directory, file.hasPrefix(directory) else { return file }
        return String(file.dropFirst(directory.count).drop { $0 == "/" })
    }
}
