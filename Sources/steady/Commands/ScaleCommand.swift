import ArgumentParser
import Client
import Model
import YAML

struct ScaleCommand: CallingCommand {
    static let configuration = CommandConfiguration(
        commandName: "scale",
        abstract: "Set how many pods a deployment, a replica set or an app has.",
        usage: "steady scale (TYPE NAME ... | TYPE/NAME ...) --replicas N [options]",
        discussion: """
            Where a file in the watched directory states the number, change it there; or scale with --hold, which \
            lasts until the file's words change.
            """
    )

    @OptionGroup var state: StateOptions
    @OptionGroup var namespaces: NamespaceOptions

    @Argument(help: "What to scale.")
    var objects: [String]

    @Option(parsing: .unconditional, help: "How many pods there are to be.")
    var replicas: Int

    @Option(help: "Only if there are to be this many now.")
    var currentReplicas: Int?

    @Flag(help: "Scale an app though a change of it is being deployed.")
    var force = false

    @Flag(help: "Overrule the file that states the number, until its words change.")
    var hold = false

    func validate() throws {
        guard replicas >= 0 else { throw ValidationError("--replicas must be 0 or more.") }
    }

    func call(_ client: APIClient) async throws {
        for key in try ObjectName.keys(objects, namespace: namespaces.namespace) {
            let target = ResourcePath.target(
                key.kind,
                namespace: key.namespace,
                name: key.name,
                subresource: "scale",
                query: [("hold", hold), ("force", force)].filter(\.1).map { (name: $0.0, value: "true") }
            )
            var body: Fields = ["spec": ["replicas": .int(Int64(replicas))]]
            if let currentReplicas {
                let scale = try await client.get(target)
                let found = scale["spec"]?["replicas"]?.int64 ?? 0
                guard found == currentReplicas else {
                    throw Failure("Expected replicas to be \(currentReplicas), was \(found)")
                }
                // What was looked at must still be there when it is changed.
                body["metadata"] = ["resourceVersion": scale["metadata"]?["resourceVersion"] ?? ""]
            }
            _ = try await client.call(
                "PATCH",
                target,
                contentType: "application/merge-patch+json",
                body: Array(Value.object(body).json().utf8)
            )
            Console.line("\(key.kind.qualifiedSingular)/\(key.name) scaled")
        }
    }
}
