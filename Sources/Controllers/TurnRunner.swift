internal import Cluster
internal import Journaling
internal import Model

/// One turn after the other, in the order that never changes: decide, make durable, publish, answer.
struct TurnRunner {
    private var plane: ControlPlane
    private let driver: ControlPlaneDriver
    private let snapshots = SnapshotSchedule()
    /// Nil while the disk takes what it is given.
    private var outage: Outage?
    private var lastTime = Timestamp()

    init(_ plane: ControlPlane, _ driver: ControlPlaneDriver) {
        self.plane = plane
        self.driver = driver
    }

    /// Takes a turn and returns how long to wait for more input at most; nil for ever.
    mutating func take(_ inputs: [Input]) -> Duration? {
        let now = max(driver.clock(), lastTime)
        lastTime = now
        // A timer has waited as long as it was told, even if the wall clock was set back meanwhile.
        if let outage, now < outage.retryAt, !inputs.contains(where: \.isTimer) { return postpone(inputs, outage, now) }
        let before = plane
        let turn = plane.step((outage?.inputs ?? []) + inputs, now: now)
        do {
            if !turn.isEmpty { try append(turn) }
        } catch {
            plane = before
            return postpone(inputs, Outage(after: outage, error, now), now)
        }
        outage = nil
        if !turn.isEmpty {
            driver.publish(plane.state, turn)
            snapshots.consider(plane.state, driver.journal, now)
        }
        for (id, answer) in turn.answers { driver.answer(id, answer) }
        return turn.wakeAt.map { max($0 - driver.clock(), .zero) }
    }

    private func append(_ turn: Turn) throws(JournalError) {
        let journal = driver.journal
        let batch = Batch(time: turn.time.nanoseconds, drafts: turn.records)
        _ = try journal.append(batch, expectedHead: journal.head, epoch: journal.epoch)
    }

    /// Refuses writes, answers what needs no disk, and keeps what else came in until the disk is tried again.
    private mutating func postpone(_ inputs: [Input], _ outage: Outage, _ now: Timestamp) -> Duration {
        driver.publish(writeProblem: outage.problem)
        var outage = outage
        var rehearsals: [Input] = []
        for input in inputs {
            switch input {
            case .request(_, let request) where request.isDryRun: rehearsals.append(input)
            case .request(let id, _):
                let why = "nothing can be changed at present: \(outage.problem.message)"
                driver.answer(id, Answer(.failure(.unavailable(why))))
            default: outage.undone.keep(input)
            }
        }
        rehearse(rehearsals, now)
        self.outage = outage
        return max(outage.retryAt - now, .zero)
    }

    /// On a copy of which only the answers stay.
    private func rehearse(_ inputs: [Input], _ now: Timestamp) {
        guard !inputs.isEmpty else { return }
        var copy = plane
        for (id, answer) in copy.step(inputs, now: now).answers { driver.answer(id, answer) }
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
