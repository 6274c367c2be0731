extension Value {
    /// The value as JSON: on one line, or indented by four spaces as `kubectl -o json` prints it.
    public func json(pretty: Bool = false) -> String {
        guard pretty else {
            var writer = JSONWriter()
            writer.value(self)
            return writer.text
        }
        var text = ""
        appendPretty(to: &text, indentation: "")
        return text
    }

    /// The value with the keys of all its objects in alphabetical order, as kubectl prints them.
    public func sortingKeys() -> Value {
        switch self {
        case .array(let array): .array(array.map { $0.sortingKeys() })
        case .object(let fields):
            .object(Fields(fields.sorted().lazy.map { (key: $0.key, value: $0.value.sortingKeys()) }))
        default: self
        }
    }

    private func appendPretty(to text: inout String, indentation: String) {
        let inner = indentation + "    "
        switch self {
        case .array(let array) where !array.isEmpty:
            text += "["
            for (index, element) in array.enumerated() {
                text += (index == 0 ? "\n" : ",\n") + inner
                element.appendPretty(to: &text, indentation: inner)
            }
            text += "\n\(indentation)]"
        case .object(let fields) where !fields.isEmpty:
            text += "{"
            for (index, field) in fields.enumerated() {
                text += (index == 0 ? "\n" : ",\n") + inner + Value.string(field.key).json() + ": "
                field.value.appendPretty(to: &text, indentation: inner)
            }
            text += "\n\(indentation)}"
        default: text += json()
        }
    }
}
