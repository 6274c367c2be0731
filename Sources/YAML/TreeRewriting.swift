/// Copies a tree into one in which merge keys (`<<`) are carried out and dropped entries are gone.
struct TreeRewriting {
    private let document: Document
    /// The keys whose entries don't count, by record.
    private let dropped: Set<Int>
    private var records: [Record] = []
    private(set) var problems: [Problem] = []

    init(_ document: Document, dropping dropped: Set<Int> = []) {
        self.document = document
        self.dropped = dropped
        records.reserveCapacity(document.records.count)
    }

    /// The tree anew.
    mutating func run() -> [Record] {
        copy(document.root)
        return records
    }

    /// Recursive: the depth of a document is bounded when it is read.
    private mutating func copy(_ node: Node) {
        let start = records.count
        records.append(node.record)
        var count = 0
        switch node.kind {
        case .scalar: return
        case .sequence:
            for element in node.elements {
                copy(element)
                count += 1
            }
        case .mapping:
            count = node.entries.contains { $0.key.isMergeKey } ? copyMerging(node) : copyEntries(node)
        }
        records[start].count = UInt32(count)
        records[start].size = UInt32(records.count - start)
    }

    private mutating func copyEntries(_ mapping: Node) -> Int {
        var count = 0
        for (key, value) in mapping.entries where !dropped.contains(key.index) {
            copy(key)
            copy(value)
            count += 1
        }
        return count
    }

    /// The mapping's own entries win over merged ones; merged ones stand where the merge key stood.
    private mutating func copyMerging(_ mapping: Node) -> Int {
        var seen = Set(mapping.entries.lazy.filter { !$0.key.isMergeKey }.map(\.key.text))
        var count = 0
        for (key, value) in mapping.entries where !dropped.contains(key.index) {
            if key.isMergeKey {
                count += merge(value, seen: &seen)
            } else {
                copy(key)
                copy(value)
                count += 1
            }
        }
        return count
    }

    /// Copies the entries that are not there yet from what stands behind a merge key; of several, the first wins.
    private mutating func merge(_ source: Node, seen: inout Set<String>) -> Int {
        switch source.kind {
        case .mapping:
            return mergeEntries(of: source, seen: &seen)
        case .sequence where source.elements.allSatisfy { $0.kind == .mapping }:
            return source.elements.reduce(0) { count, element in count + mergeEntries(of: element, seen: &seen) }
        default:
            problems.append(Problem(source, message: "a merge key (<<) wants a mapping or a list of mappings"))
            return 0
        }
    }

    private mutating func mergeEntries(of source: Node, seen: inout Set<String>) -> Int {
        var count = 0
        for (key, value) in source.entries where !key.isMergeKey && seen.insert(key.text).inserted {
            copy(key)
            copy(value)
            count += 1
        }
        for (key, value) in source.entries where key.isMergeKey {
            count += merge(value, seen: &seen)
        }
        return count
    }
}

extension Node {
    /// An unquoted `<<` as a key of YAML.
    var isMergeKey: Bool { isPlain && document.syntax == .yaml && hasText("<<") }
}
