import Client
import Dispatch
import Driving
import Glibc
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
            Console.note("error: \(status["message"]?.string ?? "the command could not be run")")
        }
        return exitCode ?? 1
    }

    /// Ends with the input.
    private func copyInput(to socket: ClientWebSocket) async throws {
        let input = StandardInput()
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

/// Standard input, read by a thread of its own, no further ahead than a few pieces.
private final class StandardInput: Sendable {
    let chunks: AsyncStream<[UInt8]>
    /// Begins at zero and is raised: libdispatch stops a program that drops a semaphore below where it began.
    private let room = DispatchSemaphore(value: 0)

    init() {
        for _ in 0..<8 { room.signal() }
        // As many as the semaphore lets in, so that none is dropped.
        let (chunks, continuation) = AsyncStream.makeStream(of: [UInt8].self, bufferingPolicy: .bufferingOldest(9))
        self.chunks = chunks
        let room = room
        _ = Worker(named: "stdin") {
            while true {
                room.wait()
                let chunk = [UInt8](unsafeUninitializedCapacity: 1 << 15) { buffer, count in
                    repeat {
                        count = read(STDIN_FILENO, buffer.baseAddress, buffer.count)
                    } while count < 0 && errno == EINTR
                    count = max(count, 0)
                }
                guard !chunk.isEmpty else { return continuation.finish() }
                continuation.yield(chunk)
            }
        }
    }

    func allowMore() {
        room.signal()
    }
}

/// The terminal that this program runs on.
struct Terminal {
    static var isInputTerminal: Bool { isatty(STDIN_FILENO) == 1 }

    private let settings: termios

    /// Hands every key through, Control-C included. Nil where there is no terminal.
    static func makeRaw() -> Terminal? {
        var settings = termios()
        guard tcgetattr(STDIN_FILENO, &settings) == 0 else { return nil }
        var raw = settings
        cfmakeraw(&raw)
        tcsetattr(STDIN_FILENO, TCSANOW, &raw)
        return Terminal(settings: settings)
    }

    func restore() {
        var settings = settings
        tcsetattr(STDIN_FILENO, TCSANOW, &settings)
    }

    /// The present size, and each later one.
    static var sizes: AsyncStream<(columns: Int, rows: Int)> {
        AsyncStream(bufferingPolicy: .bufferingNewest(1)) { continuation in
            // Sources may be used from any thread; the import does not say so.
            nonisolated(unsafe) let source = DispatchSource.makeSignalSource(signal: SIGWINCH)
            @Sendable func tell() {
                var size = winsize()
                guard ioctl(STDIN_FILENO, UInt(TIOCGWINSZ), &size) == 0 else { return }
                continuation.yield((columns: Int(size.ws_col), rows: Int(size.ws_row)))
            }
            source.setEventHandler { tell() }
            source.resume()
            tell()
            continuation.onTermination = { _ in source.cancel() }
        }
    }
}
