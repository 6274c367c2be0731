internal import Model

enum PodTable {
    static let columns: [Column] = [
        .name,
        .text("Ready", "How many of the pod's containers are ready."),
        .text("Status", "What the pod does: its phase, or what keeps it from running."),
        .text("Restarts", "How often its containers were started again, and when last."),
        .age,
        .text("IP", "The pod's address.", wide: true),
        .text("Node", "Where the pod runs.", wide: true),
        .text("Nominated Node", "Where room is being made for the pod.", wide: true),
        .text("Readiness Gates", "How many of the conditions that the pod waits for hold.", wide: true),
    ]

    static func row(of pod: Pod, now: Timestamp) -> [Cell] {
        let summary = PodSummary(pod)
        return [
            .text(pod.metadata.name),
            .text("\(summary.readyContainers)/\(summary.totalContainers)"),
            .text(summary.status),
            .text(summary.restartText(now: now)),
            .age(pod.metadata, now: now),
            .orNone(pod.status.podIP),
            .orNone(pod.spec.nodeName),
            .orNone(pod.status.nominatedNodeName),
            .orNone(readinessGates(of: pod)),
        ]
    }

    private static func readinessGates(of pod: Pod) -> String {
        let gates = pod.spec.readinessGates
        guard !gates.isEmpty else { return "" }
        return "\(gates.count { pod.status.isTrue($0.conditionType) })/\(gates.count)"
    }
}
