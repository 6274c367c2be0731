import ArgumentParser
import Model
import Rendering
import YAML

struct ValidateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate",
        abstract: "Find all mistakes in manifests. Needs no daemon and no root.",
        discussion: "Ends with 1 when there is a mistake; warnings alone don't count."
    )

    @Argument(help: "Files and directories; - for standard input.")
    var paths: [String] = []

    @Option(name: [.customShort("f"), .long], help: "The same.")
    var filename: [String] = []

    @Flag(name: [.customShort("q"), .long], help: "Say nothing when all is well.")
    var quiet = false

    func validate() throws {
        guard !(paths + filename).isEmpty else { throw ValidationError("You must say what to validate.") }
    }

    func run() async throws {
        do {
            let manifests = try ManifestFiles.read(paths + filename)
            let mistakes = manifests.allProblems
            for problem in mistakes {
                let word =
                    problem.severity == .error
                    ? Console.style.paint("error", .red) : Console.style.paint("warning", .yellow)
                let what = problem.path.isEmpty ? problem.message : "\(problem.path): \(problem.message)"
                let place = [problem.file, problem.position.map(\.description)].compactMap(\.self).joined(
                    separator: ":"
                )
                Console.line("\((place.isEmpty ? "" : place + ": ").printable)\(word): \(what.printableLines)")
            }
            let errors = mistakes.count { $0.severity == .error }
            guard errors == 0 else {
                throw Failure("\(Counted(errors, "mistake")) in \(Counted(manifests.fileCount, "file"))")
            }
            if !quiet {
                let objects = Counted(manifests.objects.count, "object")
                Console.line("\(objects) in \(Counted(manifests.fileCount, "file")): no mistakes")
            }
        } catch {
            throw Failure.exit(after: error)
        }
    }
}
