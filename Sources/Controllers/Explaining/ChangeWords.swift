internal import Merging
internal import Model
internal import YAML

/// What changed between two versions of an object: a sentence where one fits, else the fields, the first ones by name.
enum ChangeWords {
    /// Fields named at most; more would hide the first ones.
    private static let limit = 3

    static func sentence(from old: Value, to new: Value) -> Sentence {
        if new["kind"]?.string == "Pod" {
            if let sentence = PodWords.sentence(from: old, to: new) { return sentence }
        } else if old["metadata"]?["deletionTimestamp"] == nil, new["metadata"]?["deletionTimestamp"] != nil {
            return Sentence("was asked to end", .ending)
        } else if let sentence = WorkloadWords.sentence(from: old, to: new) {
            return sentence
        }
        let paths = paths(old, new)
        guard !paths.isEmpty else { return Sentence("was written again") }
        // A status, and what is written along with it, is nobody's word but Steady's.
        let isStatus = paths.allSatisfy { $0.hasPrefix("status") || $0.hasPrefix(revisions) }
        return Sentence(alone: list(paths), isStatus ? nil : .said)
    }

    private static func list(_ paths: [String]) -> String {
        let shown = paths.prefix(paths.count > limit ? limit - 1 : limit).map(FieldName.text)
        let rest = paths.count - shown.count
        return shown.joined(separator: ", ") + (rest > 0 ? ", and \(rest) fields more" : "")
    }

    // MARK: Fields

    /// Each field with what it was and is.
    private static func paths(_ old: Value, _ new: Value) -> [String] {
        var paths: [String] = []
        let kind = Kind(apiVersion: new["apiVersion"]?.string ?? "", kind: new["kind"]?.string ?? "")
        compare(old, new, path: "", kind.map { SchemaPlace($0) }, &paths)
        // What a Secret holds is nobody's business here; which of its fields changed is.
        return new["kind"]?.string == "Secret" ? paths.map(Self.secretPath) : paths
    }

    /// What the Deployment's controller counts in.
    private static let revisions = "metadata.annotations.deployment.kubernetes.io/"

    private static func secretPath(_ words: String) -> String {
        let path = String(words.prefix { $0 != " " })
        // The journal seals all values together.
        return path == "sealed" ? "its values" : path
    }

    private static let bookkeeping: Set<String> = [
        "metadata.resourceVersion", "metadata.generation", "metadata.managedFields", "status.observedGeneration",
        "spec.version", "spec.versionInfo",
    ]

    /// Times and messages follow from what changed beside them.
    private static let followers: Set<String> = [
        "lastTransitionTime", "lastUpdateTime", "lastProbeTime", "message", "observedGeneration",
    ]

    /// - Parameter place: nil where the kind is unknown.
    private static func compare(
        _ old: Value,
        _ new: Value,
        path: String,
        _ place: SchemaPlace?,
        _ paths: inout [String]
    ) {
        if old == new || bookkeeping.contains(path) { return }
        if let left = old.array, let right = new.array, let pairs = pairs(left, right, place) {
            for pair in pairs {
                compare(pair.old, pair.new, path: "\(path)[\(pair.name)]", place?.element, &paths)
            }
            return
        }
        guard let left = members(old, of: path), let right = members(new, of: path) else {
            paths.append("\(path) \(short(old)) → \(short(new))")
            return
        }
        for key in Set(left.keys + right.keys).sorted() where !followers.contains(key) {
            let inner = path.isEmpty ? key : "\(path).\(key)"
            compare(left[key] ?? .null, right[key] ?? .null, path: inner, place?.field(key), &paths)
        }
    }

    /// Nil for what is no object. A map that isn't there is one without members, so that the first of them is told.
    private static func members(_ value: Value, of path: String) -> Fields? {
        let isMap = ["metadata.labels", "metadata.annotations"].contains(path)
        return value.object ?? (value.isNull && isMap ? Fields() : nil)
    }

    private typealias Pair = (name: String, old: Value, new: Value)

    /// The elements of two lists that are the same ones: by name, by the schema's keys, or by their places where none
    /// came or went. Nil where there is no telling.
    private static func pairs(_ old: [Value], _ new: [Value], _ place: SchemaPlace?) -> [Pair]? {
        if let left = names(old), let right = names(new) { return pairs(old, left, new, right) }
        if let left = place?.keys(of: old), let right = place?.keys(of: new) { return pairs(old, left, new, right) }
        guard old.count == new.count, (old + new).allSatisfy({ $0.object != nil }) else { return nil }
        return old.indices.map { ("\($0)", old[$0], new[$0]) }
    }

    private static func pairs(_ old: [Value], _ former: [String], _ new: [Value], _ latter: [String]) -> [Pair] {
        let left = Dictionary(zip(former, old)) { first, _ in first }
        let right = Dictionary(zip(latter, new)) { first, _ in first }
        return Set(former).union(latter).sorted().map { ($0, left[$0] ?? .null, right[$0] ?? .null) }
    }

    /// Nil where an element has none, or two have the same.
    private static func names(_ elements: [Value]) -> [String]? {
        let names = elements.compactMap { ($0["name"] ?? $0["type"])?.string }
        return Set(names).count == elements.count ? names : nil
    }

    private static func short(_ text: String) -> String { text.count > 40 ? "\(text.prefix(39))…" : text }

    /// A list of plain values as it may stand in a manifest, a command for one; nil for a list of other things.
    private static func line(_ elements: [Value]) -> String? {
        let words = elements.compactMap { element -> String? in
            switch element {
            case .string(let text): text
            case .bool, .int, .double: element.json()
            case .null, .array, .object: nil
            }
        }
        return words.count == elements.count ? "[\(words.joined(separator: ", "))]" : nil
    }

    private static func short(_ value: Value) -> String {
        switch value {
        case .null: "none"
        case .string(let text): short(text)
        case .array(let elements):
            line(elements).map(short) ?? Counted(elements.count, "element").description
        case .object(let fields): Counted(fields.count, "field").description
        case .bool, .int, .double: value.json()
        }
    }
}
