import ArgumentParser
import Client
import Model

struct RolloutAbortCommand: CallingCommand {
    static let configuration = CommandConfiguration(
        commandName: "abort",
        abstract: "Take the update that is under way back to what was up before it.",
        discussion: """
            Where a file in the watched directory states the template, what was up before holds until the file's \
            template changes. An app goes back as a whole, to as many instances as it had; with --force its \
            deployment ends where it stands, and its instances stay as they are.
            """
    )

    @OptionGroup var options: RolloutOptions
    var state: StateOptions { options.state }

    @Flag(help: "Of an app: only end the deployment, and take nothing back.")
    var force = false

    func call(_ client: APIClient) async throws {
        for key in try options.keys([.deployment, .app]) {
            guard !force || key.kind == .app else { throw Failure("\(key.kind.qualifiedPlural) know no --force") }
            let query = force ? [(name: "force", value: "true")] : []
            let answer = try await client.call("POST", SteadyTarget.of(key, "abort", query: query))
            for warning in answer.warnings { Console.warn(warning) }
            let outcome = force ? "and left where it stands" : "and taken back to what was up"
            Console.line("\(key.kind.qualifiedSingular)/\(key.name) aborted, \(outcome)")
        }
    }
}
