// Made by `make generate` from Node.yaml: change that, not this.

/// Machine on which pods run
public struct Node: Resource {
    public static let kind = Kind.node
    /// Name, labels and other bookkeeping; a node is in no namespace
    public var metadata: ObjectMeta {
        @inlinable unsafeAddress { metadataBox.address }
        @inlinable unsafeMutableAddress { metadataBox.mutableAddress() }
    }
    @usableFromInline var metadataBox = Box<ObjectMeta>()
    /// How the node may be used
    public var spec: NodeSpec {
        @inlinable unsafeAddress { specBox.address }
        @inlinable unsafeMutableAddress { specBox.mutableAddress() }
    }
    @usableFromInline var specBox = Box<NodeSpec>()
    /// What the node has and how it is; written by the system
    public var status: NodeStatus {
        @inlinable unsafeAddress { statusBox.address }
        @inlinable unsafeMutableAddress { statusBox.mutableAddress() }
    }
    @usableFromInline var statusBox = Box<NodeStatus>()

    public init() {}
}

/// How a node may be used
public struct NodeSpec: Structure, Blank {
    public static let blank = Box(Self())
    /// Former source of agent settings; no longer used
    @Boxed public var configSource: NodeConfigSource?
    /// Former outside id of the node; no longer used
    public var externalID: String = ""
    /// Address range from which pods on the node get theirs
    public var podCIDR: String = ""
    /// Address ranges for pods, at most one per address family; the first equals podCIDR
    public var podCIDRs: [String] = []
    /// Id of the machine at its cloud provider, as in provider://id
    public var providerID: String = ""
    /// Marks that keep away pods which do not tolerate them
    public var taints: [Taint] = []
    /// Whether new pods are kept off the node, as when it is cordoned; default false
    public var unschedulable: Bool = false

    public init() {}
}

/// Former source of agent settings
public struct NodeConfigSource: Structure {
    /// Config map that holds the settings
    @Boxed public var configMap: ConfigMapNodeConfigSource?

    public init() {}
}

/// Config map with agent settings; no longer used
public struct ConfigMapNodeConfigSource: Structure {
    /// Entry of the config map that holds the settings
    public var kubeletConfigKey: String = ""
    /// Config map by name
    public var name: String = ""
    /// Namespace of the config map
    public var namespace: String = ""
    /// Stored state of the config map that was used; only in status
    public var resourceVersion: String = ""
    /// Unique id of the config map; only in status
    public var uid: String = ""

    public init() {}
}

/// Mark on a node that keeps pods away or drives them off
public struct Taint: Structure {
    /// NoSchedule bars new pods, PreferNoSchedule avoids them, NoExecute also evicts running ones
    public var effect: TaintEffect = TaintEffect()
    /// Tells what the mark is about; a label key
    public var key: String = ""
    /// When the taint was put on
    public var timeAdded: Timestamp?
    /// Text that tolerations compare with; may be empty
    public var value: String = ""

    public init() {}
}

/// What was last seen of a node
public struct NodeStatus: Structure, Blank {
    public static let blank = Box(Self())
    /// Host names and addresses at which the node is reached
    public var addresses: [NodeAddress] = []
    /// What is left for pods, by resource name, after reserves for the system
    public var allocatable: [String: Quantity] = [:]
    /// All the node has, by resource name
    public var capacity: [String: Quantity] = [:]
    /// Facts on its health, such as Ready and MemoryPressure
    public var conditions: [NodeCondition] = []
    /// Former state of agent settings; no longer used
    @Boxed public var config: NodeConfigStatus?
    /// Ports of the agents on the node
    public var daemonEndpoints: NodeDaemonEndpoints = NodeDaemonEndpoints()
    /// Features the node says it supports, sorted by name
    public var declaredFeatures: [String] = []
    /// Features of the container runtime as a whole
    @Boxed public var features: NodeFeatures?
    /// Images stored on the node, perhaps not all
    public var images: [ContainerImage] = []
    /// Versions and ids of the machine and its software
    public var nodeInfo: NodeSystemInfo {
        @inlinable unsafeAddress { nodeInfoBox.address }
        @inlinable unsafeMutableAddress { nodeInfoBox.mutableAddress() }
    }
    @usableFromInline var nodeInfoBox = Box<NodeSystemInfo>()
    /// Former summary of the life of the node; no longer filled in
    public var phase: String = ""
    /// Container runtimes on offer and what each can do
    public var runtimeHandlers: [NodeRuntimeHandler] = []
    /// Volumes attached to the node from outside
    public var volumesAttached: [AttachedVolume] = []
    /// Attached volumes that are mounted and must not be detached
    public var volumesInUse: [String] = []

    public init() {}
}

/// One address of a node
public struct NodeAddress: Structure {
    /// Host name or IP address
    public var address: String = ""
    /// Hostname, InternalIP, ExternalIP, InternalDNS or ExternalDNS
    public var type: String = ""

    public init() {}
}

/// One yes-or-no fact about a node
public struct NodeCondition: Structure {
    /// When the node last reported it
    public var lastHeartbeatTime: Timestamp?
    /// When status last changed
    public var lastTransitionTime: Timestamp?
    /// Sentence for people with details on the last change
    public var message: String = ""
    /// Short code for the last change
    public var reason: String = ""
    /// True, False or Unknown
    public var status: ConditionStatus = ConditionStatus()
    /// Which fact is meant, Ready, MemoryPressure, DiskPressure, PIDPressure or NetworkUnavailable
    public var type: String = ""

    public init() {}
}

/// Former state of agent settings
public struct NodeConfigStatus: Structure {
    /// Settings the agent runs with
    @Boxed public var active: NodeConfigSource?
    /// Settings the agent will try next
    @Boxed public var assigned: NodeConfigSource?
    /// What was wrong with the assigned settings; empty if nothing
    public var error: String = ""
    /// Settings to fall back on when the assigned ones fail
    @Boxed public var lastKnownGood: NodeConfigSource?

    public init() {}
}

/// Ports of the agents on a node
public struct NodeDaemonEndpoints: Structure {
    /// Port of the node agent
    public var kubeletEndpoint: DaemonEndpoint = DaemonEndpoint()

    public init() {}
}

/// Where an agent listens
public struct DaemonEndpoint: Structure {
    /// Port number; spelled with a capital letter
    public var Port: Int = 0

    public init() {}
}

/// Features of the container runtime of a node
public struct NodeFeatures: Structure {
    /// Whether supplementalGroupsPolicy of pods is honoured
    public var supplementalGroupsPolicy: Bool?

    public init() {}
}

/// Image stored on a node
public struct ContainerImage: Structure {
    /// References by which the image is known there, with tag or digest
    public var names: [String] = []
    /// Size of the image in bytes
    public var sizeBytes: Int = 0

    public init() {}
}

/// Versions and ids of a node
public struct NodeSystemInfo: Structure, Blank {
    public static let blank = Box(Self())
    /// Processor architecture, such as amd64 or arm64
    public var architecture: String = ""
    /// Differs from boot to boot
    public var bootID: String = ""
    /// Container runtime and its version, as in containerd://2.0.0
    public var containerRuntimeVersion: String = ""
    /// Release of the kernel, as given by uname -r
    public var kernelVersion: String = ""
    /// Former version of the service proxy; no longer reliable
    public var kubeProxyVersion: String = ""
    /// Version of the node agent
    public var kubeletVersion: String = ""
    /// Id of the installed system, as in /etc/machine-id
    public var machineID: String = ""
    /// Either linux or windows
    public var operatingSystem: String = ""
    /// Distribution and release for people, as in /etc/os-release
    public var osImage: String = ""
    /// Swap space of the node
    @Boxed public var swap: NodeSwapStatus?
    /// Id of the machine as given by its firmware
    public var systemUUID: String = ""

    public init() {}
}

/// Swap space of a node
public struct NodeSwapStatus: Structure {
    /// Size of all swap in bytes
    public var capacity: Int?

    public init() {}
}

/// One way of running containers on a node
public struct NodeRuntimeHandler: Structure {
    /// What this handler can do
    @Boxed public var features: NodeRuntimeHandlerFeatures?
    /// Handler as runtime classes refer to it; empty for the default one
    public var name: String = ""

    public init() {}
}

/// What a runtime handler can do
public struct NodeRuntimeHandlerFeatures: Structure {
    /// Whether mounts can be made read-only with all below them
    public var recursiveReadOnlyMounts: Bool?
    /// Whether pods can have user ids of their own
    public var userNamespaces: Bool?

    public init() {}
}

/// Volume attached to a node
public struct AttachedVolume: Structure {
    /// Path of the device on the node
    public var devicePath: String = ""
    /// Volume by its unique name
    public var name: String = ""

    public init() {}
}
