public import Model

/// What `get pods` tells of a pod at a glance, computed as Kubernetes computes it.
public struct PodSummary: Sendable, Hashable {
    /// `Running`, `Init:1/2`, `CrashLoopBackOff`, `Terminating`, ...
    public private(set) var status: String
    public private(set) var readyContainers = 0
    /// Containers that are meant to run on: sidecars count, init containers that end don't.
    public private(set) var totalContainers: Int
    public private(set) var restarts = 0
    /// When the last life that a restart followed came to its end.
    public private(set) var lastRestart: Timestamp?

    public init(_ pod: Pod) {
        status = pod.status.reason.isEmpty ? pod.status.phase.rawValue : pod.status.reason
        totalContainers = pod.spec.containers.count
        let sidecars = Set(pod.spec.initContainers.filter { $0.restartPolicy == "Always" }.map(\.name))
        totalContainers += sidecars.count
        let isInitializing = readInitContainers(pod, sidecars)
        if !isInitializing || pod.status.isTrue("Initialized") {
            readContainers(pod, sidecars)
        }
        if pod.metadata.deletionTimestamp != nil, !["Succeeded", "Failed"].contains(pod.status.phase.rawValue) {
            status = pod.status.reason == "NodeLost" ? "Unknown" : "Terminating"
        }
    }

    /// `3`, or `3 (5m ago)`.
    public func restartText(now: Timestamp) -> String {
        guard restarts > 0, let lastRestart else { return String(restarts) }
        return "\(restarts) (\(Age.text(now - lastRestart)) ago)"
    }

    /// True while an init container has not done its part; the first such one gives the status.
    private mutating func readInitContainers(_ pod: Pod, _ sidecars: Set<String>) -> Bool {
        for (index, container) in pod.status.initContainerStatuses.enumerated() {
            count(container)
            let isSidecar = sidecars.contains(container.name)
            if let ended = container.state.terminated, ended.exitCode == 0 { continue }
            if isSidecar, container.started == true {
                if container.ready { readyContainers += 1 }
                continue
            }
            if let ended = container.state.terminated {
                status = "Init:\(Self.word(for: ended))"
            } else if let waiting = container.state.waiting, !waiting.reason.isEmpty,
                waiting.reason != "PodInitializing"
            {
                status = "Init:\(waiting.reason)"
            } else {
                status = "Init:\(index)/\(pod.spec.initContainers.count)"
            }
            return true
        }
        return false
    }

    private mutating func readContainers(_ pod: Pod, _ sidecars: Set<String>) {
        // Restarts of init containers that have ended no longer matter; those of sidecars do.
        restarts = 0
        lastRestart = nil
        for container in pod.status.initContainerStatuses where sidecars.contains(container.name) { count(container) }
        var hasRunning = false
        for container in pod.status.containerStatuses.reversed() {
            count(container)
            if let waiting = container.state.waiting, !waiting.reason.isEmpty {
                status = waiting.reason
            } else if let ended = container.state.terminated {
                status = Self.word(for: ended)
            } else if container.ready, container.state.running != nil {
                hasRunning = true
                readyContainers += 1
            }
        }
        if status == "Completed", hasRunning {
            status = pod.status.isTrue("Ready") ? "Running" : "NotReady"
        }
    }

    private mutating func count(_ container: ContainerStatus) {
        restarts += container.restartCount
        if let finished = container.lastState.terminated?.finishedAt {
            lastRestart = max(lastRestart ?? finished, finished)
        }
    }

    private static func word(for ended: ContainerStateTerminated) -> String {
        if !ended.reason.isEmpty { return ended.reason }
        return ended.signal != 0 ? "Signal:\(ended.signal)" : "ExitCode:\(ended.exitCode)"
    }
}

extension PodStatus {
    /// Whether a condition is there and true.
    public func isTrue(_ condition: String) -> Bool {
        conditions.contains { $0.type == condition && $0.status == "True" }
    }
}
