// Made by `make generate` from Node.yaml: change that, not this.

extension Node {
    public mutating func applyDefaults() {
        status.applyDefaults()
    }
}

extension NodeStatus {
    public mutating func applyDefaults() {
        applyComputedDefaults()
    }
}
