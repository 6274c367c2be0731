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

    /// The app's path: `/jobs/clock`.
    public var appID: String
    /// Delay before the first relaunch after a failure.
    public var backoffSeconds: Double
    /// What the delay is multiplied by after each further failure.
    public var backoffFactor: Double
    /// The longest delay, in seconds.
    public var maxLaunchDelaySeconds: Double

    public init(
        appID: String,
        backoffSeconds: Double = 1,
        backoffFactor: Double = 1.15,
        maxLaunchDelaySeconds: Double = 300
    ) {
        self.appID = appID
        self.backoffSeconds = backoffSeconds
        self.backoffFactor = backoffFactor
        self.maxLaunchDelaySeconds = maxLaunchDelaySeconds
    }

    /// What the pod says of its app; nil for a pod of no app.
    public init?(_ pod: Pod) {
        guard let id = pod.metadata.annotations[Self.idAnnotation] else { return nil }
        let numbers = (pod.metadata.annotations[Self.backoffAnnotation] ?? "").split(separator: ",").compactMap {
            Double($0)
        }
        self.init(appID: id)
        guard numbers.count == 3 else { return }
        (backoffSeconds, backoffFactor, maxLaunchDelaySeconds) = (numbers[0], numbers[1], numbers[2])
    }

    /// Writes it onto a pod that is being made.
    public func annotate(_ pod: inout Pod) {
        pod.metadata.annotations[Self.idAnnotation] = appID
        pod.metadata.annotations[Self.backoffAnnotation] = "\(backoffSeconds),\(backoffFactor),\(maxLaunchDelaySeconds)"
    }

    /// Whether ports of 0 stand for ports to be chosen, as they do in an app.
    public static func choosesPorts(_ pod: Pod) -> Bool { pod.metadata.annotations[idAnnotation] != nil }
}
