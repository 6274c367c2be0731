internal import Model

/// How each instance of an App stands in a deployment, a line for each.
///
/// Nothing in them moves by itself with time: they are told again only when there is something new to tell.
struct AppInstanceLines {
    private let pods: [Pod]
    private let configuration: String

    /// - Parameters:
    ///   - pods: of the App.
    ///   - configuration: what the pods of its present definition bear as `MarathonPod.versionLabel`.
    init(_ pods: [Pod], configuration: String) {
        self.pods = pods.sorted { $0.metadata.name < $1.metadata.name }
        self.configuration = configuration
    }

    var lines: [String] {
        pods.filter { ![.succeeded, .failed].contains($0.status.phase) }.map { pod in
            let place = pod.spec.nodeName.isEmpty ? "" : " on \(pod.spec.nodeName)"
            return "\(pod.metadata.name)\(place): \(words(pod))"
        }
    }

    private func words(_ pod: Pod) -> String {
        if pod.metadata.deletionTimestamp != nil { return "on its way out" }
        guard pod.metadata.labels[MarathonPod.versionLabel] == configuration else {
            return pod.status.isTrue("Ready") ? "of an earlier definition, healthy" : "of an earlier definition"
        }
        if pod.spec.nodeName.isEmpty { return waitingForNode(pod) }
        guard pod.status.phase == .running, pod.status.isTrue("Ready") else { return notHealthy(pod) }
        return readiness(pod) ?? "ready"
    }

    private func waitingForNode(_ pod: Pod) -> String {
        let reason = pod.status.conditions.first { $0.type == "PodScheduled" }?.message ?? ""
        return reason.isEmpty ? "waits for a node" : "waits for a node: \(reason)"
    }

    private func notHealthy(_ pod: Pod) -> String {
        let health = pod.status.conditions.first { $0.type == MarathonPod.healthCondition }
        if pod.status.phase == .running, let health, health.status != .true, !health.message.isEmpty {
            return "runs, not healthy: \(health.message)"
        }
        return PodSummary(pod).status
    }

    /// Nil where it has passed its readiness check, or has none.
    private func readiness(_ pod: Pod) -> String? {
        guard let check = MarathonPod(pod)?.readinessCheck else { return nil }
        let condition = pod.status.conditions.first { $0.type == MarathonPod.readinessCondition }
        if condition?.status == .true { return nil }
        let answer = (condition?.message ?? "").split(separator: "\n").joined(separator: " ")
        return "healthy, not ready: \(check.name) \(answer.isEmpty ? "has no answer yet" : answer)"
    }
}
