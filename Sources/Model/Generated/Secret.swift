// Made by `make generate` from Secret.yaml: change that, not this.

/// Confidential values such as passwords and keys, at most 1 MiB in all
public struct Secret: Resource {
    public static let kind = Kind.secret
    /// Values in base64 by key
    public var data: [String: Bytes] = [:]
    /// Whether the contents are frozen; once true it stays so; default false
    public var immutable: Bool?
    /// Name, namespace, labels and other bookkeeping of the secret
    public var metadata: ObjectMeta {
        @inlinable unsafeAddress { metadataBox.address }
        @inlinable unsafeMutableAddress { metadataBox.mutableAddress() }
    }
    @usableFromInline var metadataBox = Box<ObjectMeta>()
    /// Values as plain text, moved into data when written; never given back on reading
    public var stringData: [String: String] = [:]
    /// What the keys mean, such as kubernetes.io/tls; default Opaque; cannot change
    public var type: String = ""

    public init() {}
}
