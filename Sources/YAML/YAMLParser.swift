internal import CYAML

/// Reads YAML: any number of documents in one text.
public enum YAMLParser {
    /// The documents of a text, and all mistakes found in it. A document with a mistake is left out; the others are
    /// there, also those behind it. Empty documents are skipped.
    ///
    /// UTF-8 and, with a byte order mark, UTF-16 are read. A document that is JSON is read as JSON.
    public static func parse(
        _ bytes: [UInt8],
        file: String? = nil,
        limits: Limits = .standard
    ) -> (documents: [Document], problems: [Problem]) {
        guard bytes.count <= limits.totalBytes else {
            let message = "\(bytes.count) bytes are more than the \(limits.totalBytes) that are read"
            return ([], [Problem(file: file, message: message)])
        }
        guard let text = TextEncoding.utf8(bytes) else {
            return ([], [Problem(file: file, message: "the text says that it is UTF-16 but is not")])
        }
        var parsing = Parsing(file: file, limits: limits)
        text.withUnsafeBufferPointer { text in
            for section in YAMLSections(text) { parsing.parse(section) }
        }
        return (parsing.documents, parsing.problems)
    }
}

/// The documents and mistakes found so far.
private struct Parsing {
    let file: String?
    let limits: Limits
    var documents: [Document] = []
    var problems: [Problem] = []

    mutating func parse(_ section: YAMLSections.Section) {
        if section.text.count > limits.documentBytes {
            let message = "a document of \(section.text.count) bytes; at most \(limits.documentBytes) are read"
            let start = Position(line: section.precedingLines + 1, column: 1)
            problems.append(Problem(file: file, position: start, message: message))
        } else if !parseJSON(section) {
            parseYAML(section)
        }
    }

    /// Reads a document that is JSON: faster, and with escapes that YAML lacks. False where it is something else.
    private mutating func parseJSON(_ section: YAMLSections.Section) -> Bool {
        let firstByte = section.text.first { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\n") }
        guard firstByte == UInt8(ascii: "{") else { return false }
        // What is not JSON may be YAML, whose parser then has the word.
        let document = try? JSONParser.parse(
            Array(section.text),
            file: file,
            limits: limits,
            duplicateKeys: .refused,
            precedingLines: section.precedingLines
        )
        guard let document else { return false }
        documents.append(document)
        return true
    }

    private mutating func parseYAML(_ section: YAMLSections.Section) {
        var composer = YAMLComposer(limits: limits)
        guard let events = YAMLEvents(section.text) else {
            problems.append(Problem(file: file, message: "out of memory"))
            return
        }
        do throws(YAMLEvents.Failure) {
            repeat {
                try events.advance()
                try composer.compose(events.event)
                if events.event.type == YAML_DOCUMENT_END_EVENT { finish(composer.finish(), in: section) }
            } while events.event.type != YAML_STREAM_END_EVENT
        } catch {
            let composition = composer.finish()
            report(composition.slips, in: document(composition, in: section))
            problems.append(Problem(error, in: section, file: file))
        }
    }

    /// Takes a document that was read to its end.
    private mutating func finish(_ composition: YAMLComposer.Composition, in section: YAMLSections.Section) {
        let document = document(composition, in: section)
        let duplicates = DuplicateKeys.find(in: document, suspects: composition.suspects)
        guard composition.slips.isEmpty, duplicates.isEmpty else {
            report(composition.slips, in: document)
            problems += duplicates.prefix(Limits.problemsPerDocument).map {
                Document.DuplicateKey($0, in: document).problem(file: file)
            }
            return
        }
        if document.root.isNull { return }
        guard document.hasMergeKeys else { return documents.append(document) }
        var rewriting = TreeRewriting(document)
        let merged = document.replacing(records: rewriting.run(), duplicateKeys: [])
        if rewriting.problems.isEmpty { documents.append(merged) } else { problems += rewriting.problems }
    }

    private func document(_ composition: YAMLComposer.Composition, in section: YAMLSections.Section) -> Document {
        Document(
            syntax: .yaml,
            file: file,
            records: composition.records,
            text: composition.text,
            precedingLines: section.precedingLines
        )
    }

    private mutating func report(_ slips: [YAMLComposer.Slip], in document: Document) {
        problems += slips.map { Problem(Node(document: document, index: $0.record), message: $0.message) }
    }
}

extension Document {
    fileprivate var hasMergeKeys: Bool {
        records.indices.contains { records[$0].count == 2 && Node(document: self, index: $0).isMergeKey }
    }
}
