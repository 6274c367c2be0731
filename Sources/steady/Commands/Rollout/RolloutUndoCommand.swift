import ArgumentParser
import Client
import Model
import Rendering
import YAML

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
            let deployment = try await client.deployment(key)
            let name = "\(key.kind.qualifiedSingular)/\(key.name)"
            guard !deployment.spec.paused else {
                throw Failure(
                    "cannot rollback a paused deployment; resume it first with `steady rollout resume \(name)`"
                )
            }
            let history = try await client.revisions(of: deployment)
            switch history.target(of: toRevision == 0 ? nil : toRevision) {
            case .missing(let problem): throw Failure(problem)
            case .present(let revision):
                Console.line("\(name) skipped rollback (current template already matches revision \(revision))")
            case .revision(let revision, let template, let changeCause):
                if !dryRun { try await client.replaceTemplate(of: deployment, template, changeCause) }
                Console.line("\(name) rolled back to revision \(revision)\(dryRun ? " (dry run)" : "")")
            }
        }
    }
}

extension APIClient {
    /// Puts an earlier template in force, and keeps the directory from putting its own back.
    fileprivate func replaceTemplate(
        of deployment: Deployment,
        _ template: PodTemplateSpec,
        _ changeCause: String?
    ) async throws {
        var annotations = deployment.metadata.annotations
        annotations[RolloutAnnotation.changeCause] = changeCause
        let patch: Value = [
            // Somebody else's change in between must not be undone unseen.
            ["op": "test", "path": "/metadata/resourceVersion", "value": .string(deployment.metadata.resourceVersion)],
            ["op": "replace", "path": "/spec/template", "value": try Value.parse(json: template.json())],
            [
                "op": "add", "path": "/metadata/annotations",
                "value": .object(Fields(annotations.mapValues(Value.string))),
            ],
        ]
        _ = try await call(
            "PATCH",
            ResourcePath.target(deployment.key, query: [(name: "hold", value: "true")]),
            contentType: "application/json-patch+json",
            body: Array(patch.json().utf8)
        )
    }
}
