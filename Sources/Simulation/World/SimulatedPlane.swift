internal import Cluster
internal import Controllers
internal import Journaling
internal import Model

/// A control plane on a journal on a disk in memory.
struct SimulatedPlane {
    private(set) var disk = MemoryDisk()
    /// Nil while the process is down.
    private(set) var journal: LocalJournal?
    private var plane: DurablePlane?
    /// What everybody may look at: the latest state that is durable.
    private(set) var published = ClusterState(seal: Self.seal)
    /// What will be found beside `published` if a batch whose append failed half-way turns out to be durable.
    private var inDoubt: ClusterState?
    /// What the journal's records tell, folded as they come: read from the disk at each audit.
    private var retold = ClusterState()
    var inbox = Inbox<Input>()
    /// When it wants a turn though nothing comes in.
    private(set) var wakeAt: Timestamp?

    /// Small segments, so that a world sees several.
    private static var options: LocalJournal.Options {
        var options = LocalJournal.Options()
        options.segmentBytes = 256 << 10
        return options
    }

    /// Any key will do, if it is always the same.
    static let seal = SecretSeal(key: Array(repeating: 7, count: SecretSeal.keyLength))

    var isUp: Bool { plane != nil }

    /// Starts the process: recovers what the journal tells, which must be what was durable before.
    mutating func start() throws(Violation) {
        let (journal, state) = try Self.recover(disk)
        if let difference = StateDifference(of: state, from: published).first {
            guard let inDoubt, StateDifference(of: state, from: inDoubt).first == nil else {
                throw Violation("after a restart the state is not what it was: \(difference)")
            }
            published = inDoubt
        }
        published.advance(to: state.revision)
        inDoubt = nil
        retold = state
        self.journal = journal
        plane = DurablePlane(ControlPlane(state, head: journal.head), journal)
    }

    /// Takes a turn with all that waits; nil while it is down. What was durable is published.
    mutating func turn(now: Timestamp) -> DurablePlane.Outcome? {
        let inputs = inbox.take()
        guard let outcome = plane?.take(inputs.isEmpty ? [.timer] : inputs, now: now) else { return nil }
        switch outcome {
        case .done(let turn):
            wakeAt = turn.wakeAt
            if let plane, !turn.isEmpty { published = plane.state }
            inDoubt = nil
        case .postponed(let postponement):
            wakeAt = postponement.retryAt
            if let attempt = postponement.attempt, attempt.error.code != .full { inDoubt = attempt.state }
        }
        return outcome
    }

    /// The process is killed. What it wrote stays in the system's memory, and so on the disk.
    mutating func kill() {
        journal?.close()
        journal = nil
        plane = nil
        wakeAt = nil
        inbox = Inbox()
    }

    /// The machine loses power: what was not synced may be gone.
    mutating func losePower(seed: UInt64) {
        kill()
        disk = disk.afterCrash(seed: seed)
    }

    /// Keeps a snapshot, as production does now and then. It may fail, and costs nothing but time then.
    func keepSnapshot(now: Timestamp) {
        guard let journal else { return }
        try? journal.writeSnapshot(at: journal.head, time: now.nanoseconds, records: published.snapshotRecords)
        try? journal.maintain(now: now.nanoseconds)  // As with the snapshot.
    }

    private static func recover(_ disk: MemoryDisk) throws(Violation) -> (LocalJournal, ClusterState) {
        do {
            let journal = try LocalJournal(disk: disk, options: options)
            guard journal.condition == .writable, journal.gaps.isEmpty else {
                throw Violation("the journal can't be written after a restart: \(journal.condition)")
            }
            return (journal, try ClusterState(recovering: journal, seal: seal))
        } catch let violation as Violation {
            throw violation
        } catch {
            throw Violation("recovering from the journal: \(error)")
        }
    }
}

// MARK: - Checks

extension SimulatedPlane {
    /// Controllers that say that they finish in one look have finished after each turn: none other looks after them.
    func checkClaims(after turn: Turn) throws(Violation) {
        if let claim = plane?.plane.unfinished(after: turn).first { throw Violation(claim) }
    }

    /// Costs much. Promises about the present moment, none of which a turn may break:
    /// - the disk tells the state that is published (design: the journal is the truth);
    /// - asked again, the control plane has nothing to do, also one that just started (design: level-triggered).
    mutating func audit(now: Timestamp) throws(Violation) {
        guard let plane, let journal, journal.condition == .writable, plane.writeProblem == nil else { return }
        try retell(journal)
        if let difference = StateDifference(of: retold, from: published).first {
            throw Violation("the journal tells another state than the published one: \(difference)")
        }
        guard inbox.isEmpty, (wakeAt.map { $0 > now } ?? true) else { return }
        var asked = plane.plane
        try Self.expectNothing(asked.step([.timer], now: now), "asked again, the control plane")
        var restarted = ControlPlane(published, head: published.revision)
        try Self.expectNothing(restarted.step([.timer], now: now), "after a restart the control plane")
    }

    private mutating func retell(_ journal: LocalJournal) throws(Violation) {
        guard retold.revision < journal.head else { return }
        var state = retold
        do {
            try journal.read(retold.revision + 1...journal.head) { try state.fold($0) }
        } catch {
            throw Violation("reading the journal: \(error)")
        }
        state.advance(to: journal.head)
        retold = state
    }

    private static func text(_ change: Change) -> String {
        guard case .put(let stored, let previous?) = change.body else { return "" }
        var before = previous.object
        before.metadata.resourceVersion = stored.object.metadata.resourceVersion
        let (old, new) = (before.json(), stored.object.json())
        let same = zip(old, new).prefix { $0 == $1 }.count
        let start = max(0, same - 120)
        func part(_ bytes: [UInt8]) -> String { String(decoding: bytes.dropFirst(start).prefix(300), as: UTF8.self) }
        return ": from ...\(part(old))... to ...\(part(new))..."
    }

    private static func expectNothing(_ turn: Turn, _ who: String) throws(Violation) {
        guard let change = turn.changes.first(where: { $0.key.kind != .event && !$0.isOtherWordsOfWaiting }) else {
            return
        }
        throw Violation("\(who) changes \(change.key), though nothing has changed\(text(change))")
    }
}

extension Change {
    /// Whether a pod that has no node still has none, for another reason: it was told when somebody looked last, and that
    /// a node has filled up since lets nobody in.
    fileprivate var isOtherWordsOfWaiting: Bool {
        guard case .put(let stored, let previous?) = body, case .pod(var pod) = stored.object,
            case .pod(var former) = previous.object
        else { return false }
        pod.metadata.resourceVersion = former.metadata.resourceVersion
        pod.forgetWhyItWaits()
        former.forgetWhyItWaits()
        return pod == former
    }
}

extension Pod {
    fileprivate mutating func forgetWhyItWaits() {
        for index in status.conditions.indices where status.conditions[index].reason == "Unschedulable" {
            status.conditions[index].message = ""
        }
    }
}
