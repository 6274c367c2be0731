// Made by `make generate` from ConfigMap.yaml: change that, not this.

extension ConfigMap {
    public mutating func applyDefaults() {
    }
}
