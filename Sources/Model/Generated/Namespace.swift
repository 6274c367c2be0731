// Made by `make generate` from Namespace.yaml: change that, not this.

/// Separate room for names, in which objects of different teams or uses do not clash
public struct Namespace: Resource {
    public static let kind = Kind.namespace
    /// Name, labels and other bookkeeping; a namespace is itself in no namespace
    public var metadata: ObjectMeta {
        @inlinable unsafeAddress { metadataBox.address }
        @inlinable unsafeMutableAddress { metadataBox.mutableAddress() }
    }
    @usableFromInline var metadataBox = Box<ObjectMeta>()
    /// What must happen before the namespace goes
    public var spec: NamespaceSpec {
        @inlinable unsafeAddress { specBox.address }
        @inlinable unsafeMutableAddress { specBox.mutableAddress() }
    }
    @usableFromInline var specBox = Box<NamespaceSpec>()
    /// Whether the namespace is in use or going; written by the system
    public var status: NamespaceStatus {
        @inlinable unsafeAddress { statusBox.address }
        @inlinable unsafeMutableAddress { statusBox.mutableAddress() }
    }
    @usableFromInline var statusBox = Box<NamespaceStatus>()

    public init() {}
}

/// Wanted behaviour of a namespace
public struct NamespaceSpec: Structure, Blank {
    public static let blank = Box(Self())
    /// Keys that hold the namespace until its contents are gone
    public var finalizers: [String] = []

    public init() {}
}

/// What was last seen of a namespace
public struct NamespaceStatus: Structure, Blank {
    public static let blank = Box(Self())
    /// Facts on how its deletion fares
    public var conditions: [NamespaceCondition] = []
    /// Active, or Terminating while it is being deleted
    public var phase: NamespacePhase = NamespacePhase()

    public init() {}
}

/// One yes-or-no fact about the deletion of a namespace
public struct NamespaceCondition: Structure {
    /// When status last changed
    public var lastTransitionTime: Timestamp?
    /// Sentence for people with details on the last change
    public var message: String = ""
    /// Short code for the last change
    public var reason: String = ""
    /// True, False or Unknown
    public var status: ConditionStatus = ConditionStatus()
    /// Which fact is meant, such as NamespaceContentRemaining
    public var type: String = ""

    public init() {}
}

/// Whether a namespace still takes new objects
public struct NamespacePhase: OpenEnumeration {
    public var rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    public static var active: Self { Self(rawValue: "Active") }
    public static var terminating: Self { Self(rawValue: "Terminating") }

    public static var known: [Self] {
        [.active, .terminating]
    }
}
