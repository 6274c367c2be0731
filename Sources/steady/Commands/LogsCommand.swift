import ArgumentParser
import Client
import Model
import Rendering
import YAML

struct LogsCommand: CallingCommand {
    static let configuration = CommandConfiguration(
        commandName: "logs",
        abstract: "Print what containers wrote.",
        usage: "steady logs (POD | TYPE/NAME ... | -l SELECTOR) [-c CONTAINER] [options]",
        discussion: """
            Of a deployment, a replica set, an app or a service the logs of all its pods are printed. Where there are \
            several, each line tells its pod, in a colour of its own.
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
    var since: Age?

    @Flag(name: [.customShort("p"), .long], help: "The container's life before the present one.")
    var previous = false

    @Flag(help: "Put the time before each line.")
    var timestamps = false

    @Flag(
        inversion: .prefixedNo,
        help: "Put the pod and the container before each line; by default where there are several."
    )
    var prefix: Bool?

    /// A span of time on the command line.
    struct Age: ExpressibleByArgument {
        var seconds: Int

        init?(argument: String) {
            guard let seconds = SpanText.seconds(argument) else { return nil }
            self.seconds = seconds
        }
    }

    /// One container's log.
    private struct Source: Sendable {
        var pod: ObjectKey
        var container: String?
    }

    func call(_ client: APIClient) async throws {
        let sources = try await sources(client)
        let isPrefixed = prefix ?? (sources.count > 1)
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for source in sources {
                group.addTask { try await copy(source, client, isPrefixed: isPrefixed, isOnly: sources.count == 1) }
            }
            var hasFailed = false
            for try await isGood in group where !isGood { hasFailed = true }
            if hasFailed { throw ExitCode(1) }
        }
    }

    // MARK: Which logs

    private func sources(_ client: APIClient) async throws -> [Source] {
        let pods = try await pods(client)
        guard !pods.isEmpty else {
            throw Failure("No resources found in \(namespaces.namespace) namespace.")
        }
        return pods.flatMap { pod in
            let key = ObjectKey(.pod, namespace: pod.metadata.namespace, name: pod.metadata.name)
            guard allContainers else { return [Source(pod: key, container: container)] }
            let names = pod.spec.initContainers.map(\.name) + pod.spec.containers.map(\.name)
            return names.map { Source(pod: key, container: $0) }
        }
    }

    private func pods(_ client: APIClient) async throws -> [Pod] {
        if let selector { return try await client.pods(in: namespaces.namespace, selector: selector) }
        guard !objects.isEmpty else { throw ValidationError("You must say whose logs are meant.") }
        var pods: [Pod] = []
        for word in objects {
            let key = try ObjectName.key(word, namespace: namespaces.namespace, default: .pod)
            pods += try await client.pods(of: key)
        }
        return pods
    }

    // MARK: Copying

    /// False when the daemon refuses; that of one of several does not stop the others.
    private func copy(_ source: Source, _ client: APIClient, isPrefixed: Bool, isOnly: Bool) async throws -> Bool {
        let target = ResourcePath.target(
            .pod,
            namespace: source.pod.namespace,
            name: source.pod.name,
            subresource: "log",
            query: query(source)
        )
        let name = "[pod/\(source.pod.name)\(source.container.map { "/\($0)" } ?? "")]"
        let label = Console.style.paint(name, Console.style.colour(for: source.pod.name)) + " "
        do {
            try await client.stream(target, accept: "*/*") { body in
                guard isPrefixed else {
                    for try await chunk in body { Console.write(chunk) }
                    return
                }
                for try await line in body.lines {
                    // One write for each line: lines of several pods are never mixed.
                    Console.write(Array(label.utf8) + line + [UInt8(ascii: "\n")])
                }
            }
            return true
        } catch let refusal as Refusal where !isOnly {
            Console.note("\(name) \(refusal)")
            return false
        }
    }

    private func query(_ source: Source) -> [(name: String, value: String)] {
        var query: [(name: String, value: String)] = []
        if let container = source.container { query.append((name: "container", value: container)) }
        if follow { query.append((name: "follow", value: "true")) }
        if previous { query.append((name: "previous", value: "true")) }
        if timestamps { query.append((name: "timestamps", value: "true")) }
        if let since { query.append((name: "sinceSeconds", value: String(since.seconds))) }
        let lines = tail ?? (selector == nil ? nil : 10)
        if let lines, lines >= 0 { query.append((name: "tailLines", value: String(lines))) }
        return query
    }
}

extension APIClient {
    /// The pods that labels select, sorted by name.
    func pods(in namespace: String, selector: String) async throws -> [Pod] {
        let list = try await get(
            ResourcePath.target(.pod, namespace: namespace, query: [(name: "labelSelector", value: selector)])
        )
        return try (list["items"]?.array ?? []).compactMap { Pod(try $0.decoded()) }
    }

    /// The pods behind an object: itself, or those that a workload or a service selects.
    func pods(of key: ObjectKey) async throws -> [Pod] {
        let object = try await get(ResourcePath.target(key)).decoded()
        let selector: String
        switch object {
        case .pod(let pod): return [pod]
        case .deployment(let deployment): selector = deployment.spec.selector.map(SelectorText.text) ?? ""
        case .replicaSet(let replicaSet): selector = replicaSet.spec.selector.map(SelectorText.text) ?? ""
        case .service(let service): selector = SelectorText.text(service.spec.selector)
        case .app(let app): selector = app.status.selector
        default: throw Failure("\(key.kind.qualifiedSingular)/\(key.name) has no pods")
        }
        guard !selector.isEmpty, selector != "<none>" else {
            throw Failure("\(key.kind.qualifiedSingular)/\(key.name) selects no pods")
        }
        return try await pods(in: key.namespace, selector: selector)
    }
}

extension Value {
    /// The object that the daemon answered.
    func decoded() throws -> Object {
        do throws(Problem) {
            return try Object(json: Array(json().utf8))
        } catch {
            throw Failure("read the daemon's answer: \(error)")
        }
    }
}

/// Spans of time as people write them.
enum SpanText {
    /// `90`, `30s`, `5m`, `2h30m`, `1d`; nil for anything else.
    static func seconds(_ text: String) -> Int? {
        if let plain = Int(text) { return plain >= 0 ? plain : nil }
        let units: [Character: Int] = ["s": 1, "m": 60, "h": 3600, "d": 86400, "w": 604_800]
        var total = 0
        var digits = ""
        for character in text {
            if character.isNumber {
                digits.append(character)
            } else {
                guard let count = Int(digits), let unit = units[character] else { return nil }
                total += count * unit
                digits = ""
            }
        }
        return digits.isEmpty && !text.isEmpty ? total : nil
    }
}
