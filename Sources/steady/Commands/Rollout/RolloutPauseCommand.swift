import ArgumentParser
import Client
import Model
import YAML

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

extension APIClient {
    fileprivate func setPaused(_ isPaused: Bool, _ key: ObjectKey) async throws {
        guard try await deployment(key).spec.paused != isPaused else {
            throw Failure("\(key.kind.qualifiedPlural) \"\(key.name)\" is \(isPaused ? "already" : "not") paused")
        }
        try await merge(["spec": ["paused": .bool(isPaused)]], into: key)
        Console.line("\(key.kind.qualifiedSingular)/\(key.name) \(isPaused ? "paused" : "resumed")")
    }

    /// Changes the fields of an object that `patch` names.
    func merge(_ patch: Value, into key: ObjectKey) async throws {
        _ = try await call(
            "PATCH",
            ResourcePath.target(key),
            contentType: "application/merge-patch+json",
            body: Array(patch.json().utf8)
        )
    }
}
