import ArgumentParser
import Client
import Model

struct RolloutUndoCommand: CallingCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo",
        abstract: "Go back to an earlier template of a deployment, or to an earlier definition of an app.",
        discussion: """
            Where a file in the watched directory states it, the rollback holds until the file's template changes, or \
            the app's definition; what else the file states goes on to count, such as how many there are to be.
            """
    )

    @OptionGroup var options: RolloutOptions
    var state: StateOptions { options.state }

    @Option(
        help: ArgumentHelp(
            "The revision to go back to: a number, or the time that is an app's version; 0 means the one before.",
            valueName: "revision"
        )
    )
    var toRevision = "0"

    @Flag(help: "Only say what would be done.")
    var dryRun = false

    func call(_ client: APIClient) async throws {
        for key in try options.keys([.deployment, .app]) {
            var query = [
                (name: "revision", value: toRevision), (name: "fieldManager", value: "steady-rollout"),
            ]
            if dryRun { query.append((name: "dryRun", value: "All")) }
            let answer = try await client.call("POST", SteadyTarget.of(key, "rollback", query: query))
            let skipped = answer.warnings.first.map { "skipped rollback (\($0))" }
            let name = "\(key.kind.qualifiedSingular)/\(key.name)"
            Console.line("\(name) \(skipped ?? "rolled back")\(dryRun ? " (server dry run)" : "")")
        }
    }
}
