extension Pod {
    /// What the API adds to a pod when it is created, beyond the defaults: its priority, how long it stays on a node
    /// that is gone, its first phase and its class of service.
    public mutating func admit() {
        if spec.priority == nil { spec.priority = 0 }
        if spec.preemptionPolicy == nil { spec.preemptionPolicy = .preemptLowerPriority }
        for key in ["node.kubernetes.io/not-ready", "node.kubernetes.io/unreachable"] {
            tolerateForFiveMinutes(key)
        }
        status.phase = .pending
        status.qosClass = qualityOfService
    }

    private mutating func tolerateForFiveMinutes(_ key: String) {
        let isTolerated = spec.tolerations.contains { toleration in
            (toleration.key == key || toleration.key.isEmpty)
                && (toleration.effect == .noExecute || toleration.effect.isEmpty)
        }
        if isTolerated { return }
        spec.tolerations.append(
            Toleration {
                $0.key = key
                $0.operator = .exists
                $0.effect = .noExecute
                $0.tolerationSeconds = 300
            }
        )
    }

    /// Guaranteed where each container's cpu and memory are limited and its requests equal its limits; BestEffort
    /// where nothing is asked for; Burstable between.
    public var qualityOfService: PodQOSClass {
        let all = spec.resources.map { [$0] } ?? (spec.initContainers + spec.containers).map(\.resources)
        let isSilent = all.allSatisfy { resources in
            ["cpu", "memory"].allSatisfy { name in
                (resources.requests[name] ?? Quantity()).isZero && (resources.limits[name] ?? Quantity()).isZero
            }
        }
        if isSilent { return .bestEffort }
        let isGuaranteed = all.allSatisfy { resources in
            ["cpu", "memory"].allSatisfy { name in
                guard let limit = resources.limits[name], !limit.isZero else { return false }
                return (resources.requests[name] ?? limit) == limit
            }
        }
        return isGuaranteed ? .guaranteed : .burstable
    }
}
