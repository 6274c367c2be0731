internal import Cluster
internal import Journaling
internal import Model
internal import YAML

// What a turn says of itself and of its inputs, so that a journal can be read, and replayed.

extension TurnBuilder {
    /// Opens the turn's batch.
    mutating func open() {
        note(.turn, body: Array("\"now\":\(now.nanoseconds),\"version\":\"\(BuildVersion.text)\"".utf8))
    }

    /// What of an input is news.
    func essence(of input: Input) -> Input {
        if case .directory(let statement) = input { .directory(essence(of: statement)) } else { input }
    }

    /// Notes an input before anything is derived from it. Returns its number.
    mutating func note(_ input: Input) -> UInt64 {
        switch input {
        case .start(let facts): note("start") { $0.field("version", facts.version) }
        case .directory(let statement): note(statement)
        case .request(_, let request): note(request)
        case .report(let report): note(report)
        case .node(let node): note("node", key: node.key) { $0.object(.node(node)) }
        case .timer: note("timer") { _ in }
        }
    }

    private mutating func note(
        _ source: String,
        key: ObjectKey? = nil,
        _ write: (inout JSONWriter) -> Void
    ) -> UInt64 {
        var writer = JSONWriter()
        writer.beginObject()
        writer.field("by", source)
        write(&writer)
        writer.endObject()
        return note(.input, key: key?.description, body: Array(writer.bytes.dropFirst().dropLast()))
    }

    private mutating func note(_ statement: DirectoryStatement) -> UInt64 {
        note("directory") { writer in
            writer.field("root", statement.root)
            writer.list("stated", statement.changed.map { "\($0.key) at \($0.origin)" })
            writer.list("left", statement.withdrawn.map(\.description))
            writer.list("undecided", statement.undecided.sorted())
            if let unreadable = statement.unreadable { writer.field("unreadable", unreadable) }
        }
    }

    private mutating func note(_ request: Request) -> UInt64 {
        note("api", key: request.operation.key) { writer in
            writer.field("call", request.operation.name)
            writer.field("user", request.user)
            writer.field("manager", request.manager)
            if request.isDryRun { writer.field("dryRun", "All") }
        }
    }

    private mutating func note(_ report: NodeReport) -> UInt64 {
        note("agent") { writer in
            writer.field("node", report.node)
            writer.list("pods", report.pods.map { "\($0.pod.key) \($0.status.phase.rawValue)" })
            writer.list("stopped", report.stopped.map(\.key.description))
            writer.list("events", report.events.map { "\($0.key) \($0.reason)" })
        }
    }
}

extension JSONWriter {
    fileprivate mutating func field(_ name: StaticString, _ text: String) {
        key(name)
        string(text)
    }

    fileprivate mutating func object(_ object: Object) {
        key("object")
        object.encode(to: &self)
    }

    /// Left out when empty: most inputs have little to say.
    fileprivate mutating func list(_ name: StaticString, _ texts: [String]) {
        if texts.isEmpty { return }
        key(name)
        beginArray()
        for text in texts { string(text) }
        endArray()
    }
}

extension Request.Operation {
    /// The object that it is about; nil for a creation, whose object may have no name yet, and for pruning.
    fileprivate var key: ObjectKey? {
        switch self {
        case .create(let object): object.metadata.name.isEmpty ? nil : object.key
        case .replace(let key, _, _), .patch(let key, _, _), .delete(let key, _), .scale(let key, _, _, _): key
        case .prune: nil
        }
    }
}
