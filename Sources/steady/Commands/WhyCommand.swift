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
        discussion: """
            Works for objects that are gone, too, for as long as the journal reaches back. It tells the steps that \
            matter; --all tells every record that they rest on, reports of nodes and counts of controllers too.
            """
    )

    @OptionGroup var state: StateOptions
    @OptionGroup var namespaces: NamespaceOptions
    @OptionGroup var past: PastOptions

    @Argument(help: "Which object: pod/web-1; a bare name is a pod's.")
    var object: String

    @Flag(help: "Every cause.")
    var all = false

    @Option(name: [.customShort("o"), .long], help: "yaml, json or jsonpath=TEMPLATE.", transform: OutputFormat.ofData)
    var output: OutputFormat?

    func call(_ client: APIClient) async throws {
        let key = try ObjectName.key(object, namespace: namespaces.namespace, default: .pod)
        let moment = try await past.moment(client)
        let chain = try await client.get(SteadyTarget.of(key, "why", query: moment.query))
        if let output { return Console.write(try output.text(chain)) }
        var told = chain
        if !all, case .object(var story)? = chain["story"] {
            story["refused"] = chain["refused"]
            told = .object(story)
        }
        Console.write(CauseTree.text(told, now: moment.now, style: Console.style))
    }
}
