import ArgumentParser
import Client
import Model
import Rendering
import YAML

struct RolloutCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rollout",
        abstract: "Follow, hold up, repeat or take back what a change of a template does.",
        subcommands: [
            RolloutStatusCommand.self, RolloutHistoryCommand.self, RolloutUndoCommand.self,
            RolloutRestartCommand.self, RolloutPauseCommand.self, RolloutResumeCommand.self,
            RolloutPromoteCommand.self, RolloutAbortCommand.self, RolloutListCommand.self,
        ]
    )
}

/// What every subcommand is told.
struct RolloutOptions: ParsableArguments {
    @OptionGroup var state: StateOptions
    @OptionGroup var namespaces: NamespaceOptions

    @Argument(help: "TYPE NAME ... or TYPE/NAME ...: deployments; apps, where the subcommand says so.")
    var objects: [String]

    /// - Parameter kinds: those that the subcommand is for.
    func keys(_ kinds: [Kind]) throws -> [ObjectKey] {
        let keys = try ObjectName.keys(objects, namespace: namespaces.namespace)
        guard !keys.isEmpty else { throw ValidationError("You must say which \(objects[0]) is meant.") }
        for key in keys where !kinds.contains(key.kind) {
            let known = kinds.map(\.qualifiedPlural).joined(separator: " and ")
            throw Failure("\(key.kind.qualifiedPlural) have no such rollouts; \(known) have")
        }
        return keys
    }
}

extension APIClient {
    func deployment(_ key: ObjectKey) async throws -> Deployment {
        guard let deployment = Deployment(try await get(ResourcePath.target(key)).decoded()) else {
            throw Failure("\(key): the daemon answered with something else")
        }
        return deployment
    }

    func revisions(of deployment: Deployment) async throws -> RevisionHistory {
        let list = try await get(ResourcePath.target(.replicaSet, namespace: deployment.metadata.namespace))
        let sets = try (list["items"]?.array ?? []).compactMap { ReplicaSet(try $0.decoded()) }
        return RevisionHistory(deployment, sets)
    }
}
