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
    /// What discovery says of the kind.
    var facts: KindFacts {
        switch self {
        case .app:
            KindFacts(
                group: "marathon",
                version: "v2",
                plural: "apps",
                singular: "app",
                shortNames: [],
                isNamespaced: true,
                categories: ["all"],
                subresources: ["scale", "status"]
            )
        case .configMap:
            KindFacts(
                group: "",
                version: "v1",
                plural: "configmaps",
                singular: "configmap",
                shortNames: ["cm"],
                isNamespaced: true,
                categories: [],
                subresources: []
            )
        case .deployment:
            KindFacts(
                group: "apps",
                version: "v1",
                plural: "deployments",
                singular: "deployment",
                shortNames: ["deploy"],
                isNamespaced: true,
                categories: ["all"],
                subresources: ["scale", "status"]
            )
        case .endpointSlice:
            KindFacts(
                group: "discovery.k8s.io",
                version: "v1",
                plural: "endpointslices",
                singular: "endpointslice",
                shortNames: [],
                isNamespaced: true,
                categories: [],
                subresources: []
            )
        case .event:
            KindFacts(
                group: "",
                version: "v1",
                plural: "events",
                singular: "event",
                shortNames: ["ev"],
                isNamespaced: true,
                categories: [],
                subresources: []
            )
        case .namespace:
            KindFacts(
                group: "",
                version: "v1",
                plural: "namespaces",
                singular: "namespace",
                shortNames: ["ns"],
                isNamespaced: false,
                categories: [],
                subresources: ["finalize", "status"]
            )
        case .node:
            KindFacts(
                group: "",
                version: "v1",
                plural: "nodes",
                singular: "node",
                shortNames: ["no"],
                isNamespaced: false,
                categories: [],
                subresources: ["proxy", "status"]
            )
        case .pod:
            KindFacts(
                group: "",
                version: "v1",
                plural: "pods",
                singular: "pod",
                shortNames: ["po"],
                isNamespaced: true,
                categories: ["all"],
                subresources: [
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
            )
        case .replicaSet:
            KindFacts(
                group: "apps",
                version: "v1",
                plural: "replicasets",
                singular: "replicaset",
                shortNames: ["rs"],
                isNamespaced: true,
                categories: ["all"],
                subresources: ["scale", "status"]
            )
        case .secret:
            KindFacts(
                group: "",
                version: "v1",
                plural: "secrets",
                singular: "secret",
                shortNames: [],
                isNamespaced: true,
                categories: [],
                subresources: []
            )
        case .service:
            KindFacts(
                group: "",
                version: "v1",
                plural: "services",
                singular: "service",
                shortNames: ["svc"],
                isNamespaced: true,
                categories: ["all"],
                subresources: ["proxy", "status"]
            )
        }
    }
}
