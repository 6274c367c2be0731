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
    /// Puts the template of one of a Deployment's ReplicaSets in force again, because the present one failed.
    case rollBack(ObjectKey, to: ReplicaSet, reason: String)
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

    /// Whether a plan that was carried out whole leaves nothing to do: such a controller need not look at what it wrote
    /// itself. What others write it looks at as ever, and so all that it decides from must be what concerns it.
    static var finishesInOneLook: Bool { get }

    /// Which of this controller's objects a change may concern. Too many costs time, too few loses a wake-up.
    static func concerns(_ change: Change, in state: ClusterState) -> [ObjectKey]

    static func plan(for key: ObjectKey, in state: ClusterState, at now: Timestamp, under settings: Settings) -> Plan

    /// What is done after the cluster refused a part of the plan; an event tells of it in any case. Most do nothing.
    static func plan(after refusal: Refusal, for key: ObjectKey, in state: ClusterState, at now: Timestamp) -> Plan
}

extension Controller {
    static var finishesInOneLook: Bool { false }

    static func plan(after refusal: Refusal, for key: ObjectKey, in state: ClusterState, at now: Timestamp) -> Plan {
        .nothing
    }
}

/// That the cluster refused what a controller planned.
struct Refusal: Sendable, Hashable {
    /// Something new was refused, not a change of what is there.
    var isCreation: Bool
    var message: String
    /// When the same was refused first.
    var since: Timestamp

    private static let longestWait = Duration.seconds(300)

    /// When to try again though nothing changed that the controller looks at: what stands in the way may be another
    /// object. As long from now as it has been refused already, so that the waits double.
    func retry(after now: Timestamp) -> Timestamp {
        now + min(max(now - since, .seconds(1)), Self.longestWait)
    }
}
