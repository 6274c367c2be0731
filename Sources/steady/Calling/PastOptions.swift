import ArgumentParser
import Client
import Model
import Rendering
import YAML

/// `--at`: the past in place of the present.
struct PastOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "As of a moment of the past: a record's number, a time (20:50 or 2026-11-23T20:50:00Z, both UTC), '10 minutes ago', or the commit whose files had just been taken in.",
            valueName: "moment"
        )
    )
    var at: String?

    /// Asks the daemon where that is, so that several calls speak of one moment; the present where none was named.
    func moment(_ client: APIClient) async throws -> AskedMoment {
        guard let at else { return AskedMoment(now: .now) }
        let answer = try await client.get(Target.path(["steady", "v1", "at"], query: [(name: "at", value: at)]))
        guard let canonical = answer["at"]?.string, let time = answer["time"]?.string.flatMap(Timestamp.init) else {
            throw Failure("the daemon doesn't say when \(at) was; it may be of another version")
        }
        let span = Timestamp.now - time
        Console.note("As of \(time.milliseconds), \(Age.text(span)) ago, record \(answer["sequence"]?.int64 ?? 0).")
        return AskedMoment(now: time, query: [(name: "at", value: canonical)])
    }
}

/// When calls are answered for.
struct AskedMoment {
    /// Up to when ages are counted.
    var now: Timestamp
    /// What calls add to their query; nothing for the present.
    var query: [(name: String, value: String)] = []

    var isPast: Bool { !query.isEmpty }
}
