internal import Containers
internal import Glibc
internal import Synchronization

/// A command in a container, and who talks to it.
final class ContainerTalk: ExecStream {
    private let session: ExecSession
    private let readiness: ReadinessLoop
    private let files: [Int32]
    /// What takes the place of an input that has ended.
    private let null: Int32
    private let isInputOpen = Mutex(true)

    /// - Throws: where no descriptor is left.
    init(_ session: ExecSession, hasInput: Bool, _ readiness: ReadinessLoop) throws(AgentError) {
        self.session = session
        self.readiness = readiness
        files = [session.input, session.output] + (session.error.map { [$0] } ?? [])
        null = open("/dev/null", O_WRONLY | O_CLOEXEC)
        for file in files { _ = fcntl(file, F_SETFL, fcntl(file, F_GETFL, 0) | O_NONBLOCK) }
        try check(null, "open /dev/null for a session")
        if !hasInput, session.error != nil { endInput() }
    }

    deinit {
        for file in files + [null] where file >= 0 { close(file) }
    }

    func readOutput(to sink: @Sendable (ExecOutput) async throws -> Void) async throws -> ExecEnd {
        var files = [session.output] + (session.error.map { [$0] } ?? [])
        while !files.isEmpty {
            guard let file = await readiness.readable(files) else { break }
            guard let bytes = read(file) else {
                files.removeAll { $0 == file }
                continue
            }
            guard !bytes.isEmpty else { continue }
            try await sink(file == session.error ? .standardError(bytes) : .standardOutput(bytes))
        }
        try Task.checkCancellation()
        switch await session.outcome() {
        case .exited(let code): return .exited(code: code)
        case .timedOut: return .signaled(SIGKILL)
        case .failed(let message): throw PodAccessError(.other, message)
        }
    }

    /// Nil at the end; nothing where there is nothing now.
    private func read(_ file: Int32) -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: 32768)
        let count = Glibc.read(file, &buffer, buffer.count)
        if count > 0 { return Array(buffer[..<count]) }
        // A terminal whose last user has gone says EIO.
        return count < 0 && (errno == EAGAIN || errno == EINTR) ? [] : nil
    }

    func write(_ bytes: [UInt8]) async throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            guard isInputOpen.withLock({ $0 }) else { return }
            let count = rest.withUnsafeBytes { Glibc.write(session.input, $0.baseAddress, $0.count) }
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else if errno == EAGAIN {
                guard await readiness.writable(session.input) else { return }
            } else if errno != EINTR {
                // The command has closed its input, or has ended: its end tells the rest.
                return
            }
        }
    }

    func closeInput() async {
        if session.error == nil {
            // On a terminal, Ctrl-D is the end.
            try? await write([4])  // a command that is gone needs no end of its input
        } else {
            endInput()
        }
    }

    func resize(columns: UInt16, rows: UInt16) async { session.resize(rows: rows, columns: columns) }

    func cancel() async {
        session.end()
        readiness.forget(session.output)
        if let error = session.error { readiness.forget(error) }
        endInput()
    }

    /// The descriptor's number stays the session's own until the end: somebody may be about to write to it, and must not
    /// find another's file there.
    private func endInput() {
        let wasOpen = isInputOpen.withLock { isOpen in
            defer { isOpen = false }
            return isOpen
        }
        guard wasOpen else { return }
        dup2(null, session.input)
        _ = fcntl(session.input, F_SETFD, FD_CLOEXEC)
        readiness.forget(session.input)
    }
}
