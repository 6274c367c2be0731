extension Value {
    /// A subtree as untyped data. Unquoted scalars of YAML are resolved as the Kubernetes tools resolve them (`yes` is
    /// true, `0x1F` is 31, `2024-01-01` a string).
    ///
    /// - Throws: a `Problem` for `.inf`, `.nan` and numbers beyond a double's range, which JSON can't say.
    public init(_ node: Node) throws(Problem) {
        switch node.kind {
        case .scalar:
            self = try Value.scalar(node)
        case .sequence:
            var array: [Value] = []
            array.reserveCapacity(node.count)
            for element in node.elements { array.append(try Value(element)) }
            self = .array(array)
        case .mapping:
            // A document's keys differ, so that none has to be looked for.
            var fields = Fields()
            fields.reserveCapacity(node.count)
            for (key, value) in node.entries { fields.append(key.text, try Value(value)) }
            self = .object(fields)
        }
    }

    private static func scalar(_ node: Node) throws(Problem) -> Value {
        switch node.plainMeaning {
        case nil, .string?: return .string(node.text)
        case .null?: return .null
        case .bool(let bool)?: return .bool(bool)
        case .int(let int)?: return .int(int)
        case .double(let double)? where double.isFinite: return .double(double)
        case .double?: throw Problem(node, message: "\(node.text) is not a finite number")
        }
    }

    /// The value of one JSON text.
    public static func parse(json: [UInt8], file: String? = nil) throws(Problem) -> Value {
        try Value(JSONParser.parse(json, file: file).root)
    }

    public static func parse(json: String) throws(Problem) -> Value {
        try parse(json: Array(json.utf8))
    }

    /// The value of a text of exactly one YAML document; null for an empty one.
    public static func parse(yaml: String, file: String? = nil) throws(Problem) -> Value {
        let (documents, problems) = YAMLParser.parse(Array(yaml.utf8), file: file)
        if let problem = problems.first { throw problem }
        guard documents.count <= 1 else {
            throw Problem(documents[1].root, message: "only one document is wanted here")
        }
        return try documents.first.map { document throws(Problem) in try Value(document.root) } ?? .null
    }
}

extension Node {
    /// The whole subtree as untyped data; see `Value.init(_:)`.
    public func value() throws(Problem) -> Value { try Value(self) }

    /// What an unquoted scalar means where no type is wanted; nil for quoted ones.
    var plainMeaning: PlainScalar? {
        let record = record
        guard record.isPlain else { return nil }
        if record.tag == .null { return .null }
        return withUTF8 { text in
            guard document.syntax == .json else { return PlainScalar(text) }
            switch text.first {
            case UInt8(ascii: "t"): return .bool(true)
            case UInt8(ascii: "f"): return .bool(false)
            case UInt8(ascii: "n"): return .null
            default: return Node.jsonNumber(text)
            }
        }
    }
}
