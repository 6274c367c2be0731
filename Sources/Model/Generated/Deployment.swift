// Made by `make generate` from Deployment.yaml: change that, not this.

/// Keeps a number of like pods running and rolls out changes to them step by step
public struct Deployment: Resource {
    public static let kind = Kind.deployment
    /// Name, namespace, labels and other bookkeeping of the deployment
    public var metadata: ObjectMeta {
        @inlinable unsafeAddress { metadataBox.address }
        @inlinable unsafeMutableAddress { metadataBox.mutableAddress() }
    }
    @usableFromInline var metadataBox = Box<ObjectMeta>()
    /// How many pods are wanted, of which kind, and how to replace them
    public var spec: DeploymentSpec {
        @inlinable unsafeAddress { specBox.address }
        @inlinable unsafeMutableAddress { specBox.mutableAddress() }
    }
    @usableFromInline var specBox = Box<DeploymentSpec>()
    /// How far the rollout is; written by the system
    public var status: DeploymentStatus {
        @inlinable unsafeAddress { statusBox.address }
        @inlinable unsafeMutableAddress { statusBox.mutableAddress() }
    }
    @usableFromInline var statusBox = Box<DeploymentStatus>()

    public init() {}
}

/// Wanted pods and the manner of their replacement
public struct DeploymentSpec: Structure, Blank {
    public static let blank = Box(Self())
    /// Seconds a new pod must stay ready before it counts as available; default 0
    public var minReadySeconds: Int = 0
    /// Whether changes to the template are held back for now; default false
    public var paused: Bool = false
    /// Seconds without progress after which a rollout is reported as failed; default 600
    public var progressDeadlineSeconds: Int?
    /// Number of pods wanted; default 1
    public var replicas: Int?
    /// Number of old replica sets kept for rolling back; default 10
    public var revisionHistoryLimit: Int?
    /// Labels by which it finds its pods; must match the template; cannot change
    @Boxed public var selector: LabelSelector?
    /// How old pods give way to new ones
    public var strategy: DeploymentStrategy = DeploymentStrategy()
    /// Pattern for the pods; a change to it begins a rollout
    public var template: PodTemplateSpec = PodTemplateSpec()

    public init() {}
}

/// How a deployment replaces its pods
public struct DeploymentStrategy: Structure {
    /// Bounds for a rolling update; only with type RollingUpdate
    @Boxed public var rollingUpdate: RollingUpdateDeployment?
    /// RollingUpdate (default) to replace bit by bit, Recreate to stop all first
    public var type: DeploymentStrategyType = DeploymentStrategyType()

    public init() {}
}

/// Bounds on the number of pods during a rolling update
public struct RollingUpdateDeployment: Structure {
    /// Pods above the wanted number, as count or percentage rounded up; default 25%
    public var maxSurge: IntOrString?
    /// Pods that may be missing, as count or percentage rounded down; default 25%
    public var maxUnavailable: IntOrString?

    public init() {}
}

/// What was last seen of a deployment
public struct DeploymentStatus: Structure, Blank {
    public static let blank = Box(Self())
    /// Pods that have been ready for at least minReadySeconds
    public var availableReplicas: Int = 0
    /// Number of clashes met when naming replica sets; goes into the next hash
    public var collisionCount: Int?
    /// Whether the deployment is available and moving on, and why
    public var conditions: [DeploymentCondition] = []
    /// Generation of the deployment that this status reflects
    public var observedGeneration: Int = 0
    /// Pods that pass their readiness check
    public var readyReplicas: Int = 0
    /// Pods not being deleted, old and new together
    public var replicas: Int = 0
    /// Pods being deleted that have not gone yet
    public var terminatingReplicas: Int?
    /// Pods still missing to reach the wanted number of available ones
    public var unavailableReplicas: Int = 0
    /// Pods made from the current template
    public var updatedReplicas: Int = 0

    public init() {}
}

/// One yes-or-no fact about a deployment
public struct DeploymentCondition: Structure {
    /// When status last changed
    public var lastTransitionTime: Timestamp?
    /// When the condition was last written
    public var lastUpdateTime: Timestamp?
    /// Sentence for people with details on the last change
    public var message: String = ""
    /// Short code for the last change
    public var reason: String = ""
    /// True, False or Unknown
    public var status: ConditionStatus = ConditionStatus()
    /// Which fact is meant, Available, Progressing or ReplicaFailure
    public var type: String = ""

    public init() {}
}

/// How old pods give way to new ones
public struct DeploymentStrategyType: OpenEnumeration {
    public var rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    public static var recreate: Self { Self(rawValue: "Recreate") }
    public static var rollingUpdate: Self { Self(rawValue: "RollingUpdate") }

    public static var known: [Self] {
        [.recreate, .rollingUpdate]
    }
}
