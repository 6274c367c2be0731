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
        conditions = life.conditions(ConditionGrounds(phase: phase, pod: pod, now: node.now))
    }
}

/// What a pod's conditions rest on beside its life.
private struct ConditionGrounds {
    let phase: PodPhase
    let pod: Pod
    let now: Timestamp
}

// The conditions of a pod. Each keeps the time of its last change.
extension PodLife {
    /// Sorted as kubelet has them, those of others behind.
    fileprivate func conditions(_ grounds: ConditionGrounds) -> [PodCondition] {
        let gates = grounds.pod.spec.readinessGates.map(\.conditionType)
        let own = [
            condition("PodReadyToStartContainers", sandbox == .ready, grounds),
            initialized(grounds), readiness("Ready", gates: gates, grounds),
            readiness("ContainersReady", gates: [], grounds), condition("PodScheduled", true, grounds),
        ]
        let types = Set(own.map(\.type) + [MarathonPod.healthCondition, MarathonPod.readinessCondition])
        let ofApp = [health(grounds), readinessForDeployment(grounds)].compactMap(\.self)
        return own + ofApp + grounds.pod.status.conditions.filter { !types.contains($0.type) }
    }

    /// Whether the task passes its app's health checks; nil where there are none.
    private func health(_ grounds: ConditionGrounds) -> PodCondition? {
        guard !healthChecks.list.isEmpty else { return nil }
        let checks = containers.flatMap { $0.running?.probes ?? [] }.filter { $0.kind == .health }
        let failing = checks.filter { $0.isAlive == false }.map(\.question.words)
        if !failing.isEmpty {
            let message = "failed health check \(failing.joined(separator: ", "))"
            return condition(MarathonPod.healthCondition, .false, "HealthCheckFailed", message, grounds)
        }
        if checks.isEmpty || checks.contains(where: { $0.isAlive == nil }) {
            let message = "a health check has no result yet"
            return condition(MarathonPod.healthCondition, .unknown, "NoResultYet", message, grounds)
        }
        return condition(MarathonPod.healthCondition, true, grounds)
    }

    /// Whether the task has passed its app's readiness check; nil where it is not asked.
    private func readinessForDeployment(_ grounds: ConditionGrounds) -> PodCondition? {
        guard healthChecks.readiness != nil else { return nil }
        let check = containers.lazy.flatMap { $0.running?.probes ?? [] }.first { $0.kind == .deployment }
        let isReady = check?.passes ?? false
        return condition(
            MarathonPod.readinessCondition,
            isReady ? .true : .false,
            isReady ? "Ready" : "NotReady",
            check?.lastAnswer ?? "",
            grounds
        )
    }

    private func initialized(_ grounds: ConditionGrounds) -> PodCondition {
        let hasBegun = containers.contains { $0.role == .main && $0.hasBegun }
        let incomplete = containers.filter { $0.role != .main && !$0.isComplete }
        guard !hasBegun, !incomplete.isEmpty else { return condition("Initialized", true, grounds) }
        let message = "containers with incomplete status: [\(incomplete.map(\.name).joined(separator: " "))]"
        return condition("Initialized", .false, "ContainersNotInitialized", message, grounds)
    }

    private func readiness(_ type: String, gates: [String], _ grounds: ConditionGrounds) -> PodCondition {
        if grounds.phase == .succeeded { return condition(type, .false, "PodCompleted", "", grounds) }
        if grounds.phase == .failed { return condition(type, .false, "PodFailed", "", grounds) }
        let unready = containers.filter { $0.role != .initial && !$0.isReady }.map(\.name)
        if !unready.isEmpty || grounds.phase == .pending {
            let message = "containers with unready status: [\(unready.joined(separator: " "))]"
            return condition(type, .false, "ContainersNotReady", message, grounds)
        }
        for gate in gates {
            let found = grounds.pod.status.conditions.first { $0.type == gate }
            if found?.status == .true { continue }
            let what = found == nil ? "does not exist" : "is not \"True\""
            let message = "corresponding condition of pod readiness gate \"\(gate)\" \(what)."
            return condition(type, .false, "ReadinessGatesNotReady", message, grounds)
        }
        return condition(type, true, grounds)
    }

    private func condition(_ type: String, _ holds: Bool, _ grounds: ConditionGrounds) -> PodCondition {
        condition(type, holds ? .true : .false, "", "", grounds)
    }

    private func condition(
        _ type: String,
        _ status: ConditionStatus,
        _ reason: String,
        _ message: String,
        _ grounds: ConditionGrounds
    ) -> PodCondition {
        let known = (reported ?? grounds.pod.status).conditions.first { $0.type == type }
        return PodCondition {
            $0.type = type
            $0.status = status
            $0.reason = reason
            $0.message = message
            $0.observedGeneration = grounds.pod.metadata.generation
            let since = known?.status == status ? known?.lastTransitionTime : nil
            $0.lastTransitionTime = since ?? grounds.now.startOfSecond
        }
    }
}
