public import Cluster
public import Journaling
public import Model

/// A control plane on its journal: one turn after the other, decided and made durable before anyone hears of it.
///
/// Daemon and simulator differ in what is around it: whence inputs and time come, and who is told.
public struct DurablePlane: Sendable {
    /// What came of inputs.
    public enum Outcome: Sendable {
        /// The turn stands in the journal, if there was anything to keep. Now its state may be published, and its
        /// answers be given.
        case done(Turn)
        /// The disk takes nothing, and nothing has changed.
        case postponed(Postponement)
    }

    /// What is to be told while the disk takes nothing.
    public struct Postponement: Sendable {
        public var problem: WriteProblem
        /// To who asked for a write, and to who only wanted to know what it would do.
        public var answers: [(id: UInt64, Answer)] = []
        /// When to come again, with a timer if nothing else has come.
        public var retryAt: Timestamp
        /// How long that is from now, whatever becomes of the wall clock meanwhile.
        public var wait: Duration
        /// What could not be written just now; nil where the disk was not tried again yet.
        public var attempt: Attempt?
    }

    /// A turn that is forgotten. Where its append failed half-way, the next recovery may find it all the same.
    public struct Attempt: Sendable {
        public var error: JournalError
        /// The state that it would have led to.
        public var state: ClusterState
    }

    /// As of the last turn that is durable.
    public private(set) var plane: ControlPlane
    private let journal: any Journal
    /// Nil while the disk takes what it is given.
    private var outage: Outage?
    private var lastTime = Timestamp()

    public init(_ plane: ControlPlane, _ journal: any Journal) {
        self.plane = plane
        self.journal = journal
    }

    public var state: ClusterState { plane.state }

    /// Why nothing can be written at present; nil when it can.
    public var writeProblem: WriteProblem? { outage?.problem }

    /// Takes a turn with all that came in.
    public mutating func take(_ inputs: [Input], now: Timestamp) -> Outcome {
        let now = max(now, lastTime)
        lastTime = now
        // A timer has waited as long as it was told, even if the wall clock was set back meanwhile.
        if let outage, now < outage.retryAt, !inputs.contains(where: \.isTimer) {
            return .postponed(postpone(inputs, outage, now))
        }
        var next = plane
        let turn = next.step((outage?.inputs ?? []) + inputs, now: now)
        do throws(JournalError) {
            if !turn.isEmpty { try append(turn) }
        } catch {
            var postponement = postpone(inputs, Outage(after: outage, error, now), now)
            postponement.attempt = Attempt(error: error, state: next.state)
            return .postponed(postponement)
        }
        plane = next
        outage = nil
        return .done(turn)
    }

    private func append(_ turn: Turn) throws(JournalError) {
        let batch = Batch(time: turn.time.nanoseconds, drafts: turn.records)
        _ = try journal.append(batch, expectedHead: journal.head, epoch: journal.epoch)
    }

    /// Refuses writes, answers what needs no disk, and keeps what else came in until the disk is tried again.
    private mutating func postpone(_ inputs: [Input], _ outage: Outage, _ now: Timestamp) -> Postponement {
        var outage = outage
        var postponement = Postponement(
            problem: outage.problem,
            retryAt: outage.retryAt,
            wait: max(outage.retryAt - now, .zero)
        )
        var rehearsals: [Input] = []
        for input in inputs {
            switch input {
            case .request(_, let request) where request.isDryRun: rehearsals.append(input)
            case .request(let id, _):
                let why = "nothing can be changed at present: \(outage.problem.message)"
                postponement.answers.append((id, Answer(.failure(.unavailable(why)))))
            default: outage.undone.keep(input)
            }
        }
        self.outage = outage
        postponement.answers += rehearse(rehearsals, now)
        return postponement
    }

    /// On a copy of which only the answers stay.
    private func rehearse(_ inputs: [Input], _ now: Timestamp) -> [(id: UInt64, Answer)] {
        guard !inputs.isEmpty else { return [] }
        var copy = plane
        return copy.step(inputs, now: now).answers
    }
}

extension Input {
    fileprivate var isTimer: Bool {
        if case .timer = self { true } else { false }
    }
}

/// A time in which the disk takes nothing.
private struct Outage {
    var problem: WriteProblem
    var undone = UndoneInputs()
    /// Nothing is tried before.
    let retryAt: Timestamp
    private let delay: Duration

    private static let firstDelay = Duration.milliseconds(50)
    private static let longestDelay = Duration.seconds(1)

    /// - Parameter earlier: the same outage as it was before this attempt; nil when it begins.
    init(after earlier: Outage?, _ error: JournalError, _ now: Timestamp) {
        problem = WriteProblem(message: "writing the journal: \(error)", since: earlier?.problem.since ?? now)
        undone = earlier?.undone ?? UndoneInputs()
        delay = earlier.map { min($0.delay * 2, Self.longestDelay) } ?? Self.firstDelay
        retryAt = now + delay
    }

    /// What the next attempt begins with. It tells that the outage is over, and so always has something to write.
    var inputs: [Input] { [.writable(after: problem)] + undone.inputs }
}
