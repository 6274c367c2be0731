internal import Model

/// The health checks of the app that a pod is an instance of, and its readiness check while it is being deployed.
struct HealthChecks: Sendable, Hashable {
    /// The annotations that they were read from: as long as those are the same, so are they.
    private let texts: [String?]
    let list: [AppHealthCheck]
    let readiness: AppReadinessCheck?

    init() { (texts, list, readiness) = ([nil, nil], [], nil) }

    init(of pod: Pod) {
        texts = Self.texts(of: pod)
        let facts = texts.contains { $0 != nil } ? MarathonPod(pod) : nil
        list = facts?.healthChecks ?? []
        readiness = facts?.readinessCheck
    }

    /// Whether these are what the pod says.
    func areThose(of pod: Pod) -> Bool { texts == Self.texts(of: pod) }

    private static func texts(of pod: Pod) -> [String?] {
        [MarathonPod.healthChecksAnnotation, MarathonPod.readinessCheckAnnotation].map { pod.metadata.annotations[$0] }
    }
}

extension PodLife {
    /// Takes over what the pod's app has changed and a running task need not notice.
    mutating func followApp(_ now: Timestamp) {
        guard !isInStep, let pod else { return }
        isInStep = true
        for index in containers.indices { containers[index].backoff.follow(pod) }
        guard !healthChecks.areThose(of: pod) else { return }
        let before = healthChecks
        healthChecks = HealthChecks(of: pod)
        let isOtherReadiness = healthChecks.readiness != before.readiness
        for index in containers.indices where containers[index].role == .main {
            if healthChecks.list != before.list { containers[index].update { $0.follow(healthChecks.list, now) } }
            if isOtherReadiness {
                let check = readinessSchedule(from: now, isKnown: true)
                containers[index].update { $0.probes.removeAll { $0.kind == .deployment } }
                containers[index].update { $0.probes += check }
            }
        }
    }

    /// How a task is asked whether it is ready for its deployment; empty where it is not asked.
    ///
    /// - Parameter isKnown: whether what was found out before still holds: it is about the life that goes on.
    func readinessSchedule(from now: Timestamp, isKnown: Bool) -> [ProbeSchedule] {
        guard let check = healthChecks.readiness else { return [] }
        let known = (reported ?? pod?.status)?.conditions.first { $0.type == MarathonPod.readinessCondition }
        return [ProbeSchedule(check, knowing: isKnown ? known : nil, from: now)]
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
