/// A place in a text that a person wrote.
public struct Position: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The line, counted from 1.
    public var line: Int
    /// The column in Unicode scalars, counted from 1.
    public var column: Int

    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    public static func < (left: Position, right: Position) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }

    /// `line:column`, as compilers and editors write it.
    public var description: String { "\(line):\(column)" }
}

/// A user's mistake, as a value: where it stands and what is wrong with it.
public struct Problem: Error, Sendable, Hashable, CustomStringConvertible {
    public enum Severity: Sendable, Hashable {
        /// What was written cannot be accepted.
        case error
        /// What was written is accepted but will not do all that it says.
        case warning
    }

    /// The file as the reader named it; nil for input that has no name.
    public var file: String?
    /// Nil where the whole input is meant.
    public var position: Position?
    /// The place in the document (`spec.containers[0].name`); empty for the root and for syntax errors.
    public var path: String
    public var message: String
    public var severity: Severity

    public init(
        file: String? = nil,
        position: Position? = nil,
        path: String = "",
        message: String,
        severity: Severity = .error
    ) {
        self.file = file
        self.position = position
        self.path = path
        self.message = message
        self.severity = severity
    }

    /// A problem with one node of a document.
    public init(_ node: Node, message: String, severity: Severity = .error) {
        self.init(
            file: node.document.file,
            position: node.position,
            path: node.path.description,
            message: message,
            severity: severity
        )
    }

    /// `file:line:column: path: message`, leaving out what is not known; before it, of a warning, that it is one.
    public var description: String { (severity == .warning ? "warning: " : "") + placed }

    /// The same without a word of how grave it is.
    public var placed: String {
        let place = [file, position.map(\.description)].compactMap(\.self).joined(separator: ":")
        return [place, path, message].filter { !$0.isEmpty }.joined(separator: ": ")
    }
}
