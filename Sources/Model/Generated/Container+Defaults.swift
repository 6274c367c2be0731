// Made by `make generate` from Container.yaml: change that, not this.

extension Container {
    public mutating func applyDefaults() {
        for index in env.indices { env[index].applyDefaults() }
        lifecycle?.applyDefaults()
        livenessProbe?.applyDefaults()
        for index in ports.indices { ports[index].applyDefaults() }
        readinessProbe?.applyDefaults()
        resources.applyDefaults()
        startupProbe?.applyDefaults()
        if terminationMessagePath == "" { terminationMessagePath = "/dev/termination-log" }
        if terminationMessagePolicy == TerminationMessagePolicy() { terminationMessagePolicy = .file }
        applyComputedDefaults()
    }
}

extension EphemeralContainer {
    public mutating func applyDefaults() {
        for index in env.indices { env[index].applyDefaults() }
        lifecycle?.applyDefaults()
        livenessProbe?.applyDefaults()
        for index in ports.indices { ports[index].applyDefaults() }
        readinessProbe?.applyDefaults()
        resources.applyDefaults()
        startupProbe?.applyDefaults()
        if terminationMessagePath == "" { terminationMessagePath = "/dev/termination-log" }
        if terminationMessagePolicy == TerminationMessagePolicy() { terminationMessagePolicy = .file }
        applyComputedDefaults()
    }
}

extension ContainerPort {
    public mutating func applyDefaults() {
        if `protocol` == TransportProtocol() { `protocol` = .tcp }
    }
}
