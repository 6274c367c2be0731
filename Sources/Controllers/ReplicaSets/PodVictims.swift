internal import Model

/// Which pods of a ReplicaSet go when it shrinks: those whose loss hurts least, in Kubernetes' order.
enum PodVictims {
    /// The first `count` pods in that order.
    static func choose(_ count: Int, of pods: [Pod]) -> [Pod] {
        guard count > 0 else { return [] }
        let perNode = Dictionary(grouping: pods) { $0.spec.nodeName }.mapValues(\.count)
        let ranked = pods.map { Candidate($0, neighbours: perNode[$0.spec.nodeName] ?? 0) }
        return ranked.sorted { $0.goes(before: $1) }.prefix(count).map(\.pod)
    }

    private struct Candidate {
        var pod: Pod
        var neighbours: Int

        init(_ pod: Pod, neighbours: Int) {
            self.pod = pod
            self.neighbours = neighbours
        }

        /// Compares by what comes first in the order: bound to no node, not running, not ready, cheap to lose, many
        /// beside it on its node, ready for a short time, often restarted, young.
        func goes(before other: Candidate) -> Bool {
            let mine = ranks
            let theirs = other.ranks
            for (left, right) in zip(mine, theirs) where left != right { return left < right }
            return (pod.metadata.name) < (other.pod.metadata.name)
        }

        private var ranks: [Int64] {
            [
                pod.spec.nodeName.isEmpty ? 0 : 1,
                phaseRank,
                pod.isReady ? 1 : 0,
                deletionCost,
                -Int64(neighbours),
                -(pod.readySince?.nanoseconds ?? 0),
                -Int64(pod.status.containerStatuses.map(\.restartCount).max() ?? 0),
                -(pod.metadata.creationTimestamp?.nanoseconds ?? 0),
            ]
        }

        private var phaseRank: Int64 {
            switch pod.status.phase {
            case .pending: 0
            case .unknown: 1
            default: 2
            }
        }

        private var deletionCost: Int64 {
            pod.metadata.annotations["controller.kubernetes.io/pod-deletion-cost"].flatMap { Int64($0) } ?? 0
        }
    }
}
