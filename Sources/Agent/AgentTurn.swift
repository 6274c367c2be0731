public import Containers
public import Model
public import Networking

/// What a node's agent wants done.
public enum AgentCommand: Sendable, Hashable {
    case container(ContainerCommand)
    /// Answered by `VolumeResult`.
    case writeVolumes(VolumePlan)
    /// Answered by `ProbeResult`.
    case probe(ProbeRequest)
    /// The services, pods and apps that the node's router and DNS server shall know from now on.
    case services(ServiceTable)
}

/// What came of one step of a node's agent.
public struct AgentTurn: Sendable {
    /// In the order in which they are to be submitted.
    public var commands: [AgentCommand] = []
    /// For the control plane; nil where there is no news.
    public var report: NodeReport?
    /// When the agent wants to be stepped again at the latest, by a `.timer` where nothing else comes.
    public var wakeAt: Timestamp?
    /// Whether it was told to go down and is done with it, or has waited long enough for what doesn't end.
    public var isDown = false
}
