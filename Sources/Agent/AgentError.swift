internal import Glibc

/// Why something on this machine could not be done for a pod.
public struct AgentError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What was being done, to what, and what came in the way.
    public var message: String

    public init(_ message: String) { self.message = message }

    /// With the reason of the last system call that failed.
    init(errno code: Int32, _ what: String) {
        message = "\(what): \(String(cString: strerror(code)).lowercased())"
    }

    public var description: String { message }
}

/// Passes on the result of a system call, or throws why it failed.
@discardableResult
func check<Result: SignedInteger>(_ result: Result, _ what: @autoclosure () -> String) throws(AgentError) -> Result {
    guard result < 0 else { return result }
    throw AgentError(errno: errno, what())
}
