// Made by `make generate` from LegacyVolume.yaml: change that, not this.

/// EBS disk, in the same zone as the node
public struct AWSElasticBlockStoreVolumeSource: Structure {
    /// File system on the disk; default ext4
    public var fsType: String = ""
    /// Partition number to mount; default 0 for the whole disk
    public var partition: Int = 0
    /// Whether writing is refused; default false
    public var readOnly: Bool = false
    /// Disk by its id in AWS
    public var volumeID: String = ""

    public init() {}
}

/// Disk of Azure attached to the node
public struct AzureDiskVolumeSource: Structure {
    /// Caching on the host, None, ReadOnly or ReadWrite (default)
    public var cachingMode: String?
    /// Disk by its name in the storage account
    public var diskName: String = ""
    /// Full address of the disk
    public var diskURI: String = ""
    /// File system on the disk; default ext4
    public var fsType: String?
    /// Shared (default) or Dedicated for blobs in a storage account, Managed for a managed disk
    public var kind: String?
    /// Whether writing is refused; default false
    public var readOnly: Bool?

    public init() {}
}

/// File share of Azure
public struct AzureFileVolumeSource: Structure {
    /// Whether writing is refused; default false
    public var readOnly: Bool = false
    /// Secret with account name and key of the storage account
    public var secretName: String = ""
    /// Share to mount
    public var shareName: String = ""

    public init() {}
}

/// Directory of a CephFS file system
public struct CephFSVolumeSource: Structure {
    /// Addresses of the Ceph monitors
    public var monitors: [String] = []
    /// Directory to mount as root; default /
    public var path: String = ""
    /// Whether writing is refused; default false
    public var readOnly: Bool = false
    /// File on the node with the key of the user; default /etc/ceph/user.secret
    public var secretFile: String = ""
    /// Secret with the key of the user; goes before secretFile
    @Boxed public var secretRef: LocalObjectReference?
    /// Ceph user to log in as; default admin
    public var user: String = ""

    public init() {}
}

/// Block volume of OpenStack
public struct CinderVolumeSource: Structure {
    /// File system on the volume; default ext4
    public var fsType: String = ""
    /// Whether writing is refused; default false
    public var readOnly: Bool = false
    /// Secret with parameters for reaching OpenStack
    @Boxed public var secretRef: LocalObjectReference?
    /// Volume by its id in Cinder
    public var volumeID: String = ""

    public init() {}
}

/// Disk over Fibre Channel, found by targetWWNs and lun or by wwids
public struct FCVolumeSource: Structure {
    /// File system on the disk; default ext4
    public var fsType: String = ""
    /// Number of the logical unit on the target
    public var lun: Int?
    /// Whether writing is refused; default false
    public var readOnly: Bool = false
    /// World wide names of the targets
    public var targetWWNs: [String] = []
    /// World wide ids of the disk; exclude targetWWNs and lun
    public var wwids: [String] = []

    public init() {}
}

/// Storage from an exec plugin on the node
public struct FlexVolumeSource: Structure {
    /// Plugin to call
    public var driver: String = ""
    /// File system to mount; chosen by the plugin if unset
    public var fsType: String = ""
    /// Settings for the plugin, as it defines them
    public var options: [String: String] = [:]
    /// Whether writing is refused; default false
    public var readOnly: Bool = false
    /// Secret whose entries are handed to the plugin
    @Boxed public var secretRef: LocalObjectReference?

    public init() {}
}

/// Dataset of Flocker, by name or by id
public struct FlockerVolumeSource: Structure {
    /// Dataset by name; obsolete in favour of datasetUUID
    public var datasetName: String = ""
    /// Dataset by id
    public var datasetUUID: String = ""

    public init() {}
}

/// Persistent disk, in the same zone as the node
public struct GCEPersistentDiskVolumeSource: Structure {
    /// File system on the disk; default ext4
    public var fsType: String = ""
    /// Partition number to mount; default 0 for the whole disk
    public var partition: Int = 0
    /// Disk by its name in Google Cloud
    public var pdName: String = ""
    /// Whether writing is refused; default false
    public var readOnly: Bool = false

    public init() {}
}

/// Git repository to clone into an empty directory
public struct GitRepoVolumeSource: Structure {
    /// Directory for the clone, relative to the volume; . for the volume itself, no .. in it
    public var directory: String = ""
    /// URL to clone from
    public var repository: String = ""
    /// Commit to check out; the default branch if unset
    public var revision: String = ""

    public init() {}
}

/// Volume of a Gluster cluster
public struct GlusterfsVolumeSource: Structure {
    /// Endpoints object that lists the Gluster servers
    public var endpoints: String = ""
    /// Gluster volume to mount
    public var path: String = ""
    /// Whether writing is refused; default false
    public var readOnly: Bool = false

    public init() {}
}

/// Disk over iSCSI
public struct ISCSIVolumeSource: Structure {
    /// Whether discovery logs in with CHAP; default false
    public var chapAuthDiscovery: Bool = false
    /// Whether the session logs in with CHAP; default false
    public var chapAuthSession: Bool = false
    /// File system on the disk; default ext4
    public var fsType: String = ""
    /// Name the node gives itself as initiator; that of the node if unset
    public var initiatorName: String?
    /// Qualified name of the target
    public var iqn: String = ""
    /// Initiator interface to use; the one called default, over TCP, if unset
    public var iscsiInterface: String = ""
    /// Number of the logical unit on the target
    public var lun: Int = 0
    /// Further portals for multipath, as address or address:port; port 3260 if left out
    public var portals: [String] = []
    /// Whether writing is refused; default false
    public var readOnly: Bool = false
    /// Secret with the CHAP credentials
    @Boxed public var secretRef: LocalObjectReference?
    /// First portal, as address or address:port; port 3260 if left out
    public var targetPortal: String = ""

    public init() {}
}

/// Disk of Photon Controller
public struct PhotonPersistentDiskVolumeSource: Structure {
    /// File system on the disk; default ext4
    public var fsType: String = ""
    /// Disk by its id in Photon Controller
    public var pdID: String = ""

    public init() {}
}

/// Volume of Portworx
public struct PortworxVolumeSource: Structure {
    /// File system on the volume; default ext4
    public var fsType: String = ""
    /// Whether writing is refused; default false
    public var readOnly: Bool = false
    /// Volume by its id in Portworx
    public var volumeID: String = ""

    public init() {}
}

/// Volume of Quobyte
public struct QuobyteVolumeSource: Structure {
    /// Group to mount as; default none
    public var group: String = ""
    /// Whether writing is refused; default false
    public var readOnly: Bool = false
    /// Quobyte registries as host:port, separated by commas
    public var registry: String = ""
    /// Tenant that owns the volume in Quobyte
    public var tenant: String = ""
    /// User to mount as; default the service account user
    public var user: String = ""
    /// Existing Quobyte volume by name
    public var volume: String = ""

    public init() {}
}

/// Ceph block device
public struct RBDVolumeSource: Structure {
    /// File system on the device; default ext4
    public var fsType: String = ""
    /// RADOS image to mount
    public var image: String = ""
    /// Key file on the node; default /etc/ceph/keyring
    public var keyring: String = ""
    /// Addresses of the Ceph monitors
    public var monitors: [String] = []
    /// RADOS pool that holds the image; default rbd
    public var pool: String = ""
    /// Whether writing is refused; default false
    public var readOnly: Bool = false
    /// Secret with the key of the user; goes before keyring
    @Boxed public var secretRef: LocalObjectReference?
    /// RADOS user to log in as; default admin
    public var user: String = ""

    public init() {}
}

/// Volume of ScaleIO
public struct ScaleIOVolumeSource: Structure {
    /// File system on the volume; default xfs
    public var fsType: String = ""
    /// Address of the ScaleIO API gateway
    public var gateway: String = ""
    /// Protection domain that holds the storage
    public var protectionDomain: String = ""
    /// Whether writing is refused; default false
    public var readOnly: Bool = false
    /// Secret with the login for the gateway
    @Boxed public var secretRef: LocalObjectReference?
    /// Whether the gateway is spoken to over TLS; default false
    public var sslEnabled: Bool = false
    /// ThinProvisioned (default) or ThickProvisioned
    public var storageMode: String = ""
    /// Pool in the protection domain
    public var storagePool: String = ""
    /// Storage system as set up in ScaleIO
    public var system: String = ""
    /// Existing ScaleIO volume by name
    public var volumeName: String = ""

    public init() {}
}

/// Volume of StorageOS
public struct StorageOSVolumeSource: Structure {
    /// File system on the volume; default ext4
    public var fsType: String = ""
    /// Whether writing is refused; default false
    public var readOnly: Bool = false
    /// Secret with the login for the StorageOS API; its own defaults if unset
    @Boxed public var secretRef: LocalObjectReference?
    /// StorageOS volume by name, unique in its namespace there
    public var volumeName: String = ""
    /// Namespace inside StorageOS; that of the pod if unset
    public var volumeNamespace: String = ""

    public init() {}
}

/// Virtual disk of vSphere
public struct VsphereVirtualDiskVolumeSource: Structure {
    /// File system on the disk; default ext4
    public var fsType: String = ""
    /// Storage policy by id, belonging to storagePolicyName
    public var storagePolicyID: String = ""
    /// Storage policy by name
    public var storagePolicyName: String = ""
    /// Path of the disk file in the datastore
    public var volumePath: String = ""

    public init() {}
}
