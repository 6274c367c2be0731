// Made by `make generate` from ReplicaSet.yaml: change that, not this.

/// Keeps a number of like pods running; usually made by a deployment
public struct ReplicaSet: Resource {
    public static let kind = Kind.replicaSet
    /// Name, namespace, labels and other bookkeeping of the replica set
    public var metadata: ObjectMeta {
        @inlinable unsafeAddress { metadataBox.address }
        @inlinable unsafeMutableAddress { metadataBox.mutableAddress() }
    }
    @usableFromInline var metadataBox = Box<ObjectMeta>()
    /// How many pods are wanted and of which kind
    public var spec: ReplicaSetSpec {
        @inlinable unsafeAddress { specBox.address }
        @inlinable unsafeMutableAddress { specBox.mutableAddress() }
    }
    @usableFromInline var specBox = Box<ReplicaSetSpec>()
    /// How many pods there are; written by the system
    public var status: ReplicaSetStatus {
        @inlinable unsafeAddress { statusBox.address }
        @inlinable unsafeMutableAddress { statusBox.mutableAddress() }
    }
    @usableFromInline var statusBox = Box<ReplicaSetStatus>()

    public init() {}
}

/// Wanted pods
public struct ReplicaSetSpec: Structure, Blank {
    public static let blank = Box(Self())
    /// Seconds a new pod must stay ready before it counts as available; default 0
    public var minReadySeconds: Int = 0
    /// Number of pods wanted; default 1
    public var replicas: Int?
    /// Labels by which it finds its pods; must match the template; cannot change
    @Boxed public var selector: LabelSelector?
    /// Pattern for pods that are missing; a change does not touch existing ones
    public var template: PodTemplateSpec = PodTemplateSpec()

    public init() {}
}

/// What was last seen of a replica set
public struct ReplicaSetStatus: Structure, Blank {
    public static let blank = Box(Self())
    /// Pods that have been ready for at least minReadySeconds
    public var availableReplicas: Int = 0
    /// Facts about the replica set, such as ReplicaFailure
    public var conditions: [ReplicaSetCondition] = []
    /// Pods that have all labels of the template
    public var fullyLabeledReplicas: Int = 0
    /// Generation of the replica set that this status reflects
    public var observedGeneration: Int = 0
    /// Pods that pass their readiness check
    public var readyReplicas: Int = 0
    /// Pods not being deleted
    public var replicas: Int = 0
    /// Pods being deleted that have not gone yet
    public var terminatingReplicas: Int?

    public init() {}
}

/// One yes-or-no fact about a replica set
public struct ReplicaSetCondition: Structure {
    /// When status last changed
    public var lastTransitionTime: Timestamp?
    /// Sentence for people with details on the last change
    public var message: String = ""
    /// Short code for the last change
    public var reason: String = ""
    /// True, False or Unknown
    public var status: ConditionStatus = ConditionStatus()
    /// Which fact is meant, such as ReplicaFailure
    public var type: String = ""

    public init() {}
}
