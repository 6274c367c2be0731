public import Cluster
public import Journaling
public import Model

/// What one step of the control plane decided, to be made durable as one batch before anyone hears of it.
public struct Turn: Sendable {
    public var time: Timestamp
    public var records: [RecordDraft] = []
    public var changes: [Change] = []
    public var answers: [(id: UInt64, Answer)] = []
    /// When to step again though nothing comes in.
    public var wakeAt: Timestamp?

    /// Nothing happened that the journal must know.
    public var isEmpty: Bool { records.isEmpty }
}

/// Collects a turn's records while the state moves with them, so that what is decided next sees what was decided.
///
/// Numbers are known before the journal is asked: there is one writer, and records are numbered in a row.
struct TurnBuilder {
    private(set) var state: ClusterState
    private(set) var turn: Turn
    let settings: Settings
    /// Whether what records say is written down.
    let writesRecords: Bool
    /// The number of the turn's first record.
    let number: UInt64
    /// The number that the next record gets.
    private(set) var nextRevision: UInt64

    /// - Parameters:
    ///   - head: number of the last durable record.
    ///   - writesRecords: false where nobody reads them.
    init(
        _ state: ClusterState,
        _ settings: Settings,
        head: UInt64,
        now: Timestamp,
        writesRecords: Bool = true
    ) {
        self.state = state
        self.writesRecords = writesRecords
        turn = Turn(time: now)
        self.settings = settings
        number = head + 1
        nextRevision = head + 1
    }

    var now: Timestamp { turn.time }
    var changes: [Change] { turn.changes }
    /// Whether anything came of the inputs.
    var hasNews: Bool { turn.records.contains { $0.type != .turn && $0.type != .input } }

    /// Notes something that changes no table. Returns its number, to be a cause.
    @discardableResult
    mutating func note(_ type: RecordType, key: String? = nil, causes: [UInt64] = [], body: [UInt8]) -> UInt64 {
        turn.records.append(RecordDraft(type: type, key: key, causes: sorted(causes), body: body))
        defer { nextRevision += 1 }
        return nextRevision
    }

    /// Puts an object; its resourceVersion becomes the record's number.
    @discardableResult
    mutating func put(_ object: Object, causes: [UInt64], origin: Origin?) -> StoredObject {
        var object = object
        object.metadata.resourceVersion = String(nextRevision)
        let previous = state.object(object.key)
        let stored = StoredObject(
            object: object,
            revision: nextRevision,
            causes: Array(Set(causes)).sorted(),
            origin: origin ?? previous?.origin
        )
        record(.put(stored, previous: previous))
        return stored
    }

    mutating func remove(_ key: ObjectKey, causes: [UInt64]) {
        guard let last = state.object(key) else { return }
        record(.delete(last: last.resting(on: Array(Set(causes + [last.revision])).sorted())))
    }

    mutating func state(_ key: ObjectKey, _ stated: StatedObject, causes: [UInt64]) {
        record(.state(key, stated, previous: state.stated(key)), causes: causes)
    }

    mutating func unstate(_ key: ObjectKey, causes: [UInt64]) {
        guard let previous = state.stated(key) else { return }
        record(.unstate(key, previous: previous), causes: causes)
    }

    mutating func hold(_ prune: HeldPrune?, causes: [UInt64]) {
        guard prune != state.heldPrune else { return }
        note(HeldPrune.recordType, causes: causes, body: HeldPrune.body(of: prune))
        state.hold(prune)
    }

    mutating func begin(_ start: DaemonStart) { state.begin(start) }

    mutating func answer(_ id: UInt64, _ answer: Answer) {
        turn.answers.append((id, answer))
    }

    mutating func finish(wakeAt: Timestamp?) -> Turn {
        turn.wakeAt = wakeAt
        return turn
    }

    /// - Parameter causes: for changes that don't bear their own.
    private mutating func record(_ body: Change.Body, causes: [UInt64] = []) {
        let change = Change(revision: nextRevision, body: body)
        turn.records.append(draft(of: change, causes: causes))
        turn.changes.append(change)
        state.apply(change)
        nextRevision += 1
    }

    private func draft(of change: Change, causes: [UInt64]) -> RecordDraft {
        guard writesRecords else { return RecordDraft(type: .put) }
        var draft = ChangeRecord.draft(change, state.seals)
        if draft.causes.isEmpty { draft.causes = sorted(causes) }
        return draft
    }

    private func sorted(_ causes: [UInt64]) -> [Cause] { Set(causes).sorted().map { .sequence($0) } }
}
