/// Writes `Kind` and `Object`: one case for each kind there is.
struct KindWriter {
    let schema: Schema

    private var kinds: [StructureSchema] { schema.structures.filter { $0.kind != nil }.sorted { $0.name < $1.name } }

    func writeKinds(into text: inout SwiftText) {
        text.line()
        text.document("The kinds of objects that Steady has.")
        text.block("public enum Kind: String, CaseIterable, Sendable, Hashable") { text in
            for kind in kinds {
                text.document(kind.description)
                text.line("case \(kind.name.caseName) = \(kind.name.quoted)")
            }
        }
        text.line()
        text.block("extension Kind") { text in
            fact("group", "String", "Empty for the core group.", { $0.group.quoted }, &text)
            fact("version", "String", "", { $0.version.quoted }, &text)
            fact("apiVersion", "String", "`v1`, `apps/v1`.", { KindWriter.apiVersion($0).quoted }, &text)
            fact("plural", "String", "`pods`, as it stands in paths.", { $0.plural.quoted }, &text)
            fact("singular", "String", "`pod`, as users may write it.", { $0.singular.quoted }, &text)
            fact("isNamespaced", "Bool", "", { "\($0.isNamespaced)" }, &text)
            fact("shortNames", "[String]", "`po`, as users may write it.", { list($0.shortNames) }, &text)
            fact(
                "categories",
                "[String]",
                "The groups under which `get` finds it: `all`.",
                { list($0.categories) },
                &text
            )
            fact("subresources", "[String]", "`status`, `scale`, ...", { list($0.subresources) }, &text)
        }
    }

    private static func apiVersion(_ kind: KindSchema) -> String {
        kind.group.isEmpty ? kind.version : "\(kind.group)/\(kind.version)"
    }

    private func list(_ items: [String]) -> String { "[" + items.map(\.quoted).joined(separator: ", ") + "]" }

    /// One property of all kinds: a literal for each, so that asking costs nothing.
    private func fact(
        _ name: String,
        _ type: String,
        _ description: String,
        _ value: (KindSchema) -> String,
        _ text: inout SwiftText
    ) {
        if name != "group" { text.line() }
        text.document(description)
        text.block("public var \(name): \(type)") { text in
            text.line("switch self {")
            for structure in kinds {
                guard let kind = structure.kind else { continue }
                text.branch(".\(structure.name.caseName)", value(kind))
            }
            text.line("}")
        }
    }

    // MARK: Objects

    func writeObject(into text: inout SwiftText) {
        text.line()
        text.document("An object of any kind. A copy is a few retains: what is large stands on the heap and is shared.")
        text.block("public enum Object: Sendable, Hashable") { text in
            for kind in kinds {
                text.document(kind.description)
                text.line("\(isSmall(kind) ? "" : "indirect ")case \(kind.name.caseName)(\(kind.name))")
            }
        }
        text.line()
        text.block("extension Object") { text in
            text.document("Stands for an object that is being changed elsewhere; takes no memory.")
            text.line("private static var vacant: Object { .namespace(Namespace()) }")
            text.line()
            writeIdentity(into: &text)
            writeInitializers(into: &text)
            writeVisits(into: &text)
        }
        for kind in kinds { conversion(kind, &text) }
    }

    private func writeIdentity(into text: inout SwiftText) {
        text.block("public var kind: Kind") { each(into: &$0) { ".\($0.name.caseName)" } }
        text.line()
        text.document("Which object it is.")
        text.block("public var key: ObjectKey") { each(into: &$0) { _ in "resource.key" } }
        text.line()
        text.document("The object as what all kinds have in common.")
        text.block("public var resource: any Resource") { each(into: &$0) { _ in "resource" } }
        text.line()
        text.block("public var metadata: ObjectMeta") { text in
            text.line("// It stands in a box that the object holds, whichever it is.")
            text.block("unsafeAddress") { each(into: &$0) { _ in "resource.metadataBox.address" } }
            text.block("_modify") { modifyEach("yield &resource.metadata", into: &$0) }
        }
        text.line()
    }

    private func writeInitializers(into text: inout SwiftText) {
        text.document("An object without any field set.")
        text.block("public init(empty kind: Kind)") { text in
            make(into: &text) { "\($0.name)()" }
        }
        text.line()
        text.document("Reads a mapping that is known to be of a kind; mistakes are collected in the context.")
        text.block("public init(_ kind: Kind, _ node: YAML.Node, _ context: inout DecodingContext)") { text in
            make(into: &text) { "\($0.name).decode(node, &context)" }
        }
        text.line()
    }

    private func writeVisits(into text: inout SwiftText) {
        text.block("public func encode(to writer: inout JSONWriter)") { text in
            each(into: &text) { _ in "resource.encode(to: &writer)" }
        }
        text.line()
        text.block("func validate(_ validation: inout Validation)") { text in
            each(into: &text) { _ in "resource.validate(&validation)" }
        }
        text.line()
        text.document("Gives fields that are absent the values that the API gives them.")
        text.block("public mutating func applyDefaults()") { modifyEach("resource.applyDefaults()", into: &$0) }
    }

    // MARK: One branch for each kind

    /// An expression for each kind, which may speak of the object as `resource`.
    private func each(into text: inout SwiftText, _ body: (StructureSchema) -> String) {
        branches(over: "self", into: &text) { kind in
            let result = body(kind)
            let binding = result.contains("resource") ? "(let resource)" : ""
            return ["case .\(kind.name.caseName)\(binding): \(result)"]
        }
    }

    /// A statement that changes the object, which it calls `resource`. Nobody else holds the resource meanwhile, so
    /// that it is changed where it is.
    private func modifyEach(_ statement: String, into text: inout SwiftText) {
        branches(over: "self", into: &text) { kind in
            [
                "case .\(kind.name.caseName)(var resource):", "    self = .vacant",
                "    defer { self = .\(kind.name.caseName)(resource) }", "    \(statement)",
            ]
        }
    }

    /// An object of the kind that is asked for.
    private func make(into text: inout SwiftText, _ value: (StructureSchema) -> String) {
        branches(over: "kind", into: &text) { kind in
            ["case .\(kind.name.caseName): self = .\(kind.name.caseName)(\(value(kind)))"]
        }
    }

    private func branches(over subject: String, into text: inout SwiftText, _ lines: (StructureSchema) -> [String]) {
        text.line("switch \(subject) {")
        for kind in kinds {
            for line in lines(kind) { text.line(line) }
        }
        text.line("}")
    }

    private func conversion(_ kind: StructureSchema, _ text: inout SwiftText) {
        text.line()
        text.block("extension \(kind.name)") { text in
            text.line("public var object: Object { .\(kind.name.caseName)(self) }")
            text.line()
            text.block("public init?(_ object: Object)") { text in
                text.line("guard case .\(kind.name.caseName)(let resource) = object else { return nil }")
                text.line("self = resource")
            }
        }
    }

    /// Whether a kind holds only metadata, spec and status, each of them one pointer.
    private func isSmall(_ kind: StructureSchema) -> Bool {
        kind.fields.allSatisfy { $0.shape == .single && (schema[$0.type]?.isBoxed ?? false) }
    }
}
