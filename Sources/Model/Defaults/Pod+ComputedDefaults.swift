extension Pod {
    /// What applies to a pod but not to the template that it was made from.
    mutating func applyComputedDefaults() {
        if spec.enableServiceLinks == nil { spec.enableServiceLinks = true }
        for index in spec.containers.indices { spec.containers[index].resources.requestLimits() }
        for index in spec.initContainers.indices { spec.initContainers[index].resources.requestLimits() }
        spec.resources?.requestLimits()
    }
}

extension PodSpec {
    mutating func applyComputedDefaults() {
        // The old name and the new one mean the same, and the API shows both.
        if serviceAccountName.isEmpty { serviceAccountName = serviceAccount }
        serviceAccount = serviceAccountName
        if hostNetwork {
            for index in containers.indices { containers[index].publishPorts() }
            for index in initContainers.indices { initContainers[index].publishPorts() }
        }
    }
}

extension Container {
    /// On the host's own network a port of the container is a port of the host.
    fileprivate mutating func publishPorts() {
        for index in ports.indices where ports[index].hostPort == 0 {
            ports[index].hostPort = ports[index].containerPort
        }
    }
}

extension Volume {
    mutating func applyComputedDefaults() {
        if self == Volume({ $0.name = name }) { emptyDir = EmptyDirVolumeSource() }
    }
}
