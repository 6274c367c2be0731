import CLinux
import Driving
import Glibc
import Synchronization

// Lives of containers.
extension NativeContainerizer {
    func start(_ spec: ContainerSpec) {
        let attempt = spec.attempt
        switch knowledge.withLock({ $0.lives[attempt] }) {
        case .starting: return  // its start will be told
        case .running(let pid, let startedAt): return tell(.started(attempt, pid: pid, at: startedAt))
        case .ended where !wasCalledOff(attempt): return tellEnd(of: attempt)
        case .ended, nil: break
        }
        do throws(ContainersError) {
            guard Self.isName(attempt.container.pod), Self.isName(attempt.container.name), !spec.arguments.isEmpty
            else {
                throw ContainersError(.other, "\(attempt) has no arguments, or a name that can't be a directory")
            }
            if Files.exists(layout.attempt(attempt)), try !clear(attempt) { return resume(attempt) }
            guard try knownSandboxes().contains(attempt.container.pod),
                let sandbox = sandboxRecord(of: attempt.container.pod)
            else { throw ContainersError(.sandboxGone, "the sandbox of pod \(attempt.container.pod) is not there") }
            try prepare(spec)
            knowledge.withLock { $0.lives[attempt] = .starting }
            try launch(spec, in: sandbox)
        } catch {
            knowledge.withLock { $0.lives[attempt] = .ended }
            tellFailedStart(attempt, error.reason, error.message)
        }
    }

    private func tellFailedStart(_ attempt: AttemptID, _ reason: StartFailure, _ message: String) {
        if reason == .sandboxGone { loseSandboxes() }
        tell(.startFailed(attempt, reason: reason, message: layout.legible(message)))
    }

    /// Whether it is certain that nothing of an attempt ever ran, because no shim of it ever came to be.
    private func wasCalledOff(_ attempt: AttemptID) -> Bool {
        let status = AttemptStatus.read("\(layout.attempt(attempt))/status")
        return if case .failed(.calledOff, _) = status.end { true } else { false }
    }

    /// Takes an attempt away that never ran, so that it can begin anew. False where it is not such a one.
    private func clear(_ attempt: AttemptID) throws(ContainersError) -> Bool {
        guard let lock = AttemptLock(layout.attempt(attempt)) else { return false }
        defer { lock.release() }
        bury(attempt)
        guard wasCalledOff(attempt) else { return false }
        try delete(attempt)
        return true
    }

    /// Makes the attempt's directory, and what the container may write.
    private func prepare(_ spec: ContainerSpec) throws(ContainersError) {
        let attempt = spec.attempt
        let pod = attempt.container.pod
        let writable = layout.writable(attempt.container)
        if !Files.exists(writable) {
            try Files.makeDirectory(layout.pod(pod))
            try Files.makeDirectory(layout.containers(pod))
        }
        if try Files.makeDirectory(writable, mode: 0o755) {
            // Mapped, these are the container's own user and group.
            chown(writable, spec.user.user, spec.user.group)
        }
        let attempts = layout.attempts(attempt.container)
        if mkdir(attempts, 0o700) != 0 && errno != EEXIST {
            try Files.makeDirectory(layout.notedContainers(pod))
            try Files.makeDirectory(attempts)
        }
        try Files.makeDirectory(layout.attempt(attempt))
        try Files.write(summary(of: spec), to: "\(layout.attempt(attempt))/spec")
    }

    // For people, and for the daemon that finds it. Without the environment's values, which may be secret, wherever they
    // stand.
    private func summary(of spec: ContainerSpec) -> String {
        var lines = ["fallsBackToLog=\(spec.termination.fallsBackToLog)"]
        lines += spec.statedArguments.map { "argument=\($0)" }
        lines += spec.environment.map { "variable=\($0.name)" }
        lines += spec.mounts.map { "mount=\($0.source) \($0.destination)" }
        return lines.joined(separator: "\n") + "\n"
    }

    // From the moment that the request is sent the attempt runs, whatever becomes of this process: the lock goes along,
    // and is held on the way and by the shim, so that the next daemon waits for what comes of it.
    private func launch(_ spec: ContainerSpec, in sandbox: SandboxRecord) throws(ContainersError) {
        let path = layout.attempt(spec.attempt)
        var open: [Int32] = []
        defer { for file in open { close(file) } }
        func keep(_ file: Int32) -> Int32 {
            open.append(file)
            return file
        }
        let directory = keep(try Files.check(Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC), "open \(path)"))
        let home = layout.containers(spec.attempt.container.pod)
        let logs = keep(try Files.check(Glibc.open(home, O_RDONLY | O_DIRECTORY | O_CLOEXEC), "open \(home)"))
        // Held by the shim like the attempt's lock, for a daemon that sees neither its processes nor its mounts.
        try Files.check(flock(logs, LOCK_SH | LOCK_NB), "lock \(home)")
        let lock = keep(
            try Files.check(Glibc.open("\(path)/lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600), "make the lock")
        )
        try Files.check(flock(lock, LOCK_EX | LOCK_NB), "lock \(path)")
        let file = keep(try shimSpec(of: spec, in: sandbox).file())
        let (own, shim) = try ShimLink.pair()
        open.append(shim)
        do {
            try launcher.launch(
                name: spec.attempt.description,
                control: shim,
                spec: file,
                lock: lock,
                directory: directory,
                logs: logs
            )
        } catch {
            close(own)
            throw error
        }
        // From here on the shim tells how it went.
        supervise { $0.add(spec.attempt, link: ShimLink(socket: own)) }
    }

    private func shimSpec(of spec: ContainerSpec, in sandbox: SandboxRecord) -> ShimSpec {
        var wishes = ShimSpec(spec, in: sandbox, layout: layout, cgroups: cgroups)
        if let program, access(program, X_OK) == 0 {
            // With the host's ids: to run it takes no more than what everybody may.
            wishes.mount(program, at: "\(ContainerSpec.programDirectory)/steady", "fr")
        }
        return wishes
    }

    func remove(_ attempt: AttemptID) {
        let lock = AttemptLock(layout.attempt(attempt))
        // One that isn't written down any more may have left its log.
        guard lock != nil || !Files.exists(layout.attempt(attempt)) else { return }
        defer { lock?.release() }
        do throws(ContainersError) {
            try delete(attempt)
            knowledge.withLock { $0.lives[attempt] = nil }
            tell(.removed(attempt))
        } catch {
            // It stays, and is found again by the next inventory.
        }
    }

    private func delete(_ attempt: AttemptID) throws(ContainersError) {
        for file in LogTail.files(of: layout.log(attempt)) { try Files.removeTree(file) }
        try Files.removeTree(layout.attempt(attempt))
    }

    /// A shim has gone: finds out what became of its container, cleans up behind it, and tells.
    func settle(_ attempt: AttemptID) {
        guard Files.exists(layout.attempt(attempt)) else { return }
        guard let lock = AttemptLock(layout.attempt(attempt), seconds: 10) else {
            // It lives, and only the conversation broke: another one is begun.
            knowledge.withLock { $0.lives[attempt] = nil }
            return resume(attempt)
        }
        let status = bury(attempt)
        lock.release()
        let isNews = knowledge.withLock { knowledge in
            if case .ended = knowledge.lives[attempt] { return false }
            knowledge.lives[attempt] = .ended
            return true
        }
        if isNews { tellEnd(of: attempt, status) }
    }

    /// Writes down the end of an attempt whose shim could not, once nothing of it is left. Its lock must be held.
    @discardableResult
    func bury(_ attempt: AttemptID) -> AttemptStatus {
        let path = "\(layout.attempt(attempt))/status"
        let status = AttemptStatus.read(path)
        guard status.end == nil else { return status }
        try? cgroups.remove(cgroups.container(attempt, ResourceLimits()))
        let line =
            if let startedAt = status.startedAt {
                "exited -1 \(SIGKILL) 0 \(startedAt) \(SystemClock.wall())\n"
            } else if !Files.exists(path) {
                // A shim makes it before anything can run.
                "failed \(StartFailure.calledOff) there was no shim yet\n"
            } else {
                "failed \(StartFailure.other) the shim ended before the command ran\n"
            }
        let file = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
        // Where there is no room the next daemon comes to the same conclusion.
        if file >= 0 {
            try? Files.writeAll(Array(line.utf8), to: file, path)
            close(file)
        }
        return AttemptStatus.read(path)
    }

    /// Kills an attempt that runs and waits for its end. For worker threads.
    func endAttempt(_ attempt: AttemptID) throws(ContainersError) {
        let directory = layout.attempt(attempt)
        let deadline = SystemClock.steady() + 20_000_000_000
        while Files.exists(directory) {
            if let lock = AttemptLock(directory, seconds: 1, whileWaiting: { Self.kill(directory) }) {
                bury(attempt)
                lock.release()
                let wasRunning = knowledge.withLock { knowledge in
                    defer { knowledge.lives[attempt] = .ended }
                    if case .running = knowledge.lives[attempt] { return true }
                    if case .starting = knowledge.lives[attempt] { return true }
                    return false
                }
                if wasRunning { tellEnd(of: attempt) }
                return
            }
            if SystemClock.steady() > deadline { throw ContainersError(.other, "\(attempt) does not end") }
        }
    }

    private static func kill(_ directory: String) {
        guard let link = ShimLink.connect(to: directory) else { return }
        link.send(.signal(SIGKILL))
        close(link.socket)
    }

    /// Tells what the attempt's files say about its end.
    func tellEnd(of attempt: AttemptID) {
        tellEnd(of: attempt, AttemptStatus.read("\(layout.attempt(attempt))/status"))
    }

    private func tellEnd(of attempt: AttemptID, _ status: AttemptStatus) {
        switch status.end {
        case .failed(let reason, let message): tellFailedStart(attempt, reason, message)
        case .exited(var status):
            status.message = LastWords.of(attempt, status, layout: layout)
            tell(.exited(attempt, status))
        case nil: tell(.startFailed(attempt, reason: .other, message: "an earlier daemon began this start and ended"))
        }
    }
}
