import Glibc

/// A program that this one has started.
struct Program {
    let id: pid_t

    /// Starts it with this program's environment and standard error, and standard output going there as well.
    ///
    /// - Parameter output: a file for its standard output and standard error, nil for this program's own.
    init(_ arguments: [String], output: String? = nil) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        if let output {
            posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        } else {
            posix_spawn_file_actions_adddup2(&actions, 2, 1)
        }
        if output != nil { posix_spawn_file_actions_adddup2(&actions, 1, 2) }
        // A group of its own: Ctrl-C is for the benchmark, which then takes down what it has started.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
        var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var id: pid_t = 0
        let result = posix_spawnp(&id, arguments[0], &actions, &attributes, &words, environ)
        guard result == 0 else {
            throw BenchmarkError("start \(arguments.joined(separator: " ")): \(String(cString: strerror(result)))")
        }
        self.id = id
    }

    /// Waits for its end. Returns the exit status, 128 + the signal's number if one ended it.
    @discardableResult
    func wait() -> Int32 {
        var status: Int32 = 0
        while waitpid(id, &status, 0) < 0 && errno == EINTR {}
        return status & 0x7f == 0 ? status >> 8 & 0xff : 128 + status & 0x7f
    }

    var hasEnded: Bool {
        var information = siginfo_t()
        return waitid(P_PID, UInt32(id), &information, WEXITED | WNOHANG | WNOWAIT) != 0
            || information._sifields._sigchld.si_pid != 0
    }

    func kill() { Glibc.kill(id, SIGKILL) }

    /// Runs it to its end, which must be a good one.
    static func run(_ arguments: [String], output: String? = nil) throws {
        let status = try Program(arguments, output: output).wait()
        guard status == 0 else {
            throw BenchmarkError("\(arguments.joined(separator: " ")) ended with \(status)")
        }
    }
}
