// Made by `make generate` from PersistentVolumeClaim.yaml: change that, not this.

extension PersistentVolumeClaimTemplate {
    public mutating func applyDefaults() {
        spec.applyDefaults()
    }
}

extension PersistentVolumeClaimSpec {
    public mutating func applyDefaults() {
        if volumeMode == nil { volumeMode = "Filesystem" }
    }
}
