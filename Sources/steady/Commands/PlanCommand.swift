import ArgumentParser
import Client
import Model
import Rendering
import YAML

struct PlanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Show what would come of manifests: fields, pods that start and stop, what would not fit.",
        usage: "steady plan -f DIR [options]",
        discussion: """
            A directory is taken for what the watched directory would say as a whole: what it does not state would be \
            pruned. Files are taken for a part of it, and nothing would. The daemon decides all of it as it would in \
            earnest, on a copy, with nodes on which each pod is up at once.
            Ends with 0 when nothing would be done, 1 when something would, 2 when it could not be told or would be \
            refused.
            """
    )

    @OptionGroup var state: StateOptions
    @OptionGroup var namespaces: NamespaceOptions

    @Option(name: [.customShort("f"), .long], help: "A directory, or files; - for standard input.")
    var filename: [String]

    @Option(name: [.customShort("o"), .long], help: "yaml, json or jsonpath=TEMPLATE.", transform: OutputFormat.ofData)
    var output: OutputFormat?

    func run() async throws {
        do {
            let plan = try await plan(state.client)
            Console.write(try output?.text(plan) ?? PlanText.text(plan, style: Console.style))
            if isRefused(plan) { throw ExitCode(2) }
            if !isEmpty(plan) { throw ExitCode(1) }
        } catch {
            throw Failure.exit(after: error, code: 2)
        }
    }

    private func plan(_ client: APIClient) async throws -> Value {
        let files = try StatedFiles(filename, namespace: namespaces.namespace)
        let items = files.items.map { item -> Value in
            ["path": .string(item.path), "line": .int(Int64(item.line)), "manifest": item.manifest]
        }
        let question: Value = [
            "root": .string(files.root), "isComplete": .bool(files.isComplete), "items": .array(items),
        ]
        let target = Target.path(["steady", "v1", "plan"])
        return try await client.call("POST", target, body: Array(question.json().utf8)).value
    }

    private func isRefused(_ plan: Value) -> Bool { plan["refused"]?.array?.isEmpty == false }

    private func isEmpty(_ plan: Value) -> Bool {
        ["changes", "steps", "kept"].allSatisfy { plan[$0]?.array?.isEmpty ?? true }
    }
}
