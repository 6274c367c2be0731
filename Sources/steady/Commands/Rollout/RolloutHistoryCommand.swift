import ArgumentParser
import Client
import Model
import Rendering
import YAML

struct RolloutHistoryCommand: CallingCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "List the revisions of a deployment, or the versions of an app, that can be gone back to."
    )

    @OptionGroup var options: RolloutOptions
    var state: StateOptions { options.state }

    @Option(help: "Show the template of this revision, or the definition of this version.")
    var revision: String?

    func call(_ client: APIClient) async throws {
        for key in try options.keys([.deployment, .app]) {
            let name = "\(key.kind.qualifiedSingular)/\(key.name)"
            if key.kind == .app {
                try await tellVersions(of: key, name, client)
            } else {
                try await tellRevisions(of: key, name, client)
            }
        }
    }

    private func tellRevisions(of key: ObjectKey, _ name: String, _ client: APIClient) async throws {
        let history = try await client.revisions(of: try await client.deployment(key))
        guard let revision else {
            Console.line("\(name) ")
            return Console.line(history.table)
        }
        guard let number = Int(revision), let page = history.page(of: number, now: .now) else {
            throw Failure("unable to find the specified revision")
        }
        Console.line("\(name) with revision #\(number)")
        Console.write(page)
    }

    private func tellVersions(of key: ObjectKey, _ name: String, _ client: APIClient) async throws {
        let versions = try await client.get(SteadyTarget.of(key, "versions"))["items"]?.array ?? []
        guard let revision else {
            var table = TextTable()
            let rows = versions.map { [$0["version"]?.string ?? "", $0["by"]?.string ?? ""].map(\.printable) }
            Console.line("\(name) ")
            return Console.line(table.lay([["VERSION", "BY"]] + rows))
        }
        guard let spec = versions.first(where: { $0["version"]?.string == revision })?["spec"] else {
            throw Failure("unable to find the specified version")
        }
        Console.line("\(name) with version \(revision)")
        Console.write(YAMLEmitter.emit(spec).printableLines)
    }
}
