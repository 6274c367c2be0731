import ArgumentParser
import Client
import Model
import Rendering
import YAML

struct HistoryCommand: CallingCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "List the changes of an object, the oldest first.",
        usage: "steady history TYPE/NAME [options]"
    )

    @OptionGroup var state: StateOptions
    @OptionGroup var namespaces: NamespaceOptions
    @OptionGroup var past: PastOptions

    @Argument(help: "Which object: deploy/web; a bare name is a pod's.")
    var object: String

    @Option(name: [.customShort("o"), .long], help: "yaml, json or jsonpath=TEMPLATE.", transform: OutputFormat.ofData)
    var output: OutputFormat?

    func call(_ client: APIClient) async throws {
        let key = try ObjectName.key(object, namespace: namespaces.namespace, default: .pod)
        let moment = try await past.moment(client)
        let history = try await client.get(SteadyTarget.of(key, "history", query: moment.query))
        if let output { return Console.write(try output.text(history)) }
        var table = TextTable()
        let rows = (history["items"]?.array ?? []).map { entry in
            [
                String(entry["sequence"]?.int64 ?? 0),
                Age.text(since: entry["time"]?.string.flatMap(Timestamp.init), now: moment.now),
                entry["by"]?.string ?? "", Self.words(entry),
            ].map(\.printable)
        }
        Console.write(table.lay([["RECORD", "AGE", "BY", "WHAT"]] + rows))
    }

    private static func words(_ entry: Value) -> String {
        let what = entry["what"]?.string ?? ""
        return entry["because"]?.string.map { "\(what); because \($0)" } ?? what
    }
}
