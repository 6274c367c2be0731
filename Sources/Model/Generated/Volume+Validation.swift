// Made by `make generate` from Volume.yaml: change that, not this.

extension Volume: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.part("awsElasticBlockStore", awsElasticBlockStore)
        validation.part("azureDisk", azureDisk)
        validation.part("azureFile", azureFile)
        validation.part("cephfs", cephfs)
        validation.part("cinder", cinder)
        validation.part("configMap", configMap)
        validation.part("csi", csi)
        validation.part("downwardAPI", downwardAPI)
        validation.part("emptyDir", emptyDir)
        validation.part("ephemeral", ephemeral)
        validation.part("flexVolume", flexVolume)
        validation.part("gcePersistentDisk", gcePersistentDisk)
        validation.part("gitRepo", gitRepo)
        validation.part("glusterfs", glusterfs)
        validation.part("hostPath", hostPath)
        validation.part("image", image)
        validation.part("iscsi", iscsi)
        validation.required("name", name)
        validation.format("name", name, .dnsLabel)
        validation.part("nfs", nfs)
        validation.part("persistentVolumeClaim", persistentVolumeClaim)
        validation.part("photonPersistentDisk", photonPersistentDisk)
        validation.part("portworxVolume", portworxVolume)
        validation.part("projected", projected)
        validation.part("quobyte", quobyte)
        validation.part("rbd", rbd)
        validation.part("scaleIO", scaleIO)
        validation.part("secret", secret)
        validation.part("vsphereVolume", vsphereVolume)
        checkRules(&validation)
    }
}

extension ConfigMapVolumeSource: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.range("defaultMode", defaultMode, 0...511)
        validation.parts("items", items)
        checkRules(&validation)
    }
}

extension KeyToPath: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("key", key)
        validation.format("key", key, .configKey)
        validation.range("mode", mode, 0...511)
        validation.required("path", path)
        checkRules(&validation)
    }
}

extension CSIVolumeSource: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("driver", driver)
    }
}

extension DownwardAPIVolumeSource: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.range("defaultMode", defaultMode, 0...511)
        validation.parts("items", items)
    }
}

extension DownwardAPIVolumeFile: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.part("fieldRef", fieldRef)
        validation.range("mode", mode, 0...511)
        validation.required("path", path)
        validation.part("resourceFieldRef", resourceFieldRef)
        checkRules(&validation)
    }
}

extension EmptyDirVolumeSource: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        checkRules(&validation)
    }
}

extension EphemeralVolumeSource: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.part("volumeClaimTemplate", volumeClaimTemplate)
    }
}

extension HostPathVolumeSource: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("path", path)
        validation.known("type", type)
        checkRules(&validation)
    }
}

extension ImageVolumeSource: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.known("pullPolicy", pullPolicy)
    }
}

extension NFSVolumeSource: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("path", path)
        validation.required("server", server)
    }
}

extension PersistentVolumeClaimVolumeSource: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("claimName", claimName)
    }
}

extension ProjectedVolumeSource: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.range("defaultMode", defaultMode, 0...511)
        validation.parts("sources", sources)
    }
}

extension VolumeProjection: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.part("clusterTrustBundle", clusterTrustBundle)
        validation.part("configMap", configMap)
        validation.part("downwardAPI", downwardAPI)
        validation.part("podCertificate", podCertificate)
        validation.part("secret", secret)
        validation.part("serviceAccountToken", serviceAccountToken)
        checkRules(&validation)
    }
}

extension ClusterTrustBundleProjection: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.part("labelSelector", labelSelector)
        validation.required("path", path)
    }
}

extension ConfigMapProjection: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.parts("items", items)
    }
}

extension DownwardAPIProjection: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.parts("items", items)
    }
}

extension PodCertificateProjection: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.required("keyType", keyType)
        validation.required("signerName", signerName)
    }
}

extension SecretProjection: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.parts("items", items)
    }
}

extension ServiceAccountTokenProjection: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.minimum("expirationSeconds", expirationSeconds, 600)
        validation.required("path", path)
    }
}

extension SecretVolumeSource: Validated {
    @inline(never)
    func validate(_ validation: inout Validation) {
        validation.range("defaultMode", defaultMode, 0...511)
        validation.parts("items", items)
        checkRules(&validation)
    }
}
