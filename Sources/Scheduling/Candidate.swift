public import Cluster
public import Model

/// A node as a pod may be placed on it: what it is, and what is taken of it.
public struct Candidate: Sendable {
    public let room: NodeRoom
    public let usage: NodeUsage

    public init(_ room: NodeRoom, usage: NodeUsage) {
        self.room = room
        self.usage = usage
    }

    public init(_ node: Node, usage: NodeUsage) { self.init(NodeRoom(node), usage: usage) }

    /// What the node has too little of for the pod, in kube-scheduler's words.
    public func shortages(for pod: Pod) -> [String] { Filter(pod, constrained: { _ in nil }).shortages(of: self) }

    var node: Node { room.node }
    var name: String { room.node.metadata.name }
}
