// Made by `make generate` from Namespace.yaml: change that, not this.

extension Namespace {
    public mutating func applyDefaults() {
        status.applyDefaults()
        applyComputedDefaults()
    }
}

extension NamespaceStatus {
    public mutating func applyDefaults() {
        if phase == NamespacePhase() { phase = .active }
    }
}
