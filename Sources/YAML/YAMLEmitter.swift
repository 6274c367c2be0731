/// Writes YAML in block style, as the Kubernetes tools lay it out: keys in the order given, the elements of a sequence
/// under the column of its key, no line wrapped.
public enum YAMLEmitter {
    /// The document of a value, ended by a line feed.
    public static func emit(_ value: Value) -> String {
        var writer = YAMLWriter()
        writer.document(value)
        return writer.text
    }

    /// A document anew, without its comments, anchors and tags.
    ///
    /// - Throws: a `Problem` for numbers that are not finite.
    public static func emit(_ document: Document) throws(Problem) -> String {
        emit(try document.root.value())
    }

    /// Several documents, parted by `---`.
    public static func emit(documents: some Sequence<Value>) -> String {
        documents.map(emit).joined(separator: "---\n")
    }
}

/// The text of one document as it grows.
private struct YAMLWriter {
    private(set) var text = ""

    mutating func document(_ value: Value) {
        switch value {
        case .object(let fields) where !fields.isEmpty: mapping(fields, indentation: 0, startsOnLine: false)
        case .array(let array) where !array.isEmpty: sequence(array, indentation: 0, startsOnLine: false)
        default:
            scalar(value, indentation: 0)
            text += "\n"
        }
    }

    /// With `startsOnLine`, the first entry stands behind the dash that is already written.
    private mutating func mapping(_ fields: Fields, indentation: Int, startsOnLine: Bool) {
        var isIndented = startsOnLine
        for (key, value) in fields {
            if !isIndented { indent(indentation) }
            isIndented = false
            self.key(key, indentation: indentation)
            switch value {
            case .object(let fields) where !fields.isEmpty:
                text += "\n"
                mapping(fields, indentation: indentation + 2, startsOnLine: false)
            case .array(let array) where !array.isEmpty:
                text += "\n"
                sequence(array, indentation: indentation, startsOnLine: false)
            default:
                text += " "
                scalar(value, indentation: indentation)
                text += "\n"
            }
        }
    }

    private mutating func sequence(_ array: [Value], indentation: Int, startsOnLine: Bool) {
        var isIndented = startsOnLine
        for element in array {
            if !isIndented { indent(indentation) }
            isIndented = false
            text += "- "
            switch element {
            case .object(let fields) where !fields.isEmpty:
                mapping(fields, indentation: indentation + 2, startsOnLine: true)
            case .array(let array) where !array.isEmpty:
                sequence(array, indentation: indentation + 2, startsOnLine: true)
            default:
                scalar(element, indentation: indentation)
                text += "\n"
            }
        }
    }

    private mutating func key(_ key: String, indentation: Int) {
        let written = YAMLString.oneLine(key)
        // A reader need not look further than 1024 characters for the colon.
        if written.utf8.count > 1000 {
            text += "? \(written)\n"
            indent(indentation)
            text += ":"
        } else {
            text += "\(written):"
        }
    }

    private mutating func scalar(_ value: Value, indentation: Int) {
        switch value {
        case .null: text += "null"
        case .bool(let bool): text += bool ? "true" : "false"
        case .int(let int): text += String(int)
        case .double(let double): text += YAMLWriter.number(double)
        case .string(let string):
            text += YAMLString.block(string, indentation: indentation + 2) ?? YAMLString.oneLine(string)
        case .array: text += "[]"
        case .object: text += "{}"
        }
    }

    private mutating func indent(_ indentation: Int) {
        text += String(repeating: " ", count: indentation)
    }

    /// A number that readers of 1.1, too, take for one: they want a point before an exponent.
    private static func number(_ double: Double) -> String {
        if double.isNaN { return ".nan" }
        if double.isInfinite { return double < 0 ? "-.inf" : ".inf" }
        let text = DecimalNumber.text(of: double)
        guard let exponent = text.firstIndex(of: "e"), !text.contains(".") else { return text }
        return text[..<exponent] + ".0" + text[exponent...]
    }
}
