import CLinux
import Glibc
import Synchronization

/// What to run in a session.
public struct SessionRequest: Sendable, Hashable {
    public var attempt: AttemptID
    public var command: [String]
    public var hasTerminal: Bool

    public init(attempt: AttemptID, command: [String], hasTerminal: Bool = false) {
        self.attempt = attempt
        self.command = command
        self.hasTerminal = hasTerminal
    }
}

/// Opens commands in containers that somebody talks to.
public protocol ContainerSessions: Sendable {
    /// Returns once the command runs; throws why it doesn't.
    func openSession(_ request: SessionRequest) async throws(ContainersError) -> ExecSession
}

/// A command that runs in a container and talks to somebody. It is killed when `end` is called or nobody holds the
/// session any more.
public final class ExecSession: Sendable {
    /// To write what the command reads. Nonblocking. These three are the caller's, who closes them; with a terminal,
    /// `input` and `output` are two descriptors of the same one, and there is no `error`.
    public let input: Int32
    public let output: Int32
    public let error: Int32?

    private enum Waiting {
        case nobody
        case somebody([CheckedContinuation<ExecResult.Outcome, Never>])
        case over(ExecResult.Outcome)
    }

    private let waiting = Mutex(Waiting.nobody)
    private let kill: @Sendable (Int32) -> Void
    private let hangUp: @Sendable () -> Void
    private let terminal: Int32?

    /// `signal` sends one to the command; `hangUp` ends it.
    public init(
        input: Int32,
        output: Int32,
        error: Int32?,
        signal: @escaping @Sendable (Int32) -> Void,
        hangUp: @escaping @Sendable () -> Void
    ) {
        self.input = input
        self.output = output
        self.error = error
        // A copy, since the caller closes his own when he likes.
        terminal = error == nil ? fcntl(output, F_DUPFD_CLOEXEC, 0) : nil
        kill = signal
        self.hangUp = hangUp
    }

    deinit {
        hangUp()
        if let terminal { close(terminal) }
    }

    /// Waits for the command's end. The output may still hold something then.
    public func outcome() async -> ExecResult.Outcome {
        await withCheckedContinuation { continuation in
            let known = waiting.withLock { waiting -> ExecResult.Outcome? in
                switch waiting {
                case .over(let outcome): return outcome
                case .nobody: waiting = .somebody([continuation])
                case .somebody(let others): waiting = .somebody(others + [continuation])
                }
                return nil
            }
            if let known { continuation.resume(returning: known) }
        }
    }

    /// Sets the size of the session's terminal, in characters.
    public func resize(rows: UInt16, columns: UInt16) {
        if let terminal { clinux_resize_terminal(terminal, rows, columns) }
    }

    /// Sends a signal to the command and those that it started in its session.
    public func signal(_ number: Int32) { kill(number) }

    /// Kills the command.
    public func end() { hangUp() }

    /// For whoever made the session: tells how it ended. Later tellings change nothing.
    public func finish(_ outcome: ExecResult.Outcome) {
        let waiters = waiting.withLock { waiting -> [CheckedContinuation<ExecResult.Outcome, Never>] in
            switch waiting {
            case .over: return []
            case .nobody:
                waiting = .over(outcome)
                return []
            case .somebody(let waiters):
                waiting = .over(outcome)
                return waiters
            }
        }
        for waiter in waiters { waiter.resume(returning: outcome) }
    }
}
