import ArgumentParser
import Client
import Model
import Rendering
import Synchronization
import YAML

struct EventsCommand: CallingCommand {
    static let configuration = CommandConfiguration(
        commandName: "events",
        abstract: "Tell what happened, the latest last."
    )

    @OptionGroup var state: StateOptions
    @OptionGroup var namespaces: NamespaceOptions

    @Flag(name: [.customShort("A"), .long], help: "In all namespaces.")
    var allNamespaces = false

    @Flag(
        name: [.customShort("f"), .customShort("w"), .customLong("follow"), .customLong("watch")],
        help: "Go on with what happens."
    )
    var follow = false

    @Option(name: .customLong("for"), help: "To one object only: pod/web-1.")
    var object: String?

    @Option(help: "Only of these types: Normal, Warning.")
    var types: String?

    @Flag(help: "Leave out the headings.")
    var noHeaders = false

    func validate() throws {
        let wrong = wantedTypes.filter { !["normal", "warning"].contains($0) }
        guard wrong.isEmpty else { throw ValidationError("valid --types are Normal or Warning") }
    }

    private var wantedTypes: [String] {
        (types ?? "").split(separator: ",").map { $0.lowercased() }
    }

    func call(_ client: APIClient) async throws {
        let list = try await client.get(target([]))
        let events = try (list["items"]?.array ?? []).compactMap { Event(try $0.decoded()) }.filter(isWanted)
            .sorted { ($0.lastSeen ?? Timestamp(), $0.metadata.name) < ($1.lastSeen ?? Timestamp(), $1.metadata.name) }
        let table = Mutex(TextTable())
        if events.isEmpty, !follow {
            return Console.note(
                "No events found" + (allNamespaces ? "." : " in \(namespaces.namespace) namespace.")
            )
        }
        let header = noHeaders ? [] : [heading]
        Console.write(table.withLock { $0.lay(header + events.map(row)) })
        guard follow else { return }
        let version = list["metadata"]?["resourceVersion"]?.string ?? "0"
        let query = [
            (name: "watch", value: "true"), (name: "resourceVersion", value: version),
            (name: "timeoutSeconds", value: WatchScreen.longestSeconds),
        ]
        try await client.watch(target(query)) { change in
            guard change.type == "ADDED" || change.type == "MODIFIED", let event = Event(try change.object.decoded()),
                isWanted(event)
            else { return }
            Console.write(table.withLock { $0.lay([row(event)]) })
        }
    }

    private func target(_ query: [(name: String, value: String)]) throws -> String {
        var query = query
        if let object {
            let key = try ObjectName.key(object, namespace: namespaces.namespace)
            let fields = "involvedObject.kind=\(key.kind.name),involvedObject.name=\(key.name)"
            query.append((name: "fieldSelector", value: fields))
        }
        return ResourcePath.target(.event, namespace: allNamespaces ? nil : namespaces.namespace, query: query)
    }

    private func isWanted(_ event: Event) -> Bool {
        wantedTypes.isEmpty || wantedTypes.contains(event.type.lowercased())
    }

    private var heading: [String] {
        (allNamespaces ? ["NAMESPACE"] : []) + ["LAST SEEN", "TYPE", "REASON", "OBJECT", "MESSAGE"]
    }

    private func row(_ event: Event) -> [String] {
        let style = Console.style
        let times = event.seenCount > 1 ? " (x\(event.seenCount))" : ""
        let message = event.message.split(separator: "\n").joined(separator: " ").printable + times
        return (allNamespaces ? [event.metadata.namespace] : [])
            + [
                Age.text(since: event.lastSeen, now: .now), event.type.printable, event.reason.printable,
                event.kindAndName.printable,
                event.type == "Warning" ? style.paint(message, .yellow) : message,
            ]
    }
}

extension Event {
    /// `Pod/web-1`, as `kubectl events` has it.
    fileprivate var kindAndName: String { "\(involvedObject.kind)/\(involvedObject.name)" }
}
