/// One column of the table in which a kind is listed.
public struct Column: Sendable, Hashable {
    public enum ValueType: String, Sendable {
        case string
        case integer
    }

    /// As the API names it (`Cluster-IP`); headings are in capitals.
    public var name: String
    public var type: ValueType
    /// `name` for the column that identifies the row, else empty.
    public var format: String
    public var description: String
    /// Shown only when the wide table is asked for.
    public var isWide: Bool

    static func text(_ name: String, _ description: String, wide: Bool = false) -> Column {
        Column(name: name, type: .string, format: "", description: description, isWide: wide)
    }

    static func number(_ name: String, _ description: String, wide: Bool = false) -> Column {
        Column(name: name, type: .integer, format: "", description: description, isWide: wide)
    }

    static let name = Column(
        name: "Name",
        type: .string,
        format: "name",
        description: "The object's name, unique among its kind in its namespace.",
        isWide: false
    )
    static let age = text("Age", "How long ago the object was made.")
}

/// What stands in one column of one row.
public enum Cell: Sendable, Hashable {
    case text(String)
    case number(Int)

    /// As the command line prints it.
    public var description: String {
        switch self {
        case .text(let text): text
        case .number(let number): String(number)
        }
    }
}

extension Cell: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self = .text(value) }
}
