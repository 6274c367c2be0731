// Made by `make generate` from the schema files: change that, not this.

/// The kinds of objects that Steady has.
public enum Kind: String, CaseIterable, Sendable, Hashable {
    /// A number of equal tasks, as Marathon defines them
    case app = "App"
    /// Settings that are no secret, for pods to read as files or variables
    case configMap = "ConfigMap"
    /// Keeps a number of like pods running and rolls out changes to them step by step
    case deployment = "Deployment"
    /// Part of the addresses that serve a service, at most 1000 of them
    case endpointSlice = "EndpointSlice"
    /// Note that something happened to an object; kept for a limited time
    case event = "Event"
    /// Separate room for names, in which objects of different teams or uses do not clash
    case namespace = "Namespace"
    /// Machine on which pods run
    case node = "Node"
    /// Containers that run together on one node and share network and volumes
    case pod = "Pod"
    /// Keeps a number of like pods running; usually made by a deployment
    case replicaSet = "ReplicaSet"
    /// Confidential values such as passwords and keys, at most 1 MiB in all
    case secret = "Secret"
    /// Lasting name and address for a changing set of pods
    case service = "Service"
}

extension Kind {
    /// Empty for the core group.
    public var group: String {
        switch self {
        case .app: "marathon"
        case .configMap: ""
        case .deployment: "apps"
        case .endpointSlice: "discovery.k8s.io"
        case .event: ""
        case .namespace: ""
        case .node: ""
        case .pod: ""
        case .replicaSet: "apps"
        case .secret: ""
        case .service: ""
        }
    }

    public var version: String {
        switch self {
        case .app: "v2"
        case .configMap: "v1"
        case .deployment: "v1"
        case .endpointSlice: "v1"
        case .event: "v1"
        case .namespace: "v1"
        case .node: "v1"
        case .pod: "v1"
        case .replicaSet: "v1"
        case .secret: "v1"
        case .service: "v1"
        }
    }

    /// `v1`, `apps/v1`.
    public var apiVersion: String {
        switch self {
        case .app: "marathon/v2"
        case .configMap: "v1"
        case .deployment: "apps/v1"
        case .endpointSlice: "discovery.k8s.io/v1"
        case .event: "v1"
        case .namespace: "v1"
        case .node: "v1"
        case .pod: "v1"
        case .replicaSet: "apps/v1"
        case .secret: "v1"
        case .service: "v1"
        }
    }

    /// `pods`, as it stands in paths.
    public var plural: String {
        switch self {
        case .app: "apps"
        case .configMap: "configmaps"
        case .deployment: "deployments"
        case .endpointSlice: "endpointslices"
        case .event: "events"
        case .namespace: "namespaces"
        case .node: "nodes"
        case .pod: "pods"
        case .replicaSet: "replicasets"
        case .secret: "secrets"
        case .service: "services"
        }
    }

    /// `pod`, as users may write it.
    public var singular: String {
        switch self {
        case .app: "app"
        case .configMap: "configmap"
        case .deployment: "deployment"
        case .endpointSlice: "endpointslice"
        case .event: "event"
        case .namespace: "namespace"
        case .node: "node"
        case .pod: "pod"
        case .replicaSet: "replicaset"
        case .secret: "secret"
        case .service: "service"
        }
    }

    public var isNamespaced: Bool {
        switch self {
        case .app: true
        case .configMap: true
        case .deployment: true
        case .endpointSlice: true
        case .event: true
        case .namespace: false
        case .node: false
        case .pod: true
        case .replicaSet: true
        case .secret: true
        case .service: true
        }
    }

    /// `po`, as users may write it.
    public var shortNames: [String] {
        switch self {
        case .app: []
        case .configMap: ["cm"]
        case .deployment: ["deploy"]
        case .endpointSlice: []
        case .event: ["ev"]
        case .namespace: ["ns"]
        case .node: ["no"]
        case .pod: ["po"]
        case .replicaSet: ["rs"]
        case .secret: []
        case .service: ["svc"]
        }
    }

    /// The groups under which `get` finds it: `all`.
    public var categories: [String] {
        switch self {
        case .app: ["all"]
        case .configMap: []
        case .deployment: ["all"]
        case .endpointSlice: []
        case .event: []
        case .namespace: []
        case .node: []
        case .pod: ["all"]
        case .replicaSet: ["all"]
        case .secret: []
        case .service: ["all"]
        }
    }

    /// `status`, `scale`, ...
    public var subresources: [String] {
        switch self {
        case .app: ["scale", "status"]
        case .configMap: []
        case .deployment: ["scale", "status"]
        case .endpointSlice: []
        case .event: []
        case .namespace: ["finalize", "status"]
        case .node: ["proxy", "status"]
        case .pod:
            [
                "attach",
                "binding",
                "ephemeralcontainers",
                "eviction",
                "exec",
                "log",
                "portforward",
                "proxy",
                "resize",
                "status",
            ]
        case .replicaSet: ["scale", "status"]
        case .secret: []
        case .service: ["proxy", "status"]
        }
    }
}
