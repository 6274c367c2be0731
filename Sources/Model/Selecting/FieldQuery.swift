/// Conditions on single fields: `metadata.name=web,status.phase!=Failed`.
public struct FieldQuery: Sendable, Hashable {
    public struct Requirement: Sendable, Hashable {
        public var field: String
        public var value: String
        public var isEqual: Bool

        public init(field: String, value: String, isEqual: Bool = true) {
            self.field = field
            self.value = value
            self.isEqual = isEqual
        }
    }

    public var requirements: [Requirement]

    public init(_ requirements: [Requirement] = []) {
        self.requirements = requirements
    }

    /// Reads conditions with `=`, `==` and `!=`. `\` keeps a comma, an equals sign or itself within a value.
    public init(_ text: String) throws(SelectorError) {
        requirements = []
        for part in FieldQuery.split(text, at: ",") where !part.isEmpty {
            let raw = String(part)
            guard let (field, value, isEqual) = FieldQuery.requirement(raw) else {
                throw SelectorError("invalid selector: '\(text)'; can't understand '\(raw)'")
            }
            requirements.append(Requirement(field: field, value: value, isEqual: isEqual))
        }
    }

    /// Whether all conditions hold; `field` gives the value of a field.
    public func matches(_ field: (String) -> String) -> Bool {
        requirements.allSatisfy { (field($0.field) == $0.value) == $0.isEqual }
    }

    /// The value that a field must have for anything to match; nil where the query doesn't say.
    public func required(_ field: String) -> String? {
        requirements.first { $0.field == field && $0.isEqual }?.value
    }

    private static func requirement(_ text: String) -> (field: String, value: String, isEqual: Bool)? {
        let letters = Array(text)
        var index = 0
        while index < letters.count {
            switch letters[index] {
            case "\\": index += 1
            case "!" where index + 1 < letters.count && letters[index + 1] == "=":
                return (String(letters[..<index]), unescaped(letters[(index + 2)...]), false)
            case "=":
                let length = index + 1 < letters.count && letters[index + 1] == "=" ? 2 : 1
                return (String(letters[..<index]), unescaped(letters[(index + length)...]), true)
            default: break
            }
            index += 1
        }
        return nil
    }

    private static func split(_ text: String, at separator: Character) -> [String] {
        var parts = [""]
        var isEscaped = false
        for letter in text {
            if letter == separator, !isEscaped {
                parts.append("")
            } else {
                parts[parts.count - 1].append(letter)
            }
            isEscaped = letter == "\\" && !isEscaped
        }
        return parts
    }

    private static func unescaped(_ letters: ArraySlice<Character>) -> String {
        var text = ""
        var isEscaped = false
        for letter in letters {
            if letter == "\\", !isEscaped {
                isEscaped = true
            } else {
                text.append(letter)
                isEscaped = false
            }
        }
        return text
    }
}
