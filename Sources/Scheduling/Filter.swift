internal import Cluster
internal import Model

/// Why a node can't take a pod; each reason in kube-scheduler's words, which people search for.
enum Filter {
    /// Every reason against the node; empty when the pod may go there.
    ///
    /// What the pod says of nodes comes first: a node that it does not want is not also counted as full.
    ///
    /// - Parameter constrained: why the pod's app keeps it from a node.
    static func refusals(
        of candidate: Candidate,
        for pod: Pod,
        _ requests: PodRequests,
        constrained: (Node) -> String?
    ) -> [String] {
        if let reason = unwanted(candidate, pod) ?? constrained(candidate.node) { return [reason] }
        return shortages(candidate, pod, requests)
    }

    private static func unwanted(_ candidate: Candidate, _ pod: Pod) -> String? {
        if candidate.node.spec.unschedulable, !toleratesUnschedulable(pod) { return "node(s) were unschedulable" }
        for (name, value) in pod.spec.nodeSelector where candidate.node.metadata.labels[name] != value {
            return "node(s) didn't match Pod's node affinity/selector"
        }
        for taint in candidate.node.spec.taints where taint.keepsOut && !pod.spec.tolerates(taint) {
            let value = taint.value.isEmpty ? "" : ": \(taint.value)"
            return "node(s) had untolerated taint {\(taint.key)\(value)}"
        }
        return nil
    }

    private static func toleratesUnschedulable(_ pod: Pod) -> Bool {
        var taint = Taint()
        taint.key = "node.kubernetes.io/unschedulable"
        taint.effect = .noSchedule
        return pod.spec.tolerates(taint)
    }

    /// What the node has too little of. Ports that are to be chosen count too: a node without any left can't take it.
    static func shortages(_ candidate: Candidate, _ pod: Pod, _ requests: PodRequests) -> [String] {
        var reasons: [String] = []
        if candidate.usage.pods + 1 > candidate.allocatable("pods", { $0.units }) { reasons.append("Too many pods") }
        let isTaken = requests.hostPorts.contains { candidate.usage.hostPorts[$0] != nil }
        if isTaken || !HostPorts.suffice(for: pod, on: candidate.usage) {
            reasons.append("node(s) didn't have free ports for the requested pod ports")
        }
        if lacks(requests.milliCPU, candidate.usage.milliCPU, candidate.allocatable("cpu") { $0.milli }) {
            reasons.append("Insufficient cpu")
        }
        if lacks(requests.memoryBytes, candidate.usage.memoryBytes, candidate.allocatable("memory") { $0.units }) {
            reasons.append("Insufficient memory")
        }
        return reasons
    }

    /// A pod that asks for nothing of a resource fits however full the node is.
    private static func lacks(_ wanted: Int, _ used: Int, _ allocatable: Int) -> Bool {
        wanted > 0 && Int128(used) + Int128(wanted) > Int128(allocatable)
    }
}

extension Taint {
    /// Whether it keeps new pods away, rather than only making the node less wanted.
    fileprivate var keepsOut: Bool { effect == .noSchedule || effect == .noExecute }
}

extension PodSpec {
    func tolerates(_ taint: Taint) -> Bool { tolerations.contains { $0.matches(taint) } }
}

extension Toleration {
    /// Empty keys and effects match all; `Exists` asks for no value. Rule: Kubernetes' tolerations.
    fileprivate func matches(_ taint: Taint) -> Bool {
        if !effect.rawValue.isEmpty, effect != taint.effect { return false }
        if key.isEmpty { return self.operator == .exists }
        guard key == taint.key else { return false }
        return self.operator == .exists || value == taint.value
    }
}
