import ArgumentParser
import Client
import Model
import YAML

struct RolloutRestartCommand: CallingCommand {
    static let configuration = CommandConfiguration(
        commandName: "restart",
        abstract: "Replace all pods of a deployment, as an update of its template would."
    )

    @OptionGroup var options: RolloutOptions
    var state: StateOptions { options.state }

    func call(_ client: APIClient) async throws {
        for key in try options.keys([.deployment]) {
            let name = "\(key.kind.qualifiedSingular)/\(key.name)"
            guard try await !client.deployment(key).spec.paused else {
                throw Failure("can't restart paused deployment (run `steady rollout resume \(name)` first)")
            }
            let annotations: Value = [RolloutAnnotation.restartedAt: .string(Timestamp.now.description)]
            try await client.merge(["spec": ["template": ["metadata": ["annotations": annotations]]]], into: key)
            Console.line("\(name) restarted")
        }
    }
}
