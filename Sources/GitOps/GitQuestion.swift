import Dispatch
import Driving
import Synchronization

/// A question to git, asked on a thread of its own: a slow disk or a huge repository delays the names of commits, never
/// what the files say.
struct GitQuestion: Sendable {
    private let asking: Asking
    /// Nil on a machine without another thread: the files count all the same, without the names of commits.
    private let worker: Worker?

    /// - Parameter control: told when the answer is there.
    init(_ root: String, in repository: GitRepository, previous: GitHistory?, _ control: ControlPipe) {
        let asking = Asking()
        self.asking = asking
        worker = try? Worker(named: "git") {
            asking.answer(GitHistory.read(root, in: repository, previous: previous))
            control.send(.answered)
        }
        if worker == nil { asking.answer(nil) }
    }

    /// Whether git has answered, or does so within this time.
    func isAnswered(within limit: Duration) -> Bool { asking.isAnswered(within: limit) }

    /// Waits for the answer, which is bounded by git's own time limits, and takes it. To be called once.
    ///
    /// - Returns: nil when git is missing, refuses, or takes too long.
    func take() -> GitHistory? {
        worker?.join()
        return asking.history
    }

    private final class Asking: Sendable {
        private let state = Mutex((isAnswered: false, history: GitHistory?.none))
        private let arrival = DispatchSemaphore(value: 0)

        var history: GitHistory? { state.withLock { $0.history } }

        func answer(_ history: GitHistory?) {
            state.withLock { $0 = (true, history) }
            arrival.signal()
        }

        func isAnswered(within limit: Duration) -> Bool {
            if state.withLock({ $0.isAnswered }) { return true }
            guard limit > .zero else { return false }
            _ = arrival.wait(timeout: .now() + .milliseconds(Int(limit.pollMilliseconds)))
            return state.withLock { $0.isAnswered }
        }
    }
}
