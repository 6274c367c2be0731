internal import Cluster
internal import Model

/// What an app says of itself: how many instances it has, how its deployment goes, and what it waits for.
struct AppStatusReport {
    private let app: App
    private let instances: AppInstances
    private let order: AppOrder
    private let now: Timestamp

    init(_ app: App, _ instances: AppInstances, _ order: AppOrder, now: Timestamp) {
        self.app = app
        self.instances = instances
        self.order = order
        self.now = now
    }

    /// Writes the status where it differs.
    var plan: Plan {
        var told = app
        tellCounts(&told.status)
        tellDeployment(&told)
        // There was nothing to start that would have had to wait.
        var words = order.words
        if case .dependencies = order.hold, !told.isDeploying { words = nil }
        let news = tellWaiting(words, &told.status)
        return told == app ? .nothing : Plan([.update(.app(told), reason: "its instances' counts")] + news)
    }

    private func tellCounts(_ status: inout AppStatus) {
        let running = instances.active.filter { $0.status.phase == .running }
        status.observedGeneration = app.metadata.generation
        status.instances = instances.active.count
        status.currentInstances = instances.new.count
        status.tasksRunning = running.count
        status.tasksStaged = instances.active.count - running.count
        status.tasksHealthy = running.count { $0.isReady }
        status.tasksUnhealthy = running.count { $0.isUnhealthy }
        status.selector = "\(MarathonPod.appLabel)=\(app.metadata.name)"
    }

    private func tellDeployment(_ told: inout App) {
        guard app.isDeploying else { return }
        told.status.deployment?.version = app.spec.version
        told.status.deployment?.readinessCheckResults = instances.new.compactMap(\.readinessCheck)
        let isOver = app.metadata.deletionTimestamp == nil && instances.areThose(of: app)
        if isOver { told.endDeployment(.succeeded, at: now) }
    }

    /// Returns an event where there is something new to wait for.
    private func tellWaiting(_ words: (reason: String, message: String)?, _ status: inout AppStatus) -> [Action] {
        let known = app.waiting
        guard let (reason, message) = words else {
            status.conditions.removeAll { $0.type == AppOrder.condition }
            return []
        }
        if let known, known.reason == reason, known.message == message { return [] }
        status.conditions.removeAll { $0.type == AppOrder.condition }
        status.conditions.append(
            Condition {
                $0.type = AppOrder.condition
                $0.status = .true
                $0.reason = reason
                $0.message = message
                $0.observedGeneration = app.metadata.generation
                $0.lastTransitionTime = known?.reason == reason ? known?.lastTransitionTime : now.startOfSecond
            }
        )
        if known?.reason == reason { return [] }
        let isNormal = reason != AppOrder.Reason.cycle
        return [
            .event(
                EventReport(key: app.key, uid: app.metadata.uid, isNormal: isNormal, reason: reason, message: message)
            )
        ]
    }
}

extension Pod {
    /// A task that fails a check. One whose checks have no result yet is neither healthy nor unhealthy.
    fileprivate var isUnhealthy: Bool {
        let health = status.conditions.first { $0.type == MarathonPod.healthCondition }
        return health.map { $0.status == .false } ?? !isReady
    }
}
