import Dispatch
import Glibc

/// Why the daemon ends.
enum End: Sendable {
    /// It was told to stop; what it runs goes on.
    case stop
    /// Everything that it runs is to end with it.
    case down(DownOrder)
}

/// Waits for the word to end: SIGTERM, SIGINT, or a call. The first one counts.
final class EndSignal: Sendable {
    private let words: AsyncStream<End>
    private let speaker: AsyncStream<End>.Continuation

    init() { (words, speaker) = AsyncStream.makeStream(bufferingPolicy: .bufferingOldest(1)) }

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

    /// - Returns: false when it was told to end before.
    @discardableResult
    func raise(_ end: End) -> Bool {
        defer { speaker.finish() }
        if case .enqueued = speaker.yield(end) { return true }
        return false
    }

    /// What was said, once something was; nil when the task is cancelled first. To be called once.
    func wait() async -> End? {
        await words.first { _ in true }
    }
}
