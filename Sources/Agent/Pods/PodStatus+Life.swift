internal import Model

extension PodStatus {
    /// What to tell of a pod, in Kubernetes' form. What others say of it, in conditions of their own, stays.
    init?(_ life: PodLife, _ node: Surroundings) {
        guard let pod = life.pod else { return nil }
        self = pod.status
        // What is over stays as it was told.
        if phase == .succeeded || phase == .failed { return }
        phase = PodPhase(of: life)
        observedGeneration = pod.metadata.generation
        startTime = life.startTime?.startOfSecond
        if !node.settings.hostAddress.isEmpty {
            hostIP = node.settings.hostAddress
            hostIPs = [HostIP { $0.ip = hostIP }]
        }
        // The address is there from the moment on at which something can answer under it.
        if life.sandbox == .ready || podIP.isEmpty == false {
            podIP = life.reachableAddress(node.settings)
            podIPs = podIP.isEmpty ? [] : [PodIP { $0.ip = podIP }]
        }
        if qosClass.isEmpty { qosClass = pod.qualityOfService }
        initContainerStatuses = life.containers.filter { $0.role != .main }.map { ContainerStatus($0, in: life) }
        containerStatuses = life.containers.filter { $0.role == .main }.map { ContainerStatus($0, in: life) }
        if case .failed(let reason, let message) = life.farewell?.cause, phase == .failed {
            (self.reason, self.message) = (reason, message)
        }
        conditions = PodConditions(of: life, phase, pod, node.now).list
    }
}

/// The conditions of a pod. Each keeps the time of its last change.
struct PodConditions {
    private let life: PodLife
    private let phase: PodPhase
    private let pod: Pod
    private let now: Timestamp

    init(of life: PodLife, _ phase: PodPhase, _ pod: Pod, _ now: Timestamp) {
        (self.life, self.phase, self.pod, self.now) = (life, phase, pod, now)
    }

    /// Sorted as kubelet has them, those of others behind.
    var list: [PodCondition] {
        let own = [
            condition("PodReadyToStartContainers", life.sandbox == .ready),
            initialized, ready, containersReady, condition("PodScheduled", true),
        ]
        let types = Set(own.map(\.type) + [MarathonPod.healthCondition, MarathonPod.readinessCondition])
        let ofApp = [health, readinessForDeployment].compactMap(\.self)
        return own + ofApp + pod.status.conditions.filter { !types.contains($0.type) }
    }

    /// Whether the task passes its app's health checks; nil where there are none.
    private var health: PodCondition? {
        guard !life.healthChecks.list.isEmpty else { return nil }
        let checks = life.containers.flatMap { $0.running?.probes ?? [] }.filter { $0.kind == .health }
        let failing = checks.filter { $0.isAlive == false }.map(\.question.words)
        if !failing.isEmpty {
            let message = "failed health check \(failing.joined(separator: ", "))"
            return condition(MarathonPod.healthCondition, .false, "HealthCheckFailed", message)
        }
        if checks.isEmpty || checks.contains(where: { $0.isAlive == nil }) {
            let message = "a health check has no result yet"
            return condition(MarathonPod.healthCondition, .unknown, "NoResultYet", message)
        }
        return condition(MarathonPod.healthCondition, .true)
    }

    /// Whether the task has passed its app's readiness check; nil where it is not asked.
    private var readinessForDeployment: PodCondition? {
        guard life.healthChecks.readiness != nil else { return nil }
        let check = life.containers.lazy.flatMap { $0.running?.probes ?? [] }.first { $0.kind == .deployment }
        let isReady = check?.passes ?? false
        return condition(
            MarathonPod.readinessCondition,
            isReady ? .true : .false,
            isReady ? "Ready" : "NotReady",
            check?.lastAnswer ?? ""
        )
    }

    private var initialized: PodCondition {
        let hasBegun = life.containers.contains { $0.role == .main && $0.attempts > 0 }
        let incomplete = life.containers.filter { $0.role != .main && !$0.isComplete && $0.role == .initial }
        guard !hasBegun, !incomplete.isEmpty || isWaitingForSidecars else { return condition("Initialized", true) }
        let names = life.containers.filter { $0.role != .main && !$0.isComplete }.map(\.name)
        let message = "containers with incomplete status: [\(names.joined(separator: " "))]"
        return condition("Initialized", false, "ContainersNotInitialized", message)
    }

    private var isWaitingForSidecars: Bool {
        life.containers.contains { $0.role == .sidecar && !$0.isComplete }
    }

    private var containersReady: PodCondition { readiness("ContainersReady", gates: []) }

    private var ready: PodCondition { readiness("Ready", gates: pod.spec.readinessGates.map(\.conditionType)) }

    private func readiness(_ type: String, gates: [String]) -> PodCondition {
        if phase == .succeeded { return condition(type, false, "PodCompleted") }
        if phase == .failed { return condition(type, false, "PodFailed") }
        let unready = life.containers.filter { $0.role != .initial && !$0.isReady }.map(\.name)
        if !unready.isEmpty || phase == .pending {
            let names = unready.joined(separator: " ")
            return condition(type, false, "ContainersNotReady", "containers with unready status: [\(names)]")
        }
        for gate in gates {
            let found = pod.status.conditions.first { $0.type == gate }
            if found?.status == .true { continue }
            let what = found == nil ? "does not exist" : "is not \"True\""
            let message = "corresponding condition of pod readiness gate \"\(gate)\" \(what)."
            return condition(type, false, "ReadinessGatesNotReady", message)
        }
        return condition(type, true)
    }

    private func condition(
        _ type: String,
        _ holds: Bool,
        _ reason: String = "",
        _ message: String = ""
    ) -> PodCondition {
        condition(type, holds ? .true : .false, reason, message)
    }

    private func condition(
        _ type: String,
        _ status: ConditionStatus,
        _ reason: String = "",
        _ message: String = ""
    ) -> PodCondition {
        let known = (life.reported ?? pod.status).conditions.first { $0.type == type }
        return PodCondition {
            $0.type = type
            $0.status = status
            $0.reason = reason
            $0.message = message
            $0.observedGeneration = pod.metadata.generation
            let since = known?.status == status ? known?.lastTransitionTime : nil
            $0.lastTransitionTime = since ?? now.startOfSecond
        }
    }
}
