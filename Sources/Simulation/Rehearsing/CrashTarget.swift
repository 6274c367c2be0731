internal import Cluster
internal import Model

/// Whose containers crash, and how often.
struct CrashTarget: Sendable {
    let workload: ObjectKey
    let perMille: Int
    /// The ReplicaSet whose pods are meant; nil where it isn't one.
    private var owner: String?
    /// Versions of the App that are spared, since a new one takes their place.
    private var spared: Set<String> = []

    /// Milliseconds from a container's start.
    static let delays = 0...10_000

    /// - Parameters:
    ///   - before: the state before the directory spoke.
    ///   - after: what it is since: new ReplicaSets are there, their pods may be.
    init(_ workload: ObjectKey, perMille: Int, from before: ClusterState, to after: ClusterState) {
        self.workload = workload
        self.perMille = perMille
        switch after.object(workload)?.object {
        case .deployment(let deployment):
            owner =
                after.dependents(of: deployment.metadata.uid).compactMap { ReplicaSet($0.object) }
                .first { $0.revision == deployment.revision }?.metadata.uid
        case .app(let app):
            let former = before.object(workload).flatMap { App($0.object) }
            guard former?.spec.versionInfo?.lastConfigChangeAt != app.spec.versionInfo?.lastConfigChangeAt else {
                return
            }
            let versions = before.pods(controlledBy: app.metadata.uid).compactMap {
                $0.metadata.labels[MarathonPod.versionLabel]
            }
            spared = Set(versions)
        default: break
        }
    }

    func strikes(_ pod: Pod) -> Bool {
        if let owner { return pod.metadata.controller?.uid == owner }
        return !spared.contains(pod.metadata.labels[MarathonPod.versionLabel] ?? "")
    }
}
