internal import Model
internal import YAML

// What the cluster tells apart in an object of any kind: words (what is wanted) and status (what is).

extension Object {
    /// Whether the kind counts its changes of spec.
    var hasGeneration: Bool {
        switch self {
        case .deployment, .replicaSet, .pod, .app, .endpointSlice: true
        case .configMap, .event, .namespace, .node, .secret, .service: false
        }
    }

    func hasSameSpec(as other: Object) -> Bool {
        switch (self, other) {
        case (.deployment(let left), .deployment(let right)): left.spec == right.spec
        case (.replicaSet(let left), .replicaSet(let right)): left.spec == right.spec
        case (.pod(let left), .pod(let right)): left.spec == right.spec
        case (.app(let left), .app(let right)): left.spec == right.spec
        case (.endpointSlice(let left), .endpointSlice(let right)):
            left.endpoints == right.endpoints && left.ports == right.ports
        default: true
        }
    }

    /// Takes over the status of an object of the same kind.
    mutating func copyStatus(from other: Object) {
        switch (self, other) {
        case (.deployment(var own), .deployment(let other)):
            own.status = other.status
            self = .deployment(own)
        case (.replicaSet(var own), .replicaSet(let other)):
            own.status = other.status
            self = .replicaSet(own)
        case (.pod(var own), .pod(let other)):
            own.status = other.status
            self = .pod(own)
        case (.app(var own), .app(let other)):
            own.status = other.status
            self = .app(own)
        case (.service(var own), .service(let other)):
            own.status = other.status
            self = .service(own)
        case (.namespace(var own), .namespace(let other)):
            own.status = other.status
            self = .namespace(own)
        case (.node(var own), .node(let other)):
            own.status = other.status
            self = .node(own)
        default: break
        }
    }

    /// Whether nothing differs but the status and what the cluster counts.
    func saysTheSame(as other: Object) -> Bool {
        var own = self
        own.copyStatus(from: other)
        own.metadata.resourceVersion = other.metadata.resourceVersion
        own.metadata.generation = other.metadata.generation
        own.metadata.managedFields = other.metadata.managedFields
        return own == other
    }

    /// How many pods it asks for; nil for kinds that are not scaled.
    var replicas: Int? {
        switch self {
        case .deployment(let deployment): deployment.spec.replicas ?? 1
        case .replicaSet(let set): set.spec.replicas ?? 1
        case .app(let app): app.spec.instances ?? 1
        default: nil
        }
    }

    /// The object asking for another number of pods; nil for kinds that are not scaled.
    func scaled(to replicas: Int) -> Object? {
        switch self {
        case .deployment(var deployment):
            deployment.spec.replicas = replicas
            return .deployment(deployment)
        case .replicaSet(var set):
            set.spec.replicas = replicas
            return .replicaSet(set)
        case .app(var app):
            app.spec.instances = replicas
            return .app(app)
        default: return nil
        }
    }

    /// The object as an untyped tree, for patches.
    func value() throws(APIError) -> Value {
        do {
            return try Value.parse(json: json())
        } catch {
            throw APIError(code: 500, reason: "InternalError", message: "encoding \(key): \(error.message)")
        }
    }
}
