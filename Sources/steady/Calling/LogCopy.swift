import Client
import Model
import Rendering

/// One container's log.
struct LogSource: Sendable, Hashable {
    var pod: ObjectKey
    /// Nil for the pod's only one, or the one that it names as its usual.
    var container: String?
}

/// Copies logs to standard output.
struct LogCopy: Sendable {
    let client: APIClient
    /// Whether each line tells its pod and container.
    let isPrefixed: Bool
    /// What is asked of each log.
    let query: [(name: String, value: String)]

    /// Copies one log to its end.
    func run(_ source: LogSource) async throws {
        let target = ResourcePath.target(
            .pod,
            namespace: source.pod.namespace,
            name: source.pod.name,
            subresource: "log",
            query: query + (source.container.map { [(name: "container", value: $0)] } ?? [])
        )
        let style = Console.style
        let label = style.paint(Self.name(of: source), style.colour(for: source.pod.name)) + " "
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
    }

    /// The same for one of several: what the daemon refuses is told, and stops none of the others.
    ///
    /// - Returns: false when it was refused.
    func runAmongOthers(_ source: LogSource) async throws -> Bool {
        do {
            try await run(source)
            return true
        } catch let refusal as Refusal {
            Console.note("\(Self.name(of: source)) \(refusal)")
            return false
        }
    }

    private static func name(of source: LogSource) -> String {
        "[pod/\(source.pod.name)\(source.container.map { "/\($0)" } ?? "")]"
    }
}
