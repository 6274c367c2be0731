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
            self.init(
                isReady: pod.status.isTrue("Ready") || pod.status.phase == "Succeeded",
                text:
                    "\(summary.status), \(summary.readyContainers) of \(Counted(summary.totalContainers, "container")) ready"
            )
        case .app(let app):
            let tasks = app.spec.healthChecks.isEmpty ? app.status.tasksRunning : app.status.tasksHealthy
            let wanted = app.spec.instances ?? 1
            self.init(
                tasks,
                of: wanted,
                isCurrent: app.status.currentInstances >= wanted && app.status.instances == wanted
            )
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
