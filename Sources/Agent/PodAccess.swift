/// What a caller may ask of the containers of this node's pods: their output, and a command run among them.
///
/// The server is its only user, and checks before it asks: the pod exists, the container is one of its own. What is
/// asked for here is therefore named by the pod's uid, never by its name, so that a pod that was replaced meanwhile
/// is not taken for its successor.
public protocol PodAccess: Sendable {
    /// Hands the lines of one container's output to `sink`, oldest first, several at a time.
    ///
    /// Returns when all that was asked for was handed over; with `follow`, when the container has ended and its last
    /// line was handed over. Ends early by cancellation of the task or by an error of `sink`. `sink` may take its
    /// time: no more is read while it does.
    func readLog(_ request: LogRequest, to sink: @Sendable ([LogLine]) async throws -> Void) async throws

    /// Starts a command in a running container, in its namespaces and with its limits.
    ///
    /// Throws `PodAccessError` when it could not be started: `notRunning`, `commandNotFound` and so on.
    func startExec(_ request: ExecStart) async throws -> any ExecStream
}

/// Which lines of which container's output.
public struct LogRequest: Sendable, Hashable {
    public var podUID: String
    public var container: String
    /// The output of the life before the present one.
    public var previous: Bool
    /// Goes on with new lines until the container ends. Lines of its later lives are not part of it.
    public var follow: Bool
    /// At most this many of the last lines before the present moment; nil for all.
    public var tailLines: Int?
    /// Only lines written at or after this moment, in nanoseconds since 1970 UTC.
    public var sinceNanoseconds: Int64?

    public init(
        podUID: String,
        container: String,
        previous: Bool = false,
        follow: Bool = false,
        tailLines: Int? = nil,
        sinceNanoseconds: Int64? = nil
    ) {
        self.podUID = podUID
        self.container = container
        self.previous = previous
        self.follow = follow
        self.tailLines = tailLines
        self.sinceNanoseconds = sinceNanoseconds
    }
}

/// One line of a container's output.
public struct LogLine: Sendable, Hashable {
    /// When it was written, in nanoseconds since 1970 UTC.
    public var nanoseconds: Int64
    public var isStandardError: Bool
    /// The bytes as written, without the line's end; not necessarily UTF-8.
    public var bytes: [UInt8]
    /// False for the piece of a long line that has more pieces to come, or of a line without an end.
    public var endsLine: Bool

    public init(nanoseconds: Int64, isStandardError: Bool, bytes: [UInt8], endsLine: Bool) {
        self.nanoseconds = nanoseconds
        self.isStandardError = isStandardError
        self.bytes = bytes
        self.endsLine = endsLine
    }
}

/// A command to run in a container.
public struct ExecStart: Sendable, Hashable {
    public var podUID: String
    public var container: String
    /// At least one word; the first is looked up in the container's PATH.
    public var command: [String]
    /// Whether anything will be written to it. Without, its standard input is at its end from the start.
    public var hasInput: Bool
    /// On a terminal of its own: standard error comes out of it as standard output.
    public var isTerminal: Bool

    public init(podUID: String, container: String, command: [String], hasInput: Bool, isTerminal: Bool) {
        self.podUID = podUID
        self.container = container
        self.command = command
        self.hasInput = hasInput
        self.isTerminal = isTerminal
    }
}

/// A command that runs in a container, and its input and output.
public protocol ExecStream: Sendable {
    /// Hands over what the command prints until it has ended and all of it was handed over; then how it ended.
    ///
    /// Called once. `sink` may take its time: the command waits when its pipe is full.
    func readOutput(to sink: @Sendable (ExecOutput) async throws -> Void) async throws -> ExecEnd
    /// Writes to the command's standard input; returns when the command's pipe or terminal has taken it.
    func write(_ bytes: [UInt8]) async throws
    /// Puts the standard input at its end.
    func closeInput() async
    /// Tells the terminal its size. Nothing happens without one.
    func resize(columns: UInt16, rows: UInt16) async
    /// The caller has gone: the command is killed, if it still runs.
    func cancel() async
}

/// A piece of what a command printed.
public enum ExecOutput: Sendable, Hashable {
    case standardOutput([UInt8])
    case standardError([UInt8])
}

/// How a command ended.
public enum ExecEnd: Sendable, Hashable {
    case exited(code: Int32)
    case signaled(Int32)
}

/// Why a log or a command could not be had.
public struct PodAccessError: Error, Sendable, Hashable, CustomStringConvertible {
    public enum Code: Sendable, Hashable {
        /// No such pod on this node, or no such container or life of it.
        case notFound
        /// The container is not running (yet, or any more).
        case notRunning
        case commandNotFound
        case permissionDenied
        case other
    }
    public var code: Code
    /// What was being done, to what, and what came in the way.
    public var message: String

    public init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    public var description: String { message }
}
