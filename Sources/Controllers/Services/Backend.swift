internal import Model

/// What of a pod an endpoint tells: a change of anything else is no news to a Service.
struct Backend: Equatable {
    let pod: String
    let address: String
    let node: String
    private let hostname: String
    private let subdomain: String
    private(set) var isReady: Bool
    private(set) var isTerminating: Bool

    /// Nil for a pod that has no address yet, or has ended: no slice holds it.
    init?(_ pod: Pod) {
        guard !pod.status.podIP.isEmpty, !pod.hasEnded else { return nil }
        self.pod = pod.metadata.name
        address = pod.status.podIP
        node = pod.spec.nodeName
        hostname = pod.spec.hostname
        subdomain = pod.spec.subdomain
        isReady = pod.isReady
        isTerminating = pod.metadata.deletionTimestamp != nil
    }

    /// Pods of the host's network may have one address, and so are one endpoint, which serves while one of them does.
    func sharing(with other: Backend) -> Backend {
        var shared = pod < other.pod ? self : other
        shared.isReady = isReady || other.isReady
        shared.isTerminating = isTerminating && other.isTerminating
        return shared
    }

    func conditions(in service: Service) -> EndpointConditions {
        var conditions = EndpointConditions()
        conditions.ready = service.spec.publishNotReadyAddresses || (isReady && !isTerminating)
        conditions.serving = isReady
        conditions.terminating = isTerminating
        return conditions
    }

    /// The name under which the Service's domain has it; nil for most.
    func hostname(in service: Service) -> String? {
        subdomain == service.metadata.name ? hostname : nil
    }
}

extension Endpoint {
    init(_ backend: Backend, in service: Service) {
        self.init()
        addresses = [backend.address]
        conditions = backend.conditions(in: service)
        nodeName = backend.node
        hostname = backend.hostname(in: service)
    }

    /// Whether it says all that there is to say of the backend, whose address it has.
    func tells(of backend: Backend, in service: Service) -> Bool {
        conditions == backend.conditions(in: service) && nodeName == backend.node
            && hostname == backend.hostname(in: service)
    }
}
