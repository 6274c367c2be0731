import CLinux
import Glibc

/// A program of the machine, run once: its output is gathered, its time bounded. It blocks the calling thread.
struct Command: Sendable {
    /// Looked up in PATH.
    var program: String
    var arguments: [String]
    /// The whole environment: nothing of the daemon's own gets through unless it stands here.
    var environment: [String] = []
    var timeout: Duration = .seconds(5)
    var outputLimit = 1 << 20

    struct Outcome: Sendable, Hashable {
        /// The exit code; nil when a signal ended it or it ran out of time.
        var code: Int32?
        var output: [UInt8]
        /// Whether it was stopped before its output ended, for its length or for want of time.
        var isCut: Bool

        var succeeded: Bool { code == 0 }
    }

    /// - Throws: when the program can't be started, `missing` when there is none of that name.
    func run() throws(FileTreeError) -> Outcome {
        var ends: [Int32] = [-1, -1]
        guard clinux_pipe(&ends) == 0 else { throw FileTreeError(errno: errno, "pipe") }
        defer { close(ends[0]) }
        let started = Result { () throws(FileTreeError) -> pid_t in try spawn(output: ends[1]) }
        close(ends[1])
        let process = try started.get()
        return gather(from: ends[0], process)
    }

    private func spawn(output: Int32) throws(FileTreeError) -> pid_t {
        var files = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&files)
        defer { posix_spawn_file_actions_destroy(&files) }
        posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&files, output, 1)
        posix_spawn_file_actions_addopen(&files, 2, "/dev/null", O_WRONLY, 0)

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // A group of its own, so that what it starts can be ended with it; and none of the daemon's signal settings.
        var defaults = sigset_t()
        sigfillset(&defaults)
        var mask = sigset_t()
        sigemptyset(&mask)
        posix_spawnattr_setsigdefault(&attributes, &defaults)
        posix_spawnattr_setsigmask(&attributes, &mask)
        posix_spawnattr_setpgroup(&attributes, 0)
        let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK
        posix_spawnattr_setflags(&attributes, Int16(flags))

        var process = pid_t()
        let reason = withCStrings([program] + arguments) { argv in
            withCStrings(environment) { envp in posix_spawnp(&process, program, &files, &attributes, argv, envp) }
        }
        guard reason == 0 else { throw FileTreeError(errno: reason, "run \(program)") }
        return process
    }

    private func gather(from pipe: Int32, _ process: pid_t) -> Outcome {
        let deadline = MonotonicClock.now + timeout
        var output: [UInt8] = []
        var isOpen = true
        while isOpen, output.count <= outputLimit, waitReadable(pipe, until: deadline) {
            isOpen = Self.append(from: pipe, to: &output)
        }
        let code = isOpen ? nil : exitCode(of: process, before: deadline)
        if code == nil { end(process) }
        return Outcome(code: code, output: Array(output.prefix(outputLimit)), isCut: isOpen)
    }

    /// - Returns: whether more may come.
    private static func append(from pipe: Int32, to output: inout [UInt8]) -> Bool {
        let chunk = [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
            var got: Int
            repeat { got = read(pipe, buffer.baseAddress, 65_536) } while got < 0 && errno == EINTR
            count = max(0, got)
        }
        output += chunk
        return !chunk.isEmpty
    }

    /// Waits for the end by a descriptor of the process, so that nobody else's child is reaped.
    private func exitCode(of process: pid_t, before deadline: Duration) -> Int32? {
        let descriptor = clinux_pidfd_open(process)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        guard waitReadable(descriptor, until: deadline) else { return nil }
        var status: Int32 = 0
        guard Self.reap(process, &status), status & 0x7F == 0 else { return nil }
        return (status >> 8) & 0xFF
    }

    private func end(_ process: pid_t) {
        kill(-process, SIGKILL)
        var status: Int32 = 0
        _ = Self.reap(process, &status)
    }

    private static func reap(_ process: pid_t, _ status: inout Int32) -> Bool {
        var reaped: pid_t
        repeat { reaped = waitpid(process, &status, 0) } while reaped < 0 && errno == EINTR
        return reaped == process
    }

    private func waitReadable(_ descriptor: Int32, until deadline: Duration) -> Bool {
        while true {
            let left = deadline - MonotonicClock.now
            if left <= .zero { return false }
            var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            let ready = poll(&waiting, 1, left.pollMilliseconds)
            if ready > 0 { return true }
            if ready < 0, errno != EINTR { return false }
        }
    }
}

/// Calls `body` with a list of C strings that ends in nil.
private func withCStrings<Result>(
    _ strings: [String],
    _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
    let copies = strings.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    return body(copies + [nil])
}
