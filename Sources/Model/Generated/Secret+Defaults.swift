// Made by `make generate` from Secret.yaml: change that, not this.

extension Secret {
    public mutating func applyDefaults() {
        if type == "" { type = "Opaque" }
        applyComputedDefaults()
    }
}
