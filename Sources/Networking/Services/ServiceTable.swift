/// What the router and the DNS server need to know about the cluster, as plain values.
public struct ServiceTable: Hashable, Sendable {
    public var services: [ServiceRoute]
    /// The ports of the machine that lead to one pod each.
    public var hostPorts: [HostPort]
    /// The pods that have an address of their own.
    public var pods: [PodName]
    public var apps: [AppName]

    public init(
        services: [ServiceRoute] = [],
        hostPorts: [HostPort] = [],
        pods: [PodName] = [],
        apps: [AppName] = []
    ) {
        self.services = services
        self.hostPorts = hostPorts
        self.pods = pods
        self.apps = apps
    }
}

/// What carries packets to a port.
public enum Transport: String, Hashable, Sendable, CaseIterable {
    case tcp
    case udp
}

/// A Service, its addresses and what stands behind them.
public struct ServiceRoute: Hashable, Sendable {
    public var namespace: String
    public var name: String
    /// `nil` for a headless service and for a name of something outside.
    public var clusterIP: IPv4Address?
    /// Further addresses at which the machine answers for this service.
    public var externalIPs: [IPv4Address]
    public var ports: [Port]
    /// How long, in seconds, a client keeps the endpoint that it was given; `nil` for no affinity.
    public var clientAffinitySeconds: Int?
    /// The name outside for which this service is an alias (type ExternalName).
    public var externalName: String?

    public init(
        namespace: String,
        name: String,
        clusterIP: IPv4Address? = nil,
        externalIPs: [IPv4Address] = [],
        ports: [Port] = [],
        clientAffinitySeconds: Int? = nil,
        externalName: String? = nil
    ) {
        self.namespace = namespace
        self.name = name
        self.clusterIP = clusterIP
        self.externalIPs = externalIPs
        self.ports = ports
        self.clientAffinitySeconds = clientAffinitySeconds
        self.externalName = externalName
    }

    public struct Port: Hashable, Sendable {
        public var name: String?
        public var transport: Transport
        /// 0 for a headless service that names no port: its endpoints have names then, and nothing is routed.
        public var port: UInt16
        /// The port on each of the machine's own addresses that leads here too.
        public var nodePort: UInt16?
        /// The endpoints that take traffic: the ready ones, or all where the service publishes those not ready.
        public var endpoints: [Endpoint]

        public init(
            name: String? = nil,
            transport: Transport = .tcp,
            port: UInt16,
            nodePort: UInt16? = nil,
            endpoints: [Endpoint] = []
        ) {
            self.name = name
            self.transport = transport
            self.port = port
            self.nodePort = nodePort
            self.endpoints = endpoints
        }
    }

    public struct Endpoint: Hashable, Sendable {
        public var address: IPv4Address
        public var port: UInt16
        /// The pod's own name below a headless service.
        public var hostname: String?

        public init(address: IPv4Address, port: UInt16, hostname: String? = nil) {
            self.address = address
            self.port = port
            self.hostname = hostname
        }
    }
}

/// A port on the machine's own addresses that leads to a pod: a container's `hostPort`.
public struct HostPort: Hashable, Sendable {
    /// The one of the machine's addresses that has it; `nil` for all of them.
    public var hostAddress: IPv4Address?
    public var transport: Transport
    public var port: UInt16
    public var endpoint: ServiceRoute.Endpoint

    public init(
        hostAddress: IPv4Address? = nil,
        transport: Transport = .tcp,
        port: UInt16,
        endpoint: ServiceRoute.Endpoint
    ) {
        self.hostAddress = hostAddress
        self.transport = transport
        self.port = port
        self.endpoint = endpoint
    }
}

/// A pod that can be asked for by its address.
public struct PodName: Hashable, Sendable {
    public var namespace: String
    public var name: String
    public var address: IPv4Address
    /// The pod's own host name and the service it stands below, where its spec gives both.
    public var hostname: String?
    public var subdomain: String?

    public init(
        namespace: String,
        name: String,
        address: IPv4Address,
        hostname: String? = nil,
        subdomain: String? = nil
    ) {
        self.namespace = namespace
        self.name = name
        self.address = address
        self.hostname = hostname
        self.subdomain = subdomain
    }
}

/// A Marathon App under the names by which Mesos-DNS would answer for it.
public struct AppName: Hashable, Sendable {
    /// Marathon's id, such as `/jobs/clock`.
    public var id: String
    public var tasks: [Task]

    public init(id: String, tasks: [Task]) {
        self.id = id
        self.tasks = tasks
    }

    public struct Task: Hashable, Sendable {
        /// The pod's own address, or the machine's for a task on the host's network.
        public var address: IPv4Address
        public var ports: [Port]

        public init(address: IPv4Address, ports: [Port] = []) {
            self.address = address
            self.ports = ports
        }
    }

    public struct Port: Hashable, Sendable {
        public var name: String?
        public var transports: [Transport]
        public var port: UInt16

        public init(name: String? = nil, transports: [Transport] = [.tcp], port: UInt16) {
            self.name = name
            self.transports = transports
            self.port = port
        }
    }
}
