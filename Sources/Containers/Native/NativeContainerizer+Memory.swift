import Glibc
import Synchronization

// The directory in memory, and what is known of the pins that keep it.
extension NativeContainerizer {
    /// Takes over what an earlier daemon wrote down, where there is such.
    func findMemory() throws(ContainersError) {
        try checkForEarlierLayout()
        guard Files.exists(layout.pins) else { return }
        do throws(ContainersError) {
            try takeMemory(onlyFinds: true)
        } catch  where error.reason == .sandboxGone {
            // The machine was restarted; or the pins are out of sight, in another namespace of processes and mounts.
            try checkThatNothingRuns()
        }
    }

    /// Each shim holds a lock in the state directory, which is seen from everywhere: with nothing known of what runs, all
    /// would be started a second time.
    private func checkThatNothingRuns() throws(ContainersError) {
        for pod in Files.list(layout.pods) {
            let directory = open(layout.containers(pod), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
            if directory < 0 && (errno == ENOENT || errno == ENOTDIR) { continue }
            // What can't be looked at may well run.
            try Files.check(directory, "open \(layout.containers(pod))")
            defer { close(directory) }
            if flock(directory, LOCK_EX | LOCK_NB) == 0 { continue }
            guard errno == EWOULDBLOCK else { throw Files.failure("lock \(layout.containers(pod))") }
            throw ContainersError(
                .other,
                "containers run in \(layout.root), and what tells of them is out of sight: start Steady where it ran before, "
                    + "among the same processes and mounts"
            )
        }
    }

    /// Shims of protocol 1 kept what tells of them on the disk, and can't be adopted.
    private func checkForEarlierLayout() throws(ContainersError) {
        for pod in Files.list(layout.pods) {
            for name in Files.list(layout.containers(pod)) where Self.isName(name) {
                let attempts = "\(layout.writable(ContainerID(pod: pod, name: name)))/attempts"
                for attempt in Files.list(attempts) where Self.isHeldByRoot("\(attempts)/\(attempt)/lock") {
                    throw ContainersError(
                        .other,
                        "container \(name) of pod \(pod) runs under an earlier version of Steady in \(layout.root), and this "
                            + "one can't take it over: end it with `steady down` of that version"
                    )
                }
            }
        }
    }

    /// Today the same place is the container's own, who may make and lock what it likes there, but nothing of root's.
    private static func isHeldByRoot(_ path: String) -> Bool {
        let file = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else { return false }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_uid == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
        return flock(file, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK
    }

    /// Sees that there is a directory to write things down in.
    func makeMemory() throws(ContainersError) {
        if knowledge.withLock({ $0.hasMemory }) { return }
        try takeMemory(onlyFinds: false)
    }

    private func takeMemory(onlyFinds: Bool) throws(ContainersError) {
        let directory = try launcher.memory(of: layout.root, onlyFinds: onlyFinds)
        defer { close(directory) }
        try memory.become(directory)
        knowledge.withLock { $0.hasMemory = true }
    }

    /// The pins are gone: what was known of them holds no more.
    func loseSandboxes() {
        knowledge.withLock { knowledge in
            knowledge.sandboxes = nil
            knowledge.records = [:]
            knowledge.hasMemory = false
        }
    }
}
