internal import Cluster
internal import Model

/// What the cluster adds to an object before it is judged: what Kubernetes' admission and its registries add.
struct Admission {
    let state: ClusterState
    let settings: Settings
    let now: Timestamp

    func admitNew(_ object: inout Object) throws(APIError) {
        switch object {
        case .pod(var pod):
            pod.status = PodStatus()
            pod.admit()
            object = .pod(pod)
        case .service(var service):
            try ServiceAddresses(state, settings).assign(to: &service, previous: nil)
            object = .service(service)
        case .namespace(var namespace):
            namespace.metadata.labels["kubernetes.io/metadata.name"] = namespace.metadata.name
            if !namespace.spec.finalizers.contains("kubernetes") { namespace.spec.finalizers.append("kubernetes") }
            namespace.status.phase = .active
            object = .namespace(namespace)
        case .app(var app):
            app.noteVersion(replacing: nil, at: now)
            object = .app(app)
        default: break
        }
    }

    func admitUpdate(_ object: inout Object, from live: Object) throws(APIError) {
        switch (object, live) {
        case (.service(var service), .service(let previous)):
            try ServiceAddresses(state, settings).assign(to: &service, previous: previous)
            object = .service(service)
        case (.app(var app), .app(let previous)):
            app.noteVersion(replacing: previous, at: now)
            object = .app(app)
        default: break
        }
    }
}
