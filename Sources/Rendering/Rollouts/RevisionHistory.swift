public import Model

/// The templates that a Deployment has had and still remembers, each in a ReplicaSet.
public struct RevisionHistory: Sendable {
    private let deployment: Deployment
    /// Sorted by revision, the oldest first.
    private let replicaSets: [ReplicaSet]

    /// - Parameter replicaSets: any; those of other owners are left out.
    public init(_ deployment: Deployment, _ replicaSets: [ReplicaSet]) {
        self.deployment = deployment
        self.replicaSets =
            replicaSets
            .filter { $0.metadata.controller?.uid == deployment.metadata.uid && $0.revision > 0 }
            .sorted { $0.revision < $1.revision }
    }

    /// As `kubectl rollout history` lists it.
    public var table: String {
        var table = TextTable()
        let rows = replicaSets.map { set in
            [String(set.revision), set.metadata.annotations[RolloutAnnotation.changeCause] ?? "<none>"]
        }
        return table.lay([["REVISION", "CHANGE-CAUSE"]] + rows)
    }

    /// One revision in full, as `kubectl rollout history --revision` describes it; nil when it is not remembered.
    public func page(of revision: Int, now: Timestamp) -> String? {
        replicaSet(of: revision).map { set in
            var page = Page(now: now)
            page.template(set.spec.template)
            return page.text
        }
    }

    private func replicaSet(of revision: Int) -> ReplicaSet? { replicaSets.first { $0.revision == revision } }
}
