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
    /// The object as the record leaves it.
    var object: Value?

    /// - Parameter previous: the object before; nil when it was new.
    init?(_ record: Record, after previous: Value?) {
        let body = Self.body(of: record)
        let name = record.key.map(Self.shortName) ?? ""
        switch record.type {
        case .put:
            object = body["object"]
            by = Self.origin(body["origin"])
            what =
                if let previous {
                    "\(name): \(ChangeWords.text(from: previous, to: body["object"] ?? .null))"
                } else {
                    "\(name) created"
                }
        case .delete: what = "\(name) removed"
        case "state":
            let isHeld = body["held"]?.bool ?? false
            what = isHeld ? "\(name) held against its file" : "\(name) stated by its file"
            by = Self.origin(body["origin"])
        case "unstate": what = "\(name) no longer stated by any file"
        case .input: what = Self.input(body, name)
        case .refusal: what = Self.refusal(body)
        default: return nil
        }
    }

    static func object(of record: Record) -> Value? { body(of: record)["object"] }

    /// A record that can't be read tells nothing; that is for `journal verify` to say.
    private static func body(of record: Record) -> Value {
        let json = [UInt8(ascii: "{")] + record.body + [UInt8(ascii: "}")]
        return (try? Value.parse(json: json)) ?? .null
    }

    /// `pods/default/web-1` as people write it: `pod/web-1`, with the namespace where it is not the default one.
    private static func shortName(_ text: String) -> String {
        guard let key = ObjectKey(text) else { return text }
        let place = key.namespace.isEmpty || key.namespace == "default" ? "" : " in \(key.namespace)"
        return "\(key.kind.singular)/\(key.name)\(place)"
    }

    private static func origin(_ value: Value?) -> String {
        guard let value else { return "" }
        return Origin(
            path: value["path"]?.string,
            line: value["line"]?.int64.map(Int.init),
            commit: value["commit"]?.string,
            author: value["author"]?.string,
            call: value["call"]?.string,
            user: value["user"]?.string
        ).description
    }

    private static func input(_ body: Value, _ name: String) -> String {
        switch body["by"]?.string ?? "" {
        case "directory": "the directory \(body["root"]?.string ?? "") changed"
        case "api": "\(body["user"]?.string ?? "somebody") called \(body["call"]?.string ?? "") \(name)"
        case "agent": "node \(body["node"]?.string ?? "") reported \(list(body))"
        case "node": "\(name) told what it has"
        case "start": "Steady \(body["version"]?.string ?? "") started"
        case "timer": "time passed"
        case let other: other
        }
    }

    private static func podName(_ pod: Value) -> String { shortName(pod["pod"]?.string ?? "") }

    private static func refusal(_ body: Value) -> String {
        let reason = body["reason"]?.string ?? ""
        return "refused (\(body["code"]?.int64 ?? 0) \(reason)): \(body["message"]?.string ?? "")"
    }

    private static func list(_ body: Value) -> String {
        let pods = (body["pods"]?.array ?? []).map { pod in
            // Until inputs were written whole, a pod and its phase were one text.
            pod.string ?? "\(podName(pod)) \(pod["status"]?["phase"]?.string ?? "")"
        }
        let stopped = (body["stopped"]?.array ?? []).map { "\($0.string ?? podName($0)) stopped" }
        let all = pods + stopped
        let shown = all.prefix(3).joined(separator: ", ")
        return all.count > 3 ? "\(shown) and \(all.count - 3) more" : shown
    }
}
