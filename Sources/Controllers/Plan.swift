public import Cluster
public import Model

/// What a controller wants done, one simple thing at a time, each with its reason.
public enum Action: Sendable {
    /// A new object. Without a name it gets `generateName` and a suffix drawn for its owner.
    case create(Object, reason: String)
    /// An object's new words: spec, labels, annotations, finalizers. Its status too.
    case update(Object, reason: String)
    /// Asks for a graceful deletion, as a client's DELETE would.
    case delete(ObjectKey, uid: String, propagation: Propagation, reason: String)
    /// Drops an object whose end nothing holds back any longer.
    case remove(ObjectKey, uid: String, reason: String)
    /// Makes an object what a file says of it.
    case apply(ObjectKey, StatedObject)
    /// Tells people what happened to an object.
    case event(EventReport)
}

/// The actions of one controller for one object, and when it wants to look again though nothing changes.
public struct Plan: Sendable {
    public var actions: [Action] = []
    public var wakeAt: Timestamp?

    public init(_ actions: [Action] = [], wakeAt: Timestamp? = nil) {
        self.actions = actions
        self.wakeAt = wakeAt
    }

    public static var nothing: Plan { Plan() }

    mutating func wake(at time: Timestamp?) {
        guard let time else { return }
        wakeAt = min(wakeAt ?? time, time)
    }
}

/// What becomes of an object's dependents when it goes.
public enum Propagation: String, Sendable, Hashable, CaseIterable {
    case background = "Background"
    case foreground = "Foreground"
    case orphan = "Orphan"
}

/// One kind's way from what is wanted to what is: a pure function of the state and the time.
///
/// It is asked again and again with a key and nothing more; that it was asked says nothing about what happened. Asked
/// twice about the same state it answers the same; about a state that is as it should be, nothing.
protocol Controller: Sendable {
    /// As it appears in reasons and events: `deployment-controller`.
    static var name: String { get }

    /// Which of this controller's objects a change may concern. Too many costs time, too few loses a wake-up.
    static func concerns(_ change: Change, in state: ClusterState) -> [ObjectKey]

    static func plan(for key: ObjectKey, in state: ClusterState, at now: Timestamp) -> Plan
}
