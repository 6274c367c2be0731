import ArgumentParser
import Client
import Glibc
import Journaling
import Logging
import YAML

struct DownCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "down",
        abstract: "End everything that Steady runs here, and the daemon. Works without a daemon, too.",
        discussion: """
            All pods are stopped at the same time, each as when it is deleted: its preStop hook, its stop signal, its \
            grace period, then SIGKILL. Then namespaces, cgroups, network and rules are removed. What is wanted stays \
            in the journal: the next `steady watch` starts it again.
            Ends with 1 when something could not be removed.
            """
    )

    @OptionGroup var state: StateOptions

    @Option(help: "Seconds that each pod is given to end, 0 for none; by default what it asks for.")
    var gracePeriod: Int?

    @Flag(help: "The same as --grace-period=1.")
    var now = false

    func validate() throws {
        guard gracePeriod == nil || !now else {
            throw ValidationError("--now and --grace-period cannot be specified together")
        }
        guard gracePeriod ?? 0 >= 0 else { throw ValidationError("--grace-period must not be negative.") }
    }

    func run() async throws {
        do {
            do {
                try await askTheDaemon()
                try await waitForTheDaemon()
            } catch DaemonError.noDaemon {
                try await withoutDaemon()
            }
            Console.line("down: nothing of \(state.directory.path) runs any longer")
        } catch {
            throw Failure.exit(after: error)
        }
    }

    private var period: Int? { now ? 1 : gracePeriod }

    private func askTheDaemon() async throws {
        var fields: Fields = [:]
        if let period { fields["gracePeriodSeconds"] = .int(Int64(period)) }
        _ = try await state.client.call("POST", "/steady/v1/down", body: Array(Value.object(fields).json().utf8))
    }

    /// The daemon holds its journal's lock until the last of it is gone.
    private func waitForTheDaemon() async throws {
        for _ in 0..<600 {
            if !isLocked { return }
            try await Task.sleep(for: .milliseconds(100))
        }
        throw Failure("the daemon ended all that it ran and is still there after a minute; see what it logs")
    }

    private var isLocked: Bool {
        do {
            try LocalDisk(existing: state.directory.journalPath).lock("lock").release()
            return false
        } catch {
            // Any other trouble than the lock is the next daemon's to tell.
            return error.code == .inUse
        }
    }

    private func withoutDaemon() async throws {
        let logger = Logger(label: "steady") { DaemonLog(label: $0) }
        let teardown = Teardown(state.directory, logger)
        let seconds = period.map { Duration.seconds($0) }
        try await onThread("down") { Result { try teardown.run(gracePeriod: seconds) } }.get()
    }
}
