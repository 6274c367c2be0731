internal import Model

/// The health checks of the app that a pod is an instance of.
struct HealthChecks: Sendable, Hashable {
    /// The annotation that they were read from: as long as it is the same, so are they.
    private let text: String
    let list: [AppHealthCheck]

    init() { (text, list) = ("", []) }

    init(of pod: Pod) {
        text = Self.text(of: pod)
        list = text.isEmpty ? [] : MarathonPod(pod)?.healthChecks ?? []
    }

    /// Whether these are what the pod says.
    func areThose(of pod: Pod) -> Bool { text == Self.text(of: pod) }

    private static func text(of pod: Pod) -> String {
        pod.metadata.annotations[MarathonPod.healthChecksAnnotation] ?? ""
    }
}

extension PodLife {
    /// Takes over what the pod's app has changed and a running task need not notice.
    mutating func followApp(_ now: Timestamp) {
        guard !isInStep, let pod else { return }
        isInStep = true
        for index in containers.indices { containers[index].backoff.follow(pod) }
        guard !healthChecks.areThose(of: pod) else { return }
        healthChecks = HealthChecks(of: pod)
        for index in containers.indices where containers[index].role == .main {
            containers[index].update { $0.follow(healthChecks.list, now) }
        }
    }
}

extension RunningContainer {
    /// Goes on with other health checks. What is known of those that ask the same stays known; a new one is believed to
    /// pass, where the task has passed so far, until it has an answer: nobody is unhealthy because somebody asks.
    fileprivate mutating func follow(_ checks: [AppHealthCheck], _ now: Timestamp) {
        var known = probes.filter { $0.kind == .health }
        let isAlive = known.allSatisfy(\.passes) ? true : nil
        probes.removeAll { $0.kind == .health }
        for check in checks {
            if let index = known.indices.first(where: { known[$0].follow(check, startedAt: startedAt, now: now) }) {
                probes.append(known.remove(at: index))
            } else {
                probes.append(ProbeSchedule(check, isAlive: isAlive, startedAt: startedAt, from: now))
            }
        }
    }
}
