/// Finds entries with the same key.
enum DuplicateKeys {
    /// Two keys of one mapping, as indexes of records.
    struct Pair {
        var first: Int
        var second: Int
    }

    /// All duplicates among the suspects, in reading order. A key that stands three times makes two pairs.
    static func find(in document: Document, suspects: [Int]) -> [Pair] {
        suspects.sorted().flatMap { pairs(in: Node(document: document, index: $0)) }.sorted { $0.second < $1.second }
    }

    private static func pairs(in mapping: Node) -> [Pair] {
        var lastSeen: [String: Int] = [:]
        lastSeen.reserveCapacity(mapping.count)
        var pairs: [Pair] = []
        for (key, _) in mapping.entries where key.kind == .scalar {
            if let first = lastSeen.updateValue(key.index, forKey: key.text) {
                pairs.append(Pair(first: first, second: key.index))
            }
        }
        return pairs
    }
}

extension Document.DuplicateKey {
    init(_ pair: DuplicateKeys.Pair, in document: Document) {
        let key = Node(document: document, index: pair.second)
        self.init(
            path: key.path.description,
            key: key.text,
            first: document.position(at: pair.first),
            second: key.position
        )
    }

    /// The duplicate as a mistake of the user's.
    func problem(file: String?) -> Problem {
        Problem(
            file: file,
            position: second,
            path: path,
            message: "duplicate key \"\(key)\", first set at line \(first.line), column \(first.column)"
        )
    }
}
