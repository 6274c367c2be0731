// Made by `make generate` from Resources.yaml: change that, not this.

/// What is asked for and what may be used at most
public struct ResourceRequirements: Structure {
    /// Device claims of the pod that this container uses
    public var claims: [ResourceClaim] = []
    /// Most that may be used, by resource name; no bound if unset
    public var limits: [String: Quantity] = [:]
    /// What is set aside when placing the pod, by resource name; default the limits
    public var requests: [String: Quantity] = [:]

    public init() {}
}

/// Use of a device claim by a container
public struct ResourceClaim: Structure {
    /// Entry in resourceClaims of the pod
    public var name: String = ""
    /// One request of the claim to use; all if unset
    public var request: String = ""

    public init() {}
}
