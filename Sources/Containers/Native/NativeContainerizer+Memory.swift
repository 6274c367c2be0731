import Glibc
import Synchronization

// The directory in memory, and what is known of the pins that keep it.
extension NativeContainerizer {
    /// Takes over what an earlier daemon wrote down, where there is such.
    func findMemory() throws(ContainersError) {
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
            guard directory >= 0 else { continue }
            defer { close(directory) }
            guard flock(directory, LOCK_EX | LOCK_NB) != 0 else { continue }
            throw ContainersError(
                .other,
                "containers run in \(layout.root), and what tells of them is out of sight: start Steady where it ran before, "
                    + "among the same processes and mounts"
            )
        }
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
