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
            text.document("What discovery says of the kind.")
            text.block("var facts: KindFacts") { text in
                text.line("switch self {")
                for kind in kinds { facts(kind, &text) }
                text.line("}")
            }
        }
    }

    private func facts(_ structure: StructureSchema, _ text: inout SwiftText) {
        guard let kind = structure.kind else { return }
        func list(_ items: [String], breaking: Bool = false) -> String {
            let row = items.map(\.quoted).joined(separator: ", ")
            guard breaking, row.count > 80 else { return "[\(row)]" }
            let indent = "\n" + String(repeating: " ", count: 20)
            return "[" + items.map { indent + $0.quoted + "," }.joined() + indent.dropLast(4) + "]"
        }
        text.line("case .\(structure.name.caseName):")
        text.line("    KindFacts(")
        text.line("        group: \(kind.group.quoted),")
        text.line("        version: \(kind.version.quoted),")
        text.line("        plural: \(kind.plural.quoted),")
        text.line("        singular: \(kind.singular.quoted),")
        text.line("        shortNames: \(list(kind.shortNames)),")
        text.line("        isNamespaced: \(kind.isNamespaced),")
        text.line("        categories: \(list(kind.categories)),")
        text.line("        subresources: \(list(kind.subresources, breaking: true))")
        text.line("    )")
    }

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
            text.block("public var kind: Kind") { each("kind", "\\.", into: &$0) { ".\($0)" } }
            text.line()
            text.document("The object as what all kinds have in common.")
            text.block("public var resource: any Resource") { each("resource", "", into: &$0) { _ in "resource" } }
            text.line()
            text.block("public var metadata: ObjectMeta") { text in
                text.block("get") { each("resource", "", into: &$0) { _ in "resource.metadata" } }
                text.block("set") { text in
                    text.line("switch self {")
                    for kind in kinds {
                        text.line("case .\(kind.name.caseName)(var resource):")
                        text.line("    resource.metadata = newValue")
                        text.line("    self = .\(kind.name.caseName)(resource)")
                    }
                    text.line("}")
                }
            }
            text.line()
            text.document("An object without any field set.")
            text.block("public init(empty kind: Kind)") { text in
                text.line("switch kind {")
                for kind in kinds {
                    text.line("case .\(kind.name.caseName): self = .\(kind.name.caseName)(\(kind.name)())")
                }
                text.line("}")
            }
            text.line()
            text.document("Reads a mapping that is known to be of a kind; mistakes are collected in the context.")
            text.block("public init(_ kind: Kind, _ node: YAML.Node, _ context: inout DecodingContext)") { text in
                text.line("switch kind {")
                for kind in kinds {
                    let name = kind.name.caseName
                    text.line("case .\(name): self = .\(name)(\(kind.name).decode(node, &context))")
                }
                text.line("}")
            }
            text.line()
            text.block("public func encode(to writer: inout JSONWriter)") { text in
                text.line("switch self {")
                for kind in kinds {
                    text.line("case .\(kind.name.caseName)(let resource): resource.encode(to: &writer)")
                }
                text.line("}")
            }
            text.line()
            text.block("func validate(_ validation: inout Validation)") { text in
                text.line("switch self {")
                for kind in kinds {
                    text.line("case .\(kind.name.caseName)(let resource): resource.validate(&validation)")
                }
                text.line("}")
            }
            text.line()
            text.document("Gives fields that are absent the values that the API gives them.")
            text.block("public mutating func applyDefaults()") { text in
                text.line("switch self {")
                for kind in kinds {
                    text.line("case .\(kind.name.caseName)(var resource):")
                    text.line("    resource.applyDefaults()")
                    text.line("    self = .\(kind.name.caseName)(resource)")
                }
                text.line("}")
            }
        }
        for kind in kinds { conversion(kind, &text) }
    }

    private func each(_ binding: String, _ prefix: String, into text: inout SwiftText, _ body: (String) -> String) {
        text.line("switch self {")
        for kind in kinds {
            let name = kind.name.caseName
            let result = body(name)
            let pattern = result.contains("resource") ? ".\(name)(let resource)" : ".\(name)"
            text.line("case \(pattern): \(result)")
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
