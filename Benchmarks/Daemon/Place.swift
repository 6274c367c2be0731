import Glibc

/// Where everything of a run lies: a new directory, gone in the end.
struct Place {
    let path: String
    let steady: String
    /// Where containers and baselines give their signs of life. Anyone may write: containers have users of their own.
    var signs: String { path + "/signs" }

    init(in directory: String, steady: String) throws {
        path = directory + "/steady-benchmark-\(getpid())"
        self.steady = steady
        for path in [path, signs] { try check(mkdir(path, 0o755), "make \(path)") }
        try check(chmod(signs, 0o1777), "open \(signs) to all")
    }

    /// Runs a daemon for the length of `body`; whatever comes, it and all that it runs is taken down.
    func withDaemon<Answer>(
        _ name: String,
        files: [(name: String, text: String)],
        _ body: (Daemon) throws -> Answer
    ) throws -> Answer {
        let daemon = try Daemon(steady, in: path + "/" + name, files: files)
        do {
            try daemon.waitUntilListening()
            let answer = try body(daemon)
            try daemon.down()
            return answer
        } catch {
            print("\(name): the daemon said last:\n\(daemon.said.suffix(2000))")
            try daemon.down()
            throw error
        }
    }

    /// Refuses where something is still mounted in it: then a container is left, and its files are not ours to remove.
    func remove() throws {
        guard !text(of: "/proc/self/mountinfo").contains(path) else {
            throw BenchmarkError("\(path) stays: something is still mounted in it")
        }
        try Program.run(["rm", "-rf", "--one-file-system", path])
    }
}
