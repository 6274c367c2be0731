public import Model

/// What is shown around an object when it is described.
public struct Surroundings: Sendable {
    public var events: [Event] = []
    public var replicaSets: [ReplicaSet] = []
    public var endpointSlices: [EndpointSlice] = []
    public var pods: [Pod] = []

    public init() {}
}

/// All that is worth knowing of one object, laid out as `kubectl describe` does.
public struct Description {
    public let text: String

    public init(of object: Object, _ surroundings: Surroundings, now: Timestamp) {
        var page = Page(now: now)
        page.metadata(of: object)
        switch object {
        case .pod(let pod): page.describe(pod)
        case .deployment(let deployment): page.describe(deployment, surroundings)
        case .replicaSet(let replicaSet): page.describe(replicaSet)
        case .service(let service): page.describe(service, surroundings)
        case .endpointSlice(let slice): page.describe(slice)
        case .node(let node): page.describe(node, surroundings)
        case .app(let app): page.describe(app, surroundings)
        case .configMap(let configMap): page.describe(configMap)
        case .secret(let secret): page.describe(secret)
        case .namespace(let namespace): page.field("Status", namespace.status.phase.rawValue)
        case .event(let event):
            page.field("Type", event.type)
            page.field("Reason", event.reason)
            page.field("Object", event.objectText)
            page.field("Message", event.message)
        }
        page.events(surroundings.events)
        text = page.text
    }
}

/// A text that grows line by line: names on the left, values in a column.
struct Page {
    private(set) var text = ""
    let now: Timestamp

    init(now: Timestamp) {
        self.now = now
    }

    /// `Name:    value`, the value in the column that its depth has. What a value can do to a terminal is escaped.
    mutating func field(_ name: String, _ value: String, depth: Int = 0) {
        let width = depth == 0 ? 18 : 16
        let label = name.printable + ":"
        let gap = String(repeating: " ", count: max(width - label.count, 1))
        let trimmed = value.hasSuffix("\n") ? value.dropLast() : value[...]
        let lines = trimmed.split(separator: "\n", omittingEmptySubsequences: false).map { String($0).printable }
        text += indent(depth) + label + (value.isEmpty ? "" : gap + (lines.first ?? "")) + "\n"
        for line in lines.dropFirst() {
            text += indent(depth) + String(repeating: " ", count: max(width, label.count + 1)) + line + "\n"
        }
    }

    mutating func heading(_ name: String, depth: Int = 0) {
        text += indent(depth) + name.printable + ":\n"
    }

    mutating func line(_ line: String, depth: Int) {
        text += indent(depth) + line.printableLines + "\n"
    }

    mutating func table(_ rows: [[String]], depth: Int = 1) {
        var table = TextTable()
        for line in table.lay(rows.map { $0.map(\.printable) }).split(separator: "\n") {
            text += indent(depth) + line + "\n"
        }
    }

    /// A name and the entries of a dictionary, one on each line.
    mutating func entries(_ name: String, _ entries: [String: String], depth: Int = 0) {
        let lines = entries.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        field(name, lines.isEmpty ? "<none>" : lines.joined(separator: "\n"), depth: depth)
    }

    mutating func metadata(of object: Object) {
        let metadata = object.metadata
        field("Name", metadata.name)
        if object.kind.isNamespaced { field("Namespace", metadata.namespace) }
        entries("Labels", metadata.labels)
        entries("Annotations", metadata.annotations)
        if let created = metadata.creationTimestamp {
            field("Created", "\(created) (\(Age.text(now - created)) ago)")
        }
        if let deleted = metadata.deletionTimestamp {
            field("Deletion", "asked for, at the latest by \(deleted)")
        }
        if let owner = metadata.ownerReferences.first(where: { $0.controller == true }) {
            field("Controlled By", "\(owner.kind)/\(owner.name)")
        }
    }

    mutating func conditions(_ rows: [(type: String, status: String, reason: String, message: String)]) {
        guard !rows.isEmpty else { return }
        heading("Conditions")
        table([["Type", "Status", "Reason", "Message"]] + rows.map { [$0.type, $0.status, $0.reason, $0.message] })
    }

    mutating func events(_ events: [Event]) {
        guard !events.isEmpty else { return field("Events", "<none>") }
        let sorted = events.sorted { ($0.lastSeen ?? Timestamp()) < ($1.lastSeen ?? Timestamp()) }
        heading("Events")
        table(
            [["Type", "Reason", "Age", "From", "Message"]]
                + sorted.map { event in
                    let age = Age.text(since: event.lastSeen, now: now)
                    let times = event.seenCount > 1 ? "\(age) (x\(event.seenCount))" : age
                    return [
                        event.type, event.reason, times, event.sourceText,
                        event.message.split(separator: "\n").joined(separator: " "),
                    ]
                }
        )
    }

    private func indent(_ depth: Int) -> String { String(repeating: "  ", count: depth) }
}
