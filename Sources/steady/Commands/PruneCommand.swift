import ArgumentParser
import Client
import YAML

struct PruneCommand: CallingCommand {
    static let configuration = CommandConfiguration(
        commandName: "prune",
        abstract: "Delete what left the watched directory and was held back.",
        discussion: """
            When the directory is gone or empty, or suddenly says much less than before, nothing is deleted until \
            you say so with this command.
            """
    )

    @OptionGroup var state: StateOptions

    @Flag(help: "Only say what is held back, and why.")
    var dryRun = false

    func call(_ client: APIClient) async throws {
        let held = try await client.get("/steady/v1/prune")
        let items = (held["items"]?.array ?? []).compactMap(\.string)
        guard !items.isEmpty else { return Console.line("Nothing is held back.") }
        Console.line("Held back: \(held["reason"]?.string ?? "")")
        if !dryRun { _ = try await client.call("POST", "/steady/v1/prune") }
        for item in items {
            Console.line(dryRun ? item : "\(item) deleted")
        }
    }
}
