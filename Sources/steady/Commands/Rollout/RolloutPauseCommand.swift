import ArgumentParser
import Client
import Model

struct RolloutPauseCommand: CallingCommand {
    static let configuration = CommandConfiguration(
        commandName: "pause",
        abstract: "Let no change of a deployment's template take effect until it is resumed.",
        discussion: "A rollout that is under way stops where it is; scaling goes on to work."
    )

    @OptionGroup var options: RolloutOptions
    var state: StateOptions { options.state }

    func call(_ client: APIClient) async throws {
        for key in try options.keys([.deployment]) { try await client.setPaused(true, key) }
    }
}
