import ArgumentParser
import Client
import Model

struct LogsCommand: CallingCommand {
    static let configuration = CommandConfiguration(
        commandName: "logs",
        abstract: "Print what containers wrote.",
        usage: "steady logs (POD | TYPE/NAME ... | -l SELECTOR) [-c CONTAINER] [options]",
        discussion: """
            Of a deployment, a replica set, an app or a service the logs of all its pods are printed. Where there are \
            several, each line tells its pod, in a colour of its own. With -f, pods that come later are followed, too.
            """
    )

    @OptionGroup var state: StateOptions
    @OptionGroup var namespaces: NamespaceOptions

    @Argument(help: "Whose logs: a pod, or deploy/web, app/clock, svc/web.")
    var objects: [String] = []

    @Option(name: [.customShort("l"), .long], help: "The pods that these labels select.")
    var selector: String?

    @Option(name: [.customShort("c"), .long], help: "The container; by default the pod's only one.")
    var container: String?

    @Flag(help: "All containers of each pod.")
    var allContainers = false

    @Flag(name: [.customShort("f"), .long], help: "Go on with what is written later.")
    var follow = false

    @Option(help: "The last lines only; by default all, 10 with a selector.")
    var tail: Int?

    @Option(help: "Only what is as young as this: 30s, 5m, 2h30m, 1d.")
    var since: Span?

    @Flag(name: [.customShort("p"), .long], help: "The container's life before the present one.")
    var previous = false

    @Flag(help: "Put the time before each line.")
    var timestamps = false

    @Flag(
        inversion: .prefixedNo,
        help: "Put the pod and the container before each line; by default where there are several."
    )
    var prefix: Bool?

    func validate() throws {
        guard selector == nil || objects.isEmpty else {
            throw ValidationError("only a selector (-l) or a POD name is allowed")
        }
        guard selector != nil || !objects.isEmpty else { throw ValidationError("You must say whose logs are meant.") }
        guard container == nil || !allContainers else {
            throw ValidationError("--all-containers should not be specified with container name \(container ?? "")")
        }
    }

    func call(_ client: APIClient) async throws {
        let selections = try await selections(client)
        if follow, selections.contains(where: \.canGrow) {
            return try await self.follow(selections, client)
        }
        var found: [LogSource] = []
        for selection in selections { found += try await client.pods(selection).pods.flatMap(sources(of:)) }
        guard !found.isEmpty else {
            throw Failure("No resources found in \(namespaces.namespace) namespace.")
        }
        let copy = LogCopy(client: client, isPrefixed: prefix ?? (found.count > 1), query: query + choice)
        if found.count == 1 { return try await copy.run(found[0]) }
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for source in found { group.addTask { try await copy.runAmongOthers(source) } }
            var hasFailed = false
            for try await isGood in group where !isGood { hasFailed = true }
            if hasFailed { throw ExitCode(1) }
        }
    }

    private func follow(_ selections: [PodSelection], _ client: APIClient) async throws {
        let isPrefixed = prefix ?? true
        let following = LogFollowing(
            client: client,
            selections: selections,
            sources: { sources(of: $0) },
            first: LogCopy(client: client, isPrefixed: isPrefixed, query: query + choice),
            later: LogCopy(client: client, isPrefixed: isPrefixed, query: query)
        )
        try await following.run()
    }

    // MARK: Which logs

    private func selections(_ client: APIClient) async throws -> [PodSelection] {
        if let selector { return [.labels(namespace: namespaces.namespace, selector: selector)] }
        var selections: [PodSelection] = []
        for word in objects {
            let key = try ObjectName.key(word, namespace: namespaces.namespace, default: .pod)
            selections.append(try await client.podSelection(of: key))
        }
        return selections
    }

    private func sources(of pod: Pod) -> [LogSource] {
        let key = ObjectKey(.pod, namespace: pod.metadata.namespace, name: pod.metadata.name)
        guard allContainers else { return [LogSource(pod: key, container: container)] }
        let names = pod.spec.initContainers.map(\.name) + pod.spec.containers.map(\.name)
        return names.map { LogSource(pod: key, container: $0) }
    }

    // MARK: What of them

    /// How each log is printed.
    private var query: [(name: String, value: String)] {
        var query: [(name: String, value: String)] = []
        if follow { query.append((name: "follow", value: "true")) }
        if previous { query.append((name: "previous", value: "true")) }
        if timestamps { query.append((name: "timestamps", value: "true")) }
        return query
    }

    /// Which of the lines that are there already.
    private var choice: [(name: String, value: String)] {
        var choice: [(name: String, value: String)] = []
        if let since { choice.append((name: "sinceSeconds", value: String(since.seconds))) }
        let lines = tail ?? (selector == nil ? nil : 10)
        if let lines, lines >= 0 { choice.append((name: "tailLines", value: String(lines))) }
        return choice
    }
}

extension PodSelection {
    /// Whether others may come to belong to it.
    fileprivate var canGrow: Bool {
        if case .labels = self { true } else { false }
    }
}
