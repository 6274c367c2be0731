/// What a shim wrote down about its container: the file `status`, a line for each thing that happened.
///
///     started <pid> <nanoseconds>
///     exited <code or -1> <signal or 0> <1 when out of memory> <started> <finished>
///     failed <reason> <message>
struct AttemptStatus: Sendable, Hashable {
    enum End: Sendable, Hashable {
        case exited(ExitStatus)
        case failed(StartFailure, String)
    }

    var pid: Int32 = 0
    var startedAt: Nanoseconds?
    var end: End?

    init(text: String) {
        // What has no newline is being written.
        guard let last = text.lastIndex(of: "\n") else { return }
        for line in text[..<last].split(separator: "\n") {
            let words = line.split(separator: " ", maxSplits: 2)
            switch words.first {
            case "started" where words.count == 3:
                pid = Int32(words[1]) ?? 0
                startedAt = Nanoseconds(words[2])
            case "failed" where words.count >= 2:
                let message = words.count == 3 ? String(words[2]) : ""
                end = .failed(StartFailure(rawValue: String(words[1])) ?? .other, message)
            case "exited": end = Self.exited(line.split(separator: " ").dropFirst().compactMap { Int64($0) }) ?? end
            default: break
            }
        }
    }

    private static func exited(_ numbers: [Int64]) -> End? {
        guard numbers.count == 5 else { return nil }
        return .exited(
            ExitStatus(
                exitCode: numbers[1] == 0 && numbers[0] >= 0 ? Int32(truncatingIfNeeded: numbers[0]) : nil,
                signal: numbers[1] == 0 ? nil : Int32(truncatingIfNeeded: numbers[1]),
                outOfMemory: numbers[2] == 1,
                startedAt: numbers[3],
                finishedAt: numbers[4]
            )
        )
    }

    static func read(_ path: String) -> AttemptStatus {
        AttemptStatus(text: String(decoding: Files.read(path) ?? [], as: UTF8.self))
    }
}
