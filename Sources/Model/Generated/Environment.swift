// Made by `make generate` from Environment.yaml: change that, not this.

/// One environment variable of a container
public struct EnvVar: Structure {
    /// Variable to set
    public var name: String = ""
    /// Text it gets; $(OTHER) is replaced by an earlier variable, $$ gives a dollar sign; default empty
    public var value: String = ""
    /// Place to take the text from; excludes value
    @Boxed public var valueFrom: EnvVarSource?

    public init() {}
}

/// Place from which a variable takes its text; exactly one
public struct EnvVarSource: Structure {
    /// Entry of a config map
    @Boxed public var configMapKeyRef: ConfigMapKeySelector?
    /// Field of the pod itself, such as its name or address
    @Boxed public var fieldRef: ObjectFieldSelector?
    /// Entry of a file of variables in a volume
    @Boxed public var fileKeyRef: FileKeySelector?
    /// Request or limit of a container
    @Boxed public var resourceFieldRef: ResourceFieldSelector?
    /// Entry of a secret
    @Boxed public var secretKeyRef: SecretKeySelector?

    public init() {}
}

/// Config map or secret whose entries all become variables
public struct EnvFromSource: Structure {
    /// Config map to take in
    @Boxed public var configMapRef: ConfigMapEnvSource?
    /// Text put before each key to make the variable name; default none
    public var prefix: String = ""
    /// Secret to take in
    @Boxed public var secretRef: SecretEnvSource?

    public init() {}
}

/// One entry of a config map
public struct ConfigMapKeySelector: Structure {
    /// Entry to take
    public var key: String = ""
    /// Config map in the same namespace
    public var name: String = ""
    /// Whether the config map or entry may be missing; default false
    public var optional: Bool?

    public init() {}
}

/// One field of a pod
public struct ObjectFieldSelector: Structure {
    /// Schema version in which fieldPath is written; default v1
    public var apiVersion: String = ""
    /// Path to the field, such as metadata.name or status.podIP
    public var fieldPath: String = ""

    public init() {}
}

/// One variable from a file in a volume
public struct FileKeySelector: Structure {
    /// Variable to take from the file
    public var key: String = ""
    /// Whether the file or variable may be missing; default false
    public var optional: Bool?
    /// File of NAME=value lines, relative to the volume
    public var path: String = ""
    /// Volume of the pod that holds the file; an emptyDir
    public var volumeName: String = ""

    public init() {}
}

/// One request or limit of a container
public struct ResourceFieldSelector: Structure {
    /// Container meant; defaults to the one itself in variables, needed in volumes
    public var containerName: String = ""
    /// Unit in which the number is given, rounded up; default 1
    public var divisor: Quantity = Quantity()
    /// Figure to take, such as limits.cpu or requests.memory
    public var resource: String = ""

    public init() {}
}

/// One entry of a secret
public struct SecretKeySelector: Structure {
    /// Entry to take
    public var key: String = ""
    /// Secret in the same namespace
    public var name: String = ""
    /// Whether the secret or entry may be missing; default false
    public var optional: Bool?

    public init() {}
}

/// Config map taken in as environment variables
public struct ConfigMapEnvSource: Structure {
    /// Config map in the same namespace
    public var name: String = ""
    /// Whether the config map may be missing; default false
    public var optional: Bool?

    public init() {}
}

/// Secret taken in as environment variables
public struct SecretEnvSource: Structure {
    /// Secret in the same namespace
    public var name: String = ""
    /// Whether the secret may be missing; default false
    public var optional: Bool?

    public init() {}
}
