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
            All of it is tried on the server first: nothing is changed when any of the files has a mistake, or the \
            server would refuse any of the objects.
            """
    )

    @OptionGroup var state: StateOptions
    @OptionGroup var namespaces: NamespaceOptions

    @Option(name: [.customShort("f"), .long], help: "Files and directories; - for standard input.")
    var filename: [String]

    @Flag(help: "Say what would be done, and do nothing.")
    var dryRun = false

    @Flag(help: "Take over fields that others manage, as --force does.")
    var forceConflicts = false

    @Flag(help: "The same, and change apps though another change of them is being deployed, in whose place this comes.")
    var force = false

    @Flag(help: "Wait until what was applied is up and ready, showing how it goes.")
    var wait = false

    @Option(help: "How many seconds to wait at most.")
    var timeout = 300

    @Option(help: "The name under which the fields are yours.")
    var fieldManager = "steady-cli"

    @Option(
        name: [.customShort("o"), .long],
        help: "How to print what was applied: yaml, json, name, jsonpath=TEMPLATE.",
        transform: OutputFormat.ofObjects
    )
    var output: OutputFormat?

    func call(_ client: APIClient) async throws {
        let manifests = try ManifestFiles.read(filename)
        try manifests.refuseProblems()
        guard !manifests.objects.isEmpty else { throw Failure("no objects passed to apply") }
        let statements = Self.ordered(manifests.objects)
        // One alone is applied or refused whole as it is.
        if !dryRun, statements.count > 1 {
            let refused = try await refusals(of: statements, isTrial: true) {
                _ = try await send($0, client, isTrial: true)
            }
            guard refused == 0 else {
                throw Failure("\(refused) of \(statements.count) objects would be refused; nothing was changed")
            }
        }
        var applied: [ObjectKey] = []
        let refused = try await refusals(of: statements, isTrial: dryRun) {
            applied.append(try await apply($0, client))
        }
        if refused > 0 { throw ExitCode(1) }
        if wait, !dryRun {
            try await Readiness(client: client, keys: applied, timeoutSeconds: timeout).wait()
        }
    }

    /// Namespaces come before what lies in them; else as written.
    private static func ordered(_ statements: [ManifestFiles.Statement]) -> [ManifestFiles.Statement] {
        statements.filter { $0.object.kind == .namespace } + statements.filter { $0.object.kind != .namespace }
    }

    /// Does the same with each, tells which were refused, and how many those are.
    private func refusals(
        of statements: [ManifestFiles.Statement],
        isTrial: Bool,
        _ body: (ManifestFiles.Statement) async throws -> Void
    ) async throws -> Int {
        var count = 0
        for statement in statements {
            do {
                try await body(statement)
            } catch let refusal as Refusal {
                if isTrial, refusal.isNotFound, waitsForNamespace(statement, among: statements) { continue }
                Console.note("\(statement.place): \(refusal)")
                count += 1
            }
        }
        return count
    }

    /// Whether it can't be tried before the set's own namespace is there.
    private func waitsForNamespace(
        _ statement: ManifestFiles.Statement,
        among statements: [ManifestFiles.Statement]
    ) -> Bool {
        let namespace = statement.key(inNamespace: namespaces.namespace).namespace
        return statements.contains { $0.object.kind == .namespace && $0.object.metadata.name == namespace }
    }

    private func apply(_ statement: ManifestFiles.Statement, _ client: APIClient) async throws -> ObjectKey {
        let key = statement.key(inNamespace: namespaces.namespace)
        let before = try await client.objectIfAny(key)
        let answer = try await send(statement, client, isTrial: dryRun)
        for warning in answer.warnings { Console.warn(warning) }
        tell(key, answer, before: before)
        return key
    }

    private func send(
        _ statement: ManifestFiles.Statement,
        _ client: APIClient,
        isTrial: Bool
    ) async throws -> APIClient.Answer {
        try await client.call(
            "PATCH",
            ResourcePath.target(statement.key(inNamespace: namespaces.namespace), query: query(isTrial)),
            contentType: "application/apply-patch+yaml",
            body: Array(try statement.configuration(inNamespace: namespaces.namespace).json().utf8)
        )
    }

    private func query(_ isTrial: Bool) -> [(name: String, value: String)] {
        var query = [(name: "fieldManager", value: fieldManager), (name: "fieldValidation", value: "Strict")]
        if forceConflicts || force { query.append((name: "force", value: "true")) }
        if isTrial { query.append((name: "dryRun", value: "All")) }
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
