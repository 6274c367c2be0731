import Glibc

/// A `steady watch` on a directory of its own, with a state directory of its own.
final class Daemon {
    let manifests: String
    let state: String
    let output: String
    let startedAt: Clock.Nanoseconds
    private let steady: String
    private let program: Program
    private var isDown = false

    /// Starts it and waits until it answers.
    init(_ steady: String, in directory: String, files: [(name: String, text: String)]) throws {
        self.steady = steady
        manifests = directory + "/manifests"
        state = directory + "/state"
        output = directory + "/daemon.log"
        for path in [directory, manifests] { try check(mkdir(path, 0o755), "make \(path)") }
        for file in files { try write(file.text, to: manifests + "/" + file.name) }
        startedAt = Clock.now()
        program = try Program([steady, "watch", manifests, "--state", state], output: output)
    }

    var id: pid_t { program.id }
    var socket: String { state + "/steady.sock" }

    func waitUntilListening() throws {
        try Clock.wait("\(socket) is to answer; see \(output)", every: 2) {
            guard !program.hasEnded else { throw BenchmarkError("the daemon has ended; it said:\n\(said)") }
            return (try? Conversation(socket: socket, get: "/readyz").wait(for: "200 OK", seconds: 5)) != nil
        }
    }

    /// Begins a conversation: a get, or a watch that goes on.
    func get(_ target: String) throws -> Conversation { try Conversation(socket: socket, get: target) }

    /// Replaces a manifest as editors do: a new file is renamed over the old one. Returns when that was.
    func edit(_ name: String, _ text: String) throws -> Clock.Nanoseconds {
        let path = manifests + "/" + name
        let new = manifests + "/." + name + ".new"
        try write(text, to: new)
        let time = Clock.now()
        try check(rename(new, path), "rename \(new)")
        return time
    }

    /// Waits until there are so many pods, those that are going included.
    func waitForPods(_ count: Int) throws {
        try Clock.wait("there are to be \(count) pods; see \(output)", every: 100) {
            // A pod's status tells its phase, and nothing else of it has a field of that name.
            try Conversation(socket: socket, get: "/api/v1/pods", isLast: true).count(of: "\"phase\":") == count
        }
    }

    /// Ends all that it runs, and the daemon.
    func down() throws {
        guard !isDown else { return }
        isDown = true
        let steady = steady
        let state = state
        let down = { try Program.run([steady, "down", "--state", state], output: self.output) }
        do {
            try down()
            program.wait()
        } catch {
            // It ended while it was asked, or hangs. Without a daemon `down` does the same itself.
            try? Clock.wait("the daemon is to end", seconds: 20) { program.hasEnded }
            if !program.hasEnded { program.kill() }
            program.wait()
            try down()
        }
    }

    /// What it has logged.
    var said: String { text(of: output) }
}

func write(_ text: String, to path: String) throws {
    let descriptor = try check(open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644), "make \(path)")
    defer { close(descriptor) }
    let bytes = Array(text.utf8)
    guard Glibc.write(descriptor, bytes, bytes.count) == bytes.count else {
        throw BenchmarkError.system("write \(path)")
    }
}

/// The begin of a file, up to 64 KiB; empty where it can't be read.
func text(of path: String) -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return "" }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 65536)
    let count = read(descriptor, &bytes, bytes.count)
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
}
