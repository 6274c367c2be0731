internal import Cluster
internal import Model

/// Why nodes can't take a pod; each reason in kube-scheduler's words, which people search for.
struct Filter {
    let pod: Pod
    let requests: PodRequests
    /// The app that the pod is an instance of, with the ports that it asks for.
    private let app: MarathonPod?
    /// Why the pod's app keeps it from a node.
    private let constrained: (Node) -> String?

    init(_ pod: Pod, constrained: @escaping (Node) -> String?) {
        self.pod = pod
        self.constrained = constrained
        requests = PodRequests(pod.spec)
        app = MarathonPod(pod)
    }

    /// Every reason against the node; empty when the pod may go there.
    ///
    /// What the pod says of nodes comes first: a node that it does not want is not also counted as full.
    func refusals(of candidate: Candidate) -> [String] {
        if let reason = unwanted(candidate.node) ?? constrained(candidate.node) { return [reason] }
        return shortages(of: candidate)
    }

    private func unwanted(_ node: Node) -> String? {
        if node.spec.unschedulable, !toleratesUnschedulable { return "node(s) were unschedulable" }
        for (name, value) in pod.spec.nodeSelector where node.metadata.labels[name] != value {
            return "node(s) didn't match Pod's node affinity/selector"
        }
        for taint in node.spec.taints where taint.keepsOut && !pod.spec.tolerates(taint) {
            let value = taint.value.isEmpty ? "" : ": \(taint.value)"
            return "node(s) had untolerated taint {\(taint.key)\(value)}"
        }
        return nil
    }

    private var toleratesUnschedulable: Bool {
        var taint = Taint()
        taint.key = "node.kubernetes.io/unschedulable"
        taint.effect = .noSchedule
        return pod.spec.tolerates(taint)
    }

    /// What the node has too little of. Ports that are to be chosen count too: a node without any left can't take it.
    func shortages(of candidate: Candidate) -> [String] {
        let (room, usage) = (candidate.room, candidate.usage)
        var reasons: [String] = []
        if usage.pods + 1 > room.pods { reasons.append("Too many pods") }
        let isTaken = requests.hostPorts.contains { usage.hostPorts[$0] != nil }
        if isTaken || !HostPorts.suffice(for: app, on: usage) {
            reasons.append("node(s) didn't have free ports for the requested pod ports")
        }
        if Self.lacks(requests.milliCPU, usage.milliCPU, room.milliCPU) { reasons.append("Insufficient cpu") }
        if Self.lacks(requests.memoryBytes, usage.memoryBytes, room.memoryBytes) {
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
