public import Model

/// Whether an object is as it should be, and how far it has come.
public struct ReadyState: Sendable, Hashable {
    public var isReady: Bool
    /// `2 of 3 ready`, `ready`.
    public var text: String
    /// Why it won't become what was asked for, though something else may be up; nil where nothing says so.
    public var failure: String?

    public init(_ object: Object) {
        switch object {
        case .deployment(let deployment): self.init(deployment)
        case .replicaSet(let replicaSet):
            let wanted = replicaSet.spec.replicas ?? 1
            self.init(replicaSet.status.readyReplicas, of: wanted, isCurrent: replicaSet.isObserved)
        case .pod(let pod):
            let summary = PodSummary(pod)
            let containers = Counted(summary.totalContainers, "container")
            self.init(
                isReady: pod.status.isTrue("Ready") || pod.status.phase == "Succeeded",
                text: "\(summary.status), \(summary.readyContainers) of \(containers) ready"
            )
        case .app(let app): self.init(app)
        default:
            self.init(isReady: true, text: "there")
        }
    }

    private init(isReady: Bool, text: String) {
        self.isReady = isReady
        self.text = text
    }

    /// A rollout is through when all pods have the new template, none of the old is left, and enough are available.
    private init(_ deployment: Deployment) {
        let wanted = deployment.spec.replicas ?? 1
        let status = deployment.status
        let isObserved = status.observedGeneration >= deployment.metadata.generation
        isReady =
            isObserved && status.updatedReplicas >= wanted && status.replicas <= wanted
            && status.availableReplicas >= wanted
        if isReady {
            text = "\(status.readyReplicas) of \(wanted) ready"
        } else if let failed = status.conditions.first(where: { $0.reason == "ProgressDeadlineExceeded" }) {
            text = failed.message
        } else {
            let old = max(status.replicas - status.updatedReplicas, 0)
            let rest = old > 0 ? ", \(old) of the old template left" : ""
            text = "\(status.updatedReplicas) of \(wanted) up to date, \(status.availableReplicas) available\(rest)"
        }
        failure = status.conditions.first { $0.type == RollbackPolicy.condition }?.message
    }

    /// An App is through when its deployment is, and as many tasks as are wanted serve.
    private init(_ app: App) {
        let wanted = app.spec.instances ?? 1
        let status = app.status
        let tasks = app.spec.healthChecks.isEmpty ? status.tasksRunning : status.tasksHealthy
        let state = status.deployment?.state
        self.init(
            tasks,
            of: wanted,
            isCurrent: state != .running && status.currentInstances >= wanted && status.instances == wanted
        )
        if isReady { return }
        if state == .running {
            let old = status.instances - status.currentInstances
            let rest = old > 0 ? ", \(old) of an earlier definition left" : ""
            text = "\(min(status.currentInstances, wanted)) of \(wanted) up to date, \(tasks) ready\(rest)"
        } else if let deployment = status.deployment, state == .cancelled {
            let progress = "\(status.currentInstances) of \(wanted) instances are up to date"
            failure = "deployment \(deployment.id) was cancelled: \(progress)"
        }
        guard let waiting = status.conditions.first(where: { $0.type == "Waiting" && $0.status == .true }) else {
            return
        }
        if waiting.reason == "CyclicDependencies" {
            failure = waiting.message
        } else {
            text += "; it \(waiting.message)"
        }
    }

    private init(_ ready: Int, of wanted: Int, isCurrent: Bool) {
        isReady = isCurrent && ready >= wanted
        text = "\(ready) of \(wanted) ready"
    }
}

extension ReplicaSet {
    fileprivate var isObserved: Bool {
        status.observedGeneration >= metadata.generation && status.replicas == spec.replicas ?? 1
    }
}
