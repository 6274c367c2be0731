internal import Model
internal import Networking

/// All of a pod's life that its status is made from, beside the pod itself: as long as these are the same, so is what
/// there is to tell.
struct StatusGrounds: Sendable, Equatable {
    fileprivate struct Container: Sendable, Equatable {
        enum Phase: Sendable, Equatable {
            case idle
            case starting(UInt64)
            case running(UInt64, since: Timestamp, isPastPostStart: Bool, hasComeUp: Bool, isReady: Bool)
            case ended(ContainerEnd)
        }

        let phase: Phase
        let attempts: UInt64
        let lastEnd: ContainerEnd?
        let backoff: RestartBackoff
        let hold: ContainerHold?
        let isFromEarlierSandbox: Bool
        /// What each of its health checks has found out.
        let health: [Bool?]
        /// What was last heard of whether it is ready for its deployment.
        let answers: [String]
    }

    private let isSandboxReady: Bool
    private let address: IPv4Address?
    private let startTime: Timestamp?
    private let cause: PodLife.Farewell.Cause?
    private let volumesHold: ContainerHold?
    private let containers: [Container]

    init(_ life: PodLife) {
        isSandboxReady = life.sandbox == .ready
        address = life.address
        startTime = life.startTime
        cause = life.farewell?.cause
        volumesHold = life.volumes.hold
        containers = life.containers.map { Container($0) }
    }
}

extension StatusGrounds.Container {
    fileprivate init(_ life: ContainerLife) {
        switch life.phase {
        case .idle: phase = .idle
        case .starting(let attempt, _): phase = .starting(attempt)
        case .running(let running):
            phase = .running(
                running.attempt,
                since: running.startedAt,
                isPastPostStart: running.isPastPostStart,
                hasComeUp: running.hasComeUp,
                isReady: running.isReady
            )
        case .ended(let end): phase = .ended(end)
        }
        attempts = life.attempts
        lastEnd = life.lastEnd
        backoff = life.backoff
        hold = life.hold
        isFromEarlierSandbox = life.isFromEarlierSandbox
        let probes = life.running?.probes ?? []
        health = probes.filter { $0.kind == .health }.map(\.isAlive)
        answers = probes.filter { $0.kind == .deployment }.map { "\($0.passes) \($0.lastAnswer)" }
    }
}
