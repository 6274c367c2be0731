import CLinux
import Glibc

/// What the event loop knows of the shims that run: one conversation each, and the commands that were asked for.
///
/// Everything here happens on the loop's thread.
final class Supervisor {
    private struct Connection {
        let link: ShimLink
        var execs: [UInt64: Exec] = [:]
        var lastExec: UInt64 = 0
    }

    private final class Exec {
        let request: ExecRequest
        let output: Int32
        var bytes: [UInt8] = []
        var timer: UInt64?

        init(_ request: ExecRequest, output: Int32) {
            self.request = request
            self.output = output
        }
    }

    private let loop: EventLoop
    private let observer: ContainerObserver
    private let hasStarted: (AttemptID, Int32, Nanoseconds) -> Void
    private let hasEnded: (AttemptID) -> Void
    private var connections: [AttemptID: Connection] = [:]

    static let outputLimit = 4096

    init(
        loop: EventLoop,
        observer: @escaping ContainerObserver,
        hasStarted: @escaping (AttemptID, Int32, Nanoseconds) -> Void,
        hasEnded: @escaping (AttemptID) -> Void
    ) {
        self.loop = loop
        self.observer = observer
        self.hasStarted = hasStarted
        self.hasEnded = hasEnded
    }

    /// Listens to a shim from now on.
    func add(_ attempt: AttemptID, link: ShimLink) {
        connections[attempt] = Connection(link: link)
        loop.watch(link.socket) { [weak self] in self?.hear(attempt) }
    }

    func signal(_ attempt: AttemptID, _ number: Int32) {
        connections[attempt]?.link.send(.signal(number))
    }

    func exec(_ request: ExecRequest) {
        guard let connection = connections[request.attempt] else {
            return fail(request, "\(request.attempt) does not run")
        }
        // Asked again while it runs: the answer to the first asking is the answer to both.
        if connection.execs.values.contains(where: { $0.request.id == request.id }) { return }
        var ends: [Int32] = [-1, -1]
        let input = open("/dev/null", O_RDONLY | O_CLOEXEC)
        guard input >= 0, clinux_pipe(&ends) == 0 else {
            if input >= 0 { close(input) }
            return fail(request, "the daemon has no descriptors left")
        }
        defer {
            close(input)
            close(ends[1])
        }
        _ = fcntl(ends[0], F_SETFL, O_NONBLOCK)
        let number = connection.lastExec + 1
        var message = ShimLink.Message(SHIM_EXEC, id: number)
        message.payload = request.command.flatMap { $0.utf8.filter { $0 != 0 } + [0] }
        message.files = [input, ends[1], ends[1]]
        guard !request.command.isEmpty, connection.link.send(message) else {
            close(ends[0])
            return fail(request, "the command is empty or too long, or the container is overrun with requests")
        }
        let exec = Exec(request, output: ends[0])
        connections[request.attempt]?.lastExec = number
        connections[request.attempt]?.execs[number] = exec
        loop.watch(ends[0]) { [weak self] in self?.read(exec) }
        if let timeout = request.timeout {
            exec.timer = loop.after(timeout.nanoseconds) { [weak self] in self?.expire(request.attempt, number) }
        }
    }

    /// Forgets every shim without a word to it.
    func leaveAll() {
        for (_, connection) in connections {
            for exec in connection.execs.values { loop.drop(exec.output) }
            loop.drop(connection.link.socket)
        }
        connections = [:]
    }

    private func hear(_ attempt: AttemptID) {
        guard let connection = connections[attempt] else { return }
        switch connection.link.receive() {
        case .nothingNow: return
        case .ended, .noRoom: end(attempt, connection)
        case .message(let message):
            for file in message.files { close(file) }
            if message.is(SHIM_STARTED) {
                hasStarted(attempt, Int32(truncatingIfNeeded: message.extra), message.time)
            } else if message.is(SHIM_EXEC_EXITED) {
                finish(attempt, message.id, .exited(code: Int32(truncatingIfNeeded: message.value)))
            } else if message.is(SHIM_EXEC_FAILED) {
                finish(attempt, message.id, .failed(message: ContainersError(shimSaid: message.payload).message))
            }
        }
    }

    private func end(_ attempt: AttemptID, _ connection: Connection) {
        for number in connection.execs.keys.sorted() {
            finish(attempt, number, .failed(message: "the container ended while the command ran"))
        }
        loop.drop(connection.link.socket)
        connections[attempt] = nil
        hasEnded(attempt)
    }

    // MARK: Commands beside the main one

    // Returns false once there is nothing more to read now.
    @discardableResult
    private func read(_ exec: Exec) -> Bool {
        var chunk = [UInt8](repeating: 0, count: 4096)
        let count = Glibc.read(exec.output, &chunk, chunk.count)
        if count > 0 {
            exec.bytes += chunk[..<min(count, max(0, Self.outputLimit - exec.bytes.count))]
            return true
        }
        // Ended: its exit is told by the shim. Until then there is nothing to wait for here.
        if count == 0 { loop.ignore(exec.output) }
        return false
    }

    private func expire(_ attempt: AttemptID, _ number: UInt64) {
        connections[attempt]?.link.send(ShimLink.Message(SHIM_EXEC_SIGNAL, id: number, value: Int64(SIGKILL)))
        finish(attempt, number, .timedOut)
    }

    private func finish(_ attempt: AttemptID, _ number: UInt64, _ outcome: ExecResult.Outcome) {
        guard let exec = connections[attempt]?.execs.removeValue(forKey: number) else { return }
        if let timer = exec.timer { loop.cancel(timer: timer) }
        // Bounded: a child that was left behind may write without end.
        for _ in 0..<64 where !read(exec) { break }
        loop.drop(exec.output)
        observer(.execFinished(id: exec.request.id, ExecResult(outcome: outcome, output: exec.bytes)))
    }

    private func fail(_ request: ExecRequest, _ message: String) {
        observer(.execFinished(id: request.id, ExecResult(outcome: .failed(message: message))))
    }
}

extension Duration {
    /// Rounded down; at most about 292 years.
    var nanoseconds: Nanoseconds {
        let (seconds, attoseconds) = components
        let (whole, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        return overflow ? .max / 2 : min(.max / 2, whole + attoseconds / 1_000_000_000)
    }
}
