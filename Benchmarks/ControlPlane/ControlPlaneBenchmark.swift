import Glibc

/// Measures what decides and remembers, without containers and without root.
///
///     control-plane-benchmark [--directory DIR] [turns|coding|journal]...
///
/// The journal that is measured lies in a new directory in DIR, by default /var/tmp.
@main
struct ControlPlaneBenchmark {
    var directory = "/var/tmp"
    var chosen: Set<String> = []

    static func main() {
        do {
            let benchmark = try ControlPlaneBenchmark(Array(CommandLine.arguments.dropFirst()))
            try benchmark.run()
        } catch {
            print("control-plane-benchmark: \(error)")
            exit(1)
        }
    }

    init(_ arguments: [String]) throws {
        var rest = arguments[...]
        while let word = rest.popFirst() {
            switch word {
            case "--directory":
                guard let value = rest.popFirst() else { throw BenchmarkError("--directory wants a path") }
                directory = value
            case "turns", "coding", "journal": chosen.insert(word)
            default: throw BenchmarkError("\(word) is none of turns, coding, journal")
            }
        }
        if chosen.isEmpty { chosen = ["turns", "coding", "journal"] }
    }

    private func run() throws {
        if chosen.contains("turns") { try measureTurns(pods: 10_000, deployments: 100) }
        if chosen.contains("coding") { try measureCoding() }
        if chosen.contains("journal") { try measureJournal(in: directory) }
    }
}

struct BenchmarkError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
