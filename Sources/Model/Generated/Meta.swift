// Made by `make generate` from Meta.yaml: change that, not this.

/// Identity and bookkeeping every stored object carries
public struct ObjectMeta: Structure, Blank {
    public static let blank = Box(Self())
    /// Free-form notes as string pairs, for tools and people; selectors cannot match on them
    public var annotations: [String: String] = [:]
    /// When the server first stored the object; set by the server
    public var creationTimestamp: Timestamp?
    /// Seconds granted to shut down before removal; set by the server once deletion begins
    public var deletionGracePeriodSeconds: Int?
    /// When deletion was asked for plus the grace period; set by the server, absent while live
    public var deletionTimestamp: Timestamp?
    /// Keys that must all be removed before a deleted object really disappears
    public var finalizers: [String] = []
    /// Prefix from which the server makes a unique name when name is left empty
    public var generateName: String = ""
    /// Counts changes to the desired state; set by the server, begins at 1
    public var generation: Int = 0
    /// Short string pairs by which selectors find and group objects
    public var labels: [String: String] = [:]
    /// Record of which client last set which fields; kept by the server
    public var managedFields: [ManagedFieldsEntry] = []
    /// Identifies the object among its kind within its namespace; cannot change after creation
    public var name: String = ""
    /// Namespace the object lives in, called default if unset; empty for kinds without; cannot change
    public var namespace: String = ""
    /// Objects this one belongs to; it is collected as garbage once none of them is left
    public var ownerReferences: [OwnerReference] = []
    /// Opaque stamp of the stored state, for detecting conflicting writes and resuming watches
    public var resourceVersion: String = ""
    /// Former URL of the object; no longer filled in
    public var selfLink: String = ""
    /// Unique for all time, so a recreated object with the same name differs; set by the server
    public var uid: String = ""

    public init() {}
}

/// Link from an object to one it belongs to
public struct OwnerReference: Structure {
    /// Group and version of the owner
    public var apiVersion: String = ""
    /// Whether foreground deletion of the owner waits for this object to go; default false
    public var blockOwnerDeletion: Bool?
    /// Whether the owner is the one controller in charge; at most one owner is; default false
    public var controller: Bool?
    /// Kind of the owner
    public var kind: String = ""
    /// Owner by name, in the same namespace or in none
    public var name: String = ""
    /// Owner by unique id, so that a namesake does not count
    public var uid: String = ""

    public init() {}
}

/// Fields that one client set through one way of writing
public struct ManagedFieldsEntry: Structure {
    /// Schema version in which the fields are written down
    public var apiVersion: String = ""
    /// Format of the record of fields; always FieldsV1
    public var fieldsType: String = ""
    /// The fields themselves, as a tree
    public var fieldsV1: RawJSON?
    /// Client or controller that set the fields
    public var manager: String = ""
    /// Apply for a server-side apply, Update for any other write
    public var operation: ManagedFieldsOperation = ManagedFieldsOperation()
    /// Part of the object written through, such as status; empty for the main part
    public var subresource: String = ""
    /// When the set of fields in this entry last changed
    public var time: Timestamp?

    public init() {}
}

/// Test on labels; all parts must hold, and an empty selector matches everything
public struct LabelSelector: Structure {
    /// Tests on single labels
    public var matchExpressions: [LabelSelectorRequirement] = []
    /// Labels that must be there with exactly these values
    public var matchLabels: [String: String] = [:]

    public init() {}
}

/// Test on one label
public struct LabelSelectorRequirement: Structure {
    /// Label key to test
    public var key: String = ""
    /// In, NotIn, Exists or DoesNotExist
    public var `operator`: LabelSelectorOperator = LabelSelectorOperator()
    /// Texts to compare with; needed for In and NotIn, none for the others
    public var values: [String] = []

    public init() {}
}

/// One fact about an object as true, false or unknown
public struct Condition: Structure {
    /// When status last changed
    public var lastTransitionTime: Timestamp?
    /// Sentence for people with details; may be empty
    public var message: String = ""
    /// Generation of the object that the condition was judged by
    public var observedGeneration: Int = 0
    /// Short code in CamelCase for the last change; never empty
    public var reason: String = ""
    /// True, False or Unknown
    public var status: ConditionStatus = ConditionStatus()
    /// Which fact is meant, in CamelCase, optionally with a domain before it
    public var type: String = ""

    public init() {}
}

/// Pointer to any object, or to a part of it
public struct ObjectReference: Structure {
    /// Group and version of the object
    public var apiVersion: String = ""
    /// Part of the object meant, such as spec.containers{web}; all of it if empty
    public var fieldPath: String = ""
    /// Kind of the object
    public var kind: String = ""
    /// Object pointed to
    public var name: String = ""
    /// Namespace of the object; empty for kinds without
    public var namespace: String = ""
    /// Stored state of the object that is meant; any if empty
    public var resourceVersion: String = ""
    /// Unique id of the object
    public var uid: String = ""

    public init() {}
}

/// Pointer to an object of a known kind in the same namespace
public struct LocalObjectReference: Structure {
    /// Object pointed to
    public var name: String = ""

    public init() {}
}

/// Pointer to an object of any kind in the same namespace
public struct TypedLocalObjectReference: Structure {
    /// API group of the object; empty for the core group
    public var apiGroup: String?
    /// Kind of the object
    public var kind: String = ""
    /// Object pointed to
    public var name: String = ""

    public init() {}
}

/// Pointer to an object of any kind in any namespace
public struct TypedObjectReference: Structure {
    /// API group of the object; empty for the core group
    public var apiGroup: String?
    /// Kind of the object
    public var kind: String = ""
    /// Object pointed to
    public var name: String = ""
    /// Namespace of the object; its own if unset; another one must grant the reference
    public var namespace: String?

    public init() {}
}

/// Whether a condition holds
public struct ConditionStatus: OpenEnumeration {
    public var rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    public static var `true`: Self { Self(rawValue: "True") }
    public static var `false`: Self { Self(rawValue: "False") }
    public static var unknown: Self { Self(rawValue: "Unknown") }

    public static var known: [Self] {
        [.`true`, .`false`, .unknown]
    }
}

/// How a port is spoken to
public struct TransportProtocol: OpenEnumeration {
    public var rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    public static var sctp: Self { Self(rawValue: "SCTP") }
    public static var tcp: Self { Self(rawValue: "TCP") }
    public static var udp: Self { Self(rawValue: "UDP") }

    public static var known: [Self] {
        [.sctp, .tcp, .udp]
    }
}

/// How a label is compared with the values of a requirement
public struct LabelSelectorOperator: OpenEnumeration {
    public var rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    public static var `in`: Self { Self(rawValue: "In") }
    public static var notIn: Self { Self(rawValue: "NotIn") }
    public static var exists: Self { Self(rawValue: "Exists") }
    public static var doesNotExist: Self { Self(rawValue: "DoesNotExist") }

    public static var known: [Self] {
        [.`in`, .notIn, .exists, .doesNotExist]
    }
}

/// How a manager came to own fields
public struct ManagedFieldsOperation: OpenEnumeration {
    public var rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    public static var apply: Self { Self(rawValue: "Apply") }
    public static var update: Self { Self(rawValue: "Update") }

    public static var known: [Self] {
        [.apply, .update]
    }
}
