/// What went wrong with containers, in a sentence that says what was being done and to what.
public struct ContainersError: Error, Sendable, Hashable, CustomStringConvertible {
    public var reason: StartFailure
    public var message: String

    public init(_ reason: StartFailure, _ message: String) {
        self.reason = reason
        self.message = message
    }

    public var description: String { message }
}
