import ArgumentParser
import Client
import Model
import Rendering

struct RolloutHistoryCommand: CallingCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "List the revisions of a deployment that can be gone back to."
    )

    @OptionGroup var options: RolloutOptions
    var state: StateOptions { options.state }

    @Option(help: "Show the template of this revision.")
    var revision: Int?

    func call(_ client: APIClient) async throws {
        for key in try options.keys([.deployment]) {
            let history = try await client.revisions(of: try await client.deployment(key))
            let name = "\(key.kind.qualifiedSingular)/\(key.name)"
            guard let revision else {
                Console.line("\(name) ")
                Console.line(history.table)
                continue
            }
            guard let page = history.page(of: revision, now: .now) else {
                throw Failure("unable to find the specified revision")
            }
            Console.line("\(name) with revision #\(revision)")
            Console.write(page)
        }
    }
}
