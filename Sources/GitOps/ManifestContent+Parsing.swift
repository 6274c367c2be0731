public import Model
public import YAML

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

    /// The mistake of an object without a name: a generated one would make a new object at each reading.
    public static func missingName(of entry: Manifest.Entry) -> Problem? {
        guard entry.object.key.name.isEmpty else { return nil }
        return Problem(
            file: entry.node.document.file,
            position: entry.position(of: "metadata.name"),
            path: "metadata.name",
            message: "Required value: in a directory each object is known by its name"
        )
    }

    private mutating func add(_ entry: Manifest.Entry) {
        var key = entry.object.key
        if let problem = Self.missingName(of: entry) {
            problems.append(problem)
            isUsable = false
            return
        }
        if key.kind.isNamespaced, key.namespace.isEmpty { key.namespace = "default" }
        statements.append(Statement(key: key, object: entry.object, line: entry.node.position.line))
    }
}
