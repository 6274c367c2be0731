public import Model
public import YAML

/// What one file states.
public struct ManifestContent: Sendable, Hashable {
    public struct Statement: Sendable, Hashable {
        public var key: ObjectKey
        /// As written: nothing is defaulted.
        public var object: Object
        /// The line on which its document begins.
        public var line: Int

        public init(key: ObjectKey, object: Object, line: Int) {
            self.key = key
            self.object = object
            self.line = line
        }
    }

    public var statements: [Statement]
    public var problems: [Problem]
    /// Whether the statements may take effect. A file takes effect whole or not at all: half of an edit could roll out
    /// a Deployment whose new ConfigMap is the half that can't be read.
    public var isUsable: Bool

    public init(statements: [Statement] = [], problems: [Problem] = [], isUsable: Bool = true) {
        self.statements = statements
        self.problems = problems
        self.isUsable = isUsable
    }
}

/// Reads the bytes of a file; `file` is its name for messages and tells JSON from YAML.
public typealias ManifestParser = @Sendable (_ bytes: [UInt8], _ file: String) -> ManifestContent
