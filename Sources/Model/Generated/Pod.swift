// Made by `make generate` from Pod.yaml: change that, not this.

/// Containers that run together on one node and share network and volumes
public struct Pod: Resource {
    public static let kind = Kind.pod
    /// Name, namespace, labels and other bookkeeping of the pod
    public var metadata: ObjectMeta {
        @inlinable unsafeAddress { metadataBox.address }
        @inlinable unsafeMutableAddress { metadataBox.mutableAddress() }
    }
    @usableFromInline var metadataBox = Box<ObjectMeta>()
    /// What should run and how
    public var spec: PodSpec {
        @inlinable unsafeAddress { specBox.address }
        @inlinable unsafeMutableAddress { specBox.mutableAddress() }
    }
    @usableFromInline var specBox = Box<PodSpec>()
    /// What was last seen of the pod; written by the system
    public var status: PodStatus {
        @inlinable unsafeAddress { statusBox.address }
        @inlinable unsafeMutableAddress { statusBox.mutableAddress() }
    }
    @usableFromInline var statusBox = Box<PodStatus>()

    public init() {}
}

/// What a pod runs, where it may run, and what it may use
public struct PodSpec: Structure, Blank {
    public static let blank = Box(Self())
    /// Seconds after its start at which the pod is stopped and marked failed; no limit if unset
    public var activeDeadlineSeconds: Int?
    /// Rules that draw the pod to, or keep it from, certain nodes or other pods
    @Boxed public var affinity: Affinity?
    /// Whether a service account token is mounted; if unset as the account says, else true
    public var automountServiceAccountToken: Bool?
    /// Main containers, started together once the init containers are done; at least one
    public var containers: [Container] = []
    /// Resolver settings added to those that dnsPolicy yields
    @Boxed public var dnsConfig: PodDNSConfig?
    /// Source of DNS settings, one of ClusterFirst (default), ClusterFirstWithHostNet, Default or None
    public var dnsPolicy: DNSPolicy = DNSPolicy()
    /// Whether variables for each service of the namespace are put in the environment; default true
    public var enableServiceLinks: Bool?
    /// Debugging containers added to a running pod; cannot be given at creation
    public var ephemeralContainers: [EphemeralContainer] = []
    /// Extra lines for the hosts file of the containers
    public var hostAliases: [HostAlias] = []
    /// Whether the pod uses the IPC namespace of its node; default false
    public var hostIPC: Bool = false
    /// Whether the pod uses the network of its node instead of its own; default false
    public var hostNetwork: Bool = false
    /// Whether the pod sees and shares the processes of its node; default false
    public var hostPID: Bool = false
    /// Whether the pod uses the user ids of its node; false gives it a user namespace; default true
    public var hostUsers: Bool?
    /// Hostname inside the pod; defaults to the pod name
    public var hostname: String = ""
    /// Hostname inside the pod taken as it stands, apart from its DNS name; up to 64 characters
    public var hostnameOverride: String?
    /// Secrets in the same namespace with credentials for pulling images
    public var imagePullSecrets: [LocalObjectReference] = []
    /// Containers run one after another before the main ones; each must succeed or be a sidecar
    public var initContainers: [Container] = []
    /// Node the pod is bound to; normally filled in by the scheduler
    public var nodeName: String = ""
    /// Labels a node must have, all of them, for the pod to be placed there
    public var nodeSelector: [String: String] = [:]
    /// Operating system the containers are built for
    @Boxed public var os: PodOS?
    /// Resources the pod needs beyond its containers, by resource name; comes from the runtime class
    public var overhead: [String: Quantity] = [:]
    /// Whether it may displace less important pods, PreemptLowerPriority (default) or Never
    public var preemptionPolicy: PreemptionPolicy?
    /// Importance as a number, higher goes first; filled in from priorityClassName
    public var priority: Int?
    /// PriorityClass from which the priority number is taken
    public var priorityClassName: String = ""
    /// Further conditions that must be true before the pod counts as ready
    public var readinessGates: [PodReadinessGate] = []
    /// Claims on devices that the containers may refer to by name
    public var resourceClaims: [PodResourceClaim] = []
    /// Requests and limits for the pod as a whole, shared by its containers
    @Boxed public var resources: ResourceRequirements?
    /// When ended containers are restarted, Always (default), OnFailure or Never
    public var restartPolicy: RestartPolicy = RestartPolicy()
    /// RuntimeClass that picks the container runtime; the default runtime if unset
    public var runtimeClassName: String?
    /// Scheduler that places the pod; the one called default-scheduler if unset
    public var schedulerName: String = ""
    /// Marks that hold scheduling back until all are removed; can only be given at creation
    public var schedulingGates: [PodSchedulingGate] = []
    /// Group of pods this one is scheduled with
    @Boxed public var schedulingGroup: PodSchedulingGroup?
    /// Identity and privileges for the whole pod; containers can override many of them
    @Boxed public var securityContext: PodSecurityContext?
    /// Older spelling of serviceAccountName
    public var serviceAccount: String = ""
    /// ServiceAccount the pod acts as; the one called default if unset
    public var serviceAccountName: String = ""
    /// Whether the kernel hostname is the fully qualified name; default false
    public var setHostnameAsFQDN: Bool?
    /// Whether all containers see each other as processes; default false
    public var shareProcessNamespace: Bool?
    /// Middle part of the full DNS name, between hostname and namespace; usually a headless service
    public var subdomain: String = ""
    /// Seconds between the request to stop and the forced kill; default 30
    public var terminationGracePeriodSeconds: Int?
    /// Node taints this pod puts up with
    public var tolerations: [Toleration] = []
    /// Rules for spreading matching pods evenly over zones, nodes or other domains
    public var topologySpreadConstraints: [TopologySpreadConstraint] = []
    /// Storage that the containers can mount
    public var volumes: [Volume] = []

    public init() {}
}

/// Pattern from which a controller makes pods
public struct PodTemplateSpec: Structure {
    /// Labels and annotations the pods get
    public var metadata: ObjectMeta {
        @inlinable unsafeAddress { metadataBox.address }
        @inlinable unsafeMutableAddress { metadataBox.mutableAddress() }
    }
    @usableFromInline var metadataBox = Box<ObjectMeta>()
    /// What each pod runs
    public var spec: PodSpec {
        @inlinable unsafeAddress { specBox.address }
        @inlinable unsafeMutableAddress { specBox.mutableAddress() }
    }
    @usableFromInline var specBox = Box<PodSpec>()

    public init() {}
}

/// Resolver settings that add to or replace those of the DNS policy
public struct PodDNSConfig: Structure {
    /// Addresses of DNS servers to ask, put after those of the policy; up to 3
    public var nameservers: [String] = []
    /// Resolver options, overriding those of the same name from the policy
    public var options: [PodDNSConfigOption] = []
    /// Domains tried for short host names, put after those of the policy; up to 32
    public var searches: [String] = []

    public init() {}
}

/// One resolver option as in resolv.conf
public struct PodDNSConfigOption: Structure {
    /// Option keyword, such as ndots
    public var name: String = ""
    /// Setting of the option; left out for plain flags
    public var value: String?

    public init() {}
}

/// Line for the hosts file of a pod
public struct HostAlias: Structure {
    /// Host names that lead to the address
    public var hostnames: [String] = []
    /// IPv4 or IPv6 address
    public var ip: String = ""

    public init() {}
}

/// Operating system a pod is meant for
public struct PodOS: Structure {
    /// Either linux or windows
    public var name: String = ""

    public init() {}
}

/// Outside condition that takes part in deciding whether a pod is ready
public struct PodReadinessGate: Structure {
    /// Pod condition type that must have status True
    public var conditionType: String = ""

    public init() {}
}

/// Device claim made available to the containers of a pod
public struct PodResourceClaim: Structure {
    /// How containers of this pod refer to the claim
    public var name: String = ""
    /// Existing ResourceClaim in the same namespace; excludes resourceClaimTemplateName
    public var resourceClaimName: String?
    /// Template from which a claim is made for this pod alone; excludes resourceClaimName
    public var resourceClaimTemplateName: String?

    public init() {}
}

/// Reason not to schedule a pod yet
public struct PodSchedulingGate: Structure {
    /// Tells this gate from others; removed by whoever put it there
    public var name: String = ""

    public init() {}
}

/// Membership of a pod in a group that is scheduled together
public struct PodSchedulingGroup: Structure {
    /// PodGroup in the same namespace that the pod belongs to
    public var podGroupName: String?

    public init() {}
}

/// When the containers of a pod are started again after they ended
public struct RestartPolicy: OpenEnumeration {
    public var rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    public static var always: Self { Self(rawValue: "Always") }
    public static var onFailure: Self { Self(rawValue: "OnFailure") }
    public static var never: Self { Self(rawValue: "Never") }

    public static var known: [Self] {
        [.always, .onFailure, .never]
    }
}

/// Where a pod looks names up
public struct DNSPolicy: OpenEnumeration {
    public var rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    public static var clusterFirst: Self { Self(rawValue: "ClusterFirst") }
    public static var clusterFirstWithHostNet: Self { Self(rawValue: "ClusterFirstWithHostNet") }
    public static var `default`: Self { Self(rawValue: "Default") }
    public static var none: Self { Self(rawValue: "None") }

    public static var known: [Self] {
        [.clusterFirst, .clusterFirstWithHostNet, .`default`, .none]
    }
}

/// Whether a pod may push out others of lower priority
public struct PreemptionPolicy: OpenEnumeration {
    public var rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    public static var preemptLowerPriority: Self { Self(rawValue: "PreemptLowerPriority") }
    public static var never: Self { Self(rawValue: "Never") }

    public static var known: [Self] {
        [.preemptLowerPriority, .never]
    }
}
