import ArgumentParser
import Logging
import Model

struct WatchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch",
        abstract: "Make this machine match a directory of manifests, and keep it so.",
        discussion: """
            Runs in the foreground and logs to standard error. SIGTERM or Ctrl-C ends it; containers run on, and the \
            next `watch` takes them over. `steady down` ends them, too.
            """
    )

    @OptionGroup var state: StateOptions

    @Option(
        help: """
            What becomes of a deployment's update that makes no progress or crashes: "auto" takes it back to the last \
            revision that was up, until the file's template changes. The annotation \(RollbackPolicy.modeAnnotation) of a \
            deployment counts more.
            """
    )
    var rollback: RollbackPolicy.Mode = .off

    @Argument(help: "The directory, usually a git checkout.")
    var directory: String

    func run() async throws {
        do {
            let logger = Logger(label: "steady") { DaemonLog(label: $0) }
            let daemon = try DaemonProcess(
                watching: directory,
                state: state.directory,
                rollback: rollback,
                logger: logger
            )
            try await daemon.run()
        } catch {
            throw Failure.exit(after: error)
        }
    }
}
