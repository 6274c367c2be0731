internal import Model

/// Which pods of a ReplicaSet go when it shrinks: those whose loss hurts least, in Kubernetes' order.
enum PodVictims {
    /// The first `count` pods in that order.
    static func choose(_ count: Int, of pods: [Pod]) -> [Pod] {
        guard count > 0 else { return [] }
        let perNode = pods.reduce(into: [String: Int]()) { $0[$1.spec.nodeName, default: 0] += 1 }
        let candidates = pods.map { Candidate($0, neighbours: perNode[$0.spec.nodeName] ?? 0) }
        return candidates.sorted { $0.goes(before: $1) }.prefix(count).map(\.pod)
    }

    private struct Candidate {
        var pod: Pod
        /// What comes first in the order: bound to no node, not running, not ready, cheap to lose, many beside it on
        /// its node, ready for a short time, often restarted, young.
        private var ranks: [Int64]

        init(_ pod: Pod, neighbours: Int) {
            self.pod = pod
            ranks = [
                pod.spec.nodeName.isEmpty ? 0 : 1,
                Self.rank(of: pod.status.phase),
                pod.isReady ? 1 : 0,
                Self.deletionCost(of: pod),
                -Int64(neighbours),
                -(pod.readySince?.nanoseconds ?? 0),
                -Int64(pod.status.containerStatuses.map(\.restartCount).max() ?? 0),
                -(pod.metadata.creationTimestamp?.nanoseconds ?? 0),
            ]
        }

        func goes(before other: Candidate) -> Bool {
            if ranks != other.ranks { return ranks.lexicographicallyPrecedes(other.ranks) }
            return pod.metadata.name < other.pod.metadata.name
        }

        private static func rank(of phase: PodPhase) -> Int64 {
            switch phase {
            case .pending: 0
            case .unknown: 1
            default: 2
            }
        }

        private static func deletionCost(of pod: Pod) -> Int64 {
            pod.metadata.annotations["controller.kubernetes.io/pod-deletion-cost"].flatMap { Int64($0) } ?? 0
        }
    }
}
