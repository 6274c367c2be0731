internal import Cluster
internal import Journaling
internal import Merging
internal import Model
internal import YAML

/// One record of the journal in a plain sentence.
struct RecordWords {
    /// With the name of what it is about.
    var what: String
    /// The same, where it is clear what is spoken of.
    var told: String
    /// Whose word it was: a file's place, or a call and its user. Empty for what Steady decided by itself.
    var by = ""
    /// What it was in the life of its object.
    var step: Sentence.Step?

    /// - Parameter previous: the object before; nil when it was new.
    init?(_ record: Record, after previous: ToldVersion?) {
        let name = record.key.map(Self.shortName) ?? ""
        switch record.type {
        case .put:
            let version = ToldVersion(record)
            if let event = version.flatMap({ Self.eventText($0.object) }) {
                self.init(event)
                return
            }
            self.init(Self.put(version, after: previous), about: name)
            // The origin stays with the object, also when Steady writes what follows from it.
            if previous == nil || step == .said || version?.origin != previous?.origin {
                by = version?.origin?.description ?? ""
            }
        case .delete: self.init(Sentence("is gone", .gone), about: name)
        case "state":
            let body = Self.body(of: record)
            self.init(Self.statement(body?["held"]?.string()), about: name)
            by = body?["origin"].map { Origin($0).description } ?? ""
        case "unstate": self.init(Sentence("is not stated by any file any more"), about: name)
        case .input: self.init(Self.body(of: record).map { Self.input($0, name) } ?? "an input that can't be read")
        case .refusal: self.init(Self.body(of: record).map(Self.refusal) ?? "refused")
        default: return nil
        }
    }

    private init(_ sentence: Sentence, about name: String) {
        what = sentence.about(name)
        told = sentence.words
        step = sentence.step
    }

    private init(_ text: String) {
        what = text
        told = text
    }

    /// A record that can't be read tells nothing; that is for `journal verify` to say.
    static func body(of record: Record) -> YAML.Node? { try? ChangeRecord.body(of: record) }

    /// The watched directory, where an input is what it says.
    static func directory(_ input: Record) -> String? {
        guard let body = body(of: input), body["by"]?.string() == "directory" else { return nil }
        return body["root"]?.string()
    }

    /// What happened, in a word, as an event has it.
    static func eventReason(_ record: Record) -> String? { body(of: record)?["object"]?["reason"]?.string() }

    /// Whether an input is what somebody asked for.
    static func isCall(_ input: Record) -> Bool { body(of: input)?["by"]?.string() == "api" }

    private static func statement(_ held: String?) -> Sentence {
        switch held {
        case nil: Sentence("is stated by its file")
        case Hold.template.rawValue: Sentence("keeps what it went back to against its file")
        default: Sentence("is held against its file")
        }
    }

    // MARK: Objects

    private static func put(_ version: ToldVersion?, after previous: ToldVersion?) -> Sentence {
        let object = version?.object ?? .null
        guard let previous else { return Sentence(WorkloadWords.creation(object), .created) }
        var change = ChangeWords.sentence(from: previous.object, to: object)
        if version?.isDriftPutBack(to: previous) == true {
            change.words += ", put back after \(previous.origin?.description ?? "")"
        }
        return change
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
