import Agent
import Cluster
import Controllers
import Model
import Server
import Synchronization
import YAML

/// Containers that print and do what a test says.
struct FakePods: PodAccess {
    var lines: [LogLine] = []
    var exec: @Sendable (ExecStart) throws -> any ExecStream = { _ in throw PodAccessError(.notRunning, "nothing runs")
    }
    let asked = Asked<LogRequest>()

    func readLog(_ request: LogRequest, to sink: @Sendable ([LogLine]) async throws -> Void) async throws {
        asked.note(request)
        for line in lines { try await sink([line]) }
    }

    func startExec(_ request: ExecStart) async throws -> any ExecStream {
        try exec(request)
    }
}

/// What was asked of a fake.
final class Asked<Element: Sendable>: Sendable {
    private let elements = Mutex<[Element]>([])

    var all: [Element] { elements.withLock { $0 } }

    func note(_ element: Element) {
        elements.withLock { $0.append(element) }
    }
}

/// A command that prints back what it is told, until its input ends.
final class EchoCommand: ExecStream {
    let sizes = Asked<[UInt16]>()
    private let input: AsyncStream<[UInt8]>
    private let continuation: AsyncStream<[UInt8]>.Continuation
    private let end: ExecEnd
    private let cancellation = AsyncStream.makeStream(of: Void.self)

    init(end: ExecEnd) {
        (input, continuation) = AsyncStream.makeStream(of: [UInt8].self, bufferingPolicy: .unbounded)
        self.end = end
    }

    func readOutput(to sink: @Sendable (ExecOutput) async throws -> Void) async throws -> ExecEnd {
        for await bytes in input { try await sink(.standardOutput(bytes)) }
        try await sink(.standardError(Array("bye".utf8)))
        return end
    }

    func write(_ bytes: [UInt8]) async throws { continuation.yield(bytes) }
    func closeInput() async { continuation.finish() }
    func resize(columns: UInt16, rows: UInt16) async { sizes.note([columns, rows]) }

    func cancel() async {
        continuation.finish()
        cancellation.continuation.finish()
    }

    /// Returns when the caller's going was told.
    func waitUntilCancelled() async {
        for await _ in cancellation.stream {}
    }
}

struct FakeSteady: SteadyAccess {
    let version = "1.2.3"
    let commit = "abc"

    func why(_ key: ObjectKey, through end: UInt64?) async throws -> Value? {
        key.name == "web" ? ["what": "made"] : nil
    }

    func history(_ key: ObjectKey, through end: UInt64?) async throws -> [Value] { [] }

    var versions: [AppVersion] = []

    func versions(_ key: ObjectKey) async throws -> [AppVersion] { versions }

    /// The past is as it was told.
    var past: [UInt64: ClusterState] = [:]

    func point(_ moment: PastMoment) async throws -> PastPoint {
        switch moment {
        case .sequence(let sequence): return PastPoint(sequence: sequence, time: Timestamp(seconds: 1_799_999_000))
        case .time(let time): return PastPoint(sequence: 1, time: time)
        case .commit(let hash): throw APIError.badRequest("commit \(hash)")
        }
    }

    func state(at sequence: UInt64) async throws -> ClusterState {
        guard let state = past[sequence] else { throw APIError(code: 410, reason: "Expired", message: "gone") }
        return state
    }

    func forecast(_ statement: DirectoryStatement) async throws -> Forecast {
        Forecast(of: statement, on: ClusterState(), Settings(), at: Timestamp(seconds: 1_800_000_000))
    }

    func journalStatus() async throws -> Value { ["head": 7] }
    let downs = Asked<String>()
    /// What is said to have gone wrong in going down.
    var trouble: Refused?

    struct Refused: Error, CustomStringConvertible { var description: String }

    func goDown(gracePeriod: Duration?) async throws {
        downs.note(gracePeriod.map { "down within \($0)" } ?? "down")
        if let trouble { throw trouble }
    }

    func leave() { downs.note("left") }
}

func server(
    _ cluster: FakeCluster,
    pods: FakePods = FakePods(),
    steady: FakeSteady = FakeSteady()
) -> APIServer {
    APIServer(cluster: cluster, pods: pods, steady: steady) { Timestamp(seconds: 1_800_000_000) }
}
