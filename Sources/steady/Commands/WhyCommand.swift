import ArgumentParser
import Client
import Model
import Rendering
import YAML

struct WhyCommand: CallingCommand {
    static let configuration = CommandConfiguration(
        commandName: "why",
        abstract: "Tell why an object is as it is: the chain of causes, back to a file, a call or an exit.",
        usage: "steady why TYPE/NAME [options]",
        discussion: "Works for objects that are gone, too, for as long as the journal reaches back."
    )

    @OptionGroup var state: StateOptions
    @OptionGroup var namespaces: NamespaceOptions

    @Argument(help: "Which object: pod/web-1; a bare name is a pod's.")
    var object: String

    @Option(name: [.customShort("o"), .long], help: "yaml or json.")
    var output: OutputFormat?

    func call(_ client: APIClient) async throws {
        let key = try ObjectName.key(object, namespace: namespaces.namespace, default: .pod)
        let chain = try await client.get(SteadyTarget.of(key, "why"))
        if let output { return Console.write(try output.text(chain)) }
        Console.write(CauseTree.text(chain, now: .now, style: Console.style))
    }
}

struct HistoryCommand: CallingCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "List the changes of an object, the oldest first.",
        usage: "steady history TYPE/NAME [options]"
    )

    @OptionGroup var state: StateOptions
    @OptionGroup var namespaces: NamespaceOptions

    @Argument(help: "Which object: deploy/web; a bare name is a pod's.")
    var object: String

    @Option(name: [.customShort("o"), .long], help: "yaml or json.")
    var output: OutputFormat?

    func call(_ client: APIClient) async throws {
        let key = try ObjectName.key(object, namespace: namespaces.namespace, default: .pod)
        let history = try await client.get(SteadyTarget.of(key, "history"))
        if let output { return Console.write(try output.text(history)) }
        var table = TextTable()
        let rows = (history["items"]?.array ?? []).map { entry in
            [
                String(entry["sequence"]?.int64 ?? 0),
                Age.text(since: entry["time"]?.string.flatMap(Timestamp.init), now: .now),
                entry["change"]?.string ?? "", entry["what"]?.string ?? "", entry["by"]?.string ?? "",
            ]
        }
        Console.write(table.lay([["SEQUENCE", "AGE", "CHANGE", "WHAT", "BY"]] + rows))
    }
}

/// Paths of what only Steady has.
enum SteadyTarget {
    static func of(_ key: ObjectKey, _ verb: String) -> String {
        let place = key.namespace.isEmpty ? [] : [key.namespace]
        return Target.path(["steady", "v1", verb, key.kind.plural] + place + [key.name])
    }
}
