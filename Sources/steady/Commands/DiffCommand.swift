import ArgumentParser
import Client
import Merging
import Model
import Rendering
import YAML

struct DiffCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Show what applying manifests would change, or what has changed.",
        usage: """
            steady diff -f FILE [-f FILE ...] [options]
            steady diff OLD NEW
            steady diff --at MOMENT [TYPE[,TYPE] [NAME ...] | TYPE/NAME ...] [options]
            steady diff --at MOMENT -f FILE [-f FILE ...] [options]
            """,
        discussion: """
            With -f, the daemon says what would become of each object. With two directories or files, these are \
            compared; that needs no daemon. With --at, what was said then is compared with what is said now: of the \
            objects that are named, or of all that somebody wrote. With --at and -f, the daemon says what would have \
            become of each object then.
            Ends with 0 when there is no difference, 1 when there is one, 2 when it could not be told.
            """
    )

    @OptionGroup var state: StateOptions
    @OptionGroup var namespaces: NamespaceOptions

    @Option(name: [.customShort("f"), .long], help: "Files and directories; - for standard input.")
    var filename: [String] = []

    @Argument(help: "Two files or directories to compare; with --at the objects.")
    var paths: [String] = []

    @OptionGroup var past: PastOptions

    @Flag(name: [.customShort("A"), .long], help: "With --at: in all namespaces.")
    var allNamespaces = false

    @Option(help: "The name under which the fields would be yours.")
    var fieldManager = "steady-cli"

    func validate() throws {
        if past.at != nil, filename.isEmpty {
            guard !allNamespaces || !ObjectName.namesObjects(paths) else {
                throw ValidationError("a resource cannot be retrieved by name across all namespaces")
            }
            return
        }
        guard !allNamespaces else { throw ValidationError("-A says whose past is meant: it goes with --at alone.") }
        guard filename.isEmpty || paths.isEmpty else {
            throw ValidationError("-f names what is compared: leave out \(paths.joined(separator: " ")).")
        }
        guard !filename.isEmpty || paths.count == 2 else {
            throw ValidationError("Give either -f with what would be applied, or two directories.")
        }
    }

    func run() async throws {
        do {
            let differs =
                if !filename.isEmpty {
                    try await compareWithDaemon(state.client)
                } else if past.at != nil {
                    try await compareWithPast(state.client)
                } else {
                    try compareFiles()
                }
            if differs { throw ExitCode(1) }
        } catch {
            throw Failure.exit(after: error, code: 2)
        }
    }

    // MARK: Against the daemon

    private func compareWithDaemon(_ client: APIClient) async throws -> Bool {
        let manifests = try ManifestFiles.read(filename)
        try manifests.refuseProblems()
        let moment = try await past.moment(client)
        var differs = false
        for statement in manifests.objects {
            let key = statement.key(inNamespace: namespaces.namespace)
            let live = try await client.objectIfAny(key, query: moment.query)
            let body = Array(try statement.configuration(inNamespace: namespaces.namespace).json().utf8)
            let query = [
                (name: "fieldManager", value: fieldManager), (name: "force", value: "true"),
                (name: "dryRun", value: "All"),
            ]
            let sides = moment.isPast ? ("then", "merged") : ("live", "merged")
            let merged = try await client.call(
                "PATCH",
                ResourcePath.target(key, query: query + moment.query),
                contentType: "application/apply-patch+yaml",
                body: body
            )
            differs = show(ObjectDiff(from: live, to: merged.value, kind: key.kind), key, sides) || differs
        }
        return differs
    }

    // MARK: Then and now

    private func compareWithPast(_ client: APIClient) async throws -> Bool {
        let comparison = PastComparison(client: client, moment: try await past.moment(client))
        let namespace = allNamespaces ? nil : namespaces.namespace
        var differs = false
        for (key, then, now) in try await comparison.versions(paths, namespace: namespace) {
            differs = show(ObjectDiff(from: then, to: now, kind: key.kind), key, ("then", "now")) || differs
        }
        return differs
    }

    // MARK: Two directories

    private func compareFiles() throws -> Bool {
        let (old, new) = (try statements(paths[0]), try statements(paths[1]))
        var differs = false
        for key in Set(old.keys).union(new.keys).sorted() {
            differs = show(ObjectDiff(from: old[key], to: new[key], kind: key.kind), key) || differs
        }
        return differs
    }

    private func statements(_ path: String) throws -> [ObjectKey: Value] {
        let manifests = try ManifestFiles.read([path])
        try manifests.refuseProblems()
        var values: [ObjectKey: Value] = [:]
        for statement in manifests.objects {
            let key = statement.key(inNamespace: namespaces.namespace)
            values[key] = try statement.configuration(inNamespace: namespaces.namespace)
        }
        return values
    }

    // MARK: Showing

    private func show(
        _ diff: ObjectDiff,
        _ key: ObjectKey,
        _ sides: (old: String, new: String) = ("live", "merged")
    ) -> Bool {
        guard !diff.isEmpty else { return false }
        let name = "\(key)"
        let style = Console.style
        for line in diff.unified(oldName: "\(sides.old)/\(name)", newName: "\(sides.new)/\(name)").split(
            separator: "\n"
        ) {
            let text = String(line).printable
            switch line.first {
            case "+": Console.line(style.paint(text, .green))
            case "-": Console.line(style.paint(text, .red))
            case "@": Console.line(style.paint(text, .cyan))
            default: Console.line(text)
            }
        }
        return true
    }
}
