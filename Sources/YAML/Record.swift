/// One node of a document's flat tree. A container is followed by its children's records, a mapping's as key, value,
/// key, value.
@usableFromInline
struct Record: Sendable {
    @usableFromInline var kind: Node.Kind
    var tag: Tag = .none
    /// An unquoted scalar of YAML; in JSON whatever is not a string.
    @usableFromInline var isPlain = false
    /// Where a scalar's text begins among the document's.
    @usableFromInline var offset: UInt32 = 0
    /// The length of a scalar's text in bytes; the number of a mapping's entries or of a sequence's elements.
    @usableFromInline var count: UInt32 = 0
    /// How many records the node takes, its own included.
    @usableFromInline var size: UInt32 = 1
    var place: Place

    /// Where the node stands: in YAML a line and a column, both from 0; in JSON an offset in bytes, from which the line
    /// is counted when somebody asks.
    struct Place {
        var lineOrOffset: UInt32
        var column: UInt32 = 0
    }

    /// The tags that a node may bear. Others are refused when they are read.
    enum Tag: UInt8 {
        case none, string, int, float, bool, null, timestamp, mapping, sequence

        /// The tag as a user would write it.
        var name: String? {
            switch self {
            case .none: nil
            case .string: "!!str"
            case .int: "!!int"
            case .float: "!!float"
            case .bool: "!!bool"
            case .null: "!!null"
            case .timestamp: "!!timestamp"
            case .mapping: "!!map"
            case .sequence: "!!seq"
            }
        }
    }
}
