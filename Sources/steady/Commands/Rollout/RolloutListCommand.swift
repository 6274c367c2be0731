import ArgumentParser
import Client
import Model
import Rendering
import YAML

struct RolloutListCommand: CallingCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the deployments of apps that are under way.",
        discussion: """
            Apps that were changed together, by one state of the watched directory, are one deployment; its steps go in \
            the order of their dependencies. JSON and YAML are in the form of Marathon's /v2/deployments.
            """
    )

    @OptionGroup var state: StateOptions
    @OptionGroup var namespaces: NamespaceOptions

    @Flag(name: [.customShort("A"), .long], help: "In all namespaces.")
    var allNamespaces = false

    @Option(name: [.customShort("o"), .long], help: "yaml, json or jsonpath=TEMPLATE.", transform: OutputFormat.ofData)
    var output: OutputFormat?

    func call(_ client: APIClient) async throws {
        let target = ResourcePath.target(.app, namespace: allNamespaces ? nil : namespaces.namespace)
        let items = try await client.get(target)["items"]?.array ?? []
        let deployments = AppDeployments(try items.compactMap { App(try $0.decoded()) })
        if let output { return Console.write(try output.text(deployments.value)) }
        if deployments.isEmpty { return Console.note("No deployments are under way.") }
        Console.write(deployments.table(now: .now))
    }
}
