import Model
import YAML

extension ManifestContent {
    /// Reads what a file states; JSON where its name says so, YAML otherwise.
    ///
    /// A document of a kind that Steady lacks is a mistake that leaves the others in force; any other mistake leaves
    /// the whole file out.
    public static func parse(_ bytes: [UInt8], file: String) -> ManifestContent {
        let manifest = ManifestReader().read(bytes, file: file)
        let errors = manifest.problems.count { $0.severity == .error }
        var content = ManifestContent(problems: manifest.problems, isUsable: errors == manifest.unknownKinds)
        for entry in manifest.entries { content.add(entry) }
        return content
    }

    private mutating func add(_ entry: Manifest.Entry) {
        var key = entry.object.key
        guard !key.name.isEmpty else {
            // A generated name would make a new object at each reading.
            let message = "Required value: in a directory each object is known by its name"
            let place = entry.position(of: "metadata.name")
            problems.append(
                Problem(file: entry.node.document.file, position: place, path: "metadata.name", message: message)
            )
            isUsable = false
            return
        }
        if key.kind.isNamespaced, key.namespace.isEmpty { key.namespace = "default" }
        statements.append(Statement(key: key, object: entry.object, line: entry.node.position.line))
    }
}
