import Client
import Model
import Rendering
import Synchronization
import YAML

/// Waits until objects are up and ready, and shows how it goes.
struct Readiness: Sendable {
    let client: APIClient
    let keys: [ObjectKey]
    let timeoutSeconds: Int

    /// - Throws: `Failure` when time runs out, naming what is not ready and why.
    func wait() async throws {
        let awaited = keys.filter { [.deployment, .replicaSet, .pod, .app].contains($0.kind) }
        guard !awaited.isEmpty else { return }
        let progress = Progress(keys: awaited)
        progress.show()
        try await withTimeLimit(
            seconds: timeoutSeconds,
            late: { Failure("timed out after \(timeoutSeconds) s: \(progress.unready)") }
        ) {
            try await withThrowingTaskGroup { group in
                for key in awaited { group.addTask { try await follow(key, progress) } }
                try await group.waitForAll()
            }
        }
    }

    private func follow(_ key: ObjectKey, _ progress: Progress) async throws {
        while true {
            let isReady = try await client.follow(key) { event in
                guard event.type != "DELETED", let object = try? event.object.decoded() else { return false }
                let judged = ReadyState(object)
                let before = progress.set(key, judged)
                // One that stood there before is about another update.
                if let before, before.failure == nil, let failure = judged.failure {
                    throw Failure("\(key): \(failure)")
                }
                return judged.isReady
            }
            if isReady { return }
        }
    }

    /// What is known of each object, drawn on the terminal as it changes; elsewhere each object is told once, at its
    /// end.
    private final class Progress: Sendable {
        private struct State {
            var states: [ObjectKey: ReadyState] = [:]
            var lines = LiveLines(width: Console.width)
        }

        private let keys: [ObjectKey]
        private let state = Mutex(State())

        init(keys: [ObjectKey]) {
            self.keys = keys
        }

        /// Returns what was known before.
        func set(_ key: ObjectKey, _ value: ReadyState) -> ReadyState? {
            let before = state.withLock { state in
                let before = state.states[key]
                state.states[key] = value
                return before
            }
            if Console.outputIsTerminal {
                show()
            } else if value.isReady, before?.isReady != true {
                Console.line(line(of: key, value))
            }
            return before
        }

        func show() {
            guard Console.outputIsTerminal else { return }
            let text = state.withLock { state in
                let lines = keys.map { line(of: $0, state.states[$0]) }
                return state.lines.draw(lines)
            }
            Console.write(text)
        }

        var unready: String {
            state.withLock { state in
                keys.filter { state.states[$0]?.isReady != true }.map { line(of: $0, state.states[$0]) }
                    .joined(separator: "; ")
            }
        }

        private func line(of key: ObjectKey, _ value: ReadyState?) -> String {
            let style = Console.style
            let isReady = value?.isReady ?? false
            let mark = isReady ? style.paint("✓", .green) : style.paint("…", .yellow)
            let text = (value?.text ?? "waiting").printable
            let prefix = Console.outputIsTerminal ? "\(mark) " : ""
            return "\(prefix)\(key.kind.qualifiedSingular)/\(key.name) \(text)"
        }
    }
}
