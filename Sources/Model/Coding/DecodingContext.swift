public import YAML

/// What decoding collects on its way: mistakes, unknown fields, fields that Steady knows but does not honour.
public struct DecodingContext: Sendable {
    /// What becomes of a field that no type has.
    public enum UnknownFields: Sendable, Hashable {
        case fail, warn, ignore
    }

    /// How unknown and doubled fields are taken.
    public var unknownFields: UnknownFields
    /// Whether fields that are known but not honoured are noted; the journal's own records need no such notes.
    public var notesUnenforced: Bool
    /// All that was found, in the order of the text.
    public private(set) var problems: [Problem] = []
    /// Unknown and doubled fields in the API server's words: `unknown field "spec.replica"`.
    public private(set) var strictErrors: [String] = []
    /// The paths of fields that were stated and are not honoured; each once, without indexes.
    public private(set) var unenforced: [String] = []
    /// The type whose fields are being read, for messages.
    var type: StaticString = ""

    public init(unknownFields: UnknownFields = .fail, notesUnenforced: Bool = false) {
        self.unknownFields = unknownFields
        self.notesUnenforced = notesUnenforced
    }

    /// Whether anything was found that forbids to use the result.
    public var hasErrors: Bool { problems.contains { $0.severity == .error } }

    /// Notes a mistake.
    public mutating func error(_ node: YAML.Node, _ message: String) {
        problems.append(Problem(node, message: message))
    }

    public mutating func warning(_ node: YAML.Node, _ message: String) {
        problems.append(Problem(node, message: message, severity: .warning))
    }

    /// Notes a value of the wrong type: in JSON that comes from no file, a call's body, in the API server's words.
    mutating func mismatch(_ node: YAML.Node, expected: String, goType: String) {
        guard node.document.syntax == .json, node.document.file == nil else {
            // What is misplaced in a Secret may be the secret.
            let isSecret = node.kind == .scalar && "\(type)" == "Secret"
            return error(node, "expected \(expected), found \(isSecret ? "something else" : node.summary)")
        }
        let field = node.path.description.split(separator: ".").map { $0.prefix { $0 != "[" } }.joined(separator: ".")
        error(node, "json: cannot unmarshal \(node.jsonSort) into Go struct field \(type).\(field) of type \(goType)")
    }

    mutating func unknownField(_ key: YAML.Node, among names: [String]) {
        guard unknownFields != .ignore else { return }
        strictErrors.append("unknown field \"\(key.path)\"")
        let name = key.text
        let hint = NearestName.nearest(to: name, among: names).map { ", did you mean \"\($0)\"?" } ?? ""
        note(key, "unknown field \"\(name)\"\(hint)")
    }

    mutating func duplicateField(_ key: YAML.Node) {
        guard unknownFields != .ignore else { return }
        strictErrors.append("duplicate field \"\(key.path)\"")
        note(key, "duplicate field \"\(key.text)\"")
    }

    private mutating func note(_ key: YAML.Node, _ message: String) {
        if unknownFields == .fail { error(key, message) } else { warning(key, message) }
    }

    /// Notes that a field is stated which changes nothing. Stating its default is no reason for a note.
    mutating func noteUnenforced(_ node: YAML.Node, unless harmless: String? = nil) {
        guard notesUnenforced else { return }
        if let harmless, node.kind == .scalar, node.text == harmless { return }
        if node.kind != .scalar && node.count == 0 { return }
        let path = node.path.description.split(separator: "[").enumerated().map { index, part in
            index == 0 ? part : part.drop { $0 != "]" }.dropFirst()
        }.joined()
        if !unenforced.contains(path) { unenforced.append(path) }
    }

    /// A whole number of 32 bits.
    mutating func int32(_ node: YAML.Node) -> Int {
        guard let int = node.int64(), let small = Int32(exactly: int) else {
            mismatch(node, expected: "integer", goType: "int32")
            return 0
        }
        return Int(small)
    }

    mutating func int32s(_ node: YAML.Node) -> [Int] {
        guard node.kind == .sequence else {
            mismatch(node, expected: "list", goType: "[]int32")
            return []
        }
        return node.elements.map { int32($0) }
    }
}

extension YAML.Node {
    /// What stands here, for a message.
    var summary: String {
        switch kind {
        case .mapping: "an object"
        case .sequence: "a list"
        case .scalar: isNull ? "null" : isPlain ? text : "\"\(text)\""
        }
    }

    /// The sort of a JSON value, as Go's decoder names it.
    var jsonSort: String {
        switch kind {
        case .mapping: return "object"
        case .sequence: return "array"
        case .scalar: break
        }
        if !isPlain { return "string" }
        return bool() != nil ? "bool" : isNull ? "null" : "number"
    }
}
