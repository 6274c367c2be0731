// Made by `make generate` from LegacyVolume.yaml: change that, not this.

public import YAML

extension AWSElasticBlockStoreVolumeSource {
    private enum Field: Int {
        case fsType, partition, readOnly, volumeID
    }

    private static let fields = FieldTable(
        "AWSElasticBlockStoreVolumeSource",
        "fsType partition readOnly volumeID"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .fsType:
                result.fsType = String.decode(object.value, &context)
            case .partition:
                result.partition = context.int32(object.value)
            case .readOnly:
                result.readOnly = Bool.decode(object.value, &context)
            case .volumeID:
                result.volumeID = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("fsType", fsType)
        writer.field("partition", partition)
        writer.field("readOnly", readOnly)
        writer.always("volumeID", volumeID)
        writer.endObject()
    }
}

extension AzureDiskVolumeSource {
    private enum Field: Int {
        case cachingMode, diskName, diskURI, fsType, kind, readOnly
    }

    private static let fields = FieldTable(
        "AzureDiskVolumeSource",
        "cachingMode diskName diskURI fsType kind readOnly"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .cachingMode:
                result.cachingMode = String.decode(object.value, &context)
            case .diskName:
                result.diskName = String.decode(object.value, &context)
            case .diskURI:
                result.diskURI = String.decode(object.value, &context)
            case .fsType:
                result.fsType = String.decode(object.value, &context)
            case .kind:
                result.kind = String.decode(object.value, &context)
            case .readOnly:
                result.readOnly = Bool.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.optional("cachingMode", cachingMode)
        writer.always("diskName", diskName)
        writer.always("diskURI", diskURI)
        writer.optional("fsType", fsType)
        writer.optional("kind", kind)
        writer.optional("readOnly", readOnly)
        writer.endObject()
    }
}

extension AzureFileVolumeSource {
    private enum Field: Int {
        case readOnly, secretName, shareName
    }

    private static let fields = FieldTable(
        "AzureFileVolumeSource",
        "readOnly secretName shareName"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .readOnly:
                result.readOnly = Bool.decode(object.value, &context)
            case .secretName:
                result.secretName = String.decode(object.value, &context)
            case .shareName:
                result.shareName = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("readOnly", readOnly)
        writer.always("secretName", secretName)
        writer.always("shareName", shareName)
        writer.endObject()
    }
}

extension CephFSVolumeSource {
    private enum Field: Int {
        case monitors, path, readOnly, secretFile, secretRef, user
    }

    private static let fields = FieldTable(
        "CephFSVolumeSource",
        "monitors path readOnly secretFile secretRef user"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .monitors:
                result.monitors = [String].decode(object.value, &context)
            case .path:
                result.path = String.decode(object.value, &context)
            case .readOnly:
                result.readOnly = Bool.decode(object.value, &context)
            case .secretFile:
                result.secretFile = String.decode(object.value, &context)
            case .secretRef:
                result.secretRef = LocalObjectReference.decode(object.value, &context)
            case .user:
                result.user = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.always("monitors", monitors)
        writer.field("path", path)
        writer.field("readOnly", readOnly)
        writer.field("secretFile", secretFile)
        writer.optional("secretRef", secretRef)
        writer.field("user", user)
        writer.endObject()
    }
}

extension CinderVolumeSource {
    private enum Field: Int {
        case fsType, readOnly, secretRef, volumeID
    }

    private static let fields = FieldTable(
        "CinderVolumeSource",
        "fsType readOnly secretRef volumeID"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .fsType:
                result.fsType = String.decode(object.value, &context)
            case .readOnly:
                result.readOnly = Bool.decode(object.value, &context)
            case .secretRef:
                result.secretRef = LocalObjectReference.decode(object.value, &context)
            case .volumeID:
                result.volumeID = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("fsType", fsType)
        writer.field("readOnly", readOnly)
        writer.optional("secretRef", secretRef)
        writer.always("volumeID", volumeID)
        writer.endObject()
    }
}

extension FCVolumeSource {
    private enum Field: Int {
        case fsType, lun, readOnly, targetWWNs, wwids
    }

    private static let fields = FieldTable(
        "FCVolumeSource",
        "fsType lun readOnly targetWWNs wwids"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .fsType:
                result.fsType = String.decode(object.value, &context)
            case .lun:
                result.lun = context.int32(object.value)
            case .readOnly:
                result.readOnly = Bool.decode(object.value, &context)
            case .targetWWNs:
                result.targetWWNs = [String].decode(object.value, &context)
            case .wwids:
                result.wwids = [String].decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("fsType", fsType)
        writer.optional("lun", lun)
        writer.field("readOnly", readOnly)
        writer.field("targetWWNs", targetWWNs)
        writer.field("wwids", wwids)
        writer.endObject()
    }
}

extension FlexVolumeSource {
    private enum Field: Int {
        case driver, fsType, options, readOnly, secretRef
    }

    private static let fields = FieldTable(
        "FlexVolumeSource",
        "driver fsType options readOnly secretRef"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .driver:
                result.driver = String.decode(object.value, &context)
            case .fsType:
                result.fsType = String.decode(object.value, &context)
            case .options:
                result.options = [String: String].decode(object.value, &context)
            case .readOnly:
                result.readOnly = Bool.decode(object.value, &context)
            case .secretRef:
                result.secretRef = LocalObjectReference.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.always("driver", driver)
        writer.field("fsType", fsType)
        writer.field("options", options)
        writer.field("readOnly", readOnly)
        writer.optional("secretRef", secretRef)
        writer.endObject()
    }
}

extension FlockerVolumeSource {
    private enum Field: Int {
        case datasetName, datasetUUID
    }

    private static let fields = FieldTable(
        "FlockerVolumeSource",
        "datasetName datasetUUID"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .datasetName:
                result.datasetName = String.decode(object.value, &context)
            case .datasetUUID:
                result.datasetUUID = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("datasetName", datasetName)
        writer.field("datasetUUID", datasetUUID)
        writer.endObject()
    }
}

extension GCEPersistentDiskVolumeSource {
    private enum Field: Int {
        case fsType, partition, pdName, readOnly
    }

    private static let fields = FieldTable(
        "GCEPersistentDiskVolumeSource",
        "fsType partition pdName readOnly"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .fsType:
                result.fsType = String.decode(object.value, &context)
            case .partition:
                result.partition = context.int32(object.value)
            case .pdName:
                result.pdName = String.decode(object.value, &context)
            case .readOnly:
                result.readOnly = Bool.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("fsType", fsType)
        writer.field("partition", partition)
        writer.always("pdName", pdName)
        writer.field("readOnly", readOnly)
        writer.endObject()
    }
}

extension GitRepoVolumeSource {
    private enum Field: Int {
        case directory, repository, revision
    }

    private static let fields = FieldTable(
        "GitRepoVolumeSource",
        "directory repository revision"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .directory:
                result.directory = String.decode(object.value, &context)
            case .repository:
                result.repository = String.decode(object.value, &context)
            case .revision:
                result.revision = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("directory", directory)
        writer.always("repository", repository)
        writer.field("revision", revision)
        writer.endObject()
    }
}

extension GlusterfsVolumeSource {
    private enum Field: Int {
        case endpoints, path, readOnly
    }

    private static let fields = FieldTable(
        "GlusterfsVolumeSource",
        "endpoints path readOnly"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .endpoints:
                result.endpoints = String.decode(object.value, &context)
            case .path:
                result.path = String.decode(object.value, &context)
            case .readOnly:
                result.readOnly = Bool.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.always("endpoints", endpoints)
        writer.always("path", path)
        writer.field("readOnly", readOnly)
        writer.endObject()
    }
}

extension ISCSIVolumeSource {
    private enum Field: Int {
        case chapAuthDiscovery
        case chapAuthSession
        case fsType
        case initiatorName
        case iqn
        case iscsiInterface
        case lun
        case portals
        case readOnly
        case secretRef
        case targetPortal
    }

    private static let fields = FieldTable(
        "ISCSIVolumeSource",
        """
        chapAuthDiscovery chapAuthSession fsType initiatorName iqn iscsiInterface lun portals readOnly \
        secretRef targetPortal
        """
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .chapAuthDiscovery:
                result.chapAuthDiscovery = Bool.decode(object.value, &context)
            case .chapAuthSession:
                result.chapAuthSession = Bool.decode(object.value, &context)
            case .fsType:
                result.fsType = String.decode(object.value, &context)
            case .initiatorName:
                result.initiatorName = String.decode(object.value, &context)
            case .iqn:
                result.iqn = String.decode(object.value, &context)
            case .iscsiInterface:
                result.iscsiInterface = String.decode(object.value, &context)
            case .lun:
                result.lun = context.int32(object.value)
            case .portals:
                result.portals = [String].decode(object.value, &context)
            case .readOnly:
                result.readOnly = Bool.decode(object.value, &context)
            case .secretRef:
                result.secretRef = LocalObjectReference.decode(object.value, &context)
            case .targetPortal:
                result.targetPortal = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("chapAuthDiscovery", chapAuthDiscovery)
        writer.field("chapAuthSession", chapAuthSession)
        writer.field("fsType", fsType)
        writer.optional("initiatorName", initiatorName)
        writer.always("iqn", iqn)
        writer.field("iscsiInterface", iscsiInterface)
        writer.always("lun", lun)
        writer.field("portals", portals)
        writer.field("readOnly", readOnly)
        writer.optional("secretRef", secretRef)
        writer.always("targetPortal", targetPortal)
        writer.endObject()
    }
}

extension PhotonPersistentDiskVolumeSource {
    private enum Field: Int {
        case fsType, pdID
    }

    private static let fields = FieldTable(
        "PhotonPersistentDiskVolumeSource",
        "fsType pdID"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .fsType:
                result.fsType = String.decode(object.value, &context)
            case .pdID:
                result.pdID = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("fsType", fsType)
        writer.always("pdID", pdID)
        writer.endObject()
    }
}

extension PortworxVolumeSource {
    private enum Field: Int {
        case fsType, readOnly, volumeID
    }

    private static let fields = FieldTable(
        "PortworxVolumeSource",
        "fsType readOnly volumeID"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .fsType:
                result.fsType = String.decode(object.value, &context)
            case .readOnly:
                result.readOnly = Bool.decode(object.value, &context)
            case .volumeID:
                result.volumeID = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("fsType", fsType)
        writer.field("readOnly", readOnly)
        writer.always("volumeID", volumeID)
        writer.endObject()
    }
}

extension QuobyteVolumeSource {
    private enum Field: Int {
        case group, readOnly, registry, tenant, user, volume
    }

    private static let fields = FieldTable(
        "QuobyteVolumeSource",
        "group readOnly registry tenant user volume"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .group:
                result.group = String.decode(object.value, &context)
            case .readOnly:
                result.readOnly = Bool.decode(object.value, &context)
            case .registry:
                result.registry = String.decode(object.value, &context)
            case .tenant:
                result.tenant = String.decode(object.value, &context)
            case .user:
                result.user = String.decode(object.value, &context)
            case .volume:
                result.volume = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("group", group)
        writer.field("readOnly", readOnly)
        writer.always("registry", registry)
        writer.field("tenant", tenant)
        writer.field("user", user)
        writer.always("volume", volume)
        writer.endObject()
    }
}

extension RBDVolumeSource {
    private enum Field: Int {
        case fsType, image, keyring, monitors, pool, readOnly, secretRef, user
    }

    private static let fields = FieldTable(
        "RBDVolumeSource",
        "fsType image keyring monitors pool readOnly secretRef user"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .fsType:
                result.fsType = String.decode(object.value, &context)
            case .image:
                result.image = String.decode(object.value, &context)
            case .keyring:
                result.keyring = String.decode(object.value, &context)
            case .monitors:
                result.monitors = [String].decode(object.value, &context)
            case .pool:
                result.pool = String.decode(object.value, &context)
            case .readOnly:
                result.readOnly = Bool.decode(object.value, &context)
            case .secretRef:
                result.secretRef = LocalObjectReference.decode(object.value, &context)
            case .user:
                result.user = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("fsType", fsType)
        writer.always("image", image)
        writer.field("keyring", keyring)
        writer.always("monitors", monitors)
        writer.field("pool", pool)
        writer.field("readOnly", readOnly)
        writer.optional("secretRef", secretRef)
        writer.field("user", user)
        writer.endObject()
    }
}

extension ScaleIOVolumeSource {
    private enum Field: Int {
        case fsType
        case gateway
        case protectionDomain
        case readOnly
        case secretRef
        case sslEnabled
        case storageMode
        case storagePool
        case system
        case volumeName
    }

    private static let fields = FieldTable(
        "ScaleIOVolumeSource",
        """
        fsType gateway protectionDomain readOnly secretRef sslEnabled storageMode storagePool system \
        volumeName
        """
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .fsType:
                result.fsType = String.decode(object.value, &context)
            case .gateway:
                result.gateway = String.decode(object.value, &context)
            case .protectionDomain:
                result.protectionDomain = String.decode(object.value, &context)
            case .readOnly:
                result.readOnly = Bool.decode(object.value, &context)
            case .secretRef:
                result.secretRef = LocalObjectReference.decode(object.value, &context)
            case .sslEnabled:
                result.sslEnabled = Bool.decode(object.value, &context)
            case .storageMode:
                result.storageMode = String.decode(object.value, &context)
            case .storagePool:
                result.storagePool = String.decode(object.value, &context)
            case .system:
                result.system = String.decode(object.value, &context)
            case .volumeName:
                result.volumeName = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("fsType", fsType)
        writer.always("gateway", gateway)
        writer.field("protectionDomain", protectionDomain)
        writer.field("readOnly", readOnly)
        writer.optional("secretRef", secretRef)
        writer.field("sslEnabled", sslEnabled)
        writer.field("storageMode", storageMode)
        writer.field("storagePool", storagePool)
        writer.always("system", system)
        writer.field("volumeName", volumeName)
        writer.endObject()
    }
}

extension StorageOSVolumeSource {
    private enum Field: Int {
        case fsType, readOnly, secretRef, volumeName, volumeNamespace
    }

    private static let fields = FieldTable(
        "StorageOSVolumeSource",
        "fsType readOnly secretRef volumeName volumeNamespace"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .fsType:
                result.fsType = String.decode(object.value, &context)
            case .readOnly:
                result.readOnly = Bool.decode(object.value, &context)
            case .secretRef:
                result.secretRef = LocalObjectReference.decode(object.value, &context)
            case .volumeName:
                result.volumeName = String.decode(object.value, &context)
            case .volumeNamespace:
                result.volumeNamespace = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("fsType", fsType)
        writer.field("readOnly", readOnly)
        writer.optional("secretRef", secretRef)
        writer.field("volumeName", volumeName)
        writer.field("volumeNamespace", volumeNamespace)
        writer.endObject()
    }
}

extension VsphereVirtualDiskVolumeSource {
    private enum Field: Int {
        case fsType, storagePolicyID, storagePolicyName, volumePath
    }

    private static let fields = FieldTable(
        "VsphereVirtualDiskVolumeSource",
        "fsType storagePolicyID storagePolicyName volumePath"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .fsType:
                result.fsType = String.decode(object.value, &context)
            case .storagePolicyID:
                result.storagePolicyID = String.decode(object.value, &context)
            case .storagePolicyName:
                result.storagePolicyName = String.decode(object.value, &context)
            case .volumePath:
                result.volumePath = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("fsType", fsType)
        writer.field("storagePolicyID", storagePolicyID)
        writer.field("storagePolicyName", storagePolicyName)
        writer.always("volumePath", volumePath)
        writer.endObject()
    }
}
