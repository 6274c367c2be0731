// Made by `make generate` from ReplicaSet.yaml: change that, not this.

extension ReplicaSet {
    public mutating func applyDefaults() {
        spec.applyDefaults()
    }
}

extension ReplicaSetSpec {
    public mutating func applyDefaults() {
        if replicas == nil { replicas = 1 }
        template.applyDefaults()
    }
}
