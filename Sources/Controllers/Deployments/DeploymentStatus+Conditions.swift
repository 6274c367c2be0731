internal import Model

extension DeploymentStatus {
    func condition(_ type: String) -> DeploymentCondition? { conditions.first { $0.type == type } }

    /// Sets a condition. Its transition time moves only with its status, its update time with any change of it.
    ///
    /// - Parameter touch: moves the update time though it says what it said.
    mutating func set(
        _ type: String,
        _ value: ConditionStatus,
        _ reason: String,
        _ message: String,
        at now: Timestamp,
        touch: Bool = false
    ) {
        let index = conditions.firstIndex { $0.type == type }
        var condition = index.map { conditions[$0] } ?? DeploymentCondition()
        let isSame = condition.status == value && condition.reason == reason && condition.message == message
        if index != nil, isSame, !touch { return }
        if condition.status != value || index == nil { condition.lastTransitionTime = now }
        condition.type = type
        condition.status = value
        condition.reason = reason
        condition.message = message
        condition.lastUpdateTime = now
        if let index { conditions[index] = condition } else { conditions.append(condition) }
    }

    mutating func drop(_ type: String) { conditions.removeAll { $0.type == type } }
}

extension Deployment {
    /// Whether anybody asked how long a rollout may stand still. The largest number stands for ever.
    var hasProgressDeadline: Bool {
        spec.progressDeadlineSeconds.map { $0 != Int(Int32.max) } ?? false
    }
}
