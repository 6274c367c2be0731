import ArgumentParser
import Client
import Model

struct RolloutUndoCommand: CallingCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo",
        abstract: "Go back to an earlier template of a deployment.",
        discussion: """
            Where a file in the watched directory states the template, the rollback holds until the file's template \
            changes; what else the file states goes on to count.
            """
    )

    @OptionGroup var options: RolloutOptions
    var state: StateOptions { options.state }

    @Option(help: "The revision to go back to; 0 means the one before the present one.")
    var toRevision: Int = 0

    @Flag(help: "Only say what would be done.")
    var dryRun = false

    func validate() throws {
        guard toRevision >= 0 else { throw ValidationError("--to-revision must not be negative.") }
    }

    func call(_ client: APIClient) async throws {
        for key in try options.keys([.deployment]) {
            var query = [
                (name: "revision", value: String(toRevision)), (name: "fieldManager", value: "steady-rollout"),
            ]
            if dryRun { query.append((name: "dryRun", value: "All")) }
            let answer = try await client.call("POST", SteadyTarget.of(key, "rollback", query: query))
            let skipped = answer.warnings.first.map { "skipped rollback (\($0))" }
            let name = "\(key.kind.qualifiedSingular)/\(key.name)"
            Console.line("\(name) \(skipped ?? "rolled back")\(dryRun ? " (server dry run)" : "")")
        }
    }
}
