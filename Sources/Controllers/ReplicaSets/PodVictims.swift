internal import Model

/// Which pods of a ReplicaSet go when it shrinks: those whose loss hurts least, in Kubernetes' order but for one thing.
///
/// A pod that is ready and doesn't count as available yet goes before any that does. A Deployment reckons that it does,
/// and by Kubernetes' order, which asks about nodes first, an available one may go in its place, below the bound.
struct PodVictims {
    /// Living pods by node, of this ReplicaSet and of all that have the same owner.
    private let neighbours: [String: Int]
    private let minReady: Duration
    private let now: Timestamp

    /// - Parameters:
    ///   - related: the pods of every ReplicaSet of the owner, this one's included.
    ///   - minReady: how long a pod must have been ready to be available.
    init(related: [Pod], minReady: Duration, now: Timestamp) {
        self.minReady = minReady
        neighbours = related.reduce(into: [:]) { $0[$1.spec.nodeName, default: 0] += 1 }
        self.now = now
    }

    /// The first `count` of the pods in that order, whatever order they come in.
    func choose(_ count: Int, of pods: [Pod]) -> [Pod] {
        guard count > 0 else { return [] }
        let ranked = pods.map { ranks(of: $0) }
        func goesBefore(_ left: Int, _ right: Int) -> Bool {
            if ranked[left] == ranked[right] { return pods[left].metadata.uid < pods[right].metadata.uid }
            let differs = ranked[left] .!= ranked[right]
            let place = (0..<ranked[left].scalarCount).first { differs[$0] } ?? 0
            return ranked[left][place] < ranked[right][place]
        }
        // Mostly one goes at a time, and the others need no order.
        if count == 1 { return pods.indices.min(by: goesBefore).map { [pods[$0]] } ?? [] }
        return pods.indices.sorted(by: goesBefore).prefix(count).map { pods[$0] }
    }

    /// What is compared, one after the other; the lower goes first: bound to no node, not running, not ready, not
    /// available, cheap to lose, many beside it on its node, ready for a short time, often restarted, young.
    private func ranks(of pod: Pod) -> SIMD8<Int64> {
        SIMD8(
            pod.spec.nodeName.isEmpty ? 0 : 1,
            phaseRank(of: pod),
            readiness(of: pod),
            deletionCost(of: pod),
            -Int64(neighbours[pod.spec.nodeName] ?? 0),
            magnitude(since: pod.readySince),
            -Int64(pod.status.containerStatuses.reduce(0) { max($0, $1.restartCount) }),
            magnitude(since: pod.metadata.creationTimestamp)
        )
    }

    private func readiness(of pod: Pod) -> Int64 {
        guard pod.isReady else { return 0 }
        return pod.isAvailable(after: minReady, at: now) ? 2 : 1
    }

    /// How long ago, in powers of two: 5 and 7 minutes are the same, 5 and 20 are not. So chance decides between pods
    /// that came about together, and shrinking does not empty the zone that happened to come up last.
    private func magnitude(since time: Timestamp?) -> Int64 {
        guard let time else { return -1 }
        let nanoseconds = (now - time) / .nanoseconds(1)
        return nanoseconds >= 1 ? Int64(UInt64.bitWidth - UInt64(nanoseconds).leadingZeroBitCount) : -1
    }

    private func phaseRank(of pod: Pod) -> Int64 {
        switch pod.status.phase {
        case .pending: 0
        case .unknown: 1
        default: 2
        }
    }

    private func deletionCost(of pod: Pod) -> Int64 {
        pod.metadata.annotations["controller.kubernetes.io/pod-deletion-cost"].flatMap { Int64($0) } ?? 0
    }
}
