extension AppHealthCheck {
    /// What a check does, apart from where it is done.
    public enum Means: Sendable, Hashable {
        case http(isSecure: Bool)
        case tcp
        case command
    }

    public var means: Means {
        switch self.protocol {
        case .https, .mesosHTTPS: .http(isSecure: true)
        case .tcp, .mesosTCP: .tcp
        case .command: .command
        default: .http(isSecure: false)
        }
    }

    /// Whether the check is made on the node, inside the network of the task.
    public var isMadeOnNode: Bool { [.command, .mesosHTTP, .mesosHTTPS, .mesosTCP].contains(self.protocol) }

    /// Seconds after the start of a task at which it is asked first: Marathon waits for one interval, and at most 5 s;
    /// Mesos as long as it is told.
    public var firstDelaySeconds: Int {
        isMadeOnNode ? max(delaySeconds ?? 15, 0) : min(max(intervalSeconds ?? 60, 0), 5)
    }

    /// Failures in a row with which the task is killed; nil for never. What Marathon does itself bears as many as it is
    /// told and kills with the next one, or never for 0; what Mesos does kills with the last of them, and with the first
    /// for 0.
    public var fatalFailures: Int? {
        let most = maxConsecutiveFailures ?? 3
        if isMadeOnNode { return max(most, 1) }
        return most > 0 ? most + 1 : nil
    }
}
