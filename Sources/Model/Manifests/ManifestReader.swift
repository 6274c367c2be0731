public import YAML

/// What a file says.
public struct Manifest: Sendable {
    /// An object and where it was written.
    public struct Entry: Sendable {
        public var object: Object
        /// The mapping that the object was read from: its places are the origins of its fields.
        public var node: YAML.Node
        /// Whether this is a Marathon definition without `apiVersion` and `kind`: its fields are those of `spec`.
        public var isBare: Bool
        /// Fields of a bare definition that the group around it makes other than they are written.
        public var fieldsOfGroup: Fields = [:]

        /// Where a field stands, or what is nearest above it: for mistakes that are found later.
        public func position(of field: String) -> Position {
            let path = isBare && field.hasPrefix("spec.") ? String(field.dropFirst(5)) : field
            return node.nearest(to: path).position
        }
    }

    public var entries: [Entry] = []
    /// Mistakes and warnings, in the order of the text.
    public var problems: [Problem] = []

    /// How many documents are of a kind that Steady lacks; each is one of the errors, and says nothing of the others.
    public var unknownKinds = 0

    public var hasErrors: Bool { problems.contains { $0.severity == .error } }
}

/// Reads manifests: YAML or JSON, several documents, lists, Marathon's definitions.
public struct ManifestReader: Sendable {
    /// How fields are taken that no type has.
    public var unknownFields: DecodingContext.UnknownFields
    public var limits: Limits

    public init(unknownFields: DecodingContext.UnknownFields = .fail, limits: Limits = .standard) {
        self.unknownFields = unknownFields
        self.limits = limits
    }

    /// Reads the bytes of one file. A document with a mistake gives no object, and does not stop the others.
    public func read(_ bytes: [UInt8], file: String? = nil) -> Manifest {
        var manifest = Manifest()
        let (documents, problems) = parse(bytes, file: file)
        for document in documents { read(document.root, into: &manifest) }
        manifest.problems = (manifest.problems + problems).sorted { left, right in
            (left.position ?? Position(line: 0, column: 0)) < (right.position ?? Position(line: 0, column: 0))
        }
        return manifest
    }

    private func parse(_ bytes: [UInt8], file: String?) -> (documents: [Document], problems: [Problem]) {
        let isJSON = file?.hasSuffix(".json") ?? false
        guard isJSON else { return YAMLParser.parse(bytes, file: file, limits: limits) }
        if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }) { return ([], []) }
        do throws(Problem) {
            return ([try JSONParser.parse(bytes, file: file, limits: limits)], [])
        } catch {
            return ([], [error])
        }
    }

    private func read(_ node: YAML.Node, into manifest: inout Manifest) {
        if let items = listItems(node, &manifest) {
            for item in items { read(item, into: &manifest) }
            return
        }
        var context = DecodingContext(unknownFields: unknownFields, notesUnenforced: true)
        if isBareApp(node) {
            if AppGroup.isGroup(node) { return read(AppGroup(node, unknownFields: unknownFields), into: &manifest) }
            let app = App(bare: node, &context)
            add(Manifest.Entry(object: app.object, node: node, isBare: true), context, to: &manifest)
        } else if let object = Object.decode(node, &context) {
            add(Manifest.Entry(object: object, node: node, isBare: false), context, to: &manifest)
        } else {
            manifest.problems += context.problems
            if let kind = node["kind"]?.string(), !kind.isEmpty, Kind(rawValue: kind) == nil {
                manifest.unknownKinds += 1
            }
        }
    }

    /// All of a group or nothing: what one of its apps is like, others may rest on.
    private func read(_ group: AppGroup, into manifest: inout Manifest) {
        let isWrong = group.problems.contains { $0.severity == .error }
        let hasErrors = isWrong || group.apps.contains(where: \.context.hasErrors)
        manifest.problems += group.problems
        for app in group.apps { add(hasErrors ? nil : app.entry, app.context, to: &manifest) }
    }

    private func add(_ entry: Manifest.Entry?, _ context: DecodingContext, to manifest: inout Manifest) {
        manifest.problems += context.problems
        guard let entry else { return }
        if !context.hasErrors { manifest.entries.append(entry) }
        if !context.unenforced.isEmpty {
            let (object, node) = (entry.object, entry.node)
            let fields = context.unenforced.joined(separator: ", ")
            let message = "\(object.kind) \(object.metadata.name): Steady knows but does not honour yet: \(fields)"
            manifest.problems.append(
                Problem(file: node.document.file, position: node.position, message: message, severity: .warning)
            )
        }
    }

    /// The elements of a `List`, or of a list of one kind; nil where this is something else.
    private func listItems(_ node: YAML.Node, _ manifest: inout Manifest) -> YAML.Node.Elements? {
        if node.kind == .sequence, node.elements.contains(where: isBareApp) { return node.elements }
        guard let kind = node["kind"]?.string(), kind.hasSuffix("List"), let items = node["items"] else { return nil }
        if items.kind != .sequence, !items.isNull {
            manifest.problems.append(Problem(items, message: "expected list, found \(items.summary)"))
        }
        return items.elements
    }

    /// Marathon's own form of an app or a group: an `id` and no `kind`.
    private func isBareApp(_ node: YAML.Node) -> Bool {
        node.kind == .mapping && node["id"] != nil && node["kind"] == nil && node["apiVersion"] == nil
    }
}

extension App {
    /// Reads a Marathon definition: the mapping itself is the spec. Its id gives the name, a label the namespace.
    public init(bare node: YAML.Node, _ context: inout DecodingContext) {
        self.init()
        spec = AppSpec.decode(node, &context)
        metadata.name = AppID(spec.id).objectName
        metadata.namespace = spec.labels[App.namespaceLabel] ?? ""
    }
}
