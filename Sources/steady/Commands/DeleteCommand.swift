import ArgumentParser
import Client
import Model
import YAML

struct DeleteCommand: CallingCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete",
        abstract: "Delete objects.",
        usage: "steady delete (TYPE NAME ... | TYPE/NAME ... | TYPE -l SELECTOR | TYPE --all | -f FILE) [options]",
        discussion: """
            What a file in the watched directory states is not deleted: remove it from the file, or delete it with \
            --hold, which lasts until the file's words change.
            """
    )

    @OptionGroup var state: StateOptions
    @OptionGroup var namespaces: NamespaceOptions

    @Argument(help: "What to delete.")
    var objects: [String] = []

    @Option(
        name: [.customShort("f"), .long],
        help: "Delete what these files and directories state; - for standard input."
    )
    var filename: [String] = []

    @Option(name: [.customShort("l"), .long], help: "What these labels select.")
    var selector: String?

    @Flag(help: "All objects of the type in the namespace.")
    var all = false

    @Option(help: "Seconds that a pod is given to end; by default what it asks for.")
    var gracePeriod: Int?

    @Flag(help: "The same as --grace-period=1.")
    var now = false

    @Option(help: "What becomes of dependents.")
    var cascade: Cascade = .background

    @Flag(inversion: .prefixedNo, help: "Wait until the objects are gone.")
    var wait = true

    @Flag(help: "Say nothing of what is not there.")
    var ignoreNotFound = false

    @Flag(help: "Delete even what a file states, until its words change.")
    var hold = false

    enum Cascade: String, ExpressibleByArgument, CaseIterable {
        case background
        case foreground
        case orphan
    }

    func validate() throws {
        let isByFile = !filename.isEmpty
        guard !isByFile || objects.isEmpty else {
            throw ValidationError(
                "when files or stdin are provided as input, you may not specify resource arguments as well"
            )
        }
        guard !isByFile || selector == nil && !all else {
            throw ValidationError("when files or stdin are provided as input, you may not select with -l or --all")
        }
        guard selector == nil || !all else {
            throw ValidationError("cannot set --all and --selector at the same time")
        }
        guard !namesObjects || selector == nil && !all else {
            throw ValidationError("name cannot be provided when a selector is specified")
        }
        guard gracePeriod == nil || !now else {
            throw ValidationError("--now and --grace-period cannot be specified together")
        }
        guard gracePeriod ?? 0 >= 0 else { throw ValidationError("--grace-period must not be negative.") }
    }

    private var namesObjects: Bool { ObjectName.namesObjects(objects) }

    func call(_ client: APIClient) async throws {
        let keys = try await keys(client)
        if keys.isEmpty { Console.line("No resources found") }
        var deleted: [ObjectKey] = []
        var hasFailed = false
        for key in keys {
            do {
                _ = try await client.call("DELETE", ResourcePath.target(key, query: query), body: options)
                deleted.append(key)
                let place = key.namespace.isEmpty ? "" : " from \(key.namespace) namespace"
                Console.line("\(key.kind.qualifiedSingular) \"\(key.name)\" deleted\(place)")
            } catch let refusal as Refusal where refusal.isNotFound && ignoreNotFound {
                continue
            } catch let refusal as Refusal where keys.count > 1 {
                Console.note("\(refusal)")
                hasFailed = true
            }
        }
        if wait {
            for key in deleted { try await waitUntilGone(key, client) }
        }
        if hasFailed { throw ExitCode(1) }
    }

    private func keys(_ client: APIClient) async throws -> [ObjectKey] {
        if !filename.isEmpty {
            let manifests = try ManifestFiles.read(filename)
            try manifests.refuseProblems()
            return manifests.objects.map { $0.key(inNamespace: namespaces.namespace) }
        }
        guard let first = objects.first else { throw ValidationError("You must say what to delete.") }
        guard !namesObjects else {
            return try ObjectName.keys(objects, namespace: namespaces.namespace)
        }
        guard all || selector != nil else {
            throw Failure("resource(s) were provided, but no name was specified")
        }
        var keys: [ObjectKey] = []
        for kind in try ObjectName.kinds(first) {
            keys += try await client.keys(of: kind, namespace: namespaces.namespace, selector: selector)
        }
        return keys
    }

    private var query: [(name: String, value: String)] {
        hold ? [(name: "hold", value: "true")] : []
    }

    private var options: [UInt8] {
        let policy = cascade.rawValue.prefix(1).uppercased() + cascade.rawValue.dropFirst()
        var fields: Fields = ["propagationPolicy": .string(policy)]
        if let period = now ? 1 : gracePeriod { fields["gracePeriodSeconds"] = .int(Int64(period)) }
        return Array(Value.object(fields).json().utf8)
    }

    /// A watch may end before the object does; then it is looked at again.
    private func waitUntilGone(_ key: ObjectKey, _ client: APIClient) async throws {
        while let object = try await client.objectIfAny(key) {
            // Another object may have come in its place; the one that was deleted is then gone.
            guard object["metadata"]?["deletionTimestamp"] != nil else { return }
            let version = object["metadata"]?["resourceVersion"]?.string ?? "0"
            if try await client.follow(key, from: version, until: { $0.type == "DELETED" }) { return }
        }
    }
}

extension APIClient {
    /// The keys of the objects that labels select.
    func keys(
        of kind: Kind,
        namespace: String,
        selector: String?,
        at moment: AskedMoment? = nil
    ) async throws -> [ObjectKey] {
        let query = (selector.map { [(name: "labelSelector", value: $0)] } ?? []) + (moment?.query ?? [])
        let list = try await get(ResourcePath.target(kind, namespace: namespace, query: query))
        return (list["items"]?.array ?? []).map { item in
            ObjectKey(
                kind,
                namespace: item["metadata"]?["namespace"]?.string ?? "",
                name: item["metadata"]?["name"]?.string ?? ""
            )
        }
    }
}
