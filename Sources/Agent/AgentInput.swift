public import Containers
public import Model

/// What a node's agent is told.
public enum AgentInput: Sendable {
    /// What the control plane wants here, and what the pods may refer to.
    case view(NodeView)
    /// What the containerizer saw.
    case observation(ContainerObservation)
    case probe(ProbeResult)
    case volumes(VolumeResult)
    /// Time has passed. Says nothing by itself: what is due is seen by the clock.
    case timer
}
