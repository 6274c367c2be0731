import Synchronization
import Testing

@testable import GitOps

/// A watch and the sets that it has delivered.
final class Watching: Sendable {
    private let received = Mutex<[DirectorySet]>([])
    private let watch = Mutex<DirectoryWatch?>(nil)

    init(_ path: String, options: DirectoryWatch.Options = DirectoryWatch.Options()) throws {
        let started = try DirectoryWatch(path, options: options, parse: ManifestContent.parse) { [self] set in
            received.withLock { $0.append(set) }
        }
        watch.withLock { $0 = started }
    }

    var sets: [DirectorySet] { received.withLock(\.self) }

    func lookAgain() {
        watch.withLock { $0?.lookAgain() }
    }

    /// To be called at the end of a test: the watch holds this object until then.
    func stop() {
        let running = watch.withLock { watch in
            defer { watch = nil }
            return watch
        }
        running?.stop()
    }

    /// The newest set once it satisfies `condition`.
    @discardableResult
    func last(
        where condition: (DirectorySet) -> Bool,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> DirectorySet {
        let clock = ContinuousClock()
        let end = clock.now + .seconds(30)
        while clock.now < end {
            if let last = sets.last, condition(last) { return last }
            try await Task.sleep(for: .milliseconds(2))
        }
        Issue.record("no such set; the last one: \(String(describing: sets.last))", sourceLocation: sourceLocation)
        throw CancellationError()
    }
}

/// Lets as much time pass as an edit needs to be read: by making some elsewhere, and seeing them read.
func letEditsSettle() async throws {
    let elsewhere = TemporaryDirectory()
    try await watching(elsewhere.path) { watching in
        for round in 1...3 {
            elsewhere.write(manifest("marker", "\(round)"), to: "marker.yaml")
            try await watching.last { $0.texts == ["marker": "\(round)"] }
        }
    }
}

/// Runs a test's body with a watch on a directory, and ends the watch whatever comes of it.
func watching(
    _ path: String,
    options: DirectoryWatch.Options = DirectoryWatch.Options(),
    _ body: (Watching) async throws -> Void
) async throws {
    let watching = try Watching(path, options: options)
    defer { watching.stop() }
    try await body(watching)
}
