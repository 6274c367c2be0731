internal import Model

extension ProbeKind {
    /// As events have it: `Readiness probe`.
    var title: String {
        switch self {
        case .health: "Health check"
        case .deployment: "Readiness check"
        default: "\(rawValue.prefix(1).uppercased())\(rawValue.dropFirst()) probe"
        }
    }
}

extension ProbeSchedule.Question {
    /// What is run in the container; nil where something is asked over the network.
    var command: [String]? {
        switch self {
        case .probe(let probe): probe.exec?.command
        case .healthCheck(let check): check.means == .command ? ["/bin/sh", "-c", check.command?.value ?? ""] : nil
        case .readinessCheck: nil
        }
    }

    /// What a probe gives the container to end, where it says so itself.
    var gracePeriod: Duration? {
        guard case .probe(let probe) = self else { return nil }
        return probe.terminationGracePeriodSeconds.map { .seconds(max($0, 0)) }
    }

    /// A health check in a few words: `HTTP /health`.
    var words: String {
        guard case .healthCheck(let check) = self else { return "" }
        let name = check.protocol.rawValue
        return switch check.means {
        case .http: "\(name) \(check.path ?? "/")"
        case .tcp: name
        case .command: "\(name) \(check.command?.value.prefix(60) ?? "")"
        }
    }

    /// What is wrong where there is no port to ask at.
    var portComplaint: String {
        if case .probe = self { return "the container has no port of that name" }
        return "the task has no such port"
    }

    /// What the container failed: `liveness probe`, `health check HTTP /health (connection refused)`.
    func failure(_ kind: ProbeKind, _ message: String) -> String {
        kind == .health ? "health check \(words) (\(message))" : "\(kind.rawValue) probe"
    }
}
