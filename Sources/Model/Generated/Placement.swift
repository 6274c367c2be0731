// Made by `make generate` from Placement.yaml: change that, not this.

/// Rules on which nodes and which company a pod wants
public struct Affinity: Structure {
    /// Rules on labels and fields of nodes
    @Boxed public var nodeAffinity: NodeAffinity?
    /// Rules on pods it wants to be near
    @Boxed public var podAffinity: PodAffinity?
    /// Rules on pods it wants to be apart from
    @Boxed public var podAntiAffinity: PodAntiAffinity?

    public init() {}
}

/// Which nodes a pod must or would like to run on
public struct NodeAffinity: Structure {
    /// Wishes that add their weight to the score of nodes that meet them
    public var preferredDuringSchedulingIgnoredDuringExecution: [PreferredSchedulingTerm] = []
    /// Test a node must pass when the pod is placed; not checked afterwards
    @Boxed public var requiredDuringSchedulingIgnoredDuringExecution: NodeSelector?

    public init() {}
}

/// Wish about nodes with its weight
public struct PreferredSchedulingTerm: Structure {
    /// Test on the node; an empty one matches none
    public var preference: NodeSelectorTerm = NodeSelectorTerm()
    /// Points a matching node gains, 1 to 100
    public var weight: Int = 0

    public init() {}
}

/// Test on one node; all parts must hold, and an empty term matches none
public struct NodeSelectorTerm: Structure {
    /// Tests on the labels of the node
    public var matchExpressions: [NodeSelectorRequirement] = []
    /// Tests on fields of the node; only metadata.name
    public var matchFields: [NodeSelectorRequirement] = []

    public init() {}
}

/// Test on one label or field of a node
public struct NodeSelectorRequirement: Structure {
    /// Label key or field path to test
    public var key: String = ""
    /// In, NotIn, Exists, DoesNotExist, Gt or Lt
    public var `operator`: NodeSelectorOperator = NodeSelectorOperator()
    /// Texts to compare with; none for Exists and DoesNotExist, one whole number for Gt and Lt
    public var values: [String] = []

    public init() {}
}

/// Alternatives on nodes, of which one must hold
public struct NodeSelector: Structure {
    /// The alternatives; at least one
    public var nodeSelectorTerms: [NodeSelectorTerm] = []

    public init() {}
}

/// Draws a pod to places where certain other pods run
public struct PodAffinity: Structure {
    /// Wishes that add to the score of a node if met
    public var preferredDuringSchedulingIgnoredDuringExecution: [WeightedPodAffinityTerm] = []
    /// Terms that must all hold when the pod is placed; not checked afterwards
    public var requiredDuringSchedulingIgnoredDuringExecution: [PodAffinityTerm] = []

    public init() {}
}

/// Wish about nearby pods with its weight
public struct WeightedPodAffinityTerm: Structure {
    /// The pods and the kind of place meant
    public var podAffinityTerm: PodAffinityTerm = PodAffinityTerm()
    /// Points a node gains, or loses for anti-affinity, 1 to 100
    public var weight: Int = 0

    public init() {}
}

/// Set of pods and the kind of place in which being near them counts
public struct PodAffinityTerm: Structure {
    /// Picks the other pods by label; unset picks none
    @Boxed public var labelSelector: LabelSelector?
    /// Label keys for which the other pods must have the same value as this pod
    public var matchLabelKeys: [String] = []
    /// Label keys for which the other pods must have another value than this pod
    public var mismatchLabelKeys: [String] = []
    /// Picks namespaces by label, in addition to namespaces; an empty selector means all
    @Boxed public var namespaceSelector: LabelSelector?
    /// Namespaces in which to look for pods; if neither this nor namespaceSelector is set, its own
    public var namespaces: [String] = []
    /// Node label whose equal values make one place, such as kubernetes.io/hostname
    public var topologyKey: String = ""

    public init() {}
}

/// Keeps a pod away from places where certain other pods run
public struct PodAntiAffinity: Structure {
    /// Wishes to stay apart; a node that breaks one scores lower
    public var preferredDuringSchedulingIgnoredDuringExecution: [WeightedPodAffinityTerm] = []
    /// Pods never to be placed beside; not checked after placing
    public var requiredDuringSchedulingIgnoredDuringExecution: [PodAffinityTerm] = []

    public init() {}
}

/// Permission for a pod to be on nodes with certain taints
public struct Toleration: Structure {
    /// Effect it covers, NoSchedule, PreferNoSchedule or NoExecute; all if empty
    public var effect: TaintEffect = TaintEffect()
    /// Taint key it covers; empty with Exists covers every key
    public var key: String = ""
    /// Equal (default) compares the value, Exists takes any; Lt and Gt compare numbers
    public var `operator`: TolerationOperator = TolerationOperator()
    /// Seconds it may stay after a NoExecute taint appears; forever if unset, 0 leaves at once
    public var tolerationSeconds: Int?
    /// Text the taint value is compared with; empty for Exists
    public var value: String = ""

    public init() {}
}

/// Rule for spreading pods evenly over domains such as zones
public struct TopologySpreadConstraint: Structure {
    /// Picks the pods to count, in the same namespace
    @Boxed public var labelSelector: LabelSelector?
    /// Label keys for which counted pods must have the same value as this pod
    public var matchLabelKeys: [String] = []
    /// Largest allowed lead of a domain over the emptiest one, in pods; at least 1
    public var maxSkew: Int = 0
    /// Domains to expect, default 1; with fewer, the emptiest counts as 0; only with DoNotSchedule
    public var minDomains: Int?
    /// Whether only nodes the pod may choose count, Honor (default) or Ignore for all
    public var nodeAffinityPolicy: NodeInclusionPolicy?
    /// Whether nodes with untolerated taints are left out, Honor, or Ignore (default) to count all
    public var nodeTaintsPolicy: NodeInclusionPolicy?
    /// Node label whose equal values make one domain; nodes without it take no part
    public var topologyKey: String = ""
    /// DoNotSchedule leaves the pod waiting, ScheduleAnyway only prefers balance
    public var whenUnsatisfiable: UnsatisfiableConstraintAction = UnsatisfiableConstraintAction()

    public init() {}
}

/// What a taint does to pods that do not tolerate it
public struct TaintEffect: OpenEnumeration {
    public var rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    public static var noSchedule: Self { Self(rawValue: "NoSchedule") }
    public static var preferNoSchedule: Self { Self(rawValue: "PreferNoSchedule") }
    public static var noExecute: Self { Self(rawValue: "NoExecute") }

    public static var known: [Self] {
        [.noSchedule, .preferNoSchedule, .noExecute]
    }
}

/// How a toleration compares a taint with its value
public struct TolerationOperator: OpenEnumeration {
    public var rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    public static var exists: Self { Self(rawValue: "Exists") }
    public static var equal: Self { Self(rawValue: "Equal") }
    public static var lt: Self { Self(rawValue: "Lt") }
    public static var gt: Self { Self(rawValue: "Gt") }

    public static var known: [Self] {
        [.exists, .equal, .lt, .gt]
    }
}

/// How the label of a node is compared with the values of a requirement
public struct NodeSelectorOperator: OpenEnumeration {
    public var rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    public static var `in`: Self { Self(rawValue: "In") }
    public static var notIn: Self { Self(rawValue: "NotIn") }
    public static var exists: Self { Self(rawValue: "Exists") }
    public static var doesNotExist: Self { Self(rawValue: "DoesNotExist") }
    public static var gt: Self { Self(rawValue: "Gt") }
    public static var lt: Self { Self(rawValue: "Lt") }

    public static var known: [Self] {
        [.`in`, .notIn, .exists, .doesNotExist, .gt, .lt]
    }
}

/// What becomes of a pod that would break the spread
public struct UnsatisfiableConstraintAction: OpenEnumeration {
    public var rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    public static var doNotSchedule: Self { Self(rawValue: "DoNotSchedule") }
    public static var scheduleAnyway: Self { Self(rawValue: "ScheduleAnyway") }

    public static var known: [Self] {
        [.doNotSchedule, .scheduleAnyway]
    }
}

/// Whether nodes that a pod can not use count for the spread
public struct NodeInclusionPolicy: OpenEnumeration {
    public var rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    public static var honor: Self { Self(rawValue: "Honor") }
    public static var ignore: Self { Self(rawValue: "Ignore") }

    public static var known: [Self] {
        [.honor, .ignore]
    }
}
