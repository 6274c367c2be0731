/// Reads JSON, strictly as RFC 8259 has it.
public enum JSONParser {
    /// What becomes of a key that stands twice in one object.
    public enum DuplicateKeyPolicy: Sendable, Hashable {
        /// It is an error.
        case refused
        /// The last one counts, and the document lists them all in `duplicateKeys`.
        case lastWins
    }

    /// The tree of one JSON text. The document keeps the bytes.
    ///
    /// - Throws: the first mistake, with its position.
    public static func parse(
        _ bytes: [UInt8],
        file: String? = nil,
        limits: Limits = .standard,
        duplicateKeys policy: DuplicateKeyPolicy = .refused
    ) throws(Problem) -> Document {
        try parse(bytes, file: file, limits: limits, duplicateKeys: policy, precedingLines: 0)
    }

    static func parse(
        _ bytes: [UInt8],
        file: String?,
        limits: Limits,
        duplicateKeys policy: DuplicateKeyPolicy,
        precedingLines: Int
    ) throws(Problem) -> Document {
        guard bytes.count <= min(limits.documentBytes, limits.totalBytes) else {
            throw Problem(
                file: file,
                message: "\(bytes.count) bytes are more than the \(limits.documentBytes) that a document may have"
            )
        }
        let scanner: JSONScanner
        do {
            scanner = try bytes.withUnsafeBufferPointer { text throws(JSONScanner.Failure) in
                var scanner = JSONScanner(text, depthLimit: limits.depth)
                try scanner.run()
                return scanner
            }
        } catch {
            var position = Position(in: bytes, at: error.offset)
            position.line += precedingLines
            throw Problem(file: file, position: position, message: error.message)
        }
        let document = Document(
            syntax: .json,
            file: file,
            records: scanner.builder.records,
            text: scanner.unescaped.isEmpty ? bytes : bytes + scanner.unescaped,
            precedingLines: precedingLines
        )
        return try settleDuplicates(in: document, suspects: scanner.builder.suspects, policy: policy)
    }

    private static func settleDuplicates(
        in document: Document,
        suspects: [Int],
        policy: DuplicateKeyPolicy
    ) throws(Problem) -> Document {
        let pairs = DuplicateKeys.find(in: document, suspects: suspects)
        guard let pair = pairs.first else { return document }
        if policy == .refused { throw Document.DuplicateKey(pair, in: document).problem(file: document.file) }
        var rewriting = TreeRewriting(document, dropping: Set(pairs.map(\.first)))
        return document.replacing(
            records: rewriting.run(),
            duplicateKeys: pairs.prefix(Limits.problemsPerDocument).map { Document.DuplicateKey($0, in: document) }
        )
    }
}
