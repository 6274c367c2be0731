import Glibc

/// Measures the real daemon as its users meet it: manifests are edited, processes appear.
///
///     daemon-benchmark [--steady PATH] [--directory DIR] [--short] [edits|kills|scale|idle|directory]...
///
/// - `--steady`: the program; by default the one beside this.
/// - `--directory`: where state and manifests lie, in a new directory that is removed in the end; by default /var/tmp.
/// - `--short`: a fifth of the repetitions.
///
/// All of it runs in a network namespace of its own, which goes with the last process in it.
@main
struct DaemonBenchmark {
    var steady = ownDirectory + "/steady"
    var directory = "/var/tmp"
    var isShort = false
    var chosen: [String] = []

    static let measurements = ["edits", "kills", "scale", "idle", "directory"]

    static func main() {
        do {
            let benchmark = try DaemonBenchmark(Array(CommandLine.arguments.dropFirst()))
            try enterNetworkNamespace()
            try benchmark.run()
        } catch {
            Report.print("daemon-benchmark: \(error)")
            exit(1)
        }
    }

    init(_ arguments: [String]) throws {
        var rest = arguments[...]
        while let word = rest.popFirst() {
            switch word {
            case "--steady", "--directory":
                guard let value = rest.popFirst() else { throw BenchmarkError("\(word) wants a path") }
                if word == "--steady" { steady = value } else { directory = value }
            case "--short": isShort = true
            case let name where Self.measurements.contains(name): chosen.append(name)
            default:
                throw BenchmarkError("\(word) is none of \(Self.measurements.joined(separator: ", "))")
            }
        }
        if chosen.isEmpty { chosen = Self.measurements }
        guard access(steady, X_OK) == 0 else {
            throw BenchmarkError("\(steady) can't be run: build it first (make build), or name another with --steady")
        }
    }

    private func run() throws {
        Clock.catchInterruptions()
        let place = try Place(in: directory, steady: steady)
        Report.load()
        Report.heading()
        defer { Report.load() }
        for name in chosen { try measure(name, place) }
        try place.remove()
    }

    private func measure(_ name: String, _ place: Place) throws {
        let part = isShort ? 5 : 1
        switch name {
        case "edits": try measureEdits(place, count: 100 / part)
        case "kills": try measureKills(place, count: 40 / part)
        case "scale": try measureScale(place, replicas: 50, rounds: 5 / part)
        case "idle": try measureIdle(place, pods: 10, seconds: 20)
        default: try measureDirectory(place, count: 5000, edits: 50 / part)
        }
    }

    /// Runs this program anew in a network namespace. The variable tells the second run from the first.
    private static func enterNetworkNamespace() throws {
        let mark = "STEADY_BENCHMARK_INSIDE"
        if getenv(mark) != nil {
            return try Program.run(["ip", "link", "set", "lo", "up"])
        }
        guard geteuid() == 0 else { throw BenchmarkError("needs root, as `steady watch` does") }
        setenv(mark, "1", 1)
        let arguments = ["unshare", "--net", "--", ownPath] + CommandLine.arguments.dropFirst()
        let words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
        execvp("unshare", words)
        throw BenchmarkError.system("run unshare")
    }

    private static var ownPath: String {
        var bytes = [UInt8](repeating: 0, count: Int(PATH_MAX))
        let count = readlink("/proc/self/exe", &bytes, bytes.count)
        return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    }

    private static var ownDirectory: String {
        ownPath.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 }
    }
}
