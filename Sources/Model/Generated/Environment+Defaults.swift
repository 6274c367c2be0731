// Made by `make generate` from Environment.yaml: change that, not this.

extension EnvVar {
    public mutating func applyDefaults() {
        valueFrom?.applyDefaults()
    }
}

extension EnvVarSource {
    public mutating func applyDefaults() {
        fieldRef?.applyDefaults()
    }
}

extension ObjectFieldSelector {
    public mutating func applyDefaults() {
        if apiVersion == "" { apiVersion = "v1" }
    }
}
