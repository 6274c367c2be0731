internal import Cluster
internal import Controllers
internal import Model

/// What pods ask of the nodes, and the most that they ever asked.
struct ClusterLoad: Sendable {
    private var nodes: [String: RehearsalResult.Load] = [:]
    private(set) var peaks: [String: RehearsalResult.Load] = [:]
    private(set) var peak = RehearsalResult.Load()

    init(_ state: ClusterState) {
        for stored in state.objects(of: .node) { look(at: stored.key.name, state) }
        peak = total
    }

    mutating func note(_ turn: Turn, _ state: ClusterState) {
        var touched: Set<String> = []
        for change in turn.changes {
            switch change.body {
            case .put(let stored, let previous):
                touched.formUnion([stored.object, previous?.object].compactMap { Self.node(of: $0) })
            case .delete(let last): touched.formUnion([Self.node(of: last.object)].compactMap(\.self))
            case .state, .unstate: break
            }
        }
        for node in touched.sorted() { look(at: node, state) }
        if !touched.isEmpty { peak = peak.most(of: total) }
    }

    private static func node(of object: Object?) -> String? {
        guard case .pod(let pod)? = object, !pod.spec.nodeName.isEmpty else { return nil }
        return pod.spec.nodeName
    }

    private mutating func look(at node: String, _ state: ClusterState) {
        let usage = state.usage(ofNode: node)
        let load = RehearsalResult.Load(
            milliCPU: usage.milliCPU,
            memoryBytes: usage.memoryBytes,
            pods: usage.pods
        )
        nodes[node] = load
        peaks[node] = peaks[node, default: RehearsalResult.Load()].most(of: load)
    }

    private var total: RehearsalResult.Load { nodes.values.reduce(RehearsalResult.Load()) { $0 + $1 } }
}

extension RehearsalResult.Load {
    fileprivate static func + (left: Self, right: Self) -> Self {
        Self(
            milliCPU: left.milliCPU.addingSaturated(right.milliCPU),
            memoryBytes: left.memoryBytes.addingSaturated(right.memoryBytes),
            pods: left.pods + right.pods
        )
    }

    fileprivate func most(of other: Self) -> Self {
        Self(
            milliCPU: max(milliCPU, other.milliCPU),
            memoryBytes: max(memoryBytes, other.memoryBytes),
            pods: max(pods, other.pods)
        )
    }
}
