/// Why something about the network could not be done.
public struct NetworkingError: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Code: Hashable, Sendable {
        /// No address range or interface name is left on this machine.
        case noFreeRange
        /// The recorded plan can't be read, or isn't one.
        case badPlan
        /// What was to be made exists and belongs to somebody else.
        case conflict
        /// The kernel refused.
        case system
        /// A file could not be read or written.
        case file
    }

    public var code: Code
    /// What was being done, to what, and what came of it.
    public var message: String

    public init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    public var description: String { message }
}
