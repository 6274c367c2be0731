import ArgumentParser
import Client
import Model
import YAML

struct RolloutRestartCommand: CallingCommand {
    static let configuration = CommandConfiguration(
        commandName: "restart",
        abstract: "Replace all pods of a deployment or an app, as an update would."
    )

    @OptionGroup var options: RolloutOptions
    var state: StateOptions { options.state }

    @Flag(help: "Of an app: even though another change of it is being deployed.")
    var force = false

    func call(_ client: APIClient) async throws {
        for key in try options.keys([.deployment, .app]) {
            let name = "\(key.kind.qualifiedSingular)/\(key.name)"
            let note: Value = [
                "metadata": ["annotations": [RolloutAnnotation.restartedAt: .string(Timestamp.now.description)]]
            ]
            if key.kind == .app {
                try await client.merge(note, into: key, force: force)
            } else {
                try await refusePaused(key, name, client)
                try await client.merge(["spec": ["template": note]], into: key)
            }
            Console.line("\(name) restarted")
        }
    }

    private func refusePaused(_ key: ObjectKey, _ name: String, _ client: APIClient) async throws {
        guard try await !client.deployment(key).spec.paused else {
            throw Failure("can't restart paused deployment (run `steady rollout resume \(name)` first)")
        }
    }
}
