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
        guard objects.count == 1, !first.contains("/") else {
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
        if let gracePeriod { fields["gracePeriodSeconds"] = .int(Int64(gracePeriod)) }
        return Array(Value.object(fields).json().utf8)
    }

    private func waitUntilGone(_ key: ObjectKey, _ client: APIClient) async throws {
        let object: Value
        do {
            object = try await client.get(ResourcePath.target(key))
        } catch let refusal as Refusal where refusal.isNotFound {
            return
        }
        // Another object may have come in its place; the one that was deleted is then gone.
        guard object["metadata"]?["deletionTimestamp"] != nil else { return }
        let target = ResourcePath.target(
            key.kind,
            namespace: key.namespace,
            query: [
                (name: "watch", value: "true"), (name: "fieldSelector", value: "metadata.name=\(key.name)"),
                (name: "resourceVersion", value: object["metadata"]?["resourceVersion"]?.string ?? "0"),
            ]
        )
        struct Gone: Error {}
        do {
            try await client.watch(target) { event in
                if event.type == "DELETED" { throw Gone() }
            }
        } catch is Gone {
            return
        }
    }
}

extension APIClient {
    /// The keys of the objects that labels select.
    func keys(of kind: Kind, namespace: String, selector: String?) async throws -> [ObjectKey] {
        let query = selector.map { [(name: "labelSelector", value: $0)] } ?? []
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
