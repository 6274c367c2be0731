// Made by `make generate` from Volume.yaml: change that, not this.

extension Volume {
    public mutating func applyDefaults() {
        azureDisk?.applyDefaults()
        configMap?.applyDefaults()
        downwardAPI?.applyDefaults()
        ephemeral?.applyDefaults()
        hostPath?.applyDefaults()
        image?.applyDefaults()
        iscsi?.applyDefaults()
        projected?.applyDefaults()
        rbd?.applyDefaults()
        scaleIO?.applyDefaults()
        secret?.applyDefaults()
        applyComputedDefaults()
    }
}

extension ConfigMapVolumeSource {
    public mutating func applyDefaults() {
        if defaultMode == nil { defaultMode = 420 }
    }
}

extension DownwardAPIVolumeSource {
    public mutating func applyDefaults() {
        if defaultMode == nil { defaultMode = 420 }
        for index in items.indices { items[index].applyDefaults() }
    }
}

extension DownwardAPIVolumeFile {
    public mutating func applyDefaults() {
        fieldRef?.applyDefaults()
    }
}

extension EphemeralVolumeSource {
    public mutating func applyDefaults() {
        volumeClaimTemplate?.applyDefaults()
    }
}

extension HostPathVolumeSource {
    public mutating func applyDefaults() {
        if type == nil { type = HostPathType() }
    }
}

extension ImageVolumeSource {
    public mutating func applyDefaults() {
        applyComputedDefaults()
    }
}

extension ProjectedVolumeSource {
    public mutating func applyDefaults() {
        if defaultMode == nil { defaultMode = 420 }
        for index in sources.indices { sources[index].applyDefaults() }
    }
}

extension VolumeProjection {
    public mutating func applyDefaults() {
        downwardAPI?.applyDefaults()
        serviceAccountToken?.applyDefaults()
    }
}

extension DownwardAPIProjection {
    public mutating func applyDefaults() {
        for index in items.indices { items[index].applyDefaults() }
    }
}

extension ServiceAccountTokenProjection {
    public mutating func applyDefaults() {
        if expirationSeconds == nil { expirationSeconds = 3600 }
    }
}

extension SecretVolumeSource {
    public mutating func applyDefaults() {
        if defaultMode == nil { defaultMode = 420 }
    }
}
