// Made by `make generate` from Volume.yaml: change that, not this.

/// Storage that containers of a pod can mount; a name and exactly one source
public struct Volume: Structure {
    /// Entries of a config map as files
    @Boxed public var configMap: ConfigMapVolumeSource?
    /// Fields and resource figures of the pod as files
    @Boxed public var downwardAPI: DownwardAPIVolumeSource?
    /// Directory that is empty at first and goes with the pod
    @Boxed public var emptyDir: EmptyDirVolumeSource?
    /// File or directory of the node itself; a risk, as it opens the node to the pod
    @Boxed public var hostPath: HostPathVolumeSource?
    /// How containers of the pod refer to the volume; a DNS label
    public var name: String = ""
    /// Storage behind an existing claim in the same namespace
    @Boxed public var persistentVolumeClaim: PersistentVolumeClaimVolumeSource?
    /// Several sources brought together in one directory
    @Boxed public var projected: ProjectedVolumeSource?
    /// Entries of a secret as files, held in memory
    @Boxed public var secret: SecretVolumeSource?
    /// EBS disk of AWS; obsolete, served by a CSI driver
    public var awsElasticBlockStore: AWSElasticBlockStoreVolumeSource? {
        get { rare.isEmpty ? nil : rare.value.awsElasticBlockStore }
        set {
            if newValue != nil || !rare.isEmpty { rare.value.awsElasticBlockStore = newValue }
        }
    }
    /// Managed disk of Azure; obsolete, served by a CSI driver
    public var azureDisk: AzureDiskVolumeSource? {
        get { rare.isEmpty ? nil : rare.value.azureDisk }
        set {
            if newValue != nil || !rare.isEmpty { rare.value.azureDisk = newValue }
        }
    }
    /// File share of Azure; obsolete, served by a CSI driver
    public var azureFile: AzureFileVolumeSource? {
        get { rare.isEmpty ? nil : rare.value.azureFile }
        set {
            if newValue != nil || !rare.isEmpty { rare.value.azureFile = newValue }
        }
    }
    /// Directory of a CephFS file system; no longer supported
    public var cephfs: CephFSVolumeSource? {
        get { rare.isEmpty ? nil : rare.value.cephfs }
        set {
            if newValue != nil || !rare.isEmpty { rare.value.cephfs = newValue }
        }
    }
    /// Block volume of OpenStack; obsolete, served by a CSI driver
    public var cinder: CinderVolumeSource? {
        get { rare.isEmpty ? nil : rare.value.cinder }
        set {
            if newValue != nil || !rare.isEmpty { rare.value.cinder = newValue }
        }
    }
    /// Storage for this pod only, from a CSI driver
    public var csi: CSIVolumeSource? {
        get { rare.isEmpty ? nil : rare.value.csi }
        set {
            if newValue != nil || !rare.isEmpty { rare.value.csi = newValue }
        }
    }
    /// Claim made for this pod and deleted with it
    public var ephemeral: EphemeralVolumeSource? {
        get { rare.isEmpty ? nil : rare.value.ephemeral }
        set {
            if newValue != nil || !rare.isEmpty { rare.value.ephemeral = newValue }
        }
    }
    /// Disk over Fibre Channel
    public var fc: FCVolumeSource? {
        get { rare.isEmpty ? nil : rare.value.fc }
        set {
            if newValue != nil || !rare.isEmpty { rare.value.fc = newValue }
        }
    }
    /// Storage from an exec plugin on the node; obsolete
    public var flexVolume: FlexVolumeSource? {
        get { rare.isEmpty ? nil : rare.value.flexVolume }
        set {
            if newValue != nil || !rare.isEmpty { rare.value.flexVolume = newValue }
        }
    }
    /// Dataset of Flocker; no longer supported
    public var flocker: FlockerVolumeSource? {
        get { rare.isEmpty ? nil : rare.value.flocker }
        set {
            if newValue != nil || !rare.isEmpty { rare.value.flocker = newValue }
        }
    }
    /// Persistent disk of Google Cloud; obsolete, served by a CSI driver
    public var gcePersistentDisk: GCEPersistentDiskVolumeSource? {
        get { rare.isEmpty ? nil : rare.value.gcePersistentDisk }
        set {
            if newValue != nil || !rare.isEmpty { rare.value.gcePersistentDisk = newValue }
        }
    }
    /// Clone of a Git repository made at the start; obsolete and disabled
    public var gitRepo: GitRepoVolumeSource? {
        get { rare.isEmpty ? nil : rare.value.gitRepo }
        set {
            if newValue != nil || !rare.isEmpty { rare.value.gitRepo = newValue }
        }
    }
    /// Volume of a Gluster cluster; no longer supported
    public var glusterfs: GlusterfsVolumeSource? {
        get { rare.isEmpty ? nil : rare.value.glusterfs }
        set {
            if newValue != nil || !rare.isEmpty { rare.value.glusterfs = newValue }
        }
    }
    /// Files of a container image or artifact, read-only
    public var image: ImageVolumeSource? {
        get { rare.isEmpty ? nil : rare.value.image }
        set {
            if newValue != nil || !rare.isEmpty { rare.value.image = newValue }
        }
    }
    /// Disk over iSCSI
    public var iscsi: ISCSIVolumeSource? {
        get { rare.isEmpty ? nil : rare.value.iscsi }
        set {
            if newValue != nil || !rare.isEmpty { rare.value.iscsi = newValue }
        }
    }
    /// Directory exported by an NFS server
    public var nfs: NFSVolumeSource? {
        get { rare.isEmpty ? nil : rare.value.nfs }
        set {
            if newValue != nil || !rare.isEmpty { rare.value.nfs = newValue }
        }
    }
    /// Disk of Photon Controller; no longer supported
    public var photonPersistentDisk: PhotonPersistentDiskVolumeSource? {
        get { rare.isEmpty ? nil : rare.value.photonPersistentDisk }
        set {
            if newValue != nil || !rare.isEmpty { rare.value.photonPersistentDisk = newValue }
        }
    }
    /// Volume of Portworx; obsolete, served by a CSI driver
    public var portworxVolume: PortworxVolumeSource? {
        get { rare.isEmpty ? nil : rare.value.portworxVolume }
        set {
            if newValue != nil || !rare.isEmpty { rare.value.portworxVolume = newValue }
        }
    }
    /// Volume of Quobyte; no longer supported
    public var quobyte: QuobyteVolumeSource? {
        get { rare.isEmpty ? nil : rare.value.quobyte }
        set {
            if newValue != nil || !rare.isEmpty { rare.value.quobyte = newValue }
        }
    }
    /// Ceph block device; no longer supported
    public var rbd: RBDVolumeSource? {
        get { rare.isEmpty ? nil : rare.value.rbd }
        set {
            if newValue != nil || !rare.isEmpty { rare.value.rbd = newValue }
        }
    }
    /// Volume of ScaleIO; no longer supported
    public var scaleIO: ScaleIOVolumeSource? {
        get { rare.isEmpty ? nil : rare.value.scaleIO }
        set {
            if newValue != nil || !rare.isEmpty { rare.value.scaleIO = newValue }
        }
    }
    /// Volume of StorageOS; no longer supported
    public var storageos: StorageOSVolumeSource? {
        get { rare.isEmpty ? nil : rare.value.storageos }
        set {
            if newValue != nil || !rare.isEmpty { rare.value.storageos = newValue }
        }
    }
    /// Virtual disk of vSphere; obsolete, served by a CSI driver
    public var vsphereVolume: VsphereVirtualDiskVolumeSource? {
        get { rare.isEmpty ? nil : rare.value.vsphereVolume }
        set {
            if newValue != nil || !rare.isEmpty { rare.value.vsphereVolume = newValue }
        }
    }
    private var rare = Box<Rare>()

    public init() {}

    /// What is seldom there, kept apart so that it takes no room where it is absent.
    private struct Rare: Blank {
        static let blank = Box(Self())
        @Boxed var awsElasticBlockStore: AWSElasticBlockStoreVolumeSource?
        @Boxed var azureDisk: AzureDiskVolumeSource?
        @Boxed var azureFile: AzureFileVolumeSource?
        @Boxed var cephfs: CephFSVolumeSource?
        @Boxed var cinder: CinderVolumeSource?
        @Boxed var csi: CSIVolumeSource?
        @Boxed var ephemeral: EphemeralVolumeSource?
        @Boxed var fc: FCVolumeSource?
        @Boxed var flexVolume: FlexVolumeSource?
        @Boxed var flocker: FlockerVolumeSource?
        @Boxed var gcePersistentDisk: GCEPersistentDiskVolumeSource?
        @Boxed var gitRepo: GitRepoVolumeSource?
        @Boxed var glusterfs: GlusterfsVolumeSource?
        @Boxed var image: ImageVolumeSource?
        @Boxed var iscsi: ISCSIVolumeSource?
        @Boxed var nfs: NFSVolumeSource?
        @Boxed var photonPersistentDisk: PhotonPersistentDiskVolumeSource?
        @Boxed var portworxVolume: PortworxVolumeSource?
        @Boxed var quobyte: QuobyteVolumeSource?
        @Boxed var rbd: RBDVolumeSource?
        @Boxed var scaleIO: ScaleIOVolumeSource?
        @Boxed var storageos: StorageOSVolumeSource?
        @Boxed var vsphereVolume: VsphereVirtualDiskVolumeSource?
    }
}

/// Entries of a config map as files
public struct ConfigMapVolumeSource: Structure {
    /// File permission bits where items set none, 0 to 0777; default 0644
    public var defaultMode: Int?
    /// Entries to take and where to put them; all, under their keys, if unset
    public var items: [KeyToPath] = []
    /// Config map in the same namespace
    public var name: String = ""
    /// Whether the config map or listed entries may be missing; default false
    public var optional: Bool?

    public init() {}
}

/// Entry of a config map or secret and the file it goes to
public struct KeyToPath: Structure {
    /// Entry to take
    public var key: String = ""
    /// File permission bits, 0 to 0777; defaultMode of the volume if unset
    public var mode: Int?
    /// File to write, relative to the volume; no .. in it
    public var path: String = ""

    public init() {}
}

/// Storage for one pod from a CSI driver
public struct CSIVolumeSource: Structure {
    /// CSI driver that provides the storage
    public var driver: String = ""
    /// File system to mount; chosen by the driver if unset
    public var fsType: String?
    /// Secret handed to the driver when mounting
    @Boxed public var nodePublishSecretRef: LocalObjectReference?
    /// Whether writing is refused; default false
    public var readOnly: Bool?
    /// Settings for the driver, as it defines them
    public var volumeAttributes: [String: String] = [:]

    public init() {}
}

/// Facts about the pod as files
public struct DownwardAPIVolumeSource: Structure {
    /// File permission bits where items set none, 0 to 0777; default 0644
    public var defaultMode: Int?
    /// Files to write
    public var items: [DownwardAPIVolumeFile] = []

    public init() {}
}

/// File with one fact about the pod
public struct DownwardAPIVolumeFile: Structure {
    /// Field of the pod to write, such as metadata.labels; excludes resourceFieldRef
    @Boxed public var fieldRef: ObjectFieldSelector?
    /// File permission bits, 0 to 0777; defaultMode of the volume if unset
    public var mode: Int?
    /// File to write, relative to the volume; no .. in it
    public var path: String = ""
    /// Request or limit of a container to write; excludes fieldRef
    @Boxed public var resourceFieldRef: ResourceFieldSelector?

    public init() {}
}

/// Scratch directory that lives as long as the pod is on its node
public struct EmptyDirVolumeSource: Structure {
    /// Where it is kept, empty (default) for disk, Memory for RAM, HugePages for huge pages
    public var medium: String = ""
    /// Most it may hold, in bytes; exceeding it evicts the pod; no bound if unset
    public var sizeLimit: Quantity?

    public init() {}
}

/// Claim that is made and deleted with the pod
public struct EphemeralVolumeSource: Structure {
    /// Pattern for the claim, which is called after pod and volume
    @Boxed public var volumeClaimTemplate: PersistentVolumeClaimTemplate?

    public init() {}
}

/// File or directory of the node
public struct HostPathVolumeSource: Structure {
    /// Absolute path on the node; symbolic links are followed
    public var path: String = ""
    /// Check beforehand, such as Directory, File, Socket or DirectoryOrCreate; default none
    public var type: HostPathType?

    public init() {}
}

/// Image or artifact mounted as read-only files
public struct ImageVolumeSource: Structure {
    /// Always, IfNotPresent or Never; default Always for tag latest or none, else IfNotPresent
    public var pullPolicy: PullPolicy = PullPolicy()
    /// Image or artifact to mount, such as registry.example/data:1
    public var reference: String = ""

    public init() {}
}

/// Directory exported by an NFS server
public struct NFSVolumeSource: Structure {
    /// Exported directory on the server
    public var path: String = ""
    /// Whether writing is refused; default false
    public var readOnly: Bool = false
    /// Host name or address of the NFS server
    public var server: String = ""

    public init() {}
}

/// Use of a storage claim in a pod
public struct PersistentVolumeClaimVolumeSource: Structure {
    /// PersistentVolumeClaim in the same namespace
    public var claimName: String = ""
    /// Whether every mount of it refuses writing; default false
    public var readOnly: Bool = false

    public init() {}
}

/// Several sources in one directory
public struct ProjectedVolumeSource: Structure {
    /// File permission bits where sources set none, 0 to 0777; default 0644
    public var defaultMode: Int?
    /// Sources whose files are put together; paths must not clash
    public var sources: [VolumeProjection] = []

    public init() {}
}

/// One source of files for a projected volume; exactly one of these
public struct VolumeProjection: Structure {
    /// Root certificates from trust bundles of the cluster
    @Boxed public var clusterTrustBundle: ClusterTrustBundleProjection?
    /// Entries of a config map
    @Boxed public var configMap: ConfigMapProjection?
    /// Fields and resource figures of the pod
    @Boxed public var downwardAPI: DownwardAPIProjection?
    /// Private key and certificate made for the pod
    @Boxed public var podCertificate: PodCertificateProjection?
    /// Entries of a secret
    @Boxed public var secret: SecretProjection?
    /// Token of the service account of the pod
    @Boxed public var serviceAccountToken: ServiceAccountTokenProjection?

    public init() {}
}

/// Root certificates as one PEM file, kept up to date
public struct ClusterTrustBundleProjection: Structure {
    /// Picks bundles of signerName by label; unset picks none, an empty one all
    @Boxed public var labelSelector: LabelSelector?
    /// One bundle by name; excludes signerName and labelSelector
    public var name: String?
    /// Whether no bundle need exist; default false
    public var optional: Bool?
    /// File for the certificates, relative to the volume
    public var path: String = ""
    /// Signer whose bundles are merged; excludes name
    public var signerName: String?

    public init() {}
}

/// Entries of a config map in a projected volume
public struct ConfigMapProjection: Structure {
    /// Entries to take and where to put them; all, under their keys, if unset
    public var items: [KeyToPath] = []
    /// Config map in the same namespace
    public var name: String = ""
    /// Whether the config map or listed entries may be missing; default false
    public var optional: Bool?

    public init() {}
}

/// Facts about the pod in a projected volume
public struct DownwardAPIProjection: Structure {
    /// Files to write
    public var items: [DownwardAPIVolumeFile] = []

    public init() {}
}

/// Private key and certificate made for the pod and kept fresh in files
public struct PodCertificateProjection: Structure {
    /// File for the certificate chain alone, relative to the volume
    public var certificateChainPath: String = ""
    /// File for key and certificate chain together as PEM, relative to the volume
    public var credentialBundlePath: String = ""
    /// File for the private key alone, relative to the volume
    public var keyPath: String = ""
    /// Kind of key to generate, such as ED25519, ECDSAP256 or RSA3072
    public var keyType: String = ""
    /// Longest accepted lifetime of the certificate in seconds; default 86400, at least 3600
    public var maxExpirationSeconds: Int?
    /// Signer that is asked for the certificate
    public var signerName: String = ""
    /// Extra string pairs handed to the signer with the request
    public var userAnnotations: [String: String] = [:]

    public init() {}
}

/// Entries of a secret in a projected volume
public struct SecretProjection: Structure {
    /// Entries to take and where to put them; all, under their keys, if unset
    public var items: [KeyToPath] = []
    /// Secret in the same namespace
    public var name: String = ""
    /// Whether the secret or listed entries may be missing; default false
    public var optional: Bool?

    public init() {}
}

/// Token of the service account of the pod, written to a file and renewed in time
public struct ServiceAccountTokenProjection: Structure {
    /// Party that the token is meant for and that must check it; default the API server
    public var audience: String = ""
    /// Lifetime of the token in seconds; default 3600, at least 600
    public var expirationSeconds: Int?
    /// File for the token, relative to the volume
    public var path: String = ""

    public init() {}
}

/// Entries of a secret as files
public struct SecretVolumeSource: Structure {
    /// File permission bits where items set none, 0 to 0777; default 0644
    public var defaultMode: Int?
    /// Entries to take and where to put them; all, under their keys, if unset
    public var items: [KeyToPath] = []
    /// Whether the secret or listed entries may be missing; default false
    public var optional: Bool?
    /// Secret in the same namespace
    public var secretName: String = ""

    public init() {}
}

/// What must be found at a path of the host; empty means that nothing is checked
public struct HostPathType: OpenEnumeration {
    public var rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    public static var directoryOrCreate: Self { Self(rawValue: "DirectoryOrCreate") }
    public static var directory: Self { Self(rawValue: "Directory") }
    public static var fileOrCreate: Self { Self(rawValue: "FileOrCreate") }
    public static var file: Self { Self(rawValue: "File") }
    public static var socket: Self { Self(rawValue: "Socket") }
    public static var charDevice: Self { Self(rawValue: "CharDevice") }
    public static var blockDevice: Self { Self(rawValue: "BlockDevice") }

    public static var known: [Self] {
        [.directoryOrCreate, .directory, .fileOrCreate, .file, .socket, .charDevice, .blockDevice]
    }
}
