internal import Containers
internal import Model
internal import Networking

/// What the node knows of one pod: what is wanted of it, and how far it has come.
struct PodLife: Sendable {
    enum Sandbox: Sendable, Hashable {
        case absent
        /// The containerizer was told to make it, and is told again where it has not answered by then.
        case creating(askAgainAt: Timestamp)
        case ready
        case failed(message: String, retryAt: Timestamp)
        case removing(askAgainAt: Timestamp)
        /// Nothing of the pod is left here.
        case removed
    }

    /// The pod's volumes: what was last asked for, and what came of it.
    struct Volumes: Sendable {
        /// What the volumes shall be; nil while they can't be made as things are.
        var wanted: VolumePlan?
        /// Whether `wanted` still says what the pod and the objects that it refers to say.
        var isPlanned = false
        /// What was asked for last.
        var plan: VolumePlan?
        var revision: UInt64 = 0
        /// Since when the present plan is being carried out.
        var flight: Timestamp?
        /// Where the parts are, once a plan was carried out.
        var sources: [VolumeUse: VolumeSource]?
        /// Why they can't be made, and when it is tried again (nil: when something changes).
        var hold: ContainerHold?
        var retryAt: Timestamp?
    }

    /// The whole pod is going.
    struct Farewell: Sendable, Hashable {
        enum Cause: Sendable, Hashable {
            /// The pod was deleted, or is no longer this node's.
            case deleted
            /// It has outlived its `activeDeadlineSeconds`, or another reason to count as failed.
            case failed(reason: String, message: String)
            /// All that was to be done is done: only sidecars may still run.
            case completed
        }

        var cause: Cause
        /// When the main containers are killed.
        var killAt: Timestamp
    }

    let uid: String
    /// Nil for what was found on the machine and no pod is known of.
    var pod: Pod?
    /// Whether the control plane has it on this node.
    var isBound = true
    var sandbox = Sandbox.absent
    var sandboxFailures = 0
    /// A directory of it was found whose namespaces are gone. It is to be removed with the pod, used again or not.
    var hasRemains = false
    /// Its own address; nil on the host's network, and before it has one.
    var address: IPv4Address?
    /// Where its range of ids starts; nil for the host's users, and before it has one.
    var firstID: UInt32?
    var volumes = Volumes()
    /// In the order of the spec, init containers first.
    var containers: [ContainerLife] = []
    /// Of the app that the pod is an instance of.
    var healthChecks = HealthChecks()
    /// Whether what the app has changed, and a running task need not notice, is taken over.
    var isInStep = true
    var farewell: Farewell?
    /// What it is given to end, in place of what it asks for.
    var partingPeriod: Duration?
    var startTime: Timestamp?
    /// What the control plane was told last, and when.
    var reported: PodStatus?
    var reportedAt: Timestamp?
    /// From what `reported` was made; nil where the pod has changed since.
    var reportedGrounds: StatusGrounds?
    /// Whether the pod, as the control plane has it, says what was reported.
    var isReflected = false
    /// What the router and the DNS server were told last.
    var publishedFacts: PublicFacts?

    /// A pod that the control plane has here.
    init(_ pod: Pod) {
        uid = pod.metadata.uid
        self.pod = pod
        startTime = pod.status.startTime
        healthChecks = HealthChecks(of: pod)
        let backoff = RestartBackoff(of: pod)
        containers =
            pod.spec.initContainers.map { container in
                let isSidecar = container.restartPolicy == .always
                return ContainerLife(
                    ContainerID(pod: pod.metadata.uid, name: container.name),
                    isSidecar ? .sidecar : .initial,
                    backoff
                )
            }
            + pod.spec.containers.map {
                ContainerLife(ContainerID(pod: pod.metadata.uid, name: $0.name), .main, backoff)
            }
    }

    /// Something found on the machine that no pod is known of.
    init(stray uid: String) {
        self.uid = uid
        isBound = false
    }

    /// What the spec says of a container.
    func spec(of life: ContainerLife) -> Container? {
        let list = life.role == .main ? pod?.spec.containers : pod?.spec.initContainers
        return list?.first { $0.name == life.name }
    }

    /// It is done, for good: nothing of it is started again.
    var isOver: Bool {
        if let phase = pod?.status.phase, phase == .succeeded || phase == .failed { return true }
        return reported.map { $0.phase == .succeeded || $0.phase == .failed } ?? false
    }

    /// The address under which it can be reached.
    func reachableAddress(_ settings: AgentSettings) -> String {
        address?.description ?? (pod?.spec.hostNetwork == true ? settings.hostAddress : "")
    }

    var hasLiveContainers: Bool { containers.contains(where: \.isLive) }
}
