/// Reads the table of types that the generator writes.
enum SchemaReader {
    struct Contents: Sendable {
        var types: [String: SchemaType] = [:]
        var enumerations: [String: (values: [String], description: String)] = [:]
    }

    static func read(_ table: StaticString) -> Contents {
        var contents = Contents()
        var type: SchemaType?
        let text = String(describing: table)
        for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
            let halves = line.split(separator: UInt8(ascii: "\t"), maxSplits: 1)
            guard let facts = halves.first else { continue }
            let words = facts.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
            guard words.count >= 2 else { continue }
            let description = halves.count > 1 ? String(Substring(halves[1])) : ""
            switch words[0] {
            case "T":
                if let type { contents.types[type.name] = type }
                type = self.type(words.dropFirst(), description)
            case "F":
                type?.fields.append(field(words.dropFirst(), description))
            default:
                let values = words.dropFirst(2).first.map { $0.dropFirst("values=".count).split(separator: ",") } ?? []
                contents.enumerations[words[1]] = (values.map(String.init), description)
            }
        }
        if let type { contents.types[type.name] = type }
        return contents
    }

    private static func type(_ words: ArraySlice<String>, _ description: String) -> SchemaType {
        var type = SchemaType(name: words.first ?? "")
        type.description = description
        for word in words.dropFirst() {
            let (name, value) = split(word)
            switch name {
            case "package": type.package = value
            case "mapType": type.isAtomic = value == "atomic"
            default: break
            }
        }
        return type
    }

    private static func field(_ words: ArraySlice<String>, _ description: String) -> SchemaField {
        var field = SchemaField(name: words.first ?? "")
        field.description = description
        for word in words.dropFirst() { set(word, of: &field) }
        return field
    }

    private static func set(_ word: String, of field: inout SchemaField) {
        let (name, value) = split(word)
        switch name {
        case "type": field.type = value
        case "list": (field.shape, field.type) = (.list, value)
        case "map": (field.shape, field.type) = (.map, value)
        case "optional": field.isOptional = true
        case "required": field.isRequired = true
        case "within": field.within = Int(value)
        case "proto": field.number = Int(value)
        case "default": field.defaultText = value
        case "minimum": field.minimum = Int64(value)
        case "maximum": field.maximum = Int64(value)
        case "format": field.format = value
        case "listType": field.listType = SchemaField.ListType(rawValue: value)
        case "keys": field.keys = value.split(separator: ",").map(String.init)
        case "mapType": field.isAtomic = value == "atomic"
        case "patch": field.patchStrategies = value.split(separator: ",").map(String.init)
        case "mergeKey": field.mergeKey = value
        case "unenforced": field.isEnforced = false
        default: break
        }
    }

    private static func split(_ word: String) -> (name: Substring, value: String) {
        guard let equals = word.firstIndex(of: "=") else { return (word[...], "") }
        return (word[..<equals], String(word[word.index(after: equals)...]))
    }
}
