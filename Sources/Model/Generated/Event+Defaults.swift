// Made by `make generate` from Event.yaml: change that, not this.

extension Event {
    public mutating func applyDefaults() {
    }
}
