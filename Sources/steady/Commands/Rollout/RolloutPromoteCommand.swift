import ArgumentParser
import Client
import Model

struct RolloutPromoteCommand: CallingCommand {
    static let configuration = CommandConfiguration(
        commandName: "promote",
        abstract: "Let a stepped update go on from the pause that it waits at.",
        discussion: """
            A deployment's annotation \(RolloutSteps.annotation) names the steps of its updates: 1,25%,pause,100% begins \
            with one pod, goes on to a quarter when that is available, and then waits for this command.
            """
    )

    @OptionGroup var options: RolloutOptions
    var state: StateOptions { options.state }

    @Flag(help: "Beyond all pauses that are still to come, too.")
    var full = false

    func call(_ client: APIClient) async throws {
        let query = full ? [(name: "full", value: "true")] : []
        for key in try options.keys([.deployment]) {
            _ = try await client.call("POST", SteadyTarget.of(key, "promote", query: query))
            Console.line("\(key.kind.qualifiedSingular)/\(key.name) promoted")
        }
    }
}
