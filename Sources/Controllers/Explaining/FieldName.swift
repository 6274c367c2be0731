/// A field and its change, as people speak of it: `container web's env VERSION 1 → 2`.
enum FieldName {
    /// - Parameter path: from the object's root, with what follows it: `spec.template.spec.containers[web].image a → b`.
    static func text(_ path: String) -> String {
        let end = path.firstIndex(of: " ") ?? path.endIndex
        return name(path[..<end]) + path[end...]
    }

    private static func name(_ path: Substring) -> String {
        for (prefix, word) in [("metadata.labels.", "label "), ("metadata.annotations.", "annotation ")] {
            if path.hasPrefix(prefix) { return word + path.dropFirst(prefix.count) }
        }
        var rest = path
        for prefix in ["spec.template.spec.", "spec.template.", "spec."] where rest.hasPrefix(prefix) {
            rest = rest.dropFirst(prefix.count)
            break
        }
        for (list, word) in [("containers[", "container"), ("initContainers[", "init container")] {
            guard rest.hasPrefix(list), let close = rest.firstIndex(of: "]") else { continue }
            let name = rest[..<close].dropFirst(list.count)
            let field = rest[close...].dropFirst().drop { $0 == "." }
            return field.isEmpty ? "\(word) \(name)" : "\(word) \(name)'s \(variable(field))"
        }
        return String(rest)
    }

    /// `env[VERSION].value` is `env VERSION`.
    private static func variable(_ field: Substring) -> String {
        guard field.hasPrefix("env["), field.hasSuffix("].value") else { return String(field) }
        return "env \(field.dropFirst(4).dropLast(7))"
    }
}
