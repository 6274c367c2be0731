import Dispatch
import Glibc
import Synchronization

/// Why the daemon ends.
enum End: Sendable {
    /// It was told to stop; what it runs goes on.
    case stop
    /// Everything that it runs is to end with it.
    case down
}

/// Waits for the word to end: SIGTERM, SIGINT, or a call.
final class EndSignal: Sendable {
    private struct State {
        var end: End?
        var waiting: CheckedContinuation<End, Never>?
    }

    private let state = Mutex(State())
    // Made and set up in `init`, never touched again: only their existence matters.
    nonisolated(unsafe) private let sources: [any DispatchSourceSignal]

    init() {
        var sources: [any DispatchSourceSignal] = []
        for number in [SIGTERM, SIGINT] {
            signal(number, SIG_IGN)
            sources.append(DispatchSource.makeSignalSource(signal: number))
        }
        self.sources = sources
        for source in sources {
            source.setEventHandler { [weak self] in self?.raise(.stop) }
            source.resume()
        }
    }

    func raise(_ end: End) {
        let waiting = state.withLock { state in
            state.end = state.end ?? end
            defer { state.waiting = nil }
            return state.waiting
        }
        waiting?.resume(returning: end)
    }

    func wait() async -> End {
        await withCheckedContinuation { continuation in
            let end = state.withLock { state in
                if state.end == nil { state.waiting = continuation }
                return state.end
            }
            if let end { continuation.resume(returning: end) }
        }
    }
}
