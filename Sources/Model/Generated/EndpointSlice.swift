// Made by `make generate` from EndpointSlice.yaml: change that, not this.

/// Part of the addresses that serve a service, at most 1000 of them
public struct EndpointSlice: Resource {
    public static let kind = Kind.endpointSlice
    /// What addresses are, IPv4, IPv6 or FQDN; the same for all; cannot change
    public var addressType: AddressType = AddressType()
    /// Pods or other backends with their addresses
    public var endpoints: [Endpoint] = []
    /// Name, namespace and labels; label kubernetes.io/service-name tells the service
    public var metadata: ObjectMeta {
        @inlinable unsafeAddress { metadataBox.address }
        @inlinable unsafeMutableAddress { metadataBox.mutableAddress() }
    }
    @usableFromInline var metadataBox = Box<ObjectMeta>()
    /// Ports that every endpoint in the slice offers
    public var ports: [EndpointPort] = []

    public init() {}
}

/// One backend of a service
public struct Endpoint: Structure {
    /// Addresses of the backend, all leading to the same place; use the first
    public var addresses: [String] = []
    /// Whether traffic should go there
    public var conditions: EndpointConditions = EndpointConditions()
    /// Former node labels of the place; only kept for older versions
    public var deprecatedTopology: [String: String] = [:]
    /// From where the backend should preferably be used
    @Boxed public var hints: EndpointHints?
    /// Host part of the DNS name of the backend; none if unset
    public var hostname: String?
    /// Node on which the backend runs
    public var nodeName: String?
    /// Object behind the addresses, usually a pod
    @Boxed public var targetRef: ObjectReference?
    /// Zone in which the backend runs
    public var zone: String?

    public init() {}
}

/// Whether traffic should go to a backend
public struct EndpointConditions: Structure {
    /// Whether it takes new traffic, thus serving and not terminating; unset counts as true
    public var ready: Bool?
    /// Whether it can answer, even while terminating; unset means as ready
    public var serving: Bool?
    /// Whether it is shutting down; unset counts as false
    public var terminating: Bool?

    public init() {}
}

/// From where a backend should preferably be used
public struct EndpointHints: Structure {
    /// Nodes whose traffic should go here; at most 8
    public var forNodes: [ForNode] = []
    /// Zones whose traffic should go here; at most 8
    public var forZones: [ForZone] = []

    public init() {}
}

/// Node whose traffic a backend should take
public struct ForNode: Structure {
    /// Node by name
    public var name: String = ""

    public init() {}
}

/// Zone whose traffic a backend should take
public struct ForZone: Structure {
    /// Zone by name
    public var name: String = ""

    public init() {}
}

/// Port that backends offer
public struct EndpointPort: Structure {
    /// Protocol spoken above the transport, such as kubernetes.io/h2c; a hint only
    public var appProtocol: String?
    /// Port of the service that leads here; empty if it has just one
    public var name: String?
    /// Port number on the backend; unset leaves it to the consumer
    public var port: Int?
    /// TCP (default), UDP or SCTP
    public var `protocol`: TransportProtocol?

    public init() {}
}

/// What the addresses of a slice are
public struct AddressType: OpenEnumeration {
    public var rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    public static var ipv4: Self { Self(rawValue: "IPv4") }
    public static var ipv6: Self { Self(rawValue: "IPv6") }
    public static var fqdn: Self { Self(rawValue: "FQDN") }

    public static var known: [Self] {
        [.ipv4, .ipv6, .fqdn]
    }
}
