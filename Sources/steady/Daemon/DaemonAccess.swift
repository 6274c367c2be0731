import Cluster
import Controllers
import Driving
import Journaling
import Model
import Server
import YAML

/// What the daemon tells of its journal, and how it is told to end.
struct DaemonAccess: SteadyAccess {
    private let journal: LocalJournal
    private let cluster: ControlPlaneDriver
    private let settings: Settings
    private let clock: @Sendable () -> Timestamp
    private let past = LatestPast()
    private let end: EndSignal
    /// Told of an order to go down while that is under way.
    private let hurry: @Sendable (DownOrder) -> Void
    /// Comes when whoever asked it to go down was answered.
    private let farewell: Moment
    /// The journal is read from the disk: one question after the other, on one thread, however many are asked.
    private let questions = Mailbox<@Sendable () -> Void>()
    /// Plans take seconds where the cluster is large: nobody who asks for the past waits for them.
    private let plans = Mailbox<@Sendable () -> Void>()

    init(
        journal: LocalJournal,
        cluster: ControlPlaneDriver,
        settings: Settings,
        clock: @escaping @Sendable () -> Timestamp,
        end: EndSignal,
        hurry: @escaping @Sendable (DownOrder) -> Void,
        farewell: Moment
    ) throws {
        self.journal = journal
        self.cluster = cluster
        self.settings = settings
        self.clock = clock
        self.end = end
        self.hurry = hurry
        self.farewell = farewell
        let (questions, past, plans) = (questions, past, plans)
        // They go with the program.
        _ = try Worker(named: "planner") {
            while let waiting = plans.receive(timeout: nil) {
                for plan in waiting { plan() }
            }
        }
        _ = try Worker(named: "reader") {
            while let waiting = questions.receive(timeout: past.isEmpty ? nil : LatestPast.patience) {
                if waiting.isEmpty { past.forget() }
                for question in waiting { question() }
            }
        }
    }

    var version: String { BuildFacts.version }
    var commit: String { BuildFacts.commit }

    func why(_ key: ObjectKey, through end: UInt64?) async throws -> Value? {
        try await read { try Chronicle(journal).why(key, through: end) }
    }

    func history(_ key: ObjectKey, through end: UInt64?) async throws -> [Value] {
        try await read { try Chronicle(journal).history(of: key, through: end) }
    }

    func versions(_ key: ObjectKey) async throws -> [AppVersion] {
        try await read { try Chronicle(journal).versions(of: key) }
    }

    func point(_ moment: PastMoment) async throws -> PastPoint {
        try await read { try Chronicle(journal).point(moment, now: clock()) }
    }

    func state(at sequence: UInt64) async throws -> ClusterState {
        try await read {
            try past.state(at: sequence) {
                try Chronicle(journal).state(at: sequence, seal: cluster.state.seals.seal)
            }
        }
    }

    func forecast(_ statement: DirectoryStatement) async throws -> Forecast {
        try await ask(plans) { Forecast(of: statement, on: cluster.state, settings, at: clock()) }
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

    private func read<Result: Sendable>(_ body: @escaping @Sendable () throws -> Result) async throws -> Result {
        try await ask(questions, body)
    }

    private func ask<Result: Sendable>(
        _ questions: Mailbox<@Sendable () -> Void>,
        _ body: @escaping @Sendable () throws -> Result
    ) async throws -> Result {
        try await withCheckedThrowingContinuation { continuation in
            questions.send { continuation.resume(with: Swift.Result(catching: body)) }
        }
    }
}
