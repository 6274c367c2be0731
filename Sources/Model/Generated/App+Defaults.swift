// Made by `make generate` from App.yaml: change that, not this.

extension App {
    public mutating func applyDefaults() {
        spec.applyDefaults()
        applyComputedDefaults()
    }
}

extension AppSpec {
    public mutating func applyDefaults() {
        if backoffFactor == nil { backoffFactor = 1.15 }
        if backoffSeconds == nil { backoffSeconds = 1 }
        check?.applyDefaults()
        container?.applyDefaults()
        if cpus == nil { cpus = 1 }
        executorResources?.applyDefaults()
        for index in fetch.indices { fetch[index].applyDefaults() }
        for index in healthChecks.indices { healthChecks[index].applyDefaults() }
        if instances == nil { instances = 1 }
        ipAddress?.applyDefaults()
        if killSelection == KillSelection() { killSelection = .youngestFirst }
        if maxLaunchDelaySeconds == nil { maxLaunchDelaySeconds = 300 }
        if mem == nil { mem = 128 }
        for index in networks.indices { networks[index].applyDefaults() }
        for index in (portDefinitions ?? []).indices { portDefinitions?[index].applyDefaults() }
        for index in readinessChecks.indices { readinessChecks[index].applyDefaults() }
        applyComputedDefaults()
    }
}

extension AppContainer {
    public mutating func applyDefaults() {
        docker?.applyDefaults()
        for index in (portMappings ?? []).indices { portMappings?[index].applyDefaults() }
        for index in volumes.indices { volumes[index].applyDefaults() }
    }
}

extension AppDocker {
    public mutating func applyDefaults() {
        for index in (portMappings ?? []).indices { portMappings?[index].applyDefaults() }
    }
}

extension PortMapping {
    public mutating func applyDefaults() {
        if `protocol` == PortProtocol() { `protocol` = .tcp }
    }
}

extension PortDefinition {
    public mutating func applyDefaults() {
        if `protocol` == PortProtocol() { `protocol` = .tcp }
    }
}

extension AppNetwork {
    public mutating func applyDefaults() {
        if mode == AppNetworkMode() { mode = .container }
    }
}

extension AppVolume {
    public mutating func applyDefaults() {
        if mode == AppVolumeMode() { mode = .rw }
    }
}

extension AppHealthCheck {
    public mutating func applyDefaults() {
        if delaySeconds == nil { delaySeconds = 15 }
        if gracePeriodSeconds == nil { gracePeriodSeconds = 300 }
        if intervalSeconds == nil { intervalSeconds = 60 }
        if ipProtocol == "" { ipProtocol = "IPv4" }
        if maxConsecutiveFailures == nil { maxConsecutiveFailures = 3 }
        if `protocol` == HealthCheckProtocol() { `protocol` = .http }
        if timeoutSeconds == nil { timeoutSeconds = 20 }
    }
}

extension AppCheck {
    public mutating func applyDefaults() {
        if delaySeconds == nil { delaySeconds = 15 }
        if intervalSeconds == nil { intervalSeconds = 60 }
        if timeoutSeconds == nil { timeoutSeconds = 20 }
    }
}

extension AppReadinessCheck {
    public mutating func applyDefaults() {
        if intervalSeconds == nil { intervalSeconds = 30 }
        if name == "" { name = "readinessCheck" }
        if path == "" { path = "/" }
        if portName == "" { portName = "http-api" }
        if `protocol` == URIScheme() { `protocol` = .http }
        if timeoutSeconds == nil { timeoutSeconds = 10 }
    }
}

extension AppExecutorResources {
    public mutating func applyDefaults() {
        if cpus == nil { cpus = 0.1 }
        if disk == nil { disk = 10 }
        if mem == nil { mem = 32 }
    }
}

extension AppFetch {
    public mutating func applyDefaults() {
        if extract == nil { extract = true }
    }
}

extension AppIPAddress {
    public mutating func applyDefaults() {
        discovery?.applyDefaults()
    }
}

extension AppIPDiscovery {
    public mutating func applyDefaults() {
        for index in ports.indices { ports[index].applyDefaults() }
    }
}

extension AppIPDiscoveryPort {
    public mutating func applyDefaults() {
        if `protocol` == PortProtocol() { `protocol` = .tcp }
    }
}
