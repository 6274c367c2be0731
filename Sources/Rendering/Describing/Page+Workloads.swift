internal import Model

extension Page {
    mutating func describe(_ deployment: Deployment, _ surroundings: Surroundings) {
        let spec = deployment.spec
        let status = deployment.status
        field("Selector", spec.selector.map(SelectorText.text) ?? "<none>")
        field(
            "Replicas",
            "\(spec.replicas ?? 0) desired | \(status.updatedReplicas) updated | \(status.replicas) total | "
                + "\(status.availableReplicas) available | \(status.unavailableReplicas) unavailable"
        )
        field("StrategyType", spec.strategy.type.rawValue)
        field("MinReadySeconds", String(spec.minReadySeconds))
        if let rolling = spec.strategy.rollingUpdate {
            let unavailable = rolling.maxUnavailable.map(\.description) ?? ""
            let surge = rolling.maxSurge.map(\.description) ?? ""
            field("RollingUpdate", "\(unavailable) max unavailable, \(surge) max surge")
        }
        template(spec.template)
        conditions(status.conditions.map { ($0.type, $0.status.rawValue, $0.reason, $0.message) })
        replicaSets(surroundings.replicaSets, of: spec.template)
    }

    private mutating func replicaSets(_ replicaSets: [ReplicaSet], of template: PodTemplateSpec) {
        let live = replicaSets.filter { ($0.spec.replicas ?? 0) > 0 || $0.status.replicas > 0 }
        let lines = live.sorted {
            ($0.metadata.creationTimestamp ?? Timestamp()) < ($1.metadata.creationTimestamp ?? Timestamp())
        }
        .map { "\($0.metadata.name) (\($0.status.replicas)/\($0.spec.replicas ?? 0) replicas created)" }
        field("ReplicaSets", lines.isEmpty ? "<none>" : lines.joined(separator: "\n"))
    }

    mutating func describe(_ replicaSet: ReplicaSet) {
        field("Selector", replicaSet.spec.selector.map(SelectorText.text) ?? "<none>")
        field("Replicas", "\(replicaSet.status.replicas) current / \(replicaSet.spec.replicas ?? 0) desired")
        field("Ready", String(replicaSet.status.readyReplicas))
        template(replicaSet.spec.template)
        conditions(replicaSet.status.conditions.map { ($0.type, $0.status.rawValue, $0.reason, $0.message) })
    }

    mutating func template(_ template: PodTemplateSpec) {
        heading("Pod Template")
        entries("Labels", template.metadata.labels, depth: 1)
        for container in template.spec.initContainers + template.spec.containers { describe(container, nil) }
    }

    mutating func describe(_ app: App, _ surroundings: Surroundings) {
        let spec = app.spec
        let status = app.status
        field("Id", spec.id)
        field("Version", spec.version)
        field(
            "Instances",
            "\(spec.instances ?? 1) desired | \(status.instances) total | \(status.tasksStaged) staged | "
                + "\(status.tasksRunning) running | \(status.tasksHealthy) healthy"
        )
        if let command = spec.cmd { field("Command", command) }
        if !spec.args.isEmpty { field("Args", spec.args.joined(separator: "\n")) }
        if let image = spec.container?.docker?.image { field("Image", image) }
        field("Resources", "\(spec.cpus ?? 1) cpus, \(spec.mem ?? 128) MiB of memory, \(spec.disk) MiB of disk")
        let ports = (status.servicePorts.isEmpty ? spec.ports ?? [] : status.servicePorts).map(String.init)
        if !ports.isEmpty { field("Service Ports", ports.joined(separator: ", ")) }
        if !spec.dependencies.isEmpty {
            field("Dependencies", app.dependencies.map(\.description).joined(separator: "\n"))
        }
        if let deployment = status.deployment { describe(deployment) }
        if let until = status.delayedUntil { field("Launch Delayed", "until \(until)") }
        if let failure = status.lastTaskFailure { field("Last Failure", failure.message) }
        conditions(status.conditions.map { ($0.type, $0.status.rawValue, $0.reason, $0.message) })
        pods(surroundings.pods)
    }

    private mutating func describe(_ deployment: AppDeployment) {
        heading("Deployment")
        field("Id", deployment.id, depth: 1)
        field("Action", deployment.action.rawValue, depth: 1)
        field("Version", deployment.version, depth: 1)
        if !deployment.previousVersion.isEmpty { field("From", deployment.previousVersion, depth: 1) }
        let begin = deployment.startedAt.map { ", since \($0)" } ?? ""
        let end = deployment.endedAt.map { ", until \($0)" } ?? ""
        field("State", deployment.state.rawValue + begin + end, depth: 1)
        for result in deployment.readinessCheckResults {
            let answer = result.lastResponse.map { ": \($0.text)" } ?? ""
            field("Readiness", "\(result.taskId) \(result.ready ? "ready" : "not ready")\(answer)", depth: 1)
        }
    }

    mutating func pods(_ pods: [Pod]) {
        guard !pods.isEmpty else { return field("Pods", "<none>") }
        heading("Pods")
        let rows = pods.map { pod in
            let summary = PodSummary(pod)
            return [
                pod.metadata.namespace, pod.metadata.name, "\(summary.readyContainers)/\(summary.totalContainers)",
                summary.status, Age.text(since: pod.metadata.creationTimestamp, now: now),
            ]
        }
        table([["Namespace", "Name", "Ready", "Status", "Age"]] + rows)
    }
}
