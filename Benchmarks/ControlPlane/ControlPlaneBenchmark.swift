import Glibc

/// Measures what decides and remembers, without containers and without root.
///
///     control-plane-benchmark [DIRECTORY]
///
/// The journal that is measured lies in a new directory in DIRECTORY, by default /var/tmp.
@main
enum ControlPlaneBenchmark {
    static func main() {
        do {
            try measureTurns(pods: 10_000, deployments: 100)
            try measureCoding()
            try measureJournal(in: CommandLine.arguments.dropFirst().first ?? "/var/tmp")
        } catch {
            print("control-plane-benchmark: \(error)")
            exit(1)
        }
    }
}
