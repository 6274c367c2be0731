import YAML

/// Goes through the fields of a mapping: names those that are unknown or written twice, leaves out those that are null.
struct ObjectReader {
    /// The value of the field that `next` found.
    private(set) var value: YAML.Node
    private var entries: YAML.Node.Entries
    private let table: FieldTable
    private let outerType: StaticString
    /// A bit for each field that was met.
    private var seen: UInt64 = 0

    /// Nil, with a problem noted, where the node is no mapping.
    @inline(never)
    init?(_ node: YAML.Node, _ table: FieldTable, _ context: inout DecodingContext) {
        guard node.kind == .mapping else {
            context.mismatch(node, expected: "object", goType: "v1.\(table.type)")
            return nil
        }
        value = node
        entries = node.entries
        self.table = table
        outerType = context.type
        context.type = table.type
    }

    /// The number of the next field; -1 at the end.
    @inline(never)
    mutating func next(_ context: inout DecodingContext) -> Int {
        while let (key, value) = entries.next() {
            guard let index = key.withUTF8({ table.find($0) }) else {
                context.unknownField(key, among: table.names)
                continue
            }
            let bit: UInt64 = 1 << UInt64(index)
            if seen & bit != 0 { context.duplicateField(key) }
            seen |= bit
            // The API server takes null for a field that is not there.
            if value.isNull { continue }
            self.value = value
            return index
        }
        context.type = outerType
        return -1
    }
}
