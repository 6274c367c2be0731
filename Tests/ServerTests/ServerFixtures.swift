import Client
import Glibc
import Logging
import Server

/// Answers as the test says.
struct ScriptedResponder: Responder {
    var webSocket: @Sendable (Call) -> WebSocketAnswer? = { _ in nil }
    var answer: @Sendable (Call) -> Reply

    func reply(to call: Call) async -> Reply { answer(call) }
    func webSocket(for call: Call) async -> WebSocketAnswer? { webSocket(call) }
}

let quietLogger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

/// Runs the body while a listener answers at a socket in a directory of its own.
func withDaemon(
    _ responder: some Responder,
    at path: String? = nil,
    _ body: @Sendable @escaping (Daemon) async throws -> Void
) async throws {
    guard let path else {
        return try await withTemporaryDirectory { directory in
            try await withDaemon(responder, at: directory + "/steady.sock", body)
        }
    }
    let listener = Listener(responder: responder, logger: quietLogger)
    let (listening, started) = AsyncStream.makeStream(of: Void.self)
    try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
            defer { started.finish() }
            do {
                try await listener.run(at: .socket(path: path)) { _ in started.yield() }
            } catch is CancellationError {
                // How the test ends it.
            }
        }
        for await _ in listening { break }
        defer { group.cancelAll() }
        try await body(Daemon(socket: path))
    }
}

/// What a server that was killed leaves behind.
func leaveStaleSocket(at path: String) throws {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    let bound = withUnsafePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
            bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
        }
    }
    guard bound == 0 else { throw FixtureError() }
}

struct FixtureError: Error {}

/// A directory that is gone when the body has ended.
func withTemporaryDirectory(_ body: (String) async throws -> Void) async throws {
    var template = Array("/tmp/steady-test-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw FixtureError() }
    let path = String(cString: made)
    defer {
        unlink(path + "/steady.sock")
        rmdir(path)
    }
    try await body(path)
}
