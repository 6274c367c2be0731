/// Why a call to the daemon came to nothing before it could answer.
public enum DaemonError: Error, Sendable, CustomStringConvertible {
    /// Nobody answers at the socket: which one was tried, and why it failed.
    case noDaemon(socket: String, reason: String)
    /// The socket belongs to somebody else.
    case permissionDenied(socket: String)
    /// The connection broke or spoke nonsense while this was being done.
    case broken(action: String, reason: String)

    public var description: String {
        switch self {
        case .noDaemon(let socket, let reason):
            """
            no Steady answers at \(socket): \(reason)
            Start one with `steady watch DIR`, where DIR holds your manifests; \
            if it keeps its state elsewhere, name that with --state DIR or STEADY_STATE.
            """
        case .permissionDenied(let socket):
            """
            the Steady at \(socket) belongs to another user: permission denied
            Call it as that user (for the system's own, with sudo), or name your own state directory with --state DIR.
            """
        case .broken(let action, let reason):
            "\(action): \(reason)"
        }
    }
}
