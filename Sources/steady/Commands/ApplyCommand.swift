import ArgumentParser
import Client
import Merging
import Model
import YAML

struct ApplyCommand: CallingCommand {
    static let configuration = CommandConfiguration(
        commandName: "apply",
        abstract: "Make the cluster match what manifests state.",
        discussion: """
            Always applied by the server: the fields that you state become yours, those that you no longer state go. \
            Nothing is changed when any of the files has a mistake.
            """
    )

    @OptionGroup var state: StateOptions
    @OptionGroup var namespaces: NamespaceOptions

    @Option(name: [.customShort("f"), .long], help: "Files and directories; - for standard input.")
    var filename: [String]

    @Flag(help: "Say what would be done, and do nothing.")
    var dryRun = false

    @Flag(help: "Take over fields that others manage.")
    var forceConflicts = false

    @Flag(help: "Wait until what was applied is up and ready, showing how it goes.")
    var wait = false

    @Option(help: "How many seconds to wait at most.")
    var timeout = 300

    @Option(help: "The name under which the fields are yours.")
    var fieldManager = "steady-cli"

    @Option(name: [.customShort("o"), .long], help: "How to print what was applied.")
    var output: OutputFormat?

    func call(_ client: APIClient) async throws {
        let manifests = try ManifestFiles.read(filename)
        try manifests.refuseProblems()
        guard !manifests.objects.isEmpty else { throw Failure("no objects passed to apply") }
        var applied: [ObjectKey] = []
        var hasFailed = false
        for statement in Self.ordered(manifests.objects) {
            do {
                applied.append(try await apply(statement, client))
            } catch let refusal as Refusal {
                Console.note("\(statement.place): \(refusal)")
                hasFailed = true
            }
        }
        if hasFailed { throw ExitCode(1) }
        if wait, !dryRun {
            try await Readiness(client: client, keys: applied, timeoutSeconds: timeout).wait()
        }
    }

    /// Namespaces come before what lies in them; else as written.
    private static func ordered(_ statements: [ManifestFiles.Statement]) -> [ManifestFiles.Statement] {
        statements.filter { $0.object.kind == .namespace } + statements.filter { $0.object.kind != .namespace }
    }

    private func apply(_ statement: ManifestFiles.Statement, _ client: APIClient) async throws -> ObjectKey {
        let key = statement.key(inNamespace: namespaces.namespace)
        let before = try await client.objectIfAny(key)
        let body = Array(try statement.configuration(inNamespace: namespaces.namespace).json().utf8)
        let answer = try await client.call(
            "PATCH",
            ResourcePath.target(key, query: query),
            contentType: "application/apply-patch+yaml",
            body: body
        )
        for warning in answer.warnings { Console.warn(warning) }
        tell(key, answer, before: before)
        return key
    }

    private var query: [(name: String, value: String)] {
        var query = [(name: "fieldManager", value: fieldManager), (name: "fieldValidation", value: "Strict")]
        if forceConflicts { query.append((name: "force", value: "true")) }
        if dryRun { query.append((name: "dryRun", value: "All")) }
        return query
    }

    private func tell(_ key: ObjectKey, _ answer: APIClient.Answer, before: Value?) {
        if let output, let text = try? output.text(answer.value.withoutManagedFields) {
            return Console.write(text)
        }
        let isSame = ObjectDiff(from: before, to: answer.value, kind: key.kind).isEmpty
        let word = answer.status == 201 || before == nil ? "created" : isSame ? "unchanged" : "configured"
        Console.line("\(key.kind.qualifiedSingular)/\(key.name) \(word)\(dryRun ? " (server dry run)" : "")")
    }
}
