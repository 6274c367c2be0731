internal import Cluster
internal import Journaling
internal import Merging
internal import Model
internal import YAML

/// One record of the journal in a plain sentence.
struct RecordWords {
    var what: String
    /// Whose word it was: a file's place, or a call and its user. Empty for what Steady decided by itself.
    var by = ""

    /// - Parameter previous: the object before; nil when it was new.
    init?(_ record: Record, after previous: ToldVersion?) {
        let name = record.key.map(Self.shortName) ?? ""
        switch record.type {
        case .put:
            let version = ToldVersion(record)
            by = version?.origin?.description ?? ""
            what = Self.put(version, after: previous, name)
        case .delete: what = "\(name) removed"
        case "state":
            let body = Self.body(of: record)
            what = Self.statement(name, body?["held"]?.string())
            by = body?["origin"].map { Origin($0).description } ?? ""
        case "unstate": what = "\(name) no longer stated by any file"
        case .input: what = Self.body(of: record).map { Self.input($0, name) } ?? "an input that can't be read"
        case .refusal: what = Self.body(of: record).map(Self.refusal) ?? "refused"
        default: return nil
        }
    }

    /// A record that can't be read tells nothing; that is for `journal verify` to say.
    static func body(of record: Record) -> YAML.Node? { try? ChangeRecord.body(of: record) }

    private static func statement(_ name: String, _ held: String?) -> String {
        switch held {
        case nil: "\(name) stated by its file"
        case Hold.template.rawValue: "\(name)'s template held against its file"
        default: "\(name) held against its file"
        }
    }

    // MARK: Objects

    private static func put(_ version: ToldVersion?, after previous: ToldVersion?, _ name: String) -> String {
        let object = version?.object ?? .null
        if let event = eventText(object) { return event }
        guard let previous else { return "\(name) created" }
        let change = "\(name): \(ChangeWords.text(from: previous.object, to: object))"
        return version?.isDriftPutBack(to: previous) == true
            ? "\(change), put back after \(previous.origin?.description ?? "")" : change
    }

    /// An event is what it says.
    private static func eventText(_ object: Value) -> String? {
        guard object["kind"]?.string == Kind.event.name, let message = object["message"]?.string else { return nil }
        return "event \(object["reason"]?.string ?? ""): \(message)"
    }

    /// `pods/default/web-1` as people write it: `pod/web-1`, with the namespace where it is not the default one.
    private static func shortName(_ text: String) -> String {
        guard let key = ObjectKey(text) else { return text }
        let place = key.namespace.isEmpty || key.namespace == "default" ? "" : " in \(key.namespace)"
        return "\(key.kind.singular)/\(key.name)\(place)"
    }

    // MARK: Inputs

    private static func input(_ body: YAML.Node, _ name: String) -> String {
        func text(_ field: String) -> String? { body[field]?.string() }
        switch text("by") ?? "" {
        case "directory": return "the directory \(text("root") ?? "") changed"
        case "api": return "\(text("user") ?? "somebody") called \(text("call") ?? "") \(name)"
        case "agent": return "node \(text("node") ?? "") reported \(reports(body))"
        case "node": return "\(name) told what it has"
        case "start": return "Steady \(text("version") ?? "") started"
        case "disk": return "the disk takes writes again"
        case "timer": return "time passed"
        case let other: return other
        }
    }

    private static func refusal(_ body: YAML.Node) -> String {
        let reason = body["reason"]?.string() ?? ""
        return "refused (\(body["code"]?.int64() ?? 0) \(reason)): \(body["message"]?.string() ?? "")"
    }

    private static func reports(_ body: YAML.Node) -> String {
        func texts(_ list: String, _ text: (YAML.Node) -> String) -> [String] {
            // Until inputs were written whole, a pod and its phase were one text.
            body[list]?.elements.map { $0.string() ?? text($0) } ?? []
        }
        func name(_ pod: YAML.Node) -> String { shortName(pod["pod"]?.string() ?? "") }
        let pods = texts("pods") { "\(name($0)) \($0["status"]?["phase"]?.string() ?? "")" }
        let stopped = texts("stopped", name).map { "\($0) stopped" }
        let all = pods + stopped
        let shown = all.prefix(3).joined(separator: ", ")
        return all.count > 3 ? "\(shown) and \(all.count - 3) more" : shown
    }
}
