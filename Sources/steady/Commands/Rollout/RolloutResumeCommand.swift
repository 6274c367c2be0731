import ArgumentParser
import Client
import Model

struct RolloutResumeCommand: CallingCommand {
    static let configuration = CommandConfiguration(
        commandName: "resume",
        abstract: "Let a paused deployment's rollout go on."
    )

    @OptionGroup var options: RolloutOptions
    var state: StateOptions { options.state }

    func call(_ client: APIClient) async throws {
        for key in try options.keys([.deployment]) { try await client.setPaused(false, key) }
    }
}
