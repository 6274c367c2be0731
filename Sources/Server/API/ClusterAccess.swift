public import Cluster
public import Controllers

/// Who decides what becomes of a write.
public protocol ClusterWriting: Sendable {
    /// The latest state that is durable.
    var state: ClusterState { get }
    /// Returns when the write is durable, or refused.
    func submit(_ request: Request) async -> Answer
}

/// What the server needs of the control plane. Its driver is one; tests bring a small one of their own.
public protocol ClusterAccess: ClusterWriting {
    /// Why nothing can be written at present; nil when it can.
    var writeProblem: WriteProblem? { get }
    /// The changes after a revision, and the revision that was reached with them; waits while there are none.
    func changes(after revision: UInt64) async throws(ChangesExpired) -> (changes: [Change], reached: UInt64)
}

extension ControlPlaneDriver: ClusterAccess {
    public var writeProblem: WriteProblem? { current.writeProblem }

    public func changes(after revision: UInt64) async throws(ChangesExpired) -> (changes: [Change], reached: UInt64) {
        try await changeLog.changes(after: revision)
    }
}
