internal import Model
public import YAML

/// What a plan says, for people: what would become of objects, which pods would start and stop, what would wait.
public enum PlanText {
    /// - Parameter plan: the answer of `POST /steady/v1/plan`.
    public static func text(_ plan: Value, style: Style) -> String {
        var lines = elements(plan, "changes").flatMap { change($0, style) }
        let steps = elements(plan, "steps")
        if !steps.isEmpty { lines += ["", "Pods, if each is up at once:"] + steps.map { step($0, style) } }
        var rest = elements(plan, "pending").map { item in
            style.paint("\(name(item["pod"])) would wait for a node: \(text(item["reason"]))", .yellow)
        }
        rest += elements(plan, "waiting").map { "\(name($0["object"])) would wait: \(text($0["reason"]))" }
        rest += elements(plan, "refused").map { style.paint("It would be refused: \(text($0))", .red) }
        let kept = elements(plan, "kept").map(name)
        if !kept.isEmpty {
            rest.append("No file would state \(kept.joined(separator: ", ")); kept until `steady prune`")
        }
        if plan["isSettled"] == false { rest.append("It would not come to rest within an hour; this is how it begins") }
        if !rest.isEmpty { lines += [""] + rest }
        if lines.isEmpty { return "Nothing would change.\n" }
        return lines.drop { $0.isEmpty }.map { $0 + "\n" }.joined()
    }

    private static func change(_ change: Value, _ style: Style) -> [String] {
        let place = change["origin"].map { "  \(text($0))" } ?? ""
        let object = name(change["object"])
        switch change["do"]?.string {
        case "create": return [style.paint("+ \(object)", .green) + place]
        case "delete": return [style.paint("- \(object)", .red) + "  no file would state it"]
        default:
            let consequence = change["replacesPods"] == true ? "  its pods are replaced" : ""
            return [style.paint("~ \(object)", .yellow) + place + consequence]
                + elements(change, "fields").map { field in
                    "    \(text(field["path"])): \(value(field["from"])) → \(value(field["to"]))"
                }
        }
    }

    private static func step(_ step: Value, _ style: Style) -> String {
        let isStart = step["do"]?.string == "start"
        let mark = isStart ? style.paint("start", .green) : style.paint("stop ", .red)
        let delay = step["after"]?.int64.map { "\($0) s" } ?? ""
        let pod = step["generateName"]?.string.map { "pod/\($0.printable)…" } ?? name(step["pod"])
        let padding = String(repeating: " ", count: max(0, 6 - delay.count))
        return "\(padding)\(delay)  \(mark)  \(pod) on \(text(step["node"]))"
    }

    private static func elements(_ value: Value, _ name: String) -> [Value] { value[name]?.array ?? [] }

    private static func text(_ value: Value?) -> String { (value?.string ?? "").printable }

    private static func value(_ value: Value?) -> String {
        guard let value, value != .null else { return "none" }
        return value.json().printable
    }

    /// `deployment.apps/web`, with its namespace where that is another than `default`.
    private static func name(_ value: Value?) -> String {
        guard let key = ObjectKey(value?.string ?? "") else { return text(value) }
        let name = "\(key.kind.qualifiedSingular)/\(key.name)"
        return key.namespace.isEmpty || key.namespace == "default" ? name : "\(name) in \(key.namespace)"
    }
}
