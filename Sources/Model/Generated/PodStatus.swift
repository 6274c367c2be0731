// Made by `make generate` from PodStatus.yaml: change that, not this.

/// What was last seen of a pod
public struct PodStatus: Structure, Blank {
    public static let blank = Box(Self())
    /// Resources the node has set aside for the pod as a whole, by resource name
    public var allocatedResources: [String: Quantity] = [:]
    /// Milestones and checks of the pod, such as PodScheduled and Ready
    public var conditions: [PodCondition] = []
    /// State of each main container
    public var containerStatuses: [ContainerStatus] = []
    /// State of each debugging container
    public var ephemeralContainerStatuses: [ContainerStatus] = []
    /// Claim that was made to cover extended resources the pod asked for
    @Boxed public var extendedResourceClaimStatus: PodExtendedResourceClaimStatus?
    /// Main address of the node the pod runs on; empty until placed
    public var hostIP: String = ""
    /// All addresses of the node, the first being hostIP
    public var hostIPs: [HostIP] = []
    /// State of each init container
    public var initContainerStatuses: [ContainerStatus] = []
    /// Sentence for people on why the pod is in this state
    public var message: String = ""
    /// Ordinary node resources that were granted through claims
    public var nodeAllocatableResourceClaimStatuses: [NodeAllocatableResourceClaimStatus] = []
    /// Node on which room is being made for the pod; no promise that it ends up there
    public var nominatedNodeName: String = ""
    /// Generation of the pod that this status reflects
    public var observedGeneration: Int = 0
    /// Summary of where it stands, one of Pending, Running, Succeeded, Failed or Unknown
    public var phase: PodPhase = PodPhase()
    /// Main address of the pod; empty until given out
    public var podIP: String = ""
    /// All addresses of the pod, at most one per address family, the first being podIP
    public var podIPs: [PodIP] = []
    /// How early it is evicted under pressure, from BestEffort over Burstable to Guaranteed
    public var qosClass: PodQOSClass = PodQOSClass()
    /// Short code for why the pod is in this state, such as Evicted
    public var reason: String = ""
    /// Progress of a change to resources in place; replaced by conditions
    public var resize: String = ""
    /// Claims that were made for the pod from templates
    public var resourceClaimStatuses: [PodResourceClaimStatus] = []
    /// Requests and limits in force for the pod as a whole
    @Boxed public var resources: ResourceRequirements?
    /// When the node took on the pod, before any image was pulled
    public var startTime: Timestamp?

    public init() {}
}

/// One yes-or-no fact about a pod
public struct PodCondition: Structure {
    /// When the condition was last checked
    public var lastProbeTime: Timestamp?
    /// When status last changed
    public var lastTransitionTime: Timestamp?
    /// Sentence for people with details on the last change
    public var message: String = ""
    /// Generation of the pod that the condition was judged by
    public var observedGeneration: Int = 0
    /// Short code for the last change
    public var reason: String = ""
    /// True, False or Unknown
    public var status: ConditionStatus = ConditionStatus()
    /// Which fact is meant, such as PodScheduled, Initialized, ContainersReady or Ready
    public var type: String = ""

    public init() {}
}

/// What was last seen of one container
public struct ContainerStatus: Structure {
    /// Resources the node has set aside for the container, by resource name
    public var allocatedResources: [String: Quantity] = [:]
    /// Health of the devices given to the container
    public var allocatedResourcesStatus: [ResourceStatus] = []
    /// Runtime and id of the container, as in containerd://abc
    public var containerID: String = ""
    /// Image that runs, as the runtime names it; may differ from the one asked for
    public var image: String = ""
    /// Exact image that runs, usually by digest
    public var imageID: String = ""
    /// How the previous run ended; empty before the first restart
    public var lastState: ContainerState = ContainerState()
    /// Container in the pod spec that this is about
    public var name: String = ""
    /// Whether the readiness check passes; true without one once started
    public var ready: Bool = false
    /// Requests and limits in force on the running container
    @Boxed public var resources: ResourceRequirements?
    /// How often it was restarted; begins at 0
    public var restartCount: Int = 0
    /// Whether it has started and the startup probe passed; starts over at each restart
    public var started: Bool?
    /// How the container is now
    public var state: ContainerState = ContainerState()
    /// Signal that will be sent to stop the container
    public var stopSignal: String?
    /// User and groups with which the first process was started
    @Boxed public var user: ContainerUser?
    /// Mounts of the container as they came out
    public var volumeMounts: [VolumeMountStatus] = []

    public init() {}
}

/// Health of the units of one resource given to a container
public struct ResourceStatus: Structure {
    /// Resource meant, such as example.com/gpu or claim:name/request
    public var name: String = ""
    /// Health of each unit
    public var resources: [ResourceHealth] = []

    public init() {}
}

/// Health of one device or other unit
public struct ResourceHealth: Structure {
    /// Healthy, Unhealthy or Unknown
    public var health: String = ""
    /// Sentence for people on the health
    public var message: String?
    /// Unit meant, by its unique id on the node
    public var resourceID: String = ""

    public init() {}
}

/// Whether a container waits, runs or has ended; one of three, waiting if none is set
public struct ContainerState: Structure {
    /// Present while the container runs
    @Boxed public var running: ContainerStateRunning?
    /// Present once the container has ended
    @Boxed public var terminated: ContainerStateTerminated?
    /// Present before the container has started
    @Boxed public var waiting: ContainerStateWaiting?

    public init() {}
}

/// Details on a running container
public struct ContainerStateRunning: Structure {
    /// When this run began
    public var startedAt: Timestamp?

    public init() {}
}

/// Details on an ended run of a container
public struct ContainerStateTerminated: Structure {
    /// Runtime and id of the ended container
    public var containerID: String = ""
    /// Exit status of the first process; 0 is success
    public var exitCode: Int = 0
    /// When the run ended
    public var finishedAt: Timestamp?
    /// Last words of the container or details on its end
    public var message: String = ""
    /// Short code for how it ended, such as Completed, Error or OOMKilled
    public var reason: String = ""
    /// Number of the signal that killed it; unset or 0 if none
    public var signal: Int = 0
    /// When the run began
    public var startedAt: Timestamp?

    public init() {}
}

/// Details on a container that has not started
public struct ContainerStateWaiting: Structure {
    /// Sentence for people on what it waits for
    public var message: String = ""
    /// Short code for what it waits for, such as ContainerCreating or ImagePullBackOff
    public var reason: String = ""

    public init() {}
}

/// Identity of the first process of a container
public struct ContainerUser: Structure {
    /// User and groups on Linux
    @Boxed public var linux: LinuxContainerUser?

    public init() {}
}

/// User and groups of a process on Linux
public struct LinuxContainerUser: Structure {
    /// Primary group id at the start
    public var gid: Int = 0
    /// Further group ids at the start
    public var supplementalGroups: [Int] = []
    /// User id at the start
    public var uid: Int = 0

    public init() {}
}

/// How one mount of a container came out
public struct VolumeMountStatus: Structure {
    /// Path in the container
    public var mountPath: String = ""
    /// Volume of the pod that is mounted
    public var name: String = ""
    /// Whether writing is refused
    public var readOnly: Bool = false
    /// Whether mounts below came out read-only, Disabled or Enabled; IfPossible is resolved
    public var recursiveReadOnly: String?
    /// State that depends on the kind of volume
    @Boxed public var volumeStatus: VolumeStatus?

    public init() {}
}

/// State that depends on the kind of volume
public struct VolumeStatus: Structure {
    /// State of a volume made from an image
    @Boxed public var image: ImageVolumeStatus?

    public init() {}
}

/// State of a volume made from an image
public struct ImageVolumeStatus: Structure {
    /// Exact image that is mounted, by digest
    public var imageRef: String = ""

    public init() {}
}

/// Claim made to serve the extended resources of a pod
public struct PodExtendedResourceClaimStatus: Structure {
    /// Which container resource is served by which request of the claim
    public var requestMappings: [ContainerExtendedResourceRequest] = []
    /// ResourceClaim that was made, in the namespace of the pod
    public var resourceClaimName: String = ""

    public init() {}
}

/// Link from an extended resource of a container to a claim request
public struct ContainerExtendedResourceRequest: Structure {
    /// Container that asked for the resource
    public var containerName: String = ""
    /// Request in the claim that serves it
    public var requestName: String = ""
    /// Extended resource asked for, such as example.com/gpu
    public var resourceName: String = ""

    public init() {}
}

/// One address of a node
public struct HostIP: Structure {
    /// IPv4 or IPv6 address
    public var ip: String = ""

    public init() {}
}

/// Ordinary node resources, such as cpu, granted to a pod through one claim
public struct NodeAllocatableResourceClaimStatus: Structure {
    /// Containers of the pod that use the claim
    public var containers: [String] = []
    /// ResourceClaim through which they were granted
    public var resourceClaimName: String = ""
    /// Amounts granted, by resource name
    public var resources: [String: Quantity] = [:]

    public init() {}
}

/// One address of a pod
public struct PodIP: Structure {
    /// IPv4 or IPv6 address
    public var ip: String = ""

    public init() {}
}

/// Claim made from a template for one entry of resourceClaims
public struct PodResourceClaimStatus: Structure {
    /// Entry in resourceClaims of the pod that this answers
    public var name: String = ""
    /// ResourceClaim that was made; unset if none was needed
    public var resourceClaimName: String?

    public init() {}
}

/// Where a pod stands in its life
public struct PodPhase: OpenEnumeration {
    public var rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    public static var pending: Self { Self(rawValue: "Pending") }
    public static var running: Self { Self(rawValue: "Running") }
    public static var succeeded: Self { Self(rawValue: "Succeeded") }
    public static var failed: Self { Self(rawValue: "Failed") }
    public static var unknown: Self { Self(rawValue: "Unknown") }

    public static var known: [Self] {
        [.pending, .running, .succeeded, .failed, .unknown]
    }
}

/// How well a pod is protected when its node runs short
public struct PodQOSClass: OpenEnumeration {
    public var rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    public static var guaranteed: Self { Self(rawValue: "Guaranteed") }
    public static var burstable: Self { Self(rawValue: "Burstable") }
    public static var bestEffort: Self { Self(rawValue: "BestEffort") }

    public static var known: [Self] {
        [.guaranteed, .burstable, .bestEffort]
    }
}
