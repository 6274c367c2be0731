internal import Model

extension Page {
    mutating func describe(_ pod: Pod) {
        field("Node", pod.spec.nodeName.isEmpty ? "<none>" : pod.spec.nodeName)
        if let started = pod.status.startTime { field("Start Time", "\(started)") }
        field("Status", PodSummary(pod).status)
        if !pod.status.reason.isEmpty { field("Reason", pod.status.reason) }
        if !pod.status.message.isEmpty { field("Message", pod.status.message) }
        field("IP", pod.status.podIP)
        if !pod.spec.initContainers.isEmpty {
            heading("Init Containers")
            for container in pod.spec.initContainers {
                describe(container, pod.status.initContainerStatuses.first { $0.name == container.name })
            }
        }
        heading("Containers")
        for container in pod.spec.containers {
            describe(container, pod.status.containerStatuses.first { $0.name == container.name })
        }
        conditions(pod.status.conditions.map { ($0.type, $0.status.rawValue, $0.reason, $0.message) })
        volumes(pod.spec.volumes)
        field("QoS Class", pod.status.qosClass.rawValue)
        field("Node-Selectors", SelectorText.text(pod.spec.nodeSelector).split(separator: ",").joined(separator: "\n"))
        field(
            "Tolerations",
            pod.spec.tolerations.isEmpty ? "<none>" : pod.spec.tolerations.map(Self.text).joined(separator: "\n")
        )
    }

    mutating func describe(_ container: Container, _ status: ContainerStatus?) {
        heading(container.name, depth: 1)
        if let status, !status.containerID.isEmpty { field("Container ID", status.containerID, depth: 2) }
        field("Image", container.image.isEmpty ? "<none, native>" : container.image, depth: 2)
        let ports = container.ports.map { port in
            "\(port.containerPort)/\(port.protocol.isEmpty ? "TCP" : port.protocol.rawValue)"
        }
        if !ports.isEmpty { field(ports.count == 1 ? "Port" : "Ports", ports.joined(separator: ", "), depth: 2) }
        if !container.command.isEmpty { field("Command", container.command.joined(separator: "\n"), depth: 2) }
        if !container.args.isEmpty { field("Args", container.args.joined(separator: "\n"), depth: 2) }
        if let status { describe(status) }
        amounts("Limits", container.resources.limits)
        amounts("Requests", container.resources.requests)
        let variables = container.env.map { "\($0.name)=\($0.valueFrom == nil ? $0.value : "<from elsewhere>")" }
        if !variables.isEmpty { field("Environment", variables.joined(separator: "\n"), depth: 2) }
        let mounts = container.volumeMounts.map { "\($0.mountPath) from \($0.name) (\($0.readOnly ? "ro" : "rw"))" }
        if !mounts.isEmpty { field("Mounts", mounts.joined(separator: "\n"), depth: 2) }
    }

    private mutating func describe(_ status: ContainerStatus) {
        describe("State", status.state)
        if status.lastState.terminated != nil { describe("Last State", status.lastState) }
        field("Ready", status.ready ? "True" : "False", depth: 2)
        field("Restart Count", String(status.restartCount), depth: 2)
    }

    private mutating func describe(_ name: String, _ state: ContainerState) {
        if let running = state.running {
            field(name, "Running", depth: 2)
            if let started = running.startedAt { field("Started", "\(started)", depth: 3) }
        } else if let ended = state.terminated {
            field(name, "Terminated", depth: 2)
            if !ended.reason.isEmpty { field("Reason", ended.reason, depth: 3) }
            if !ended.message.isEmpty { field("Message", ended.message, depth: 3) }
            field("Exit Code", String(ended.exitCode), depth: 3)
            if ended.signal != 0 { field("Signal", String(ended.signal), depth: 3) }
            if let finished = ended.finishedAt { field("Finished", "\(finished)", depth: 3) }
        } else {
            field(name, "Waiting", depth: 2)
            if let waiting = state.waiting, !waiting.reason.isEmpty { field("Reason", waiting.reason, depth: 3) }
            if let waiting = state.waiting, !waiting.message.isEmpty { field("Message", waiting.message, depth: 3) }
        }
    }

    mutating func amounts(_ name: String, _ amounts: [String: Quantity]) {
        guard !amounts.isEmpty else { return }
        let lines = amounts.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
        field(name, lines.joined(separator: "\n"), depth: 2)
    }

    private mutating func volumes(_ volumes: [Volume]) {
        guard !volumes.isEmpty else { return }
        field("Volumes", volumes.map(Self.text).joined(separator: "\n"))
    }

    private static func text(_ volume: Volume) -> String {
        let source =
            if let configMap = volume.configMap { "ConfigMap \(configMap.name)" } else if let secret = volume.secret {
                "Secret \(secret.secretName)"
            } else if volume.emptyDir != nil { "EmptyDir" } else if let path = volume.hostPath {
                "HostPath \(path.path)"
            } else if volume.projected != nil { "Projected" } else if volume.downwardAPI != nil {
                "DownwardAPI"
            } else { "another source" }
        return "\(volume.name): \(source)"
    }

    private static func text(_ toleration: Toleration) -> String {
        var text = toleration.key
        if !toleration.effect.isEmpty { text += ":\(toleration.effect.rawValue)" }
        if toleration.operator == "Exists" { text += " op=Exists" }
        if let seconds = toleration.tolerationSeconds { text += " for \(seconds)s" }
        return text
    }
}
