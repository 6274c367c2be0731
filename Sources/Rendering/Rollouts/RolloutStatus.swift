public import Model

/// How far a Deployment's or an App's rollout has come, in kubectl's words where it has them: scripts read them.
public enum RolloutStatus: Sendable, Hashable {
    case underWay(String)
    case done(String)
    /// It stands still, and won't come to an end by itself.
    case failed(String)

    /// - Parameter revision: the revision that is waited for; nil for the newest.
    public init(_ deployment: Deployment, revision: Int? = nil) {
        let name = deployment.metadata.name
        if let revision, revision != deployment.revision {
            self = .failed(
                "desired revision (\(revision)) is different from the running revision (\(deployment.revision))"
            )
            return
        }
        let status = deployment.status
        guard status.observedGeneration >= deployment.metadata.generation else {
            self = .underWay("Waiting for deployment spec update to be observed...")
            return
        }
        if status.conditions.contains(where: { $0.type == "Progressing" && $0.reason == "ProgressDeadlineExceeded" }) {
            self = .failed("deployment \"\(name)\" exceeded its progress deadline")
            return
        }
        if let rolledBack = status.conditions.first(where: { $0.type == RollbackPolicy.condition }) {
            self = .failed("deployment \"\(name)\": \(rolledBack.message)")
            return
        }
        if !deployment.spec.paused,
            let pause = status.conditions.first(where: { $0.type == "Progressing" && $0.reason == "DeploymentPaused" })
        {
            self = .underWay("\(pause.message): `steady rollout promote deployment/\(name)`")
            return
        }
        guard let rest = Self.rest(of: deployment) else {
            self = .done("deployment \"\(name)\" successfully rolled out")
            return
        }
        self = .underWay("Waiting for deployment \"\(name)\" rollout to finish: \(rest)...")
    }

    /// - Parameters:
    ///   - pods: of the App, each of which is told of while it is under way.
    ///   - configuration: what the pods of its present definition bear as `MarathonPod.versionLabel`.
    public init(_ app: App, _ pods: [Pod] = [], configuration: String = "") {
        let name = app.metadata.name
        let state = ReadyState(.app(app))
        if state.isReady {
            self = .done("app \"\(name)\" successfully rolled out")
        } else if let failure = state.failure {
            self = .failed("app \"\(name)\": \(failure)")
        } else {
            let lines = AppInstanceLines(pods, configuration: configuration).lines.map { "\n  \($0)" }
            self = .underWay("Waiting for app \"\(name)\" rollout to finish: \(state.text)...\(lines.joined())")
        }
    }

    /// What is still to come; nil when nothing is.
    private static func rest(of deployment: Deployment) -> String? {
        let status = deployment.status
        let wanted = deployment.spec.replicas ?? 1
        if status.updatedReplicas < wanted {
            return "\(status.updatedReplicas) out of \(wanted) new replicas have been updated"
        }
        if status.replicas > status.updatedReplicas {
            return "\(status.replicas - status.updatedReplicas) old replicas are pending termination"
        }
        if status.availableReplicas < status.updatedReplicas {
            return "\(status.availableReplicas) of \(status.updatedReplicas) updated replicas are available"
        }
        return nil
    }
}
