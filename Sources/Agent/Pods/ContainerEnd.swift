internal import Containers
internal import Model

/// How a life of a container ended, or why it never began.
struct ContainerEnd: Sendable, Hashable {
    var attempt: UInt64
    /// Nil where no process ever ran.
    var startedAt: Timestamp?
    var finishedAt: Timestamp
    var exitCode: Int
    var signal: Int
    /// Kubernetes' word: `Completed`, `Error`, `OOMKilled`, `StartError`, ...
    var reason: String
    var message: String

    var isSuccess: Bool { exitCode == 0 }

    init(_ attempt: UInt64, _ status: ExitStatus) {
        self.attempt = attempt
        startedAt = status.startedAt == 0 ? nil : Timestamp(nanoseconds: status.startedAt)
        finishedAt = Timestamp(nanoseconds: status.finishedAt)
        exitCode = Int(status.code)
        signal = Int(status.signal ?? 0)
        reason = status.outOfMemory ? "OOMKilled" : status.code == 0 ? "Completed" : "Error"
        message = status.message
    }

    /// A start that came to nothing, with the exit codes that shells have for it.
    init(_ attempt: UInt64, failedStart: StartFailure, _ message: String, at now: Timestamp) {
        self.attempt = attempt
        finishedAt = now
        exitCode =
            switch failedStart {
            case .commandNotFound: 127
            case .permissionDenied: 126
            default: 128
            }
        signal = 0
        reason = "StartError"
        self.message = message
    }

    /// It ran, and nothing is left that could say how it ended. As Kubernetes tells it.
    init(lost attempt: UInt64, since startedAt: Timestamp?, at now: Timestamp) {
        self.attempt = attempt
        self.startedAt = startedAt
        finishedAt = now
        exitCode = 137
        signal = 0
        reason = "ContainerStatusUnknown"
        message = "The container was gone when Steady came up again: the machine was restarted meanwhile"
    }

    /// What an earlier daemon reported, where nothing else is left of it.
    init?(_ attempt: UInt64, _ terminated: ContainerStateTerminated) {
        guard let finishedAt = terminated.finishedAt else { return nil }
        self.attempt = attempt
        startedAt = terminated.startedAt
        self.finishedAt = finishedAt
        exitCode = terminated.exitCode
        signal = terminated.signal
        reason = terminated.reason
        message = terminated.message
    }
}
