internal import Agent
internal import Cluster
internal import Controllers
internal import Model
internal import YAML

/// Runs a command in a container for a caller at the other end of a WebSocket.
///
/// The protocol is Kubernetes' `v5.channel.k8s.io`: binary messages whose first byte names the channel.
struct PodExec: Sendable {
    static let subprotocol = "v5.channel.k8s.io"

    private enum Channel {
        static let input: UInt8 = 0
        static let output: UInt8 = 1
        static let errorOutput: UInt8 = 2
        /// One `Status` at the end.
        static let status: UInt8 = 3
        static let resize: UInt8 = 4
        /// Followed by the channel whose end it is.
        static let close: UInt8 = 255
    }

    let access: any PodAccess
    private let start: ExecStart

    init(_ key: ObjectKey, _ query: Query, in state: ClusterState, access: any PodAccess) throws(APIError) {
        self.access = access
        let container = try PodContainer(key, container: query["container"], in: state)
        let command = query.all("command")
        guard !command.isEmpty else { throw .badRequest("you must specify at least 1 command") }
        guard container.status?.state.running != nil else {
            throw .badRequest("container \(container.name) of pod \(key.name) is not running")
        }
        start = ExecStart(
            podUID: container.pod.metadata.uid,
            container: container.name,
            command: command,
            hasInput: query.isTrue("stdin"),
            isTerminal: query.isTrue("tty")
        )
    }

    func run(_ socket: WebSocket) async throws {
        let stream: any ExecStream
        do {
            stream = try await access.startExec(start)
        } catch {
            return try await socket.send([Channel.status] + Self.failure(error))
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                let end = try await stream.readOutput { output in
                    switch output {
                    case .standardOutput(let bytes): try await socket.send([Channel.output] + bytes)
                    case .standardError(let bytes): try await socket.send([Channel.errorOutput] + bytes)
                    }
                }
                try await socket.send([Channel.status] + Self.status(of: end))
            }
            group.addTask {
                try await forwardInput(from: socket, to: stream)
                // The caller went away: it will not see the end.
                await stream.cancel()
            }
            defer { group.cancelAll() }
            do {
                try await group.next()
            } catch {
                await stream.cancel()
                throw error
            }
        }
    }

    private func forwardInput(from socket: WebSocket, to stream: any ExecStream) async throws {
        try await socket.receive { message in
            guard case .binary(let bytes) = message, let channel = bytes.first else { return }
            switch channel {
            case Channel.input: try await stream.write(Array(bytes.dropFirst()))
            case Channel.resize: await resize(stream, Array(bytes.dropFirst()))
            case Channel.close where bytes.count > 1 && bytes[1] == Channel.input: await stream.closeInput()
            default: break
            }
        }
    }

    private func resize(_ stream: any ExecStream, _ json: [UInt8]) async {
        // A size that can't be read changes nothing: the terminal keeps the one it has.
        guard let value = try? Value.parse(json: json), let width = value["Width"]?.int64,
            let height = value["Height"]?.int64
        else { return }
        await stream.resize(columns: UInt16(clamping: width), rows: UInt16(clamping: height))
    }

    // MARK: Statuses

    private static func status(of end: ExecEnd) -> [UInt8] {
        let code: Int32
        switch end {
        case .exited(code: 0):
            var writer = JSONWriter()
            writer.beginObject()
            writeHead(to: &writer, status: "Success")
            writer.endObject()
            return writer.bytes
        case .exited(let exitCode): code = exitCode
        // As a shell reports it.
        case .signaled(let signal): code = 128 + signal
        }
        var error = APIError(
            code: 500,
            reason: "NonZeroExitCode",
            message: "command terminated with non-zero exit code: exit status \(code)"
        )
        error.causes = [APIError.Cause(reason: "ExitCode", message: String(code), field: "")]
        return error.status()
    }

    private static func failure(_ error: any Error) -> [UInt8] {
        let code = (error as? PodAccessError)?.code ?? .other
        let message = "\(error)"
        switch code {
        case .notFound: return APIError(code: 404, reason: "NotFound", message: message).status()
        case .notRunning: return APIError.badRequest(message).status()
        case .commandNotFound, .permissionDenied, .other:
            var failure = APIError(code: 500, reason: "InternalError", message: message)
            // What a shell's exit status says of such a command.
            let exitCode = code == .commandNotFound ? "127" : code == .permissionDenied ? "126" : nil
            failure.causes = exitCode.map { [APIError.Cause(reason: "ExitCode", message: $0, field: "")] } ?? []
            return failure.status()
        }
    }
}
