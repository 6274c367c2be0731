/// One document: an immutable flat tree that knows where each of its parts stands. All nodes are in one array in
/// reading order, all text in one buffer; to read it costs no allocation but for the strings that are asked for.
public final class Document: Sendable {
    public enum Syntax: Sendable, Hashable {
        case yaml, json
    }

    /// Two entries of one mapping with the same key.
    public struct DuplicateKey: Sendable, Hashable {
        /// The key's path, as Kubernetes writes it (`spec.replicas`).
        public var path: String
        public var key: String
        public var first: Position
        public var second: Position

        public init(path: String, key: String, first: Position, second: Position) {
            self.path = path
            self.key = key
            self.first = first
            self.second = second
        }
    }

    /// How scalars are to be understood.
    public let syntax: Syntax
    /// The file that the document came from, as the reader named it.
    public let file: String?
    /// The keys that a lenient reader met twice, the first hundred of them; the last one of each counts and is the one
    /// in the tree.
    public let duplicateKeys: [DuplicateKey]

    // Open to be inlined, with what reads them: decoders do it in their innermost loops.
    @usableFromInline let records: [Record]
    @usableFromInline let text: [UInt8]
    /// The lines that stand before the document in its file.
    let precedingLines: Int

    init(
        syntax: Syntax,
        file: String?,
        records: [Record],
        text: [UInt8],
        precedingLines: Int = 0,
        duplicateKeys: [DuplicateKey] = []
    ) {
        self.syntax = syntax
        self.file = file
        self.records = records
        self.text = text
        self.precedingLines = precedingLines
        self.duplicateKeys = duplicateKeys
    }

    /// The node that holds all others.
    public var root: Node { Node(document: self, index: 0) }

    /// The same text under another tree.
    func replacing(records: [Record], duplicateKeys: [DuplicateKey]) -> Document {
        Document(
            syntax: syntax,
            file: file,
            records: records,
            text: text,
            precedingLines: precedingLines,
            duplicateKeys: duplicateKeys
        )
    }

    func position(at index: Int) -> Position {
        let place = records[index].place
        switch syntax {
        case .yaml:
            return Position(line: precedingLines + Int(place.lineOrOffset) + 1, column: Int(place.column) + 1)
        case .json:
            var position = Position(in: text, at: Int(place.lineOrOffset))
            position.line += precedingLines
            return position
        }
    }

    /// The way from the root to a node. It is searched, not stored: paths are wanted for messages alone.
    func path(to target: Int) -> FieldPath {
        var path = FieldPath()
        var node = root
        while node.index != target, let step = node.step(towards: target) {
            path = step.path(from: path)
            node = step.node
        }
        return path
    }
}

extension Position {
    /// The position of a byte in a text of UTF-8. Linear in the offset.
    init(in text: some RandomAccessCollection<UInt8>, at offset: Int) {
        self.init(line: 1, column: 1)
        for byte in text.prefix(offset) {
            if byte == UInt8(ascii: "\n") {
                line += 1
                column = 1
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
        }
    }
}
