public import Containers

/// A containerizer on trial, and the means to wait for what it tells. One world per clause.
public protocol ContractWorld: AnyObject, Sendable {
    var containerizer: any Containerizer { get }

    /// Everything that was observed so far, in order.
    var observations: [ContainerObservation] { get }

    /// Lets time pass until `isDone` holds for the observations, or until the world has waited long enough.
    /// Returns whether it holds. A simulated world runs its clock, a real one waits.
    func wait(until isDone: @escaping @Sendable ([ContainerObservation]) -> Bool) async -> Bool

    /// A pod with a sandbox of its own.
    func sandbox(_ pod: String) -> SandboxSpec

    /// A container that behaves so.
    func container(_ attempt: AttemptID, _ behaviour: Behaviour) -> ContainerSpec
}

/// What a container on trial does.
public enum Behaviour: Sendable, Hashable {
    /// Runs until a signal ends it; obeys SIGTERM.
    case runs
    /// Ends at once with this exit code.
    case exits(code: Int32)
    /// Names a program that isn't there.
    case isMissing
}

/// A promise that was broken.
public struct BrokenPromise: Error, CustomStringConvertible {
    public var description: String

    public init(_ description: String) {
        self.description = description
    }
}
