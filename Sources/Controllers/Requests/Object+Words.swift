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
