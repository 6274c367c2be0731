// Made by `make generate` from Probe.yaml: change that, not this.

extension Probe {
    public mutating func applyDefaults() {
        if failureThreshold == 0 { failureThreshold = 3 }
        grpc?.applyDefaults()
        httpGet?.applyDefaults()
        if periodSeconds == 0 { periodSeconds = 10 }
        if successThreshold == 0 { successThreshold = 1 }
        if timeoutSeconds == 0 { timeoutSeconds = 1 }
    }
}

extension Lifecycle {
    public mutating func applyDefaults() {
        postStart?.applyDefaults()
        preStop?.applyDefaults()
    }
}

extension LifecycleHandler {
    public mutating func applyDefaults() {
        httpGet?.applyDefaults()
    }
}

extension HTTPGetAction {
    public mutating func applyDefaults() {
        if path == "" { path = "/" }
        if scheme == URIScheme() { scheme = .http }
    }
}

extension GRPCAction {
    public mutating func applyDefaults() {
        if service == nil { service = "" }
    }
}
