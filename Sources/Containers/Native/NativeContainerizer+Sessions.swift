import CLinux
import Glibc

extension NativeContainerizer: ContainerSessions {
    public func openSession(_ request: SessionRequest) async throws(ContainersError) -> ExecSession {
        let result = await withCheckedContinuation { continuation in
            perform(for: request.attempt.container.pod) { containerizer in
                containerizer.loop.post {
                    Conversation.begin(request, containerizer.layout, containerizer.loop) {
                        continuation.resume(returning: $0)
                    }
                }
            }
        }
        return try result.get()
    }
}

/// One session's own conversation with a shim, on the loop's thread.
private final class Conversation: @unchecked Sendable {
    // Unchecked: touched on the loop's thread only.

    private let link: ShimLink
    private let loop: EventLoop
    private var opened: ((Result<ExecSession, ContainersError>) -> Void)?
    private weak var session: ExecSession?
    private var files: [Int32]  // ours, until a session has them
    private var isOver = false

    private init(link: ShimLink, loop: EventLoop, files: [Int32]) {
        self.link = link
        self.loop = loop
        self.files = files
    }

    static func begin(
        _ request: SessionRequest,
        _ layout: StateLayout,
        _ loop: EventLoop,
        _ opened: @escaping (Result<ExecSession, ContainersError>) -> Void
    ) {
        func fail(_ message: String) { opened(.failure(ContainersError(.other, message))) }
        guard let link = ShimLink.connect(to: layout.attempt(request.attempt)) else {
            return fail("\(request.attempt) does not run")
        }
        var own: [Int32] = []
        var theirs: [Int32] = []
        if !request.hasTerminal {
            for index in 0..<3 {
                var ends: [Int32] = [-1, -1]
                guard clinux_pipe(&ends) == 0 else { break }
                own.append(index == 0 ? ends[1] : ends[0])
                theirs.append(index == 0 ? ends[0] : ends[1])
            }
        }
        var message = ShimLink.Message(SHIM_EXEC, id: 1, value: request.hasTerminal ? 1 : 0)
        message.payload = request.command.flatMap { $0.utf8.filter { $0 != 0 } + [0] }
        message.files = theirs
        let isSent = own.count == (request.hasTerminal ? 0 : 3) && !request.command.isEmpty && link.send(message)
        for file in theirs { close(file) }
        let conversation = Conversation(link: link, loop: loop, files: own)
        guard isSent else {
            conversation.hangUp()
            return fail("the command is empty or too long, or the daemon has no descriptors left")
        }
        conversation.opened = opened
        loop.watch(link.socket) { conversation.hear() }
    }

    private func hear() {
        switch link.receive() {
        case .nothingNow: return
        case .ended: end(.failed(message: "the container ended"))
        case .message(let message):
            if message.is(SHIM_EXEC_STARTED) { return start(message.files) }
            for file in message.files { close(file) }
            if message.is(SHIM_EXEC_EXITED) { end(.exited(code: Int32(truncatingIfNeeded: message.value))) }
            if message.is(SHIM_EXEC_FAILED) {
                end(.failed(message: String(decoding: message.payload, as: UTF8.self)))
            }
        }
    }

    private func start(_ received: [Int32]) {
        if let terminal = received.first { files = [terminal, fcntl(terminal, F_DUPFD_CLOEXEC, 0)] }
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
        if case .failed(let message) = outcome { opened?(.failure(ContainersError(.other, message))) }
        opened = nil
        session?.finish(outcome)
        hangUp()
    }

    private func hangUp() {
        guard !isOver else { return }
        isOver = true
        for file in files { close(file) }
        files = []
        session?.finish(.failed(message: "the session was ended"))
        loop.drop(link.socket)
    }
}
