import Client
import Synchronization
import YAML

/// The caller's end of a command in a container: terminal and streams on one side, a WebSocket on the other.
struct ExecSession: Sendable {
    let hasInput: Bool
    let isTerminal: Bool

    private enum Channel {
        static let input: UInt8 = 0
        static let output: UInt8 = 1
        static let errorOutput: UInt8 = 2
        static let status: UInt8 = 3
        static let resize: UInt8 = 4
        static let close: UInt8 = 255
    }

    /// Returns the command's exit status.
    func run(_ socket: ClientWebSocket) async throws -> Int32 {
        let terminal = isTerminal ? Terminal.makeRaw() : nil
        defer { terminal?.restore() }
        return try await withThrowingTaskGroup(of: Int32?.self) { group in
            group.addTask { try await copyOutput(of: socket) }
            if hasInput {
                group.addTask {
                    try await copyInput(to: socket)
                    return nil
                }
            }
            if isTerminal {
                group.addTask {
                    try await tellSizes(to: socket)
                    return nil
                }
            }
            defer { group.cancelAll() }
            while let result = try await group.next() {
                if let code = result { return code }
            }
            throw Failure("the connection ended before the command")
        }
    }

    private func copyOutput(of socket: ClientWebSocket) async throws -> Int32 {
        let end = Mutex<Value?>(nil)
        try await socket.receive { bytes in
            let content = Array(bytes.dropFirst())
            switch bytes.first {
            case Channel.output: Console.write(content)
            case Channel.errorOutput: Console.writeError(content)
            case Channel.status:
                let status = try? Value.parse(json: content)
                end.withLock { $0 = status }
            default: break
            }
        }
        guard let status = end.withLock({ $0 }) else { throw Failure("the connection ended before the command") }
        return try code(of: status)
    }

    private func code(of status: Value) throws -> Int32 {
        if status["status"]?.string == "Success" { return 0 }
        let causes = status["details"]?["causes"]?.array ?? []
        let exitCode = causes.first { $0["reason"]?.string == "ExitCode" }?["message"]?.string.flatMap(Int32.init)
        if status["reason"]?.string != "NonZeroExitCode" || exitCode == nil {
            Console.fail(status["message"]?.string ?? "the command could not be run")
        }
        return exitCode ?? 1
    }

    /// Ends with the input.
    private func copyInput(to socket: ClientWebSocket) async throws {
        let input = try StandardInput()
        for await chunk in input.chunks {
            try await socket.send([Channel.input] + chunk)
            input.allowMore()
        }
        try await socket.send([Channel.close, Channel.input])
    }

    /// Tells the terminal's size at the beginning and whenever it changes.
    private func tellSizes(to socket: ClientWebSocket) async throws {
        for await size in Terminal.sizes {
            let message: Value = ["Width": .int(Int64(size.columns)), "Height": .int(Int64(size.rows))]
            try await socket.send([Channel.resize] + Array(message.json().utf8))
        }
    }
}
