/// A thread that this machine would not give: what it was for, and why not.
public struct DrivingError: Error, Sendable, Hashable, CustomStringConvertible {
    public var message: String

    public init(_ message: String) { self.message = message }

    public var description: String { message }
}
