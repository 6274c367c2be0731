// Made by `make generate` from Resources.yaml: change that, not this.

extension ResourceRequirements {
    public mutating func applyDefaults() {
        applyComputedDefaults()
    }
}
