/// What the control plane tells a node: what changed since the last view, or everything there is.
///
/// It holds the pods bound to the node, the node itself, and what any pod may refer to.
public struct NodeView: Sendable {
    /// The revision that the node's knowledge has when it has taken this in.
    public var revision: UInt64
    /// Whether what this view does not hold does not exist.
    public var isComplete: Bool
    /// Pods bound to the node, its Node, and all ConfigMaps, Secrets, Services and EndpointSlices that are new or
    /// changed.
    public var objects: [Object]
    /// What is gone, or no longer bound to the node.
    public var removed: [ObjectKey]

    public init(revision: UInt64, isComplete: Bool, objects: [Object], removed: [ObjectKey] = []) {
        self.revision = revision
        self.isComplete = isComplete
        self.objects = objects
        self.removed = removed
    }
}

/// One pod, the same one also after another of its name took its place.
public struct PodIdentity: Sendable, Hashable {
    public var key: ObjectKey
    public var uid: String

    public init(key: ObjectKey, uid: String) {
        self.key = key
        self.uid = uid
    }
}

/// What a node tells the control plane. Saying it twice changes nothing.
public struct NodeReport: Sendable {
    public struct PodReport: Sendable {
        public var pod: PodIdentity
        public var status: PodStatus

        public init(pod: PodIdentity, status: PodStatus) {
            self.pod = pod
            self.status = status
        }
    }

    public var node: String
    public var pods: [PodReport]
    /// Deleted pods of which nothing runs and nothing is left: their objects may go.
    public var stopped: [PodIdentity]
    public var events: [EventReport]

    public init(node: String, pods: [PodReport] = [], stopped: [PodIdentity] = [], events: [EventReport] = []) {
        self.node = node
        self.pods = pods
        self.stopped = stopped
        self.events = events
    }

    public var isEmpty: Bool { pods.isEmpty && stopped.isEmpty && events.isEmpty }
}

/// Something to tell people about an object: becomes an Event, or one more count of an Event that is there.
public struct EventReport: Sendable, Hashable {
    public var key: ObjectKey
    public var uid: String
    /// False for what somebody should look at.
    public var isNormal: Bool
    /// A word for programs: `Started`, `BackOff`, ...
    public var reason: String
    public var message: String
    /// Part of the object that is meant: `spec.containers{web}`.
    public var fieldPath: String?

    public init(
        key: ObjectKey,
        uid: String,
        isNormal: Bool = true,
        reason: String,
        message: String,
        fieldPath: String? = nil
    ) {
        self.key = key
        self.uid = uid
        self.isNormal = isNormal
        self.reason = reason
        self.message = message
        self.fieldPath = fieldPath
    }
}
