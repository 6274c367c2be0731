/// Whether an update of a Deployment that fails is taken back by itself, as the Deployment's annotations say.
public struct RollbackPolicy: Sendable, Hashable {
    public enum Mode: String, Sendable, Hashable, CaseIterable {
        /// Back to the last revision that was up as a whole.
        case auto
        /// It stands as it is until somebody does something.
        case off
    }

    /// Nil where the daemon's own setting counts.
    public var mode: Mode?
    /// An update has failed when a container of one of its pods has been started again so often; from 1.
    public var restarts = defaultRestarts

    public static let defaultRestarts = 3

    /// Holds a `Mode`.
    public static let modeAnnotation = "steady.dev/rollback"
    /// Holds the number of restarts.
    public static let restartsAnnotation = "steady.dev/rollback-after"
    /// Written by the system: name of the ReplicaSet that was the last to be up as a whole.
    public static let lastGoodAnnotation = "steady.dev/last-good"
    /// Type of the condition of a Deployment whose update was taken back.
    public static let condition = "RolledBack"

    /// What can't be understood was refused when it came in; here it counts as not said.
    public init(_ deployment: Deployment) {
        let annotations = deployment.metadata.annotations
        mode = annotations[Self.modeAnnotation].flatMap(Mode.init)
        restarts = annotations[Self.restartsAnnotation].flatMap(Self.restarts) ?? Self.defaultRestarts
    }

    /// Nil where the text is no such number.
    static func restarts(_ text: String) -> Int? { Int(text).flatMap { $0 > 0 ? $0 : nil } }
}
