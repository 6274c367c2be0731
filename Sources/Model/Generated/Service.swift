// Made by `make generate` from Service.yaml: change that, not this.

/// Lasting name and address for a changing set of pods
public struct Service: Resource {
    public static let kind = Kind.service
    /// Name, namespace, labels and other bookkeeping of the service
    public var metadata: ObjectMeta {
        @inlinable unsafeAddress { metadataBox.address }
        @inlinable unsafeMutableAddress { metadataBox.mutableAddress() }
    }
    @usableFromInline var metadataBox = Box<ObjectMeta>()
    /// Which pods are served, on which ports, and to whom
    public var spec: ServiceSpec {
        @inlinable unsafeAddress { specBox.address }
        @inlinable unsafeMutableAddress { specBox.mutableAddress() }
    }
    @usableFromInline var specBox = Box<ServiceSpec>()
    /// What load balancers were set up; written by the system
    public var status: ServiceStatus {
        @inlinable unsafeAddress { statusBox.address }
        @inlinable unsafeMutableAddress { statusBox.mutableAddress() }
    }
    @usableFromInline var statusBox = Box<ServiceStatus>()

    public init() {}
}

/// Which pods a service leads to and how it is reached
public struct ServiceSpec: Structure, Blank {
    public static let blank = Box(Self())
    /// Whether type LoadBalancer also opens node ports; default true
    public var allocateLoadBalancerNodePorts: Bool?
    /// Virtual address inside the cluster; picked if empty; None makes the service headless
    public var clusterIP: String = ""
    /// Virtual addresses, at most one per address family; the first equals clusterIP
    public var clusterIPs: [String] = []
    /// Outside addresses whose traffic, once it reaches a node, is led to the service
    public var externalIPs: [String] = []
    /// Host name that type ExternalName answers with as a DNS alias
    public var externalName: String = ""
    /// Cluster (default) uses all pods for outside traffic, Local only those on the node it hits
    public var externalTrafficPolicy: TrafficPolicy = TrafficPolicy()
    /// Node port telling balancers if a node has pods; for LoadBalancer with Local traffic
    public var healthCheckNodePort: Int = 0
    /// Cluster (default) uses all pods for inside traffic, Local only those on the same node
    public var internalTrafficPolicy: TrafficPolicy?
    /// Address families in order, IPv4 and IPv6; chosen by the cluster if unset
    public var ipFamilies: [IPFamily] = []
    /// SingleStack, PreferDualStack or RequireDualStack; default SingleStack
    public var ipFamilyPolicy: IPFamilyPolicy?
    /// Load balancer implementation to use; the one of the cluster if unset
    public var loadBalancerClass: String?
    /// Address wished for from the load balancer; obsolete and often ignored
    public var loadBalancerIP: String = ""
    /// Client networks in CIDR form allowed through the load balancer; all if unset
    public var loadBalancerSourceRanges: [String] = []
    /// Ports the service offers
    public var ports: [ServicePort] = []
    /// Whether pods are listed even before they are ready; default false
    public var publishNotReadyAddresses: Bool = false
    /// Labels of the pods that serve it; without one its endpoints are kept by hand
    public var selector: [String: String] = [:]
    /// None (default), or ClientIP to send a client to the same pod each time
    public var sessionAffinity: SessionAffinity = SessionAffinity()
    /// Details for ClientIP affinity
    @Boxed public var sessionAffinityConfig: SessionAffinityConfig?
    /// Wish to stay near, PreferSameZone or PreferSameNode; no preference if unset
    public var trafficDistribution: String?
    /// How it is reached, ClusterIP (default), NodePort, LoadBalancer or ExternalName
    public var type: ServiceType = ServiceType()

    public init() {}
}

/// Port on which a service is reached
public struct ServicePort: Structure {
    /// Protocol spoken above the transport, such as kubernetes.io/h2c; a hint only
    public var appProtocol: String?
    /// Tells the port from others of the service; needed if there are several
    public var name: String = ""
    /// Port number opened on every node; picked from the node port range if unset and needed
    public var nodePort: Int = 0
    /// Port number at the address of the service, 1 to 65535
    public var port: Int = 0
    /// TCP (default), UDP or SCTP
    public var `protocol`: TransportProtocol = TransportProtocol()
    /// Port number or port name on the pods; default the same as port
    public var targetPort: IntOrString = IntOrString()

    public init() {}
}

/// How a service keeps sending a client to the same pod
public struct SessionAffinityConfig: Structure {
    /// Settings for affinity by client address
    @Boxed public var clientIP: ClientIPConfig?

    public init() {}
}

/// Settings for affinity by client address
public struct ClientIPConfig: Structure {
    /// Seconds a client stays tied to its pod, 1 to 86400; default 10800
    public var timeoutSeconds: Int?

    public init() {}
}

/// What was last seen of a service
public struct ServiceStatus: Structure, Blank {
    public static let blank = Box(Self())
    /// Facts about the service, each true or false
    public var conditions: [Condition] = []
    /// Where the load balancer can be reached
    public var loadBalancer: LoadBalancerStatus = LoadBalancerStatus()

    public init() {}
}

/// Where a load balancer takes in traffic
public struct LoadBalancerStatus: Structure {
    /// Entry points; empty until the balancer is set up
    public var ingress: [LoadBalancerIngress] = []

    public init() {}
}

/// One entry point of a load balancer
public struct LoadBalancerIngress: Structure {
    /// DNS name, for balancers reached by name
    public var hostname: String = ""
    /// Address, for balancers reached by address
    public var ip: String = ""
    /// VIP (default) if packets arrive still addressed to ip, Proxy if readdressed; only with ip
    public var ipMode: String?
    /// State of each port of the balancer
    public var ports: [PortStatus] = []

    public init() {}
}

/// State of one port of a load balancer
public struct PortStatus: Structure {
    /// Short code for what went wrong with the port; unset if nothing
    public var error: String?
    /// Port number of the service
    public var port: Int = 0
    /// TCP, UDP or SCTP
    public var `protocol`: TransportProtocol = TransportProtocol()

    public init() {}
}

/// From where a service is reached
public struct ServiceType: OpenEnumeration {
    public var rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    public static var clusterIP: Self { Self(rawValue: "ClusterIP") }
    public static var externalName: Self { Self(rawValue: "ExternalName") }
    public static var loadBalancer: Self { Self(rawValue: "LoadBalancer") }
    public static var nodePort: Self { Self(rawValue: "NodePort") }

    public static var known: [Self] {
        [.clusterIP, .externalName, .loadBalancer, .nodePort]
    }
}

/// Whether a client is sent to the same pod again
public struct SessionAffinity: OpenEnumeration {
    public var rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    public static var clientIP: Self { Self(rawValue: "ClientIP") }
    public static var none: Self { Self(rawValue: "None") }

    public static var known: [Self] {
        [.clientIP, .none]
    }
}

/// Whether traffic goes to all endpoints, or only to those on the same node
public struct TrafficPolicy: OpenEnumeration {
    public var rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    public static var cluster: Self { Self(rawValue: "Cluster") }
    public static var local: Self { Self(rawValue: "Local") }

    public static var known: [Self] {
        [.cluster, .local]
    }
}

/// The sort of an address
public struct IPFamily: OpenEnumeration {
    public var rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    public static var ipv4: Self { Self(rawValue: "IPv4") }
    public static var ipv6: Self { Self(rawValue: "IPv6") }

    public static var known: [Self] {
        [.ipv4, .ipv6]
    }
}

/// How many families of addresses a service gets
public struct IPFamilyPolicy: OpenEnumeration {
    public var rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    public static var singleStack: Self { Self(rawValue: "SingleStack") }
    public static var preferDualStack: Self { Self(rawValue: "PreferDualStack") }
    public static var requireDualStack: Self { Self(rawValue: "RequireDualStack") }

    public static var known: [Self] {
        [.singleStack, .preferDualStack, .requireDualStack]
    }
}
