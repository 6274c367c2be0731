import YAML

/// Schema files in, Swift files out.
struct Generator {
    private(set) var problems: [Problem] = []
    /// The contents of the generated files by name.
    private(set) var files: [String: String] = [:]

    /// `sources` are the contents of the schema files by name, without directory.
    init(sources: [String: [UInt8]]) {
        var reader = SchemaReader()
        for (name, bytes) in sources.sorted(by: { $0.key < $1.key }) {
            let (documents, problems) = YAMLParser.parse(bytes, file: name)
            self.problems += problems
            for document in documents { reader.read(document, file: Generator.stem(name)) }
        }
        reader.finish()
        problems += reader.problems
        if problems.isEmpty {
            write(reader.schema, sources.keys.sorted().map(Generator.stem))
        }
    }

    private mutating func write(_ schema: Schema, _ stems: [String]) {
        for stem in stems {
            file("\(stem).swift", from: "\(stem).yaml") { StructureWriter(schema: schema).write(stem, into: &$0) }
            file("\(stem)+Coding.swift", from: "\(stem).yaml", imports: ["public import YAML"]) {
                CodingWriter(schema: schema).write(stem, into: &$0)
            }
            file("\(stem)+Defaults.swift", from: "\(stem).yaml") {
                DefaultsWriter(schema: schema).write(stem, into: &$0)
            }
            file("\(stem)+Validation.swift", from: "\(stem).yaml") {
                ValidationWriter(schema: schema).write(stem, into: &$0)
            }
        }
        file("Kind.swift", from: "the schema files") { KindWriter(schema: schema).writeKinds(into: &$0) }
        file("Object.swift", from: "the schema files", imports: ["public import YAML"]) {
            KindWriter(schema: schema).writeObject(into: &$0)
        }
        file("SchemaTable.swift", from: "the schema files") { TableWriter(schema: schema).write(into: &$0) }
    }

    /// Adds a file, unless its body stays empty.
    private mutating func file(
        _ name: String,
        from source: String,
        imports: [String] = [],
        _ body: (inout SwiftText) -> Void
    ) {
        var header = "// Made by `make generate` from \(source): change that, not this.\n"
        if !imports.isEmpty { header += "\n" + imports.joined(separator: "\n") + "\n" }
        var text = SwiftText(header: header)
        body(&text)
        if text.text != header { files[name] = text.text }
    }

    private static func stem(_ name: String) -> String {
        String(name.prefix { $0 != "." })
    }
}
