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
        var waiting: CheckedContinuation<Void, Never>?
    }

    private let state = Mutex(State())

    /// Lets the word come by SIGTERM and SIGINT, for as long as the program lives.
    func listenToSignals() {
        for number in [SIGTERM, SIGINT] {
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number)
            source.setEventHandler {
                self.raise(.stop)
                // The handler keeps the source, or it would end.
                _ = source
            }
            source.resume()
        }
    }

    func raise(_ end: End) {
        let waiting = state.withLock { state in
            state.end = state.end ?? end
            defer { state.waiting = nil }
            return state.waiting
        }
        waiting?.resume()
    }

    /// What was said, once something was.
    var given: End? { state.withLock { $0.end } }

    func wait() async {
        await withCheckedContinuation { continuation in
            let isGiven = state.withLock { state in
                if state.end == nil { state.waiting = continuation }
                return state.end != nil
            }
            if isGiven { continuation.resume() }
        }
    }
}
