// Made by `make generate` from EndpointSlice.yaml: change that, not this.

extension EndpointSlice {
    public mutating func applyDefaults() {
        for index in ports.indices { ports[index].applyDefaults() }
    }
}

extension EndpointPort {
    public mutating func applyDefaults() {
        if name == nil { name = "" }
        if `protocol` == nil { `protocol` = .tcp }
    }
}
