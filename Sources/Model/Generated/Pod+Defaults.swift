// Made by `make generate` from Pod.yaml: change that, not this.

extension Pod {
    public mutating func applyDefaults() {
        spec.applyDefaults()
        status.applyDefaults()
        applyComputedDefaults()
    }
}

extension PodSpec {
    public mutating func applyDefaults() {
        for index in containers.indices { containers[index].applyDefaults() }
        if dnsPolicy == DNSPolicy() { dnsPolicy = .clusterFirst }
        for index in ephemeralContainers.indices { ephemeralContainers[index].applyDefaults() }
        for index in initContainers.indices { initContainers[index].applyDefaults() }
        resources?.applyDefaults()
        if restartPolicy == RestartPolicy() { restartPolicy = .always }
        if schedulerName == "" { schedulerName = "default-scheduler" }
        if securityContext == nil { securityContext = PodSecurityContext() }
        if terminationGracePeriodSeconds == nil { terminationGracePeriodSeconds = 30 }
        for index in volumes.indices { volumes[index].applyDefaults() }
        applyComputedDefaults()
    }
}

extension PodTemplateSpec {
    public mutating func applyDefaults() {
        spec.applyDefaults()
    }
}
