public import Model

enum EventTable {
    static let columns: [Column] = [
        .text("Last Seen", "When it happened last."),
        .text("Type", "Normal or Warning."),
        .text("Reason", "What happened, in a word."),
        .text("Object", "To what it happened."),
        .text("Subobject", "To which part of it.", wide: true),
        .text("Source", "Who tells it.", wide: true),
        .text("Message", "What happened, in a sentence."),
        .text("First Seen", "When it happened first.", wide: true),
        .text("Count", "How often it happened.", wide: true),
        Column(name: "Name", type: .string, format: "name", description: "The event's own name.", isWide: true),
    ]

    static func row(of event: Event, now: Timestamp) -> [Cell] {
        [
            .text(Age.text(since: event.lastSeen, now: now)),
            .text(event.type),
            .text(event.reason),
            .text(event.objectText),
            .text(event.involvedObject.fieldPath),
            .text(event.sourceText),
            .text(event.message.trimmingNewlines),
            .text(Age.text(since: event.firstSeen, now: now)),
            .number(event.seenCount),
            .text(event.metadata.name),
        ]
    }
}

extension Event {
    public var firstSeen: Timestamp? { firstTimestamp ?? eventTime }
    public var lastSeen: Timestamp? { series?.lastObservedTime ?? lastTimestamp ?? firstSeen }
    public var seenCount: Int { max(series?.count ?? count, 1) }

    /// `pod/web-1`.
    public var objectText: String { "\(involvedObject.kind.lowercased())/\(involvedObject.name)" }

    /// `kubelet, node-1`.
    public var sourceText: String {
        let component = source.component.isEmpty ? reportingComponent : source.component
        let host = source.host.isEmpty ? reportingInstance : source.host
        return [component, host].filter { !$0.isEmpty }.joined(separator: ", ")
    }
}

extension String {
    var trimmingNewlines: String {
        var text = self[...]
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }
}
