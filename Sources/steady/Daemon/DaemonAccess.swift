import Cluster
import Controllers
import Driving
import Journaling
import Model
import Server
import YAML

/// What the daemon tells of its journal, and how it is told to end.
struct DaemonAccess: SteadyAccess {
    let journal: LocalJournal
    let end: EndSignal
    /// Told of an order to go down while that is under way.
    let hurry: @Sendable (DownOrder) -> Void
    /// Comes when whoever asked it to go down was answered.
    let farewell: Moment

    var version: String { BuildFacts.version }
    var commit: String { BuildFacts.commit }

    func why(_ key: ObjectKey) async throws -> Value? {
        try await Self.blocking { try Chronicle(journal).why(key) }
    }

    func history(_ key: ObjectKey) async throws -> [Value] {
        try await Self.blocking { try Chronicle(journal).history(of: key) }
    }

    func journalStatus() async throws -> Value {
        let gaps = journal.gaps.map { Value.string("\($0)") }
        return ["head": .int(Int64(journal.head)), "condition": .string("\(journal.condition)"), "gaps": .array(gaps)]
    }

    func goDown(gracePeriod: Duration?) async throws {
        try await withCheckedThrowingContinuation { continuation in
            let order = DownOrder(gracePeriod: gracePeriod, answer: continuation)
            if !end.raise(.down(order)) { hurry(order) }
        }
    }

    func leave() { farewell.come() }

    /// The journal is read from the disk: that belongs on a thread of its own.
    private static func blocking<Result: Sendable>(
        _ body: @escaping @Sendable () throws -> Result
    ) async throws -> Result {
        try await withCheckedThrowingContinuation { continuation in
            _ = Worker(named: "reader") { continuation.resume(with: Swift.Result(catching: body)) }
        }
    }
}
