internal import Cluster
public import Model

/// Where a pod goes, or why it goes nowhere.
public enum Placement: Sendable, Hashable {
    case node(String)
    /// For people, in kube-scheduler's words: `0/3 nodes are available: 2 Insufficient cpu, 1 ...`.
    case nowhere(message: String)

    /// Filters the nodes by what the pod needs and takes the one that is left with the most room.
    ///
    /// Of equally good nodes the first by name is taken, so that the same state gives the same answer.
    ///
    /// - Parameters:
    ///   - candidates: in any order.
    ///   - constraints: those of the app that the pod is an instance of.
    public static func of(
        _ pod: Pod,
        among candidates: [Candidate],
        within constraints: AppConstraints? = nil
    ) -> Placement {
        let nodes = constraints == nil ? [] : candidates.map(\.node)
        let filter = Filter(pod) { constraints?.refusal(of: $0, among: nodes) }
        var refusals: [String: Int] = [:]
        var best: (name: String, score: Int)?
        for candidate in candidates {
            let reasons = filter.refusals(of: candidate)
            for reason in reasons { refusals[reason, default: 0] += 1 }
            guard reasons.isEmpty else { continue }
            let score = Score.of(candidate, with: filter.requests)
            if let best, best.score > score || (best.score == score && best.name < candidate.name) { continue }
            best = (candidate.name, score)
        }
        if let best { return .node(best.name) }
        return .nowhere(message: message(refusals, of: candidates.count))
    }

    private static func message(_ refusals: [String: Int], of count: Int) -> String {
        guard count > 0 else { return "0/0 nodes are available: no nodes registered." }
        let reasons = refusals.map { "\($0.value) \($0.key)" }.sorted().joined(separator: ", ")
        return "0/\(count) nodes are available: \(reasons)."
    }
}

/// How good a node is for a pod: the share of it that stays free, over cpu and memory.
///
/// Kubernetes' LeastAllocated, with its scale of 0 to 100.
enum Score {
    static func of(_ candidate: Candidate, with requests: PodRequests) -> Int {
        let usage = candidate.usage
        let cpu = free(candidate.room.milliCPU, usage.milliCPU.addingSaturated(requests.milliCPU))
        let memory = free(candidate.room.memoryBytes, usage.memoryBytes.addingSaturated(requests.memoryBytes))
        return (cpu + memory) / 2
    }

    private static func free(_ allocatable: Int, _ used: Int) -> Int {
        guard allocatable > 0, used <= allocatable else { return 0 }
        return Int(Double(allocatable - used) * 100 / Double(allocatable))
    }
}
