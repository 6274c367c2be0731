import CLinux
import Glibc
import Synchronization

/// Starts shims: the short-lived ones that make and drop sandboxes, and those that run a container.
///
/// One process, `steady-shim serve`, forks them all; it ends with this object, and they don't.
final class ShimLauncher: Sendable {
    private struct Server {
        var link: ShimLink
        var pid: pid_t
    }

    /// The executable `steady-shim`.
    private let path: String
    /// The state directory, of which containers see nothing.
    private let state: String
    /// Files of cgroups in which shims move themselves.
    private let joins: [String]
    private let server = Mutex<Server?>(nil)

    init(path: String, state: String, joins: [String]) {
        self.path = path
        self.state = state
        self.joins = joins
    }

    deinit {
        server.withLock { server in
            if let server { Self.end(server) }
        }
    }

    /// The process that forks shims, once there is one.
    var serverPID: pid_t? { server.withLock { $0?.pid } }

    /// Runs a shim to its end and returns what it wrote. Blocks: for worker threads.
    @discardableResult
    func run(_ words: [String], spec: ShimSpec? = nil) throws(ContainersError) -> String {
        let file = try spec?.file()
        defer { if let file { close(file) } }
        return try run(words, sending: file)
    }

    /// The same with one descriptor beside its answer, which stays the caller's.
    @discardableResult
    func run(_ words: [String], sending file: Int32?) throws(ContainersError) -> String {
        var output = try answer(words, file)
        // Without a word it was killed, or the server was while the request was on its way. These shims may start over.
        if output.isEmpty { output = try answer(words, file) }
        guard output.last == 0 else { throw ContainersError(shimSaid: output) }
        output.removeLast()
        return String(decoding: output, as: UTF8.self)
    }

    private func answer(_ words: [String], _ file: Int32?) throws(ContainersError) -> [UInt8] {
        var ends: [Int32] = [-1, -1]
        try Files.check(clinux_pipe(&ends), "make a pipe for the shim")
        defer { close(ends[0]) }
        do {
            defer { close(ends[1]) }
            try request(words, files: [ends[1]] + (file.map { [$0] } ?? []))
        }
        return readAll(ends[0])
    }

    /// Starts the shim of a container. The descriptors stay the caller's. Whether it came to life, and when it ends,
    /// shows at `control`'s other end.
    func launch(
        name: String,
        control: Int32,
        spec: Int32,
        lock: Int32,
        directory: Int32,
        logs: Int32
    ) throws(ContainersError) {
        try request(["run", name], files: [control, spec, lock, directory, logs])
    }

    private func request(_ words: [String], files: [Int32]) throws(ContainersError) {
        var message = ShimLink.Message(SHIM_LAUNCH)
        message.payload = words.flatMap { Array($0.utf8) + [0] }
        message.files = files
        try server.withLock { server throws(ContainersError) in
            // Twice, since the server may have been killed.
            for _ in 0..<2 {
                if server == nil { server = try start() }
                if let link = server?.link, send(message, link) { return }
                if let dead = server { Self.end(dead) }
                server = nil
            }
            throw ContainersError(.other, "\(path) serve does not answer")
        }
    }

    private func send(_ message: ShimLink.Message, _ link: ShimLink) -> Bool {
        while !link.send(message) {
            guard errno == EAGAIN else { return false }
            var entry = pollfd(fd: link.socket, events: Int16(POLLOUT), revents: 0)
            poll(&entry, 1, 1000)
        }
        return true
    }

    private func start() throws(ContainersError) -> Server {
        let (own, theirs) = try ShimLink.pair()
        defer { close(theirs) }
        let arguments: [String] = ["steady-shim", "serve", String(repeating: " ", count: 160), state] + joins
        let words = arguments.map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        let files: [Int32] = [-1, -1, -1, theirs]
        let pid = clinux_spawn(path, words, files, files.count)
        guard pid > 0 else {
            close(own)
            throw Files.failure("start \(path)", -pid)
        }
        return Server(link: ShimLink(socket: own), pid: pid)
    }

    private static func end(_ server: Server) {
        close(server.link.socket)
        var status: Int32 = 0
        while waitpid(server.pid, &status, 0) < 0 && errno == EINTR {}
    }

    private func readAll(_ file: Int32) -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = read(file, &chunk, chunk.count)
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { return bytes }
            bytes += chunk[..<count]
        }
    }
}

extension ContainersError {
    /// A shim that fails says its reason, a blank and a sentence.
    init(shimSaid bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        let parts = text.split(separator: " ", maxSplits: 1)
        if parts.count == 2, let reason = StartFailure(rawValue: String(parts[0])) {
            self.init(reason, String(parts[1]))
        } else {
            // One that was started by an earlier version gives no reason.
            self.init(.other, text.isEmpty ? "the shim ended without a word" : text)
        }
    }
}
