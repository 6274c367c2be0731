public import Journaling
internal import Model
internal import YAML

extension ClusterState {
    /// What a snapshot of this state holds, as records that `init(recovering:)` folds back to the same state.
    public var snapshotRecords: [Record] {
        let objects = allObjects.map { stored in
            record(Change(revision: stored.revision, body: .put(stored, previous: nil)), causes: stored.causes)
        }
        let statements = statedKeys.compactMap { key in
            stated(key).map { record(Change(revision: revision, body: .state(key, $0, previous: nil)), causes: []) }
        }
        return objects + statements + birthRecords + heldRecords + (daemonStart.map { [$0.record] } ?? [])
    }

    private func record(_ change: Change, causes: [UInt64]) -> Record {
        let draft = ChangeRecord.draft(change, seals)
        return Record(
            sequence: change.revision,
            time: 0,
            causes: causes,
            type: draft.type,
            key: draft.key,
            body: draft.body
        )
    }

    /// How many dependents each owner has had: without it a restart would hand out names again.
    private var birthRecords: [Record] {
        birthCounts.map { uid, count in
            Record(sequence: revision, time: 0, type: Self.births, key: uid, body: Array("\"count\":\(count)".utf8))
        }
    }

    private var heldRecords: [Record] {
        guard let heldPrune else { return [] }
        let body = HeldPrune.body(of: heldPrune)
        return [Record(sequence: revision, time: 0, type: HeldPrune.recordType, body: body)]
    }

    static let births: RecordType = "births"

    /// The state that a journal tells: its newest snapshot and all that came after.
    ///
    /// - Parameter sequence: the record after which the state is wanted; nil for the last one.
    /// - Throws: `ClusterError` for a record that can't be read, among them Secrets that `seal` does not open; and what
    ///   the journal throws.
    public init(recovering journal: any Journal, through sequence: UInt64? = nil, seal: SecretSeal? = nil) throws {
        self.init(seal: seal)
        let end = sequence ?? journal.head
        try journal.recover(through: end) { try self.fold($0) }
        advance(to: end)
    }

    /// Takes one record in, of a snapshot or of the log.
    ///
    /// - Throws: `ClusterError` when the record can't be read.
    public mutating func fold(_ record: Record) throws {
        if record.type == Self.births {
            try foldBirths(record)
        } else if record.type == HeldPrune.recordType {
            hold(try HeldPrune(record))
        } else if let start = DaemonStart(record) {
            begin(start)
        } else if let change = try ChangeRecord.change(record, in: self) {
            apply(change)
        }
    }

    private mutating func foldBirths(_ record: Record) throws(ClusterError) {
        let digits = record.body.drop { $0 != UInt8(ascii: ":") }.dropFirst()
        guard let uid = record.key, let count = UInt64(String(decoding: digits, as: UTF8.self)) else {
            throw .unreadable(record, "it counts no dependents")
        }
        setBirths(count, of: uid)
    }
}
