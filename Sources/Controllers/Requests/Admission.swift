internal import Cluster
internal import Model

/// What the cluster adds to an object before it is judged: what Kubernetes' admission and its registries add.
enum Admission {
    static func admitNew(_ object: inout Object, in state: ClusterState, _ settings: Settings) throws(APIError) {
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
        default: break
        }
    }

    static func admitUpdate(
        _ object: inout Object,
        from live: Object,
        in state: ClusterState,
        _ settings: Settings
    ) throws(APIError) {
        guard case .service(var service) = object, case .service(let previous) = live else { return }
        try ServiceAddresses(state, settings).assign(to: &service, previous: previous)
        object = .service(service)
    }
}
