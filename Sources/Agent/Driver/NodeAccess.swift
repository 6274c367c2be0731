public import Containers
internal import Model

/// Logs and commands of this machine's containers.
public final class NodeAccess: PodAccess {
    private let logs: ContainerLogs
    private let sessions: any ContainerSessions
    private let readiness: ReadinessLoop

    /// - Parameter layout: where the containerizer keeps its pods.
    public init(layout: StateLayout, sessions: any ContainerSessions) throws {
        logs = try ContainerLogs(layout: layout)
        readiness = try ReadinessLoop()
        self.sessions = sessions
    }

    /// Ends its threads; those that read or talk come to an end.
    public func stop() {
        logs.stop()
        readiness.stop()
    }

    public func readLog(
        _ request: LogRequest,
        to sink: @Sendable ([LogLine]) async throws -> Void
    ) async throws {
        let attempt = try await attempt(request.podUID, request.container, previous: request.previous)
        let query = LogQuery(
            tailLines: request.tailLines,
            since: request.sinceNanoseconds,
            follows: request.follow && !request.previous
        )
        for await lines in logs.lines(of: attempt, query) { try await sink(lines.map(LogLine.init)) }
        try Task.checkCancellation()
    }

    public func startExec(_ request: ExecStart) async throws -> any ExecStream {
        let attempt = try await attempt(request.podUID, request.container, previous: false)
        do throws(ContainersError) {
            let session = try await sessions.openSession(
                SessionRequest(attempt: attempt, command: request.command, hasTerminal: request.isTerminal)
            )
            return try talk(to: session, hasInput: request.hasInput)
        } catch {
            throw PodAccessError(PodAccessError.Code(error), error.message)
        }
    }

    private func talk(to session: ExecSession, hasInput: Bool) throws(ContainersError) -> ContainerTalk {
        do throws(AgentError) {
            return try ContainerTalk(session, hasInput: hasInput, readiness)
        } catch {
            session.end()
            throw ContainersError(.other, error.message)
        }
    }

    /// The present life of a container, or the one before it.
    private func attempt(_ pod: String, _ container: String, previous: Bool) async throws -> AttemptID {
        let attempts = await logs.attempts(of: ContainerID(pod: pod, name: container))
        guard let attempt = previous ? attempts.dropLast().last : attempts.last else {
            let what = previous ? "previous terminated container" : "container"
            throw PodAccessError(.notFound, "\(what) \"\(container)\" in pod \(pod) not found on this node")
        }
        return attempt
    }
}

extension PodAccessError.Code {
    fileprivate init(_ error: ContainersError) {
        self =
            switch error.reason {
            case .commandNotFound: .commandNotFound
            case .permissionDenied: .permissionDenied
            case .sandboxGone, .notRunning: .notRunning
            default: .other
            }
    }
}

extension LogLine {
    fileprivate init(_ line: Containers.LogLine) {
        self.init(
            nanoseconds: Timestamp(line.timestamp)?.nanoseconds ?? 0,
            isStandardError: line.stream == .error,
            bytes: line.text,
            endsLine: !line.isPartial
        )
    }
}
