internal import Cluster
internal import Journaling
internal import Model

/// One turn after the other, in the order that never changes: decide, make durable, publish, answer.
struct TurnRunner {
    private var plane: ControlPlane
    private let driver: ControlPlaneDriver
    private let snapshots = SnapshotSchedule()
    /// What came in while nothing could be written, to be decided anew. Requests are refused instead.
    private var undone: [Input] = []
    private var lastTime = Timestamp()

    /// How long to wait before trying a disk again that took nothing.
    private static let retryDelay = Duration.seconds(1)

    init(_ plane: ControlPlane, _ driver: ControlPlaneDriver) {
        self.plane = plane
        self.driver = driver
    }

    /// Takes a turn and returns how long to wait for more input at most; nil for ever.
    mutating func take(_ inputs: [Input]) -> Duration? {
        let now = max(driver.clock(), lastTime)
        lastTime = now
        let before = plane
        let all = undone + inputs
        let turn = plane.step(all, now: now)
        do {
            if !turn.isEmpty { try append(turn) }
        } catch {
            plane = before
            refuse(all, error)
            return Self.retryDelay
        }
        undone = []
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

    private mutating func refuse(_ inputs: [Input], _ error: JournalError) {
        let problem = "writing the journal: \(error)"
        driver.publish(writeProblem: problem)
        undone = []
        for input in inputs {
            if case .request(let id, _) = input {
                driver.answer(id, Answer(.failure(.unavailable(problem))))
            } else {
                undone.append(input)
            }
        }
    }
}
