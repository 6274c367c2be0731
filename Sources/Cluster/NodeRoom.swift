public import Model

/// A node and what it has for pods, read from its quantities once: whoever places a pod looks at every node.
public final class NodeRoom: Sendable {
    public let node: Node
    public let milliCPU: Int
    public let memoryBytes: Int
    public let pods: Int

    public init(_ node: Node) {
        self.node = node
        let allocatable = node.status.allocatable
        milliCPU = allocatable["cpu"]?.milli ?? 0
        memoryBytes = allocatable["memory"]?.units ?? 0
        pods = allocatable["pods"]?.units ?? 0
    }
}
