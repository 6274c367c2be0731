extension Document {
    /// The tree of a value, for those who read trees. As cheap as a copy: no text is scanned for it. What stands in its
    /// buffer is no JSON, so that positions in it tell nothing.
    ///
    /// - Throws: where more is inside one another than a text may have.
    public convenience init(_ value: Value) throws(Problem) {
        var writer = ValueRecords()
        try writer.append(value)
        self.init(syntax: .json, file: nil, records: writer.builder.records, text: writer.text.array)
    }
}

/// Lays a value down as a document's records and the texts of its scalars.
private struct ValueRecords: ~Copyable {
    var builder = DocumentBuilder()
    var text = ByteBuffer(capacity: 2048)

    init() { builder.reserve(256) }

    mutating func append(_ value: Value) throws(Problem) {
        switch value {
        case .null: plain("null")
        case .bool(let bool): plain(bool ? "true" : "false")
        case .int(let int): plain(String(int))
        case .double(let double): plain(DecimalNumber.text(of: double))
        case .string(let string): append(string, isPlain: false)
        case .array(let elements):
            try open(.sequence)
            for element in elements { try append(element) }
            builder.close()
        case .object(let fields):
            try open(.mapping)
            for (key, value) in fields {
                append(key, isPlain: false)
                try append(value)
            }
            builder.close()
        }
    }

    private mutating func open(_ kind: Node.Kind) throws(Problem) {
        let limit = Limits.standard.depth
        guard builder.depth < limit else {
            throw Problem(message: "more than \(limit) objects and arrays inside one another")
        }
        builder.open(container(kind))
    }

    private mutating func plain(_ word: String) { append(word, isPlain: true) }

    private mutating func append(_ scalar: String, isPlain: Bool) {
        var record = container(.scalar)
        record.isPlain = isPlain
        var scalar = scalar
        scalar.withUTF8 { text.append($0) }
        record.count = UInt32(text.count) - record.offset
        builder.append(record)
    }

    private func container(_ kind: Node.Kind) -> Record {
        let offset = UInt32(text.count)
        return Record(kind: kind, offset: offset, place: Record.Place(lineOrOffset: offset))
    }
}
