// Made by `make generate` from PersistentVolumeClaim.yaml: change that, not this.

/// Pattern for a storage claim
public struct PersistentVolumeClaimTemplate: Structure {
    /// Labels and annotations the claim gets
    public var metadata: ObjectMeta {
        @inlinable unsafeAddress { metadataBox.address }
        @inlinable unsafeMutableAddress { metadataBox.mutableAddress() }
    }
    @usableFromInline var metadataBox = Box<ObjectMeta>()
    /// What storage to claim
    public var spec: PersistentVolumeClaimSpec = PersistentVolumeClaimSpec()

    public init() {}
}

/// What storage is wanted
public struct PersistentVolumeClaimSpec: Structure {
    /// Ways of mounting wanted, such as ReadWriteOnce, ReadOnlyMany or ReadWriteMany
    public var accessModes: [String] = []
    /// Snapshot or claim in the same namespace whose contents it starts with
    @Boxed public var dataSource: TypedLocalObjectReference?
    /// Like dataSource, but open to other kinds and, where allowed, other namespaces
    @Boxed public var dataSourceRef: TypedObjectReference?
    /// Size wanted, and at most, in bytes
    public var resources: VolumeResourceRequirements = VolumeResourceRequirements()
    /// Labels of the volumes that may be bound; any if unset
    @Boxed public var selector: LabelSelector?
    /// StorageClass to take from; the default class if unset, none at all if empty
    public var storageClassName: String?
    /// Class of tunable properties such as throughput; may be changed later
    public var volumeAttributesClassName: String?
    /// Filesystem (default) or Block for a raw device
    public var volumeMode: String?
    /// Volume bound to the claim; may be set beforehand to pick a certain one
    public var volumeName: String = ""

    public init() {}
}

/// Size bounds of a storage claim
public struct VolumeResourceRequirements: Structure {
    /// Most wanted, by resource name; storage in bytes; no bound if unset
    public var limits: [String: Quantity] = [:]
    /// Least wanted, by resource name; storage in bytes
    public var requests: [String: Quantity] = [:]

    public init() {}
}
