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
            report(slipsOf: document(composer.finish(), in: section))
            problems.append(Problem(error, in: section, file: file))
        }
    }

    private func document(
        _ composition: YAMLComposer.Composition,
        in section: YAMLSections.Section
    ) -> (YAMLComposer.Composition, Document) {
        let document = Document(
            syntax: .yaml,
            file: file,
            records: composition.records,
            text: composition.text,
            precedingLines: section.precedingLines
        )
        return (composition, document)
    }

    private mutating func finish(_ composition: YAMLComposer.Composition, in section: YAMLSections.Section) {
        let (_, document) = document(composition, in: section)
        let duplicates = DuplicateKeys.find(in: document, suspects: composition.suspects)
        guard composition.slips.isEmpty, duplicates.isEmpty else {
            report(slipsOf: (composition, document))
            problems += duplicates.prefix(Limits.problemsPerDocument).map {
                Document.DuplicateKey($0, in: document).problem(file: file)
            }
            return
        }
        if document.root.isNull { return }
        var rewriting = TreeRewriting(document)
        guard document.hasMergeKeys else { return documents.append(document) }
        let merged = document.replacing(records: rewriting.run(), duplicateKeys: [])
        if rewriting.problems.isEmpty { documents.append(merged) } else { problems += rewriting.problems }
    }

    private mutating func report(slipsOf parsed: (YAMLComposer.Composition, Document)) {
        let (composition, document) = parsed
        problems += composition.slips.map { slip in
            Problem(Node(document: document, index: slip.record), message: slip.message)
        }
    }
}

extension Document {
    fileprivate var hasMergeKeys: Bool {
        records.indices.contains { records[$0].count == 2 && Node(document: self, index: $0).isMergeKey }
    }
}

extension Problem {
    fileprivate init(_ failure: YAMLEvents.Failure, in section: YAMLSections.Section, file: String?) {
        var position =
            switch failure.place {
            case .mark(let line, let column): Position(line: line + 1, column: column + 1)
            case .offset(let offset): Position(in: section.text, at: offset)
            }
        let message = failure.explained(by: section.text, at: position)
        position.line += section.precedingLines
        self.init(file: file, position: position, message: message)
    }
}

extension YAMLEvents.Failure {
    /// The message, put more plainly where a common slip is behind it.
    fileprivate func explained(by text: UnsafeBufferPointer<UInt8>, at position: Position) -> String {
        guard message.hasPrefix("found character that cannot start any token") else { return message }
        let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        guard position.line <= lines.count else { return message }
        let characters = String(decoding: lines[position.line - 1], as: UTF8.self).unicodeScalars
        guard let character = characters.dropFirst(position.column - 1).first else { return message }
        if character == "\t" { return "a tab can't indent YAML: use spaces" }
        return "a value can't begin with \(character) unless it stands in quotes"
    }
}
