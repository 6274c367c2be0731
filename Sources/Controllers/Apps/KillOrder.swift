internal import Cluster
internal import Model
internal import Scheduling

/// Which instances of an app go first: those that are not ready, whatever else there is to say of them, since others
/// count on the rest; then those that keep its groups even, then by age as the app says.
struct KillOrder {
    private let oldestFirst: Bool
    private let groups: [Constraint]
    private let state: ClusterState

    init(of app: App, in state: ClusterState) {
        oldestFirst = app.spec.killSelection == .oldestFirst
        groups = app.spec.constraints.filter { $0.operator == .groupBy }
        self.state = state
    }

    func first(_ count: Int, of pods: [Pod]) -> [Pod] {
        guard count > 0 else { return [] }
        let ordered = pods.sorted(by: goesFirst)
        return groups.isEmpty ? Array(ordered.prefix(count)) : even(count, of: ordered)
    }

    /// One after the other, each of a group than which none is larger, and none that is ready before one that isn't.
    private func even(_ count: Int, of ordered: [Pod]) -> [Pod] {
        var left = ordered
        var gone: [Pod] = []
        while gone.count < count, !left.isEmpty {
            let names = left.map(group)
            let sizes = names.reduce(into: [[String]: Int]()) { $0[$1, default: 0] += 1 }
            let candidates = left.indices.prefix { left[$0].isReady == left[0].isReady }
            let largest = candidates.compactMap { sizes[names[$0]] }.max()
            guard let index = candidates.first(where: { sizes[names[$0]] == largest }) else { break }
            gone.append(left.remove(at: index))
        }
        return gone
    }

    /// Where the pod is, by each field that is grouped by.
    private func group(of pod: Pod) -> [String] {
        let node = state.node(of: pod)
        return groups.map { constraint in node.flatMap(constraint.value) ?? "" }
    }

    private func goesFirst(_ left: Pod, _ right: Pod) -> Bool {
        if left.isReady != right.isReady { return right.isReady }
        let running = (left.status.phase == .running, right.status.phase == .running)
        if running.0 != running.1 { return running.1 }
        let ages = (left.metadata.creationTimestamp, right.metadata.creationTimestamp)
        if let first = ages.0, let second = ages.1, first != second {
            return oldestFirst ? first < second : first > second
        }
        return left.metadata.name < right.metadata.name
    }
}

extension ClusterState {
    /// Where a pod is bound; nil for one that waits, or whose node is gone.
    func node(of pod: Pod) -> Node? {
        guard !pod.spec.nodeName.isEmpty else { return nil }
        return object(ObjectKey(.node, namespace: "", name: pod.spec.nodeName)).flatMap { Node($0.object) }
    }
}
