extension Volume {
    /// The sources that are stated, in the order of the alphabet.
    public var sources: [String] {
        let sources = [
            ("awsElasticBlockStore", awsElasticBlockStore != nil), ("azureDisk", azureDisk != nil),
            ("azureFile", azureFile != nil), ("cephfs", cephfs != nil), ("cinder", cinder != nil),
            ("configMap", configMap != nil), ("csi", csi != nil), ("downwardAPI", downwardAPI != nil),
            ("emptyDir", emptyDir != nil), ("ephemeral", ephemeral != nil), ("fc", fc != nil),
            ("flexVolume", flexVolume != nil), ("flocker", flocker != nil),
            ("gcePersistentDisk", gcePersistentDisk != nil), ("gitRepo", gitRepo != nil),
            ("glusterfs", glusterfs != nil), ("hostPath", hostPath != nil), ("image", image != nil),
            ("iscsi", iscsi != nil), ("nfs", nfs != nil), ("persistentVolumeClaim", persistentVolumeClaim != nil),
            ("photonPersistentDisk", photonPersistentDisk != nil), ("portworxVolume", portworxVolume != nil),
            ("projected", projected != nil), ("quobyte", quobyte != nil), ("rbd", rbd != nil),
            ("scaleIO", scaleIO != nil), ("secret", secret != nil), ("storageos", storageos != nil),
            ("vsphereVolume", vsphereVolume != nil),
        ]
        return sources.filter(\.1).map(\.0)
    }

    func checkRules(_ validation: inout Validation) {
        let sources = sources
        if sources.isEmpty { validation.required("", because: "must specify a volume type") }
        for source in sources.dropFirst() { validation.forbidden(source, "may not specify more than 1 volume type") }
        if let projected {
            for (index, source) in projected.sources.enumerated() {
                validation.within("projected.sources[\(index)]") { source.checkName(&$0) }
            }
        }
    }
}

extension VolumeProjection {
    func checkRules(_ validation: inout Validation) {
        let sources = [
            ("clusterTrustBundle", clusterTrustBundle != nil), ("configMap", configMap != nil),
            ("downwardAPI", downwardAPI != nil), ("podCertificate", podCertificate != nil), ("secret", secret != nil),
            ("serviceAccountToken", serviceAccountToken != nil),
        ].filter(\.1)
        for source in sources.dropFirst() {
            validation.forbidden(source.0, "may not specify more than 1 volume type per source")
        }
        if sources.isEmpty { validation.required("", because: "must specify a volume source type") }
    }

    fileprivate func checkName(_ validation: inout Validation) {
        if let configMap { validation.required("configMap.name", configMap.name) }
        if let secret { validation.required("secret.name", secret.name) }
    }
}

extension SecretVolumeSource {
    func checkRules(_ validation: inout Validation) {
        validation.required("secretName", secretName)
    }
}

extension ConfigMapVolumeSource {
    func checkRules(_ validation: inout Validation) {
        validation.required("name", name)
    }
}

extension KeyToPath {
    func checkRules(_ validation: inout Validation) {
        if !path.isEmpty { validation.fileName("path", path) }
    }
}

extension DownwardAPIVolumeFile {
    func checkRules(_ validation: inout Validation) {
        if !path.isEmpty { validation.fileName("path", path) }
        switch (fieldRef, resourceFieldRef) {
        case (nil, nil): validation.required("fieldRef", because: "one of fieldRef and resourceFieldRef is required")
        case (.some, .some):
            validation.invalid(
                "resourceFieldRef",
                "",
                "fieldRef and resourceFieldRef can not be specified simultaneously"
            )
        default: break
        }
    }
}

extension HostPathVolumeSource {
    func checkRules(_ validation: inout Validation) {
        validation.noParent("path", path)
    }
}

extension EmptyDirVolumeSource {
    func checkRules(_ validation: inout Validation) {
        if let sizeLimit, sizeLimit < Quantity() {
            validation.forbidden("sizeLimit", "SizeLimit field must be a valid resource quantity")
        }
    }
}

extension Validation {
    /// A path within a volume, which may not begin with what the update of a volume needs for itself.
    fileprivate mutating func fileName(_ name: String, _ path: String) {
        relativePath(name, path)
        if path.hasPrefix(".."), !path.hasPrefix("../") { invalid(name, path, "must not start with '..'") }
    }
}
