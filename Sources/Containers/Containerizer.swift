/// Runs containers. The seam between deciding and doing: a command is a message, and so is what came of it.
///
/// What every containerizer promises:
/// - `submit` returns at once. What came of a command arrives as a `ContainerObservation` at the observer that
///   the containerizer was made with, on a thread of the containerizer's own, one at a time.
/// - Commands may be repeated: what is already so is reported again, and nothing is done twice.
/// - Commands for one pod take effect in the order of their submission; those for different pods don't wait for
///   each other.
/// - After `.started` comes exactly one `.exited` for that attempt (unless the attempt is removed first), and never
///   the other way round.
public protocol Containerizer: Sendable {
    func submit(_ command: ContainerCommand)
}

/// Receives what a containerizer has to tell.
public typealias ContainerObserver = @Sendable (ContainerObservation) -> Void

/// What a containerizer can be told to do.
public enum ContainerCommand: Sendable, Hashable {
    /// Makes what the containers of a pod share. Answered by `.sandboxReady` or `.sandboxFailed`.
    case createSandbox(SandboxSpec)
    /// Ends what still runs in the pod and removes all that was made for it, its directory included.
    /// Answered by `.sandboxRemoved`.
    case removeSandbox(pod: String)
    /// Starts one life of a container in a sandbox that is ready. Answered by `.started` or `.startFailed`.
    case start(ContainerSpec)
    /// Sends a signal to the container's main process; `SIGKILL` ends every process in the container.
    /// Nothing answers: a signal to what has ended is no mistake.
    case signal(AttemptID, Int32)
    /// Runs one more command in a running container. Answered by `.execFinished`.
    case exec(ExecRequest)
    /// Deletes an ended attempt's directory, its log included. Answered by `.removed`. An attempt that still runs
    /// is left alone.
    case remove(AttemptID)
    /// Asks what there is: after a start of the daemon, to adopt what outlived the last one. Answered by `.inventory`.
    case takeInventory
}

/// A command to run beside a container's main process: a probe, or a hook before its stop.
public struct ExecRequest: Sendable, Hashable {
    /// Chosen by the caller, returned in `.execFinished`.
    public var id: UInt64
    public var attempt: AttemptID
    /// The program and its arguments; the program is looked up in the container's `PATH`.
    public var command: [String]
    /// The command is killed when it runs longer. `nil` waits for as long as the container lives.
    public var timeout: Duration?

    public init(id: UInt64, attempt: AttemptID, command: [String], timeout: Duration? = nil) {
        self.id = id
        self.attempt = attempt
        self.command = command
        self.timeout = timeout
    }
}
