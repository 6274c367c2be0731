// Made by `make generate` from Volume.yaml: change that, not this.

public import YAML

extension Volume {
    private enum Field: Int {
        case awsElasticBlockStore
        case azureDisk
        case azureFile
        case cephfs
        case cinder
        case configMap
        case csi
        case downwardAPI
        case emptyDir
        case ephemeral
        case fc
        case flexVolume
        case flocker
        case gcePersistentDisk
        case gitRepo
        case glusterfs
        case hostPath
        case image
        case iscsi
        case name
        case nfs
        case persistentVolumeClaim
        case photonPersistentDisk
        case portworxVolume
        case projected
        case quobyte
        case rbd
        case scaleIO
        case secret
        case storageos
        case vsphereVolume
    }

    private static let fields = FieldTable(
        "Volume",
        """
        awsElasticBlockStore azureDisk azureFile cephfs cinder configMap csi downwardAPI emptyDir ephemeral \
        fc flexVolume flocker gcePersistentDisk gitRepo glusterfs hostPath image iscsi name nfs \
        persistentVolumeClaim photonPersistentDisk portworxVolume projected quobyte rbd scaleIO secret \
        storageos vsphereVolume
        """
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .awsElasticBlockStore:
                context.noteUnenforced(object.value)
                result.awsElasticBlockStore = AWSElasticBlockStoreVolumeSource.decode(object.value, &context)
            case .azureDisk:
                context.noteUnenforced(object.value)
                result.azureDisk = AzureDiskVolumeSource.decode(object.value, &context)
            case .azureFile:
                context.noteUnenforced(object.value)
                result.azureFile = AzureFileVolumeSource.decode(object.value, &context)
            case .cephfs:
                context.noteUnenforced(object.value)
                result.cephfs = CephFSVolumeSource.decode(object.value, &context)
            case .cinder:
                context.noteUnenforced(object.value)
                result.cinder = CinderVolumeSource.decode(object.value, &context)
            case .configMap:
                result.configMap = ConfigMapVolumeSource.decode(object.value, &context)
            case .csi:
                context.noteUnenforced(object.value)
                result.csi = CSIVolumeSource.decode(object.value, &context)
            case .downwardAPI:
                result.downwardAPI = DownwardAPIVolumeSource.decode(object.value, &context)
            case .emptyDir:
                result.emptyDir = EmptyDirVolumeSource.decode(object.value, &context)
            case .ephemeral:
                context.noteUnenforced(object.value)
                result.ephemeral = EphemeralVolumeSource.decode(object.value, &context)
            case .fc:
                context.noteUnenforced(object.value)
                result.fc = FCVolumeSource.decode(object.value, &context)
            case .flexVolume:
                context.noteUnenforced(object.value)
                result.flexVolume = FlexVolumeSource.decode(object.value, &context)
            case .flocker:
                context.noteUnenforced(object.value)
                result.flocker = FlockerVolumeSource.decode(object.value, &context)
            case .gcePersistentDisk:
                context.noteUnenforced(object.value)
                result.gcePersistentDisk = GCEPersistentDiskVolumeSource.decode(object.value, &context)
            case .gitRepo:
                context.noteUnenforced(object.value)
                result.gitRepo = GitRepoVolumeSource.decode(object.value, &context)
            case .glusterfs:
                context.noteUnenforced(object.value)
                result.glusterfs = GlusterfsVolumeSource.decode(object.value, &context)
            case .hostPath:
                result.hostPath = HostPathVolumeSource.decode(object.value, &context)
            case .image:
                context.noteUnenforced(object.value)
                result.image = ImageVolumeSource.decode(object.value, &context)
            case .iscsi:
                context.noteUnenforced(object.value)
                result.iscsi = ISCSIVolumeSource.decode(object.value, &context)
            case .name:
                result.name = String.decode(object.value, &context)
            case .nfs:
                context.noteUnenforced(object.value)
                result.nfs = NFSVolumeSource.decode(object.value, &context)
            case .persistentVolumeClaim:
                context.noteUnenforced(object.value)
                result.persistentVolumeClaim = PersistentVolumeClaimVolumeSource.decode(object.value, &context)
            case .photonPersistentDisk:
                context.noteUnenforced(object.value)
                result.photonPersistentDisk = PhotonPersistentDiskVolumeSource.decode(object.value, &context)
            case .portworxVolume:
                context.noteUnenforced(object.value)
                result.portworxVolume = PortworxVolumeSource.decode(object.value, &context)
            case .projected:
                result.projected = ProjectedVolumeSource.decode(object.value, &context)
            case .quobyte:
                context.noteUnenforced(object.value)
                result.quobyte = QuobyteVolumeSource.decode(object.value, &context)
            case .rbd:
                context.noteUnenforced(object.value)
                result.rbd = RBDVolumeSource.decode(object.value, &context)
            case .scaleIO:
                context.noteUnenforced(object.value)
                result.scaleIO = ScaleIOVolumeSource.decode(object.value, &context)
            case .secret:
                result.secret = SecretVolumeSource.decode(object.value, &context)
            case .storageos:
                context.noteUnenforced(object.value)
                result.storageos = StorageOSVolumeSource.decode(object.value, &context)
            case .vsphereVolume:
                context.noteUnenforced(object.value)
                result.vsphereVolume = VsphereVirtualDiskVolumeSource.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.optional("awsElasticBlockStore", awsElasticBlockStore)
        writer.optional("azureDisk", azureDisk)
        writer.optional("azureFile", azureFile)
        writer.optional("cephfs", cephfs)
        writer.optional("cinder", cinder)
        writer.optional("configMap", configMap)
        writer.optional("csi", csi)
        writer.optional("downwardAPI", downwardAPI)
        writer.optional("emptyDir", emptyDir)
        writer.optional("ephemeral", ephemeral)
        writer.optional("fc", fc)
        writer.optional("flexVolume", flexVolume)
        writer.optional("flocker", flocker)
        writer.optional("gcePersistentDisk", gcePersistentDisk)
        writer.optional("gitRepo", gitRepo)
        writer.optional("glusterfs", glusterfs)
        writer.optional("hostPath", hostPath)
        writer.optional("image", image)
        writer.optional("iscsi", iscsi)
        writer.always("name", name)
        writer.optional("nfs", nfs)
        writer.optional("persistentVolumeClaim", persistentVolumeClaim)
        writer.optional("photonPersistentDisk", photonPersistentDisk)
        writer.optional("portworxVolume", portworxVolume)
        writer.optional("projected", projected)
        writer.optional("quobyte", quobyte)
        writer.optional("rbd", rbd)
        writer.optional("scaleIO", scaleIO)
        writer.optional("secret", secret)
        writer.optional("storageos", storageos)
        writer.optional("vsphereVolume", vsphereVolume)
        writer.endObject()
    }
}

extension ConfigMapVolumeSource {
    private enum Field: Int {
        case defaultMode, items, name, optional
    }

    private static let fields = FieldTable(
        "ConfigMapVolumeSource",
        "defaultMode items name optional"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .defaultMode:
                result.defaultMode = context.int32(object.value)
            case .items:
                result.items = [KeyToPath].decode(object.value, &context)
            case .name:
                result.name = String.decode(object.value, &context)
            case .optional:
                result.optional = Bool.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.optional("defaultMode", defaultMode)
        writer.field("items", items)
        writer.field("name", name)
        writer.optional("optional", optional)
        writer.endObject()
    }
}

extension KeyToPath {
    private enum Field: Int {
        case key, mode, path
    }

    private static let fields = FieldTable(
        "KeyToPath",
        "key mode path"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .key:
                result.key = String.decode(object.value, &context)
            case .mode:
                result.mode = context.int32(object.value)
            case .path:
                result.path = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.always("key", key)
        writer.optional("mode", mode)
        writer.always("path", path)
        writer.endObject()
    }
}

extension CSIVolumeSource {
    private enum Field: Int {
        case driver, fsType, nodePublishSecretRef, readOnly, volumeAttributes
    }

    private static let fields = FieldTable(
        "CSIVolumeSource",
        "driver fsType nodePublishSecretRef readOnly volumeAttributes"
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
            case .nodePublishSecretRef:
                result.nodePublishSecretRef = LocalObjectReference.decode(object.value, &context)
            case .readOnly:
                result.readOnly = Bool.decode(object.value, &context)
            case .volumeAttributes:
                result.volumeAttributes = [String: String].decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.always("driver", driver)
        writer.optional("fsType", fsType)
        writer.optional("nodePublishSecretRef", nodePublishSecretRef)
        writer.optional("readOnly", readOnly)
        writer.field("volumeAttributes", volumeAttributes)
        writer.endObject()
    }
}

extension DownwardAPIVolumeSource {
    private enum Field: Int {
        case defaultMode, items
    }

    private static let fields = FieldTable(
        "DownwardAPIVolumeSource",
        "defaultMode items"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .defaultMode:
                result.defaultMode = context.int32(object.value)
            case .items:
                result.items = [DownwardAPIVolumeFile].decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.optional("defaultMode", defaultMode)
        writer.field("items", items)
        writer.endObject()
    }
}

extension DownwardAPIVolumeFile {
    private enum Field: Int {
        case fieldRef, mode, path, resourceFieldRef
    }

    private static let fields = FieldTable(
        "DownwardAPIVolumeFile",
        "fieldRef mode path resourceFieldRef"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .fieldRef:
                result.fieldRef = ObjectFieldSelector.decode(object.value, &context)
            case .mode:
                result.mode = context.int32(object.value)
            case .path:
                result.path = String.decode(object.value, &context)
            case .resourceFieldRef:
                result.resourceFieldRef = ResourceFieldSelector.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.optional("fieldRef", fieldRef)
        writer.optional("mode", mode)
        writer.always("path", path)
        writer.optional("resourceFieldRef", resourceFieldRef)
        writer.endObject()
    }
}

extension EmptyDirVolumeSource {
    private enum Field: Int {
        case medium, sizeLimit
    }

    private static let fields = FieldTable(
        "EmptyDirVolumeSource",
        "medium sizeLimit"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .medium:
                result.medium = String.decode(object.value, &context)
            case .sizeLimit:
                result.sizeLimit = Quantity.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("medium", medium)
        writer.optional("sizeLimit", sizeLimit)
        writer.endObject()
    }
}

extension EphemeralVolumeSource {
    private enum Field: Int {
        case volumeClaimTemplate
    }

    private static let fields = FieldTable(
        "EphemeralVolumeSource",
        "volumeClaimTemplate"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .volumeClaimTemplate:
                result.volumeClaimTemplate = PersistentVolumeClaimTemplate.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.optional("volumeClaimTemplate", volumeClaimTemplate)
        writer.endObject()
    }
}

extension HostPathVolumeSource {
    private enum Field: Int {
        case path, type
    }

    private static let fields = FieldTable(
        "HostPathVolumeSource",
        "path type"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .path:
                result.path = String.decode(object.value, &context)
            case .type:
                result.type = HostPathType.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.always("path", path)
        writer.optional("type", type)
        writer.endObject()
    }
}

extension ImageVolumeSource {
    private enum Field: Int {
        case pullPolicy, reference
    }

    private static let fields = FieldTable(
        "ImageVolumeSource",
        "pullPolicy reference"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .pullPolicy:
                result.pullPolicy = PullPolicy.decode(object.value, &context)
            case .reference:
                result.reference = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("pullPolicy", pullPolicy)
        writer.field("reference", reference)
        writer.endObject()
    }
}

extension NFSVolumeSource {
    private enum Field: Int {
        case path, readOnly, server
    }

    private static let fields = FieldTable(
        "NFSVolumeSource",
        "path readOnly server"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .path:
                result.path = String.decode(object.value, &context)
            case .readOnly:
                result.readOnly = Bool.decode(object.value, &context)
            case .server:
                result.server = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.always("path", path)
        writer.field("readOnly", readOnly)
        writer.always("server", server)
        writer.endObject()
    }
}

extension PersistentVolumeClaimVolumeSource {
    private enum Field: Int {
        case claimName, readOnly
    }

    private static let fields = FieldTable(
        "PersistentVolumeClaimVolumeSource",
        "claimName readOnly"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .claimName:
                result.claimName = String.decode(object.value, &context)
            case .readOnly:
                result.readOnly = Bool.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.always("claimName", claimName)
        writer.field("readOnly", readOnly)
        writer.endObject()
    }
}

extension ProjectedVolumeSource {
    private enum Field: Int {
        case defaultMode, sources
    }

    private static let fields = FieldTable(
        "ProjectedVolumeSource",
        "defaultMode sources"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .defaultMode:
                result.defaultMode = context.int32(object.value)
            case .sources:
                result.sources = [VolumeProjection].decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.optional("defaultMode", defaultMode)
        writer.field("sources", sources)
        writer.endObject()
    }
}

extension VolumeProjection {
    private enum Field: Int {
        case clusterTrustBundle, configMap, downwardAPI, podCertificate, secret, serviceAccountToken
    }

    private static let fields = FieldTable(
        "VolumeProjection",
        "clusterTrustBundle configMap downwardAPI podCertificate secret serviceAccountToken"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .clusterTrustBundle:
                context.noteUnenforced(object.value)
                result.clusterTrustBundle = ClusterTrustBundleProjection.decode(object.value, &context)
            case .configMap:
                result.configMap = ConfigMapProjection.decode(object.value, &context)
            case .downwardAPI:
                result.downwardAPI = DownwardAPIProjection.decode(object.value, &context)
            case .podCertificate:
                context.noteUnenforced(object.value)
                result.podCertificate = PodCertificateProjection.decode(object.value, &context)
            case .secret:
                result.secret = SecretProjection.decode(object.value, &context)
            case .serviceAccountToken:
                context.noteUnenforced(object.value)
                result.serviceAccountToken = ServiceAccountTokenProjection.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.optional("clusterTrustBundle", clusterTrustBundle)
        writer.optional("configMap", configMap)
        writer.optional("downwardAPI", downwardAPI)
        writer.optional("podCertificate", podCertificate)
        writer.optional("secret", secret)
        writer.optional("serviceAccountToken", serviceAccountToken)
        writer.endObject()
    }
}

extension ClusterTrustBundleProjection {
    private enum Field: Int {
        case labelSelector, name, optional, path, signerName
    }

    private static let fields = FieldTable(
        "ClusterTrustBundleProjection",
        "labelSelector name optional path signerName"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .labelSelector:
                result.labelSelector = LabelSelector.decode(object.value, &context)
            case .name:
                result.name = String.decode(object.value, &context)
            case .optional:
                result.optional = Bool.decode(object.value, &context)
            case .path:
                result.path = String.decode(object.value, &context)
            case .signerName:
                result.signerName = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.optional("labelSelector", labelSelector)
        writer.optional("name", name)
        writer.optional("optional", optional)
        writer.always("path", path)
        writer.optional("signerName", signerName)
        writer.endObject()
    }
}

extension ConfigMapProjection {
    private enum Field: Int {
        case items, name, optional
    }

    private static let fields = FieldTable(
        "ConfigMapProjection",
        "items name optional"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .items:
                result.items = [KeyToPath].decode(object.value, &context)
            case .name:
                result.name = String.decode(object.value, &context)
            case .optional:
                result.optional = Bool.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("items", items)
        writer.field("name", name)
        writer.optional("optional", optional)
        writer.endObject()
    }
}

extension DownwardAPIProjection {
    private enum Field: Int {
        case items
    }

    private static let fields = FieldTable(
        "DownwardAPIProjection",
        "items"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .items:
                result.items = [DownwardAPIVolumeFile].decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("items", items)
        writer.endObject()
    }
}

extension PodCertificateProjection {
    private enum Field: Int {
        case certificateChainPath
        case credentialBundlePath
        case keyPath
        case keyType
        case maxExpirationSeconds
        case signerName
        case userAnnotations
    }

    private static let fields = FieldTable(
        "PodCertificateProjection",
        """
        certificateChainPath credentialBundlePath keyPath keyType maxExpirationSeconds signerName \
        userAnnotations
        """
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .certificateChainPath:
                result.certificateChainPath = String.decode(object.value, &context)
            case .credentialBundlePath:
                result.credentialBundlePath = String.decode(object.value, &context)
            case .keyPath:
                result.keyPath = String.decode(object.value, &context)
            case .keyType:
                result.keyType = String.decode(object.value, &context)
            case .maxExpirationSeconds:
                result.maxExpirationSeconds = context.int32(object.value)
            case .signerName:
                result.signerName = String.decode(object.value, &context)
            case .userAnnotations:
                result.userAnnotations = [String: String].decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("certificateChainPath", certificateChainPath)
        writer.field("credentialBundlePath", credentialBundlePath)
        writer.field("keyPath", keyPath)
        writer.always("keyType", keyType)
        writer.optional("maxExpirationSeconds", maxExpirationSeconds)
        writer.always("signerName", signerName)
        writer.field("userAnnotations", userAnnotations)
        writer.endObject()
    }
}

extension SecretProjection {
    private enum Field: Int {
        case items, name, optional
    }

    private static let fields = FieldTable(
        "SecretProjection",
        "items name optional"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .items:
                result.items = [KeyToPath].decode(object.value, &context)
            case .name:
                result.name = String.decode(object.value, &context)
            case .optional:
                result.optional = Bool.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("items", items)
        writer.field("name", name)
        writer.optional("optional", optional)
        writer.endObject()
    }
}

extension ServiceAccountTokenProjection {
    private enum Field: Int {
        case audience, expirationSeconds, path
    }

    private static let fields = FieldTable(
        "ServiceAccountTokenProjection",
        "audience expirationSeconds path"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .audience:
                result.audience = String.decode(object.value, &context)
            case .expirationSeconds:
                result.expirationSeconds = Int.decode(object.value, &context)
            case .path:
                result.path = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("audience", audience)
        writer.optional("expirationSeconds", expirationSeconds)
        writer.always("path", path)
        writer.endObject()
    }
}

extension SecretVolumeSource {
    private enum Field: Int {
        case defaultMode, items, optional, secretName
    }

    private static let fields = FieldTable(
        "SecretVolumeSource",
        "defaultMode items optional secretName"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .defaultMode:
                result.defaultMode = context.int32(object.value)
            case .items:
                result.items = [KeyToPath].decode(object.value, &context)
            case .optional:
                result.optional = Bool.decode(object.value, &context)
            case .secretName:
                result.secretName = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.optional("defaultMode", defaultMode)
        writer.field("items", items)
        writer.optional("optional", optional)
        writer.field("secretName", secretName)
        writer.endObject()
    }
}
