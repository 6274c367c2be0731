internal import Model

extension App {
    /// What a change means for the app's instances, in Marathon's words; nil where they need not move.
    ///
    /// - Parameter live: the app before the change; nil for a new one.
    func deploymentAction(replacing live: App?) -> AppDeploymentAction? {
        guard let live else { return .startApplication }
        let isRestarted = restartedAt != live.restartedAt
        if spec == live.spec, !isRestarted { return nil }
        if isRestarted || AppPod.version(of: self) != AppPod.version(of: live) { return .restartApplication }
        if instances == live.instances { return nil }
        // What was to be done beside it is still to be done.
        return live.isDeploying ? live.status.deployment?.action : .scaleApplication
    }

    private var restartedAt: String? { metadata.annotations[RolloutAnnotation.restartedAt] }

    /// Notes that a change is on its way to the instances. It ends when they are all as the app says, or when another
    /// change takes its place.
    mutating func beginDeployment(_ action: AppDeploymentAction, id: String, replacing live: App?, at now: Timestamp) {
        let last = live?.status.deployment
        let wasDeployed = last.map { $0.state == .succeeded } ?? true
        status.deployment = AppDeployment {
            $0.id = id
            $0.action = action
            $0.state = .running
            $0.startedAt = now.startOfSecond
            $0.version = spec.version
            // What never came up is nothing to go back to.
            $0.previousVersion = (wasDeployed ? live?.spec.version : last?.previousVersion) ?? ""
        }
    }

    /// Notes that the deployment is over.
    mutating func endDeployment(_ state: AppDeploymentState, at now: Timestamp) {
        status.deployment?.state = state
        status.deployment?.endedAt = now.startOfSecond
    }
}

extension Pod {
    /// Whether the deployment that made it may count on it: it is ready, and has passed its readiness check where it
    /// has one.
    var isReadyForDeployment: Bool { isReady && (readinessCheck.map(\.ready) ?? true) }

    /// What its readiness check came to; nil where it has none.
    var readinessCheck: AppReadinessCheckResult? {
        guard let check = MarathonPod(self)?.readinessCheck else { return nil }
        let condition = status.conditions.first { $0.type == MarathonPod.readinessCondition }
        return AppReadinessCheckResult {
            $0.name = check.name
            $0.taskId = metadata.name
            $0.ready = condition?.status == .true
            guard check.preserveLastResponse, let condition else { return }
            $0.lastResponse = AppReadinessResponse(text: condition.message)
        }
    }
}
