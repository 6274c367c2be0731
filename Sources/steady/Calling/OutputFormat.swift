import ArgumentParser
import Rendering
import YAML

/// How objects are printed: `-o`.
enum OutputFormat {
    case table
    case wide
    case yaml
    case json
    case name
    case jsonpath(JSONPath)

    /// What `-o` says, where lists of objects are printed.
    ///
    /// - Throws: `ValidationError` with what is wrong with it: the place in a template, or the formats that there are.
    static func ofTables(_ argument: String) throws -> OutputFormat {
        try argument == "wide" ? .wide : ofObjects(argument, "wide, ")
    }

    /// The same where objects are printed that were changed.
    static func ofObjects(_ argument: String) throws -> OutputFormat { try ofObjects(argument, "") }

    /// The same for what is no object and has no name.
    static func ofData(_ argument: String) throws -> OutputFormat {
        switch argument {
        case "yaml": return .yaml
        case "json": return .json
        default:
            guard argument.hasPrefix("jsonpath=") else { throw unknown("yaml, json") }
            do {
                return .jsonpath(try JSONPath(String(argument.dropFirst(9))))
            } catch {
                throw ValidationError("\(error)")
            }
        }
    }

    private static func ofObjects(_ argument: String, _ more: String) throws -> OutputFormat {
        if argument == "name" { return .name }
        guard argument.hasPrefix("jsonpath=") || ["yaml", "json"].contains(argument) else {
            throw unknown("\(more)yaml, json, name")
        }
        return try ofData(argument)
    }

    private static func unknown(_ formats: String) -> ValidationError {
        ValidationError("allowed formats are: \(formats), jsonpath=TEMPLATE")
    }

    /// Whether the daemon's tables are printed; else whole objects are asked for.
    var isTable: Bool {
        switch self {
        case .table, .wide: true
        case .yaml, .json, .name, .jsonpath: false
        }
    }

    var isWide: Bool {
        if case .wide = self { true } else { false }
    }

    /// An object, or a list of them, as text.
    func text(_ value: Value) throws -> String {
        switch self {
        case .yaml: return YAMLEmitter.emit(value)
        case .json: return value.json(pretty: true) + "\n"
        case .jsonpath(let path): return try path.text(for: value)
        case .name:
            return (value["items"]?.array ?? [value]).map { Self.name(of: $0) + "\n" }.joined()
        case .table, .wide: return ""
        }
    }

    /// `pod/web-1`, `deployment.apps/web`.
    static func name(of object: Value) -> String {
        let group = (object["apiVersion"]?.string ?? "").split(separator: "/")
        let kind = (object["kind"]?.string ?? "").lowercased()
        let qualified = group.count > 1 ? "\(kind).\(group[0])" : kind
        return "\(qualified)/\(object["metadata"]?["name"]?.string ?? "")"
    }
}

extension Value {
    /// Without the record of who set which field, which nobody wants to read.
    var withoutManagedFields: Value {
        guard var fields = object else { return self }
        if var metadata = fields["metadata"]?.object {
            metadata["managedFields"] = nil
            fields["metadata"] = .object(metadata)
        }
        if let items = fields["items"]?.array {
            fields["items"] = .array(items.map(\.withoutManagedFields))
        }
        return .object(fields)
    }
}
