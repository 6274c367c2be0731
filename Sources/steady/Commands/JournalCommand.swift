import ArgumentParser
import Journaling
import Model

struct JournalCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "journal",
        abstract: "Look after the journal in the state directory.",
        subcommands: [Verify.self, Repair.self]
    )

    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "verify",
            abstract: "Read the whole journal and tell what is damaged. Changes nothing; ends with 1 when something is."
        )

        @OptionGroup var state: StateOptions

        func run() async throws {
            do {
                let report = try LocalJournal.verify(path: state.directory.journalPath)
                Console.line("\(report)")
                guard report.damage == nil else { throw Failure("run `steady journal repair`") }
                guard report.isSound else { throw ExitCode(1) }
            } catch {
                throw Failure.exit(after: error)
            }
        }
    }

    struct Repair: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "repair",
            abstract: "Set aside what is damaged and go on with what is sound.",
            discussion: """
                Only while no daemon runs. What could not be read is kept beside the journal; the numbers of later \
                changes jump, so that nobody who watched sees one twice.
                """
        )

        @OptionGroup var state: StateOptions

        func run() async throws {
            do {
                let now = Timestamp.now.nanoseconds
                Console.line("\(try LocalJournal.repair(path: state.directory.journalPath, now: now))")
            } catch {
                throw Failure.exit(after: error)
            }
        }
    }
}
