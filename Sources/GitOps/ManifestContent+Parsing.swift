import Model
import YAML

extension ManifestContent {
    /// Reads what a file states; JSON where its name says so, YAML otherwise.
    ///
    /// A document of a kind that Steady lacks is a mistake that leaves the others in force; any other mistake leaves
    /// the whole file out.
    public static func parse(_ bytes: [UInt8], file: String) -> ManifestContent {
        var content = ManifestContent()
        for document in documents(bytes, file: file, &content) { content.add(document.root) }
        return content
    }

    private static func documents(_ bytes: [UInt8], file: String, _ content: inout ManifestContent) -> [Document] {
        guard file.hasSuffix(".json") else {
            let (documents, problems) = YAMLParser.parse(bytes, file: file)
            content.add(problems)
            return documents
        }
        do throws(Problem) {
            return [try JSONParser.parse(bytes, file: file)]
        } catch {
            content.add([error])
            return []
        }
    }

    private mutating func add(_ found: [Problem]) {
        problems += found
        if found.contains(where: { $0.severity == .error }) { isUsable = false }
    }

    private mutating func add(_ node: YAML.Node) {
        if node.isNull { return }
        if node["kind"]?.string() == "List", let items = node["items"] {
            for item in items.elements { add(item) }
            return
        }
        var context = DecodingContext(notesUnenforced: true)
        let object = Object.decode(node, &context)
        let isOfNoKind = object == nil && node["kind"] != nil
        if isOfNoKind { problems += context.problems } else { add(context.problems) }
        if !context.unenforced.isEmpty {
            let fields = context.unenforced.joined(separator: ", ")
            add([Problem(node, message: "known, but without effect as yet: \(fields)", severity: .warning)])
        }
        if let object, !context.hasErrors { add(object, at: node) }
    }

    private mutating func add(_ object: Object, at node: YAML.Node) {
        var key = object.key
        guard !key.name.isEmpty else {
            // A generated name would make a new object at each reading.
            add([
                Problem(
                    node["metadata"] ?? node,
                    message: "metadata.name: Required value: in a directory each object is known by its name"
                )
            ])
            return
        }
        if key.kind.isNamespaced, key.namespace.isEmpty { key.namespace = "default" }
        statements.append(Statement(key: key, object: object, line: node.position.line))
    }
}
