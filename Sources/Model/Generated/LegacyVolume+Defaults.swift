// Made by `make generate` from LegacyVolume.yaml: change that, not this.

extension AzureDiskVolumeSource {
    public mutating func applyDefaults() {
        if cachingMode == nil { cachingMode = "ReadWrite" }
        if fsType == nil { fsType = "ext4" }
        if kind == nil { kind = "Shared" }
        if readOnly == nil { readOnly = false }
    }
}

extension ISCSIVolumeSource {
    public mutating func applyDefaults() {
        if iscsiInterface == "" { iscsiInterface = "default" }
    }
}

extension RBDVolumeSource {
    public mutating func applyDefaults() {
        if keyring == "" { keyring = "/etc/ceph/keyring" }
        if pool == "" { pool = "rbd" }
        if user == "" { user = "admin" }
    }
}

extension ScaleIOVolumeSource {
    public mutating func applyDefaults() {
        if fsType == "" { fsType = "xfs" }
        if storageMode == "" { storageMode = "ThinProvisioned" }
    }
}
