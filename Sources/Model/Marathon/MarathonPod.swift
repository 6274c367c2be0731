/// What a pod of a Marathon app carries along from its app, for the node that runs it.
///
/// Kubernetes' pod has no place for these facts; annotations hold them, so that every reader of the pod sees them.
public struct MarathonPod: Sendable, Hashable {
    /// Label with the name of the app's object, by which its pods are found.
    public static let appLabel = "marathon.steady.dev/app"
    /// Label with the digest of what of the definition its pods are made from.
    public static let versionLabel = "marathon.steady.dev/version"
    static let idAnnotation = "marathon.steady.dev/id"
    static let backoffAnnotation = "marathon.steady.dev/backoff"
    static let portsAnnotation = "marathon.steady.dev/ports"
    /// Annotation with the app's health checks, as Marathon's JSON has them. It follows the app while the pod lives.
    public static let healthChecksAnnotation = "marathon.steady.dev/health-checks"
    /// Annotation with the app's readiness check, while the deployment that made the pod goes on.
    public static let readinessCheckAnnotation = "marathon.steady.dev/readiness-check"
    /// Condition of a pod that a deployment with a readiness check made: whether it has passed it. Its message is the
    /// last answer, as `AppReadinessResponse` writes it, or what went wrong.
    public static let readinessCondition = "marathon.steady.dev/ReadinessCheck"
    /// Condition of a pod whose app has health checks: whether it passes all of them. Unknown before their first
    /// results.
    public static let healthCondition = "marathon.steady.dev/Healthy"

    /// A port as the app asks for it: which number it will have is decided where the pod is bound.
    public struct Port: Sendable, Hashable {
        public var name: String
        /// One, or TCP and UDP, which then share the number.
        public var transports: [TransportProtocol]
        /// 0 for the same as the host port.
        public var containerPort: Int
        /// 0 for one to be chosen; nil for none.
        public var hostPort: Int?

        public init(name: String, transports: [TransportProtocol], containerPort: Int, hostPort: Int?) {
            self.name = name
            self.transports = transports
            self.containerPort = containerPort
            self.hostPort = hostPort
        }

        /// As the annotation holds it: `http/TCP/8080/0` or `dns/UDP,TCP/53/0`, with an empty last part for no host
        /// port.
        var text: String {
            let protocols = transports.map(\.rawValue).joined(separator: ",")
            return "\(name)/\(protocols)/\(containerPort)/\(hostPort.map(String.init) ?? "")"
        }

        init?(_ text: Substring) {
            let parts = text.split(separator: "/", omittingEmptySubsequences: false)
            guard parts.count == 4, let containerPort = Int(parts[2]) else { return nil }
            self.init(
                name: String(parts[0]),
                transports: parts[1].split(separator: ",").map { TransportProtocol(rawValue: String($0)) },
                containerPort: containerPort,
                hostPort: Int(parts[3])
            )
        }
    }

    /// The app's path: `/jobs/clock`.
    public var appID: String
    /// Delay before the first relaunch after a failure.
    public var backoffSeconds: Double
    /// What the delay is multiplied by after each further failure.
    public var backoffFactor: Double
    /// The longest delay, in seconds.
    public var maxLaunchDelaySeconds: Double
    /// In the order of the definition, which numbers `$PORT0`, `$PORT1`, ...
    public var ports: [Port]
    /// All of them must pass for the task to be healthy; where there are none, it is by running.
    public var healthChecks: [AppHealthCheck]
    /// What must pass once before the task counts as ready in the deployment that it was made in; nil where there is
    /// none, and when that is over.
    public var readinessCheck: AppReadinessCheck?

    public init(
        appID: String,
        backoffSeconds: Double = 1,
        backoffFactor: Double = 1.15,
        maxLaunchDelaySeconds: Double = 300,
        ports: [Port] = [],
        healthChecks: [AppHealthCheck] = [],
        readinessCheck: AppReadinessCheck? = nil
    ) {
        self.appID = appID
        self.backoffSeconds = backoffSeconds
        self.backoffFactor = backoffFactor
        self.maxLaunchDelaySeconds = maxLaunchDelaySeconds
        self.ports = ports
        self.healthChecks = healthChecks
        self.readinessCheck = readinessCheck
    }

    /// What the pod says of its app; nil for a pod of no app.
    public init?(_ pod: Pod) {
        guard let id = pod.metadata.annotations[Self.idAnnotation] else { return nil }
        let numbers = (pod.metadata.annotations[Self.backoffAnnotation] ?? "").split(separator: ",").compactMap {
            Double($0)
        }
        let ports = pod.metadata.annotations[Self.portsAnnotation] ?? ""
        let checks = pod.metadata.annotations[Self.healthChecksAnnotation] ?? ""
        let readiness = pod.metadata.annotations[Self.readinessCheckAnnotation] ?? ""
        self.init(
            appID: id,
            ports: ports.split(separator: " ").compactMap { Port($0) },
            healthChecks: [AppHealthCheck](annotation: checks),
            readinessCheck: [AppReadinessCheck](annotation: readiness).first
        )
        guard numbers.count == 3 else { return }
        (backoffSeconds, backoffFactor, maxLaunchDelaySeconds) = (numbers[0], numbers[1], numbers[2])
    }

    /// Writes it onto a pod, in place of what stood there.
    public func annotate(_ pod: inout Pod) {
        pod.metadata.annotations[Self.idAnnotation] = appID
        pod.metadata.annotations[Self.backoffAnnotation] = "\(backoffSeconds),\(backoffFactor),\(maxLaunchDelaySeconds)"
        pod.metadata.annotations[Self.portsAnnotation] =
            ports.isEmpty ? nil : ports.map(\.text).joined(separator: " ")
        pod.metadata.annotations[Self.healthChecksAnnotation] = healthChecks.isEmpty ? nil : healthChecks.annotation
        pod.metadata.annotations[Self.readinessCheckAnnotation] = readinessCheck.map { [$0].annotation }
    }
}
