import Glibc
import Synchronization
import Testing
import YAML

/// A Steady of its own: a directory of manifests, a state directory, a network without a way out, and the daemon.
/// It is used as people use it, by files and the command line.
final class House: Sendable {
    private static let count = Atomic<Int>(0)

    let directory: String
    let manifests: String
    let state: String
    let program: String
    /// Holds the network, as long as the pipe to it is open: however the tests end, it ends.
    private let keeper: Program
    private let keeperPipe: Int32
    private let daemon = Mutex<Program?>(nil)
    private let outputs = Atomic<Int>(0)

    init() async throws {
        let number = Self.count.add(1, ordering: .relaxed).newValue
        directory = "/tmp/steady-end-to-end-\(getpid())-\(number)"
        manifests = "\(directory)/manifests"
        state = "\(directory)/state"
        program = try Self.programBesideThisOne()
        for path in [directory, manifests] {
            guard mkdir(path, 0o755) == 0 else { throw Surprise("make \(path)") }
        }
        var pipe: [Int32] = [-1, -1]
        guard Glibc.pipe(&pipe) == 0, fcntl(pipe[1], F_SETFD, FD_CLOEXEC) == 0 else { throw Surprise("make a pipe") }
        defer { close(pipe[0]) }
        keeperPipe = pipe[1]
        let script = "ip link set lo up && touch \(directory)/network && read -r _"
        keeper = try Program(["unshare", "--net", "sh", "-c", script], output: "\(directory)/keeper", input: pipe[0])
        try await until("there is a network", detail: { keeper.errors }) { Files.exists("\(directory)/network") }
    }

    private static func programBesideThisOne() throws -> String {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let length = readlink("/proc/self/exe", &buffer, buffer.count - 1)
        let own = String(decoding: buffer.prefix(max(length, 0)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let path = own.split(separator: "/").dropLast().map { "/\($0)" }.joined() + "/steady"
        guard Files.exists(path), Files.exists("\(path)-shim") else { throw Surprise("\(path) was not built") }
        return path
    }

    // MARK: Manifests

    func write(_ name: String, _ text: String) throws { try Files.write(text, to: "\(manifests)/\(name)") }
    func remove(_ name: String) { unlink("\(manifests)/\(name)") }

    // MARK: The daemon

    /// Starts a daemon and waits until it answers.
    ///
    /// - Parameter surroundings: a command that starts it, such as `unshare --mount`.
    func start(in surroundings: [String] = []) async throws {
        try await waitUntilItAnswers(try launch(in: surroundings))
    }

    /// Starts a daemon, and waits for nothing.
    @discardableResult
    func launch(in surroundings: [String] = []) throws -> Program {
        let started = try Program(inNetwork(surroundings + daemonCommand), output: "\(directory)/daemon")
        daemon.withLock { $0 = started }
        return started
    }

    private func waitUntilItAnswers(_ started: Program) async throws {
        try await until("the daemon answers", detail: { started.errors }) {
            if let status = started.ended { throw Surprise("the daemon ended with \(status):\n\(started.errors)") }
            return try await steady("get", "nodes").status == 0
        }
    }

    /// What a daemon is started with.
    var daemonCommand: [String] { [program, "watch", manifests, "--state", state] }

    /// Starts another daemon beside the house's own, which is not ended with it.
    ///
    /// - Parameter other: its state directory; nil for that of the house's own, which is to refuse it.
    func startDaemon(state other: String? = nil) throws -> Program {
        try Program(
            inNetwork([program, "watch", manifests, "--state", other ?? state]),
            output: "\(directory)/other-daemon"
        )
    }

    /// Sends the daemon a signal, and waits until it is gone. Returns what it ended with.
    @discardableResult
    func end(by signal: Int32) async throws -> Int32 {
        guard let running = daemon.withLock({ $0 }) else { throw Surprise("no daemon runs") }
        running.signal(signal)
        try await until("the daemon has ended", detail: { running.errors }) { running.ended != nil }
        daemon.withLock { $0 = nil }
        return running.ended ?? -1
    }

    /// What all daemons of this house have logged so far.
    var daemonLog: String { Files.text("\(directory)/daemon.errors") }

    // MARK: The command line

    /// Runs `steady COMMAND … --state …` to its end.
    func steady(_ command: String, _ arguments: String...) async throws -> Answer {
        try await finish(begin(command, arguments))
    }

    /// Starts `steady COMMAND … --state …`, for commands that go on.
    func begin(_ command: String, _ arguments: [String]) throws -> Program {
        try run([program, command, "--state", state] + arguments)
    }

    /// Runs a program of the machine in the house's network.
    func run(_ arguments: [String]) throws -> Program {
        let number = outputs.add(1, ordering: .relaxed).newValue
        return try Program(inNetwork(arguments), output: "\(directory)/output-\(number)")
    }

    func finish(_ running: Program) async throws -> Answer {
        do {
            try await until("a command has ended", detail: { running.output + running.errors }) {
                running.ended != nil
            }
        } catch {
            running.signal(SIGKILL)
            throw error
        }
        return Answer(status: running.ended ?? -1, output: running.output, errors: running.errors)
    }

    private func inNetwork(_ arguments: [String]) -> [String] {
        ["nsenter", "--target", "\(keeper.pid)", "--net", "--"] + arguments
    }

    // MARK: The end

    /// Takes everything down and returns what is left of it all the same.
    func leave() async throws -> [String] {
        // One that didn't get so far as to answer can't be asked to go down.
        if let running = daemon.withLock({ $0 }), try await steady("get", "nodes").status != 0 {
            running.signal(SIGKILL)
            try await until("the daemon has ended") { running.ended != nil }
        }
        let instance = Leftovers.instance(of: state)
        let down = Files.exists(state) ? try await steady("down") : nil
        if let running = daemon.withLock({ $0 }) {
            try await until("the daemon has ended", detail: { running.errors }) { running.ended != nil }
        }
        var found = try await Leftovers.of(self, instance: instance)
        if let down, down.status != 0 { found.append("down failed: \(down.output)\(down.errors)") }
        close(keeperPipe)
        try await until("the network is let go") { keeper.ended != nil }
        // Never through a mount: what lies behind one isn't ours.
        guard !Leftovers.hasMounts(directory) else { return found }
        let removal = try Program(["rm", "-rf", "--one-file-system", directory], output: "\(directory).removal")
        try await until("the directory is removed", detail: { removal.errors }) { removal.ended != nil }
        unlink("\(directory).removal")
        unlink("\(directory).removal.errors")
        return found
    }
}

/// How a command ended.
struct Answer {
    var status: Int32
    var output: String
    var errors: String
}

/// Tells a story in a house of its own, and sees that nothing is left of it.
func inHouse(_ story: (House) async throws -> Void) async throws {
    let house = try await House()
    do {
        try await story(house)
    } catch {
        Issue.record("the daemon's log:\n\(house.daemonLog)")
        _ = try await house.leave()
        throw error
    }
    let left = try await house.leave()
    #expect(left == [])
}

/// The stories. They share the machine's processors, so one at a time.
@Suite(.serialized, .enabled(if: geteuid() == 0, "containers need root"))
enum EndToEnd {}
