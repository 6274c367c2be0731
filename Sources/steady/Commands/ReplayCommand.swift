import ArgumentParser
import Cluster
import Controllers
import Glibc
import Journaling
import Rendering

struct ReplayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Decide a journal's turns once more, and check that the same comes out.",
        usage: "steady replay [JOURNAL] [options]",
        discussion: """
            JOURNAL is the directory of a journal, or the state directory that it lies in: a copy that came with a bug \
            report, or the one of a daemon that runs. Nothing in it is changed, and neither daemon nor root is needed.

            The inputs of each turn are given to what decides in this Steady, and what comes of them is compared \
            with what stands there, record for record. At the first difference it tells which record, what stands \
            there and what comes now. Where another build of Steady decided, it says which.

            Values of Secrets are sealed. With their key, which is secrets.key beside the journal or named with --key, \
            they are compared as all else; without it, turns that touch a Secret are taken as they stand, and counted.

            Ends with 0 when all came out the same, 1 at a difference, 2 when it could not be judged.
            """
    )

    @OptionGroup var state: StateOptions

    @Argument(help: "Where the journal is; by default it is your own.")
    var journal: String?

    @Option(help: ArgumentHelp("The key of its Secrets.", valueName: "file"))
    var key: String?

    @Flag(help: "Leave Secrets out, though there is a key.")
    var withoutKey = false

    @Option(name: [.customShort("o"), .long], help: "yaml, json or jsonpath=TEMPLATE.", transform: OutputFormat.ofData)
    var output: OutputFormat?

    func validate() throws {
        guard key == nil || !withoutKey else {
            throw ValidationError("--key and --without-key cannot be specified together")
        }
    }

    func run() async throws {
        do {
            let path = path
            let seal = try seal(beside: path)
            // It reads the disk, and decides for as long as it takes.
            let outcome = try await onThread("replay") {
                Result { try JournalReplay(JournalFiles(path: path), seal: seal) }
            }.get()
            let words = ReplayWords(outcome)
            if let output {
                Console.write(try output.text(words.value))
            } else {
                for line in words.lines { Console.line(line.printable) }
            }
            if outcome.replay.difference != nil { throw ExitCode(1) }
            if let obstacle = outcome.obstacle { throw Failure(obstacle) }
        } catch {
            throw Failure.exit(after: error, code: 2)
        }
    }

    /// The journal's directory, whichever of the two was named.
    private var path: String {
        guard let journal else { return state.directory.journalPath }
        let inner = "\(journal)/journal"
        return access(inner, F_OK) == 0 ? inner : journal
    }

    private func seal(beside path: String) throws -> SecretSeal? {
        if withoutKey { return nil }
        if let key {
            guard let seal = try SecretsKey(path: key).read() else { throw Failure("there is no key in \(key)") }
            return seal
        }
        return try SecretsKey(path: "\(path)/../secrets.key").read()
    }
}
