public import Containers
internal import Model

extension ContainerStatus {
    /// What to tell of a container, in Kubernetes' form.
    init(_ life: ContainerLife, in pod: PodLife) {
        self.init()
        let container = pod.spec(of: life)
        name = life.name
        image = container?.image ?? ""
        imageID = image.isEmpty || image == "host" ? "native://host" : ""
        restartCount = life.restarts
        state = life.state(in: pod)
        lastState = life.lastState(in: pod)
        ready = life.isReady
        started = life.running?.hasComeUp ?? false
        if life.attempts > 0 { containerID = AttemptID(container: life.id, attempt: life.attempts).containerID }
    }
}

extension AttemptID {
    /// As `containerID` has it.
    var containerID: String { "native://\(self)" }

    /// The number of the life that a `containerID` names.
    public static func attempt(ofContainerID text: String) -> UInt64? {
        // No life was ever given a number near the end of what there is.
        text.split(separator: "#").last.flatMap { UInt32($0) }.map { UInt64($0) }
    }
}

extension ContainerLife {
    var isReady: Bool {
        switch role {
        // What has done its work is as ready as it will be.
        case .initial: isComplete
        case .sidecar, .main: running?.isReady ?? false
        }
    }

    fileprivate func state(in pod: PodLife) -> ContainerState {
        switch phase {
        case .running(let running):
            if running.isPastPostStart {
                return ContainerState {
                    $0.running = ContainerStateRunning { $0.startedAt = running.startedAt.startOfSecond }
                }
            }
            return waiting("ContainerCreating")
        case .starting:
            if let hold { return waiting(hold.reason, hold.message) }
            return waiting(beginningReason(in: pod))
        case .idle:
            if let hold { return waiting(hold.reason, hold.message) }
            if let hold = pod.volumes.hold { return waiting(hold.reason, hold.message) }
            return waiting(beginningReason(in: pod))
        case .ended(let end):
            guard pod.farewell == nil, !pod.isOver, pod.isToBeRestarted(self) else { return terminated(end) }
            if let hold { return waiting(hold.reason, hold.message) }
            if isFromEarlierSandbox { return waiting(beginningReason(in: pod)) }
            let delay = backoff.delay(after: end)
            return delay > .zero ? waiting("CrashLoopBackOff", backoffMessage(delay, pod)) : terminated(end)
        }
    }

    /// How it ended before: the life before the present one, or the last one while the next is waited for.
    fileprivate func lastState(in pod: PodLife) -> ContainerState {
        if case .ended(let end) = phase, state(in: pod).terminated == nil { return terminated(end) }
        return lastEnd.map(terminated) ?? ContainerState()
    }

    private func beginningReason(in pod: PodLife) -> String {
        let waitsForOthers = pod.containers.contains { $0.role == .initial && !$0.isComplete }
        return waitsForOthers ? "PodInitializing" : "ContainerCreating"
    }

    private func waiting(_ reason: String, _ message: String = "") -> ContainerState {
        ContainerState {
            $0.waiting = ContainerStateWaiting {
                $0.reason = reason
                $0.message = message
            }
        }
    }

    private func terminated(_ end: ContainerEnd) -> ContainerState {
        ContainerState {
            $0.terminated = ContainerStateTerminated {
                $0.containerID = AttemptID(container: id, attempt: end.attempt).containerID
                $0.exitCode = end.exitCode
                $0.signal = end.signal
                $0.reason = end.reason
                $0.message = end.message
                $0.startedAt = end.startedAt?.startOfSecond
                $0.finishedAt = end.finishedAt.startOfSecond
            }
        }
    }

    private func backoffMessage(_ delay: Duration, _ pod: PodLife) -> String {
        let name = "\(pod.pod?.metadata.name ?? "")_\(pod.pod?.metadata.namespace ?? "")(\(pod.uid))"
        return "back-off \(Self.text(delay)) restarting failed container=\(self.name) pod=\(name)"
    }

    /// `10s`, `2m40s`, `1.15s`: as Go writes durations.
    private static func text(_ delay: Duration) -> String {
        let (seconds, attoseconds) = delay.components
        let millis = attoseconds / 1_000_000_000_000_000
        guard millis == 0 else { return "\(Double(seconds) + Double(millis) / 1000)s" }
        return seconds >= 60 ? "\(seconds / 60)m\(seconds % 60)s" : "\(seconds)s"
    }
}
