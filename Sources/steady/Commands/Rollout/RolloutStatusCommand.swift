import ArgumentParser
import Client
import Controllers
import Model
import Rendering
import Synchronization
import YAML

struct RolloutStatusCommand: CallingCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Wait until a deployment or an app is rolled out, and say how it goes.",
        discussion: """
            Of an app, tells how each instance stands. Exits 1 when the rollout misses its deadline or is given up, when \
            time runs out, or when the object goes.
            """
    )

    @OptionGroup var options: RolloutOptions
    var state: StateOptions { options.state }

    @Flag(name: .shortAndLong, inversion: .prefixedNo, help: "Wait for the end; else tell how it stands now.")
    var watch = true

    @Option(help: "Wait for this revision; an error when another one is under way.")
    var revision: Int?

    @Option(help: "How many seconds to wait at most; 0 means for ever.")
    var timeout: Int = 0

    func validate() throws {
        if let revision, revision < 1 { throw ValidationError("--revision counts from 1.") }
        if timeout < 0 { throw ValidationError("--timeout must not be negative.") }
    }

    func call(_ client: APIClient) async throws {
        for key in try options.keys([.deployment, .app]) {
            // Asked of both ways: a watch of what isn't there would wait for it.
            let present = try await status(of: key, client)
            if watch { try await follow(key, client) } else { _ = try tell(present) }
        }
    }

    /// Tells how it stands. Returns whether that is the end.
    private func tell(_ status: RolloutStatus) throws -> Bool {
        switch status {
        case .underWay(let text):
            Console.line(text)
            return false
        case .done(let text):
            Console.line(text)
            return true
        case .failed(let text):
            throw Failure(text)
        }
    }

    private func status(of key: ObjectKey, _ client: APIClient) async throws -> RolloutStatus {
        try await status(of: try await client.get(ResourcePath.target(key)).decoded(), client)
    }

    private func status(of object: Object, _ client: APIClient) async throws -> RolloutStatus {
        switch object {
        case .deployment(let deployment): return RolloutStatus(deployment, revision: revision)
        case .app(let app):
            let labels = (name: "labelSelector", value: "\(MarathonPod.appLabel)=\(app.metadata.name)")
            let list = try await client.get(
                ResourcePath.target(.pod, namespace: app.metadata.namespace, query: [labels])
            )
            let pods = try (list["items"]?.array ?? []).compactMap { Pod(try $0.decoded()) }
            return RolloutStatus(app, pods, configuration: app.configuration)
        default: throw Failure("\(object.key): the daemon answered with something else")
        }
    }

    private func follow(_ key: ObjectKey, _ client: APIClient) async throws {
        guard timeout > 0 else { return try await followToEnd(key, client) }
        let name = "\(key.kind.qualifiedSingular)/\(key.name)"
        try await withTimeLimit(
            seconds: timeout,
            late: { Failure("timed out after \(timeout) s waiting for \(name)") }
        ) {
            try await followToEnd(key, client)
        }
    }

    /// A watch begins with the object as it is, so that nothing is missed between two of them. Should the daemon be
    /// gone, asking again says so.
    private func followToEnd(_ key: ObjectKey, _ client: APIClient) async throws {
        // Most changes of an object say nothing new of its rollout.
        let last = Mutex<RolloutStatus?>(nil)
        while true {
            let isOver = try await client.follow(key) { event in
                if event.type == "DELETED" { throw Failure("object has been deleted") }
                let status = try await status(of: try event.object.decoded(), client)
                let isNews = last.withLock { last in
                    defer { last = status }
                    return status != last
                }
                return isNews ? try tell(status) : false
            }
            if isOver { return }
        }
    }
}
