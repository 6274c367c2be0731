internal import Model
internal import YAML

/// What changed between two versions of an object, in a few words: what matters to people first.
enum ChangeWords {
    /// Fields named at most; more would hide the first ones.
    private static let limit = 4

    static func text(from old: Value, to new: Value) -> String {
        var words = deletion(old, new) + containers(old, new) + phase(old, new) + readiness(old, new)
        if words.isEmpty { words = fields(old, new) }
        return words.isEmpty ? "written again" : words.prefix(limit).joined(separator: ", ")
    }

    private static func deletion(_ old: Value, _ new: Value) -> [String] {
        guard old["metadata"]?["deletionTimestamp"] == nil, new["metadata"]?["deletionTimestamp"] != nil else {
            return []
        }
        return ["asked to end"]
    }

    private static func phase(_ old: Value, _ new: Value) -> [String] {
        guard let phase = new["status"]?["phase"]?.string, phase != old["status"]?["phase"]?.string else { return [] }
        return [phase]
    }

    private static func readiness(_ old: Value, _ new: Value) -> [String] {
        guard let ready = isReady(new), ready != isReady(old) else { return [] }
        return [ready ? "ready" : "not ready"]
    }

    private static func isReady(_ object: Value) -> Bool? {
        let conditions = object["status"]?["conditions"]?.array ?? []
        return conditions.first { $0["type"]?.string == "Ready" }.map { $0["status"]?.string == "True" }
    }

    private static func containers(_ old: Value, _ new: Value) -> [String] {
        let before = old["status"]?["containerStatuses"]?.array ?? []
        return (new["status"]?["containerStatuses"]?.array ?? []).compactMap { status in
            let name = status["name"]?.string ?? ""
            let known = before.first { $0["name"]?.string == name }
            guard let end = ended(status), known.flatMap(ended) != end else { return nil }
            return "container \(name) \(end)"
        }
    }

    /// How the container ended last, where it did.
    private static func ended(_ status: Value) -> String? {
        guard let end = status["state"]?["terminated"] ?? status["lastState"]?["terminated"] else { return nil }
        let code = end["exitCode"]?.int64 ?? 0
        let reason = end["reason"]?.string ?? ""
        let why = reason.isEmpty || reason == "Error" || reason == "Completed" ? "" : " (\(reason))"
        let restarts = status["restartCount"]?.int64 ?? 0
        return "exited with \(code)\(why)" + (restarts > 0 ? ", restart \(restarts)" : "")
    }

    // MARK: Fields

    private static func fields(_ old: Value, _ new: Value) -> [String] {
        var paths: [String] = []
        compare(old, new, path: "", &paths)
        // What a Secret holds is nobody's business here; which of its fields changed is.
        if new["kind"]?.string == "Secret" { paths = paths.map(Self.secretPath) }
        let shown = paths.prefix(limit)
        return paths.count > limit
            ? Array(shown.dropLast()) + ["and \(paths.count - limit + 1) fields more"] : Array(shown)
    }

    private static func secretPath(_ words: String) -> String {
        let path = String(words.prefix { $0 != " " })
        // The journal seals all values together.
        return path == "sealed" ? "its values" : path
    }

    private static let bookkeeping: Set<String> = [
        "metadata.resourceVersion", "metadata.generation", "metadata.managedFields", "status.observedGeneration",
    ]

    /// Times and messages follow from what changed beside them.
    private static let followers: Set<String> = [
        "lastTransitionTime", "lastUpdateTime", "lastProbeTime", "message", "observedGeneration",
    ]

    private static func compare(_ old: Value, _ new: Value, path: String, _ paths: inout [String]) {
        if old == new || bookkeeping.contains(path) { return }
        if let left = old.array.flatMap(named), let right = new.array.flatMap(named) {
            for name in Set(left.keys).union(right.keys).sorted() {
                compare(left[name] ?? .null, right[name] ?? .null, path: "\(path)[\(name)]", &paths)
            }
            return
        }
        guard let left = old.object, let right = new.object else {
            paths.append("\(path) \(short(old)) → \(short(new))")
            return
        }
        for key in Set(left.keys + right.keys).sorted() where !followers.contains(key) {
            let inner = path.isEmpty ? key : "\(path).\(key)"
            compare(left[key] ?? .null, right[key] ?? .null, path: inner, &paths)
        }
    }

    /// A list's elements by what tells them apart; nil for a list of other things.
    private static func named(_ elements: [Value]) -> [String: Value]? {
        let names = elements.compactMap { ($0["name"] ?? $0["type"])?.string }
        guard names.count == elements.count else { return nil }
        return Dictionary(zip(names, elements)) { first, _ in first }
    }

    private static func short(_ value: Value) -> String {
        switch value {
        case .null: "none"
        case .string(let text): text.count > 40 ? "\(text.prefix(40))…" : text
        case .array(let elements): "\(elements.count) elements"
        case .object(let fields): "\(fields.count) fields"
        case .bool, .int, .double: value.json()
        }
    }
}
