internal import Cluster
internal import Model

/// What the cluster adds to an object before it is judged: what Kubernetes' admission and its registries add.
enum Admission {
    static func admitNew(_ object: inout Object, in state: ClusterState, _ settings: Settings) throws(APIError) {
        switch object {
        case .pod(var pod):
            admit(&pod)
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

    private static func admit(_ pod: inout Pod) {
        pod.status = PodStatus()
        pod.status.phase = .pending
        pod.status.qosClass = QualityOfService.of(pod.spec)
        if pod.spec.priority == nil { pod.spec.priority = 0 }
        if pod.spec.preemptionPolicy == nil { pod.spec.preemptionPolicy = .preemptLowerPriority }
        for key in ["node.kubernetes.io/not-ready", "node.kubernetes.io/unreachable"] {
            tolerate(key, &pod.spec)
        }
    }

    /// Five minutes of a lost node, unless the pod says otherwise.
    private static func tolerate(_ key: String, _ spec: inout PodSpec) {
        let isSaid = spec.tolerations.contains { toleration in
            (toleration.key == key || toleration.key.isEmpty)
                && (toleration.effect == .noExecute || toleration.effect.rawValue.isEmpty)
        }
        guard !isSaid else { return }
        var toleration = Toleration()
        toleration.key = key
        toleration.operator = .exists
        toleration.effect = .noExecute
        toleration.tolerationSeconds = 300
        spec.tolerations.append(toleration)
    }
}

/// How early a pod is ended when its node runs out of memory. Rule: Kubernetes' classes over cpu and memory.
enum QualityOfService {
    static func of(_ spec: PodSpec) -> PodQOSClass {
        let containers = spec.containers + spec.initContainers
        let resources = containers.map { $0.resources }
        if resources.allSatisfy({ $0.requests.isEmpty && $0.limits.isEmpty }) { return .bestEffort }
        let isGuaranteed = resources.allSatisfy { resource in
            ["cpu", "memory"].allSatisfy { name in
                guard let limit = resource.limits[name], !limit.isZero else { return false }
                return resource.requests[name].map { $0 == limit } ?? true
            }
        }
        return isGuaranteed ? .guaranteed : .burstable
    }
}
