import ArgumentParser
import Client
import Model

struct RolloutAbortCommand: CallingCommand {
    static let configuration = CommandConfiguration(
        commandName: "abort",
        abstract: "Take the update that is under way back to what was up before it.",
        discussion: """
            Where a file in the watched directory states the template, what was up before holds until the file's \
            template changes.
            """
    )

    @OptionGroup var options: RolloutOptions
    var state: StateOptions { options.state }

    func call(_ client: APIClient) async throws {
        for key in try options.keys([.deployment]) {
            _ = try await client.call("POST", SteadyTarget.of(key, "abort"))
            Console.line("\(key.kind.qualifiedSingular)/\(key.name) aborted, and taken back to what was up")
        }
    }
}
