// Made by `make generate` from Service.yaml: change that, not this.

extension Service {
    public mutating func applyDefaults() {
        spec.applyDefaults()
        applyComputedDefaults()
    }
}

extension ServiceSpec {
    public mutating func applyDefaults() {
        for index in ports.indices { ports[index].applyDefaults() }
        if sessionAffinity == SessionAffinity() { sessionAffinity = .none }
        if type == ServiceType() { type = .clusterIP }
    }
}

extension ServicePort {
    public mutating func applyDefaults() {
        if `protocol` == TransportProtocol() { `protocol` = .tcp }
    }
}
