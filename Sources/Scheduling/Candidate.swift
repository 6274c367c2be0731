public import Cluster
public import Model

/// A node as a pod may be placed on it: what it is, and what is taken of it.
public struct Candidate: Sendable {
    public var node: Node
    public var usage: NodeUsage

    public init(_ node: Node, usage: NodeUsage) {
        self.node = node
        self.usage = usage
    }

    /// What the node has too little of for the pod, in kube-scheduler's words.
    public func shortages(for pod: Pod) -> [String] { Filter.shortages(self, pod, PodRequests(pod.spec)) }

    var name: String { node.metadata.name }

    /// Units of a resource that pods may use, in the unit that `value` reads.
    func allocatable(_ resource: String, _ value: (Quantity) -> Int) -> Int {
        node.status.allocatable[resource].map(value) ?? 0
    }
}
