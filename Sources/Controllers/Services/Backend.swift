internal import Model

/// What of a pod an endpoint tells: a change of anything else is no news to a Service.
struct Backend: Equatable {
    let pod: String
    let address: String
    let node: String
    private let hostname: String
    private let subdomain: String
    /// Ready, and not on its way out.
    private var takesCallers: Bool
    /// Ready, be it on its way out.
    private var serves: Bool
    private var isTerminating: Bool

    /// Nil for a pod that has no address yet, or has ended: no slice holds it.
    init?(_ pod: Pod) {
        guard !pod.status.podIP.isEmpty, !pod.hasEnded else { return nil }
        self.pod = pod.metadata.name
        address = pod.status.podIP
        node = pod.spec.nodeName
        hostname = pod.spec.hostname
        subdomain = pod.spec.subdomain
        serves = pod.isReady
        isTerminating = pod.metadata.deletionTimestamp != nil
        takesCallers = serves && !isTerminating
    }

    /// Pods of the host's network may have one address, and so are one endpoint: it takes callers while one of them does,
    /// and counts as terminating where those that still answer are on their way out.
    func sharing(with other: Backend) -> Backend {
        var shared = pod < other.pod ? self : other
        shared.takesCallers = takesCallers || other.takesCallers
        shared.serves = serves || other.serves
        shared.isTerminating =
            shared.serves && !shared.takesCallers || isTerminating && other.isTerminating
        return shared
    }

    func conditions(in service: Service) -> EndpointConditions {
        var conditions = EndpointConditions()
        conditions.ready = service.spec.publishNotReadyAddresses || takesCallers
        conditions.serving = serves
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

    /// Whether it says what there is to say of the backend, whose address it has, and nothing else: somebody may have
    /// written into it.
    func tells(of backend: Backend, in service: Service) -> Bool {
        conditions == backend.conditions(in: service) && nodeName == backend.node
            && hostname == backend.hostname(in: service) && addresses.count == 1 && zone == nil && hints == nil
            && targetRef == nil && deprecatedTopology.isEmpty
    }
}
