// Made by `make generate` from LegacyVolume.yaml: change that, not this.

extension AWSElasticBlockStoreVolumeSource: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("volumeID", volumeID)
    }
}

extension AzureDiskVolumeSource: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("diskName", diskName)
        validation.required("diskURI", diskURI)
    }
}

extension AzureFileVolumeSource: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("secretName", secretName)
        validation.required("shareName", shareName)
    }
}

extension CephFSVolumeSource: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("monitors", monitors)
    }
}

extension CinderVolumeSource: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("volumeID", volumeID)
    }
}

extension FlexVolumeSource: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("driver", driver)
    }
}

extension GCEPersistentDiskVolumeSource: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("pdName", pdName)
    }
}

extension GitRepoVolumeSource: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("repository", repository)
    }
}

extension GlusterfsVolumeSource: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("endpoints", endpoints)
        validation.required("path", path)
    }
}

extension ISCSIVolumeSource: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("iqn", iqn)
        validation.required("targetPortal", targetPortal)
    }
}

extension PhotonPersistentDiskVolumeSource: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("pdID", pdID)
    }
}

extension PortworxVolumeSource: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("volumeID", volumeID)
    }
}

extension QuobyteVolumeSource: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("registry", registry)
        validation.required("volume", volume)
    }
}

extension RBDVolumeSource: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("image", image)
        validation.required("monitors", monitors)
    }
}

extension ScaleIOVolumeSource: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("gateway", gateway)
        validation.required("secretRef", secretRef)
        validation.required("system", system)
    }
}

extension VsphereVirtualDiskVolumeSource: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("volumePath", volumePath)
    }
}
