import ArgumentParser
import Client
import Glibc
import Journaling

struct DownCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "down",
        abstract: "End everything that Steady runs here, and the daemon. Works without a daemon, too.",
        discussion: """
            Containers are stopped, their namespaces, cgroups, network and rules removed. What is wanted stays in the \
            journal: the next `steady watch` starts it again.
            """
    )

    @OptionGroup var state: StateOptions

    func run() async throws {
        do {
            do {
                _ = try await state.client.call("POST", "/steady/v1/down")
                try await waitForTheDaemon()
            } catch DaemonError.noDaemon {
                try Teardown(state.directory).run()
            }
            Console.line("down: nothing of \(state.directory.path) runs any longer")
        } catch {
            throw Failure.exit(after: error)
        }
    }

    /// The daemon holds its journal's lock until the last of it is gone.
    private func waitForTheDaemon() async throws {
        for _ in 0..<600 {
            if isUnlocked { return }
            try await Task.sleep(for: .milliseconds(100))
        }
        throw Failure("the daemon was told to go down and is still there after a minute; see what it logs")
    }

    private var isUnlocked: Bool {
        // Any other trouble than the lock is the next daemon's to tell.
        guard let disk = try? LocalDisk(existing: state.directory.journalPath), let lock = try? disk.lock("lock") else {
            return false
        }
        lock.release()
        return true
    }
}
