public import Cluster
internal import Driving
public import Journaling
public import Model
internal import Synchronization

/// Runs a `ControlPlane` on a thread of its own: inputs in, turns made durable, then published and answered.
public final class ControlPlaneDriver: Sendable {
    /// What everybody may look at.
    public struct Published: Sendable {
        public var state: ClusterState
        /// Why nothing can be written at present; nil when it can.
        public var writeProblem: WriteProblem?
    }

    /// Called on the driver's thread after each turn that changed something, in order.
    public typealias Observer = @Sendable (_ state: ClusterState, _ changes: [Change]) -> Void

    public let changeLog: ChangeLog
    private let journal: any Journal
    private let clock: @Sendable () -> Timestamp
    private let snapshots = SnapshotSchedule()
    private let mailbox = Mailbox<Input>()
    private let published: Mutex<Published>
    private let pending = Mutex(PendingAnswers())
    private let observers = Mutex<[Observer]>([])
    private let writeObservers = Mutex<[@Sendable (WriteProblem?) -> Void]>([])

    /// - Parameters:
    ///   - state: what the journal told; see `ClusterState(recovering:)`.
    ///   - clock: the wall clock.
    public init(_ state: ClusterState, journal: any Journal, clock: @escaping @Sendable () -> Timestamp) {
        self.journal = journal
        self.clock = clock
        changeLog = ChangeLog(from: state.revision)
        published = Mutex(Published(state: state))
    }

    public var current: Published { published.withLock { $0 } }

    /// The latest state that is durable.
    public var state: ClusterState { published.withLock { $0.state } }

    /// Puts an input in and goes on.
    public func submit(_ input: Input) { mailbox.send(input) }

    /// Asks for a write, and waits until it is durable or refused.
    public func submit(_ request: Request) async -> Answer {
        await withCheckedContinuation { continuation in
            let id = pending.withLock { $0.add(continuation) }
            if !mailbox.send(.request(id: id, request)) {
                answer(id, Answer(.failure(.unavailable("the daemon is going down"))))
            }
        }
    }

    /// Has every later turn told to `observer`, and first the state as it is, with no changes.
    public func observe(_ observer: @escaping Observer) {
        observers.withLock { $0.append(observer) }
    }

    /// Has `observer` told when nothing can be written any longer, and why; with nil, when writing goes on.
    public func observeWrites(_ observer: @escaping @Sendable (WriteProblem?) -> Void) {
        writeObservers.withLock { $0.append(observer) }
    }

    /// Lets `run` finish what waits and return.
    public func stop() { mailbox.close() }

    /// Takes turns until `stop`. Blocks; call it on a thread of its own.
    public func run(_ settings: Settings) {
        var plane = DurablePlane(ControlPlane(state, head: journal.head, settings), journal)
        for observer in observers.withLock({ $0 }) { observer(state, []) }
        var timeout: Duration? = .zero
        while let inputs = mailbox.receive(timeout: timeout) {
            let outcome = plane.take(inputs.isEmpty ? [.timer] : inputs, now: clock())
            timeout = tell(outcome, plane.state)
        }
    }

    // MARK: What came of a turn

    /// Returns how long to wait for more input at most; nil for ever.
    private func tell(_ outcome: DurablePlane.Outcome, _ state: ClusterState) -> Duration? {
        switch outcome {
        case .done(let turn):
            if !turn.isEmpty {
                publish(state, turn)
                snapshots.consider(state, journal, turn.time)
            }
            for (id, answer) in turn.answers { self.answer(id, answer) }
            return turn.wakeAt.map { max($0 - clock(), .zero) }
        case .postponed(let postponement):
            publish(writeProblem: postponement.problem)
            for (id, answer) in postponement.answers { self.answer(id, answer) }
            return postponement.wait
        }
    }

    private func publish(_ state: ClusterState, _ turn: Turn) {
        let hadProblem = published.withLock { published in
            defer { published = Published(state: state) }
            return published.writeProblem != nil
        }
        if hadProblem { tellWriters(nil) }
        changeLog.append(turn.changes, head: state.revision)
        for observer in observers.withLock({ $0 }) { observer(state, turn.changes) }
    }

    private func publish(writeProblem: WriteProblem) {
        let isNew = published.withLock { published in
            defer { published.writeProblem = writeProblem }
            return published.writeProblem == nil
        }
        if isNew { tellWriters(writeProblem) }
    }

    private func tellWriters(_ problem: WriteProblem?) {
        for observer in writeObservers.withLock({ $0 }) { observer(problem) }
    }

    private func answer(_ id: UInt64, _ answer: Answer) {
        pending.withLock { $0.take(id) }?.resume(returning: answer)
    }
}

/// Callers that wait for their requests.
private struct PendingAnswers {
    private var next: UInt64 = 0
    private var waiting: [UInt64: CheckedContinuation<Answer, Never>] = [:]

    mutating func add(_ continuation: CheckedContinuation<Answer, Never>) -> UInt64 {
        next += 1
        waiting[next] = continuation
        return next
    }

    mutating func take(_ id: UInt64) -> CheckedContinuation<Answer, Never>? {
        waiting.removeValue(forKey: id)
    }
}
