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
    /// Everything is to end, for `steady down`: as if each pod were deleted, with so much time in place of what each
    /// asks for; nil leaves that. No view is heard any more.
    case goDown(gracePeriod: Duration?)
    /// Time has passed. Says nothing by itself: what is due is seen by the clock.
    case timer
}
