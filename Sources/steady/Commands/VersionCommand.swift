import ArgumentParser
import Client
import YAML

struct VersionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "version",
        abstract: "Print the versions of this program and of the daemon."
    )

    @OptionGroup var state: StateOptions

    @Flag(help: "This program's only.")
    var client = false

    func run() async throws {
        Console.line("Client Version: \(BuildFacts.full)")
        guard !client else { return }
        do {
            let facts = try await state.client.get("/steady/v1/version")
            let commit = facts["commit"]?.string ?? ""
            let version = facts["version"]?.string ?? "unknown"
            Console.line("Server Version: \(version)\(commit.isEmpty ? "" : " (\(commit))")")
        } catch let error as DaemonError {
            // That none runs is no fault of the version.
            Console.note("Server Version: none, \(error)")
        } catch {
            throw Failure.exit(after: error)
        }
    }
}
