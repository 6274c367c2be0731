import CLinux
import Glibc

/// The sessions that are open, on the loop's thread.
final class Conversations {
    private var open: [ObjectIdentifier: Conversation] = [:]

    fileprivate func add(_ conversation: Conversation) { open[ObjectIdentifier(conversation)] = conversation }
    fileprivate func remove(_ conversation: Conversation) { open[ObjectIdentifier(conversation)] = nil }

    /// Nobody waits any longer for what the daemon doesn't hear any more.
    func endAll() {
        for conversation in open.values { conversation.end(ContainersError(.other, "the daemon has ended")) }
    }
}

/// One session's own conversation with a shim, on the loop's thread.
final class Conversation: @unchecked Sendable {
    // Unchecked: touched on the loop's thread only. Whoever begins one is on it, the loop calls `hear` there, and what a
    // session asks for is posted there.

    private let link: ShimLink
    private let loop: EventLoop
    private let list: Conversations
    private var opened: ((Result<ExecSession, ContainersError>) -> Void)?
    private weak var session: ExecSession?
    private var files: [Int32]  // ours, until a session has them
    private var isOver = false

    private init(link: ShimLink, loop: EventLoop, list: Conversations, files: [Int32]) {
        self.link = link
        self.loop = loop
        self.list = list
        self.files = files
    }

    static func begin(
        _ request: SessionRequest,
        _ layout: StateLayout,
        _ loop: EventLoop,
        _ list: Conversations,
        _ opened: @escaping (Result<ExecSession, ContainersError>) -> Void
    ) {
        guard let link = ShimLink.connect(to: layout.attempt(request.attempt)) else {
            return opened(.failure(ContainersError(.notRunning, "\(request.attempt) does not run")))
        }
        // A terminal is the shim's to open.
        let pipes = StandardPipes(request.hasTerminal ? 0 : 3)
        let isSent = pipes.isWhole && !request.command.isEmpty && ask(link, request, pipes.theirs)
        for file in pipes.theirs { close(file) }
        let conversation = Conversation(link: link, loop: loop, list: list, files: pipes.own)
        conversation.opened = opened
        list.add(conversation)
        guard isSent else {
            let message = "the command is empty or too long, or the daemon has no descriptors left"
            return conversation.end(ContainersError(.other, message))
        }
        loop.watch(link.socket) { conversation.hear() }
    }

    private static func ask(_ link: ShimLink, _ request: SessionRequest, _ files: [Int32]) -> Bool {
        var message = ShimLink.Message(SHIM_EXEC, id: 1, value: request.hasTerminal ? 1 : 0)
        message.payload = request.command.flatMap { $0.utf8.filter { $0 != 0 } + [0] }
        message.files = files
        return link.send(message)
    }

    private func hear() {
        switch link.receive() {
        case .nothingNow: return
        case .ended: end(ContainersError(.notRunning, "the container ended"))
        case .noRoom: end(ContainersError(.other, "open a terminal: the daemon has no descriptors left"))
        case .message(let message):
            if message.is(SHIM_EXEC_STARTED) { return start(message.files) }
            for file in message.files { close(file) }
            if message.is(SHIM_EXEC_EXITED) { end(.exited(code: Int32(truncatingIfNeeded: message.value))) }
            if message.is(SHIM_EXEC_FAILED) { end(ContainersError(shimSaid: message.payload)) }
        }
    }

    private func start(_ received: [Int32]) {
        if let terminal = received.first { files = [terminal, fcntl(terminal, F_DUPFD_CLOEXEC, 0)] }
        guard files.count >= 2, !files.contains(-1) else {
            return end(ContainersError(.other, "open a terminal: the daemon has no descriptors left"))
        }
        for file in files { _ = fcntl(file, F_SETFL, fcntl(file, F_GETFL) | O_NONBLOCK) }
        let made = ExecSession(
            input: files[0],
            output: files[1],
            error: files.count > 2 ? files[2] : nil,
            signal: { number in
                self.loop.post {
                    guard !self.isOver else { return }
                    self.link.send(ShimLink.Message(SHIM_EXEC_SIGNAL, id: 1, value: Int64(number)))
                }
            },
            hangUp: { self.loop.post { self.hangUp() } }
        )
        files = []
        session = made
        opened?(.success(made))
        opened = nil
    }

    private func end(_ outcome: ExecResult.Outcome) {
        session?.finish(outcome)
        hangUp()
    }

    /// It fails: before the command ran, to whoever opens the session, else to whoever waits for its end.
    fileprivate func end(_ failure: ContainersError) {
        opened?(.failure(failure))
        opened = nil
        end(.failed(message: failure.message))
    }

    private func hangUp() {
        guard !isOver else { return }
        isOver = true
        list.remove(self)
        for file in files where file >= 0 { close(file) }
        files = []
        session?.finish(.failed(message: "the session was ended"))
        loop.drop(link.socket)
    }
}

/// Pipes for a command's standard input, output and error: the first is written here, the others are read.
private struct StandardPipes {
    private(set) var own: [Int32] = []
    private(set) var theirs: [Int32] = []
    /// False where the daemon has no descriptors left; those that it got are here all the same.
    private(set) var isWhole = true

    init(_ count: Int) {
        for index in 0..<count {
            var ends: [Int32] = [-1, -1]
            guard clinux_pipe(&ends) == 0 else {
                isWhole = false
                return
            }
            own.append(index == 0 ? ends[1] : ends[0])
            theirs.append(index == 0 ? ends[0] : ends[1])
        }
    }
}
