// Made by `make generate` from ConfigMap.yaml: change that, not this.

/// Settings that are no secret, for pods to read as files or variables
public struct ConfigMap: Resource {
    public static let kind = Kind.configMap
    /// Entries of arbitrary bytes in base64; keys must not appear in data too
    public var binaryData: [String: Bytes] = [:]
    /// Entries of plain text by key
    public var data: [String: String] = [:]
    /// Whether the contents are frozen; once true it stays so; default false
    public var immutable: Bool?
    /// Name, namespace, labels and other bookkeeping of the config map
    public var metadata: ObjectMeta {
        @inlinable unsafeAddress { metadataBox.address }
        @inlinable unsafeMutableAddress { metadataBox.mutableAddress() }
    }
    @usableFromInline var metadataBox = Box<ObjectMeta>()

    public init() {}
}
