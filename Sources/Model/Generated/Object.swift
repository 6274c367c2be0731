// Made by `make generate` from the schema files: change that, not this.

public import YAML

/// An object of any kind. A copy is a few retains: what is large stands on the heap and is shared.
public enum Object: Sendable, Hashable {
    /// A number of equal tasks, as Marathon defines them
    case app(App)
    /// Settings that are no secret, for pods to read as files or variables
    indirect case configMap(ConfigMap)
    /// Keeps a number of like pods running and rolls out changes to them step by step
    case deployment(Deployment)
    /// Part of the addresses that serve a service, at most 1000 of them
    indirect case endpointSlice(EndpointSlice)
    /// Note that something happened to an object; kept for a limited time
    indirect case event(Event)
    /// Separate room for names, in which objects of different teams or uses do not clash
    case namespace(Namespace)
    /// Machine on which pods run
    case node(Node)
    /// Containers that run together on one node and share network and volumes
    case pod(Pod)
    /// Keeps a number of like pods running; usually made by a deployment
    case replicaSet(ReplicaSet)
    /// Confidential values such as passwords and keys, at most 1 MiB in all
    indirect case secret(Secret)
    /// Lasting name and address for a changing set of pods
    case service(Service)
}

extension Object {
    /// Stands for an object that is being changed elsewhere; takes no memory.
    private static var vacant: Object { .namespace(Namespace()) }

    public var kind: Kind {
        switch self {
        case .app: .app
        case .configMap: .configMap
        case .deployment: .deployment
        case .endpointSlice: .endpointSlice
        case .event: .event
        case .namespace: .namespace
        case .node: .node
        case .pod: .pod
        case .replicaSet: .replicaSet
        case .secret: .secret
        case .service: .service
        }
    }

    /// Which object it is.
    public var key: ObjectKey {
        switch self {
        case .app(let resource): resource.key
        case .configMap(let resource): resource.key
        case .deployment(let resource): resource.key
        case .endpointSlice(let resource): resource.key
        case .event(let resource): resource.key
        case .namespace(let resource): resource.key
        case .node(let resource): resource.key
        case .pod(let resource): resource.key
        case .replicaSet(let resource): resource.key
        case .secret(let resource): resource.key
        case .service(let resource): resource.key
        }
    }

    /// The object as what all kinds have in common.
    public var resource: any Resource {
        switch self {
        case .app(let resource): resource
        case .configMap(let resource): resource
        case .deployment(let resource): resource
        case .endpointSlice(let resource): resource
        case .event(let resource): resource
        case .namespace(let resource): resource
        case .node(let resource): resource
        case .pod(let resource): resource
        case .replicaSet(let resource): resource
        case .secret(let resource): resource
        case .service(let resource): resource
        }
    }

    public var metadata: ObjectMeta {
        // It stands in a box that the object holds, whichever it is.
        unsafeAddress {
            switch self {
            case .app(let resource): resource.metadataBox.address
            case .configMap(let resource): resource.metadataBox.address
            case .deployment(let resource): resource.metadataBox.address
            case .endpointSlice(let resource): resource.metadataBox.address
            case .event(let resource): resource.metadataBox.address
            case .namespace(let resource): resource.metadataBox.address
            case .node(let resource): resource.metadataBox.address
            case .pod(let resource): resource.metadataBox.address
            case .replicaSet(let resource): resource.metadataBox.address
            case .secret(let resource): resource.metadataBox.address
            case .service(let resource): resource.metadataBox.address
            }
        }
        _modify {
            switch self {
            case .app(var resource):
                self = .vacant
                defer { self = .app(resource) }
                yield &resource.metadata
            case .configMap(var resource):
                self = .vacant
                defer { self = .configMap(resource) }
                yield &resource.metadata
            case .deployment(var resource):
                self = .vacant
                defer { self = .deployment(resource) }
                yield &resource.metadata
            case .endpointSlice(var resource):
                self = .vacant
                defer { self = .endpointSlice(resource) }
                yield &resource.metadata
            case .event(var resource):
                self = .vacant
                defer { self = .event(resource) }
                yield &resource.metadata
            case .namespace(var resource):
                self = .vacant
                defer { self = .namespace(resource) }
                yield &resource.metadata
            case .node(var resource):
                self = .vacant
                defer { self = .node(resource) }
                yield &resource.metadata
            case .pod(var resource):
                self = .vacant
                defer { self = .pod(resource) }
                yield &resource.metadata
            case .replicaSet(var resource):
                self = .vacant
                defer { self = .replicaSet(resource) }
                yield &resource.metadata
            case .secret(var resource):
                self = .vacant
                defer { self = .secret(resource) }
                yield &resource.metadata
            case .service(var resource):
                self = .vacant
                defer { self = .service(resource) }
                yield &resource.metadata
            }
        }
    }

    /// An object without any field set.
    public init(empty kind: Kind) {
        switch kind {
        case .app: self = .app(App())
        case .configMap: self = .configMap(ConfigMap())
        case .deployment: self = .deployment(Deployment())
        case .endpointSlice: self = .endpointSlice(EndpointSlice())
        case .event: self = .event(Event())
        case .namespace: self = .namespace(Namespace())
        case .node: self = .node(Node())
        case .pod: self = .pod(Pod())
        case .replicaSet: self = .replicaSet(ReplicaSet())
        case .secret: self = .secret(Secret())
        case .service: self = .service(Service())
        }
    }

    /// Reads a mapping that is known to be of a kind; mistakes are collected in the context.
    public init(_ kind: Kind, _ node: YAML.Node, _ context: inout DecodingContext) {
        switch kind {
        case .app: self = .app(App.decode(node, &context))
        case .configMap: self = .configMap(ConfigMap.decode(node, &context))
        case .deployment: self = .deployment(Deployment.decode(node, &context))
        case .endpointSlice: self = .endpointSlice(EndpointSlice.decode(node, &context))
        case .event: self = .event(Event.decode(node, &context))
        case .namespace: self = .namespace(Namespace.decode(node, &context))
        case .node: self = .node(Node.decode(node, &context))
        case .pod: self = .pod(Pod.decode(node, &context))
        case .replicaSet: self = .replicaSet(ReplicaSet.decode(node, &context))
        case .secret: self = .secret(Secret.decode(node, &context))
        case .service: self = .service(Service.decode(node, &context))
        }
    }

    public func encode(to writer: inout JSONWriter) {
        switch self {
        case .app(let resource): resource.encode(to: &writer)
        case .configMap(let resource): resource.encode(to: &writer)
        case .deployment(let resource): resource.encode(to: &writer)
        case .endpointSlice(let resource): resource.encode(to: &writer)
        case .event(let resource): resource.encode(to: &writer)
        case .namespace(let resource): resource.encode(to: &writer)
        case .node(let resource): resource.encode(to: &writer)
        case .pod(let resource): resource.encode(to: &writer)
        case .replicaSet(let resource): resource.encode(to: &writer)
        case .secret(let resource): resource.encode(to: &writer)
        case .service(let resource): resource.encode(to: &writer)
        }
    }

    func validate(_ validation: inout Validation) {
        switch self {
        case .app(let resource): resource.validate(&validation)
        case .configMap(let resource): resource.validate(&validation)
        case .deployment(let resource): resource.validate(&validation)
        case .endpointSlice(let resource): resource.validate(&validation)
        case .event(let resource): resource.validate(&validation)
        case .namespace(let resource): resource.validate(&validation)
        case .node(let resource): resource.validate(&validation)
        case .pod(let resource): resource.validate(&validation)
        case .replicaSet(let resource): resource.validate(&validation)
        case .secret(let resource): resource.validate(&validation)
        case .service(let resource): resource.validate(&validation)
        }
    }

    /// Gives fields that are absent the values that the API gives them.
    public mutating func applyDefaults() {
        switch self {
        case .app(var resource):
            self = .vacant
            defer { self = .app(resource) }
            resource.applyDefaults()
        case .configMap(var resource):
            self = .vacant
            defer { self = .configMap(resource) }
            resource.applyDefaults()
        case .deployment(var resource):
            self = .vacant
            defer { self = .deployment(resource) }
            resource.applyDefaults()
        case .endpointSlice(var resource):
            self = .vacant
            defer { self = .endpointSlice(resource) }
            resource.applyDefaults()
        case .event(var resource):
            self = .vacant
            defer { self = .event(resource) }
            resource.applyDefaults()
        case .namespace(var resource):
            self = .vacant
            defer { self = .namespace(resource) }
            resource.applyDefaults()
        case .node(var resource):
            self = .vacant
            defer { self = .node(resource) }
            resource.applyDefaults()
        case .pod(var resource):
            self = .vacant
            defer { self = .pod(resource) }
            resource.applyDefaults()
        case .replicaSet(var resource):
            self = .vacant
            defer { self = .replicaSet(resource) }
            resource.applyDefaults()
        case .secret(var resource):
            self = .vacant
            defer { self = .secret(resource) }
            resource.applyDefaults()
        case .service(var resource):
            self = .vacant
            defer { self = .service(resource) }
            resource.applyDefaults()
        }
    }
}

extension App {
    public var object: Object { .app(self) }

    public init?(_ object: Object) {
        guard case .app(let resource) = object else { return nil }
        self = resource
    }
}

extension ConfigMap {
    public var object: Object { .configMap(self) }

    public init?(_ object: Object) {
        guard case .configMap(let resource) = object else { return nil }
        self = resource
    }
}

extension Deployment {
    public var object: Object { .deployment(self) }

    public init?(_ object: Object) {
        guard case .deployment(let resource) = object else { return nil }
        self = resource
    }
}

extension EndpointSlice {
    public var object: Object { .endpointSlice(self) }

    public init?(_ object: Object) {
        guard case .endpointSlice(let resource) = object else { return nil }
        self = resource
    }
}

extension Event {
    public var object: Object { .event(self) }

    public init?(_ object: Object) {
        guard case .event(let resource) = object else { return nil }
        self = resource
    }
}

extension Namespace {
    public var object: Object { .namespace(self) }

    public init?(_ object: Object) {
        guard case .namespace(let resource) = object else { return nil }
        self = resource
    }
}

extension Node {
    public var object: Object { .node(self) }

    public init?(_ object: Object) {
        guard case .node(let resource) = object else { return nil }
        self = resource
    }
}

extension Pod {
    public var object: Object { .pod(self) }

    public init?(_ object: Object) {
        guard case .pod(let resource) = object else { return nil }
        self = resource
    }
}

extension ReplicaSet {
    public var object: Object { .replicaSet(self) }

    public init?(_ object: Object) {
        guard case .replicaSet(let resource) = object else { return nil }
        self = resource
    }
}

extension Secret {
    public var object: Object { .secret(self) }

    public init?(_ object: Object) {
        guard case .secret(let resource) = object else { return nil }
        self = resource
    }
}

extension Service {
    public var object: Object { .service(self) }

    public init?(_ object: Object) {
        guard case .service(let resource) = object else { return nil }
        self = resource
    }
}
