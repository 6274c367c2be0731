import ArgumentParser
import Rendering
import YAML

/// How objects are printed: `-o`.
enum OutputFormat: ExpressibleByArgument {
    case table
    case wide
    case yaml
    case json
    case name
    case jsonpath(JSONPath)

    init?(argument: String) {
        switch argument {
        case "wide": self = .wide
        case "yaml": self = .yaml
        case "json": self = .json
        case "name": self = .name
        default:
            guard argument.hasPrefix("jsonpath="), let path = try? JSONPath(String(argument.dropFirst(9))) else {
                return nil
            }
            self = .jsonpath(path)
        }
    }

    static var allValueStrings: [String] { ["wide", "yaml", "json", "name", "jsonpath=TEMPLATE"] }

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
