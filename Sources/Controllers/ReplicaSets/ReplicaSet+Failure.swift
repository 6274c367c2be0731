internal import Model

extension ReplicaSet {
    /// The condition that says that its pods can't be made or deleted.
    static let failureType = "ReplicaFailure"

    var failure: ReplicaSetCondition? { status.conditions.first { $0.type == Self.failureType } }
}

extension ReplicaSetStatus {
    /// Says that pods were refused, and why; nil that none is any longer.
    ///
    /// What was said before stays, though the words differ: a pod's name stands in them, which is another each time.
    mutating func tellFailure(_ message: String?, at now: Timestamp) {
        let index = conditions.firstIndex { $0.type == ReplicaSet.failureType }
        guard let message else {
            if let index { conditions.remove(at: index) }
            return
        }
        guard index == nil else { return }
        conditions.append(
            ReplicaSetCondition {
                $0.type = ReplicaSet.failureType
                $0.status = .true
                $0.reason = "FailedCreate"
                $0.message = message
                $0.lastTransitionTime = now.startOfSecond
            }
        )
    }
}
