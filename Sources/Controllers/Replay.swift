public import Cluster
public import Journaling
internal import Model
internal import YAML

/// Decides a journal's turns once more from their inputs, and compares what comes out with what stands there.
///
/// Hand it the records one after the other, from the first on, or from where a state stands that was told otherwise.
/// It tells the first record that differs: another version's decision, or a decision that was not pure.
public struct Replay: Sendable {
    /// A record that came out otherwise than it stands in the journal.
    public struct Difference: Sendable, Equatable {
        public var sequence: UInt64
        /// What the journal holds; nil where it holds nothing more in this turn.
        public var recorded: RecordDraft?
        /// What is decided now; nil where nothing is any more.
        public var derived: RecordDraft?
    }

    private var plane: ControlPlane
    /// Number of the record before the turn that is being collected.
    private var head: UInt64
    /// Records of the turn that is being collected.
    private var records: [Record] = []
    private var time = Timestamp(nanoseconds: .min)
    /// When the control plane wants to be woken.
    private var wakeAt: Timestamp?
    /// It has not looked at what it was given yet.
    private var isFresh = true
    public private(set) var difference: Difference?
    /// Turns that came out as they stand there.
    public private(set) var turns = 0

    /// - Parameters:
    ///   - state: the state before the first record, with the seal that Secrets are written with.
    ///   - settings: with which the daemon ran; one that starts in the journal says so itself.
    public init(from state: ClusterState = ClusterState(), _ settings: Settings = Settings()) {
        plane = ControlPlane(state, head: state.revision, settings)
        head = state.revision
    }

    /// The state as of the last turn that was decided.
    public var state: ClusterState { plane.state }

    /// Takes the next record, as `Journal.read` hands them out. Nothing is compared behind the first difference.
    ///
    /// - Throws: `ClusterError` where an input can't be read.
    public mutating func take(_ record: Record) throws(ClusterError) {
        if record.type == .turn { try finish() }
        records.append(record)
    }

    /// Decides the last turn: no more records come.
    public mutating func finish() throws(ClusterError) {
        defer { records = [] }
        guard let first = records.first, difference == nil else { return }
        let now = try Self.time(of: first)
        let inputs = try prepare(now: now)
        let turn = plane.step(inputs, now: now)
        head = first.sequence - 1
        difference = compare(turn.records)
        turns += difference == nil ? 1 : 0
        time = now
        wakeAt = turn.wakeAt
    }

    private static func time(of record: Record) throws(ClusterError) -> Timestamp {
        guard record.type == .turn else { throw .unreadable(record, "it stands before any turn") }
        guard let now = try ChangeRecord.body(of: record)["now"]?.int64() else {
            throw .unreadable(record, "the turn has no time")
        }
        return Timestamp(nanoseconds: now)
    }

    // MARK: Coming to a turn

    /// Reads the turn's inputs, and brings the control plane to where it was when they came in.
    private mutating func prepare(now: Timestamp) throws(ClusterError) -> [Input] {
        var inputs: [Input] = []
        var settings: Settings?
        for record in records where record.type == .input {
            let input = try InputRecord.input(record, plane.state.seals)
            if case .start = input { settings = try InputReader(record, plane.state.seals).settings() }
            inputs.append(input)
        }
        if let settings, let first = records.first {
            // A new daemon knows what the journal told it and nothing else.
            plane = ControlPlane(plane.state, head: first.sequence - 1, settings)
        } else {
            lookAround(now)
            letTimePass(until: now)
        }
        isFresh = false
        return inputs
    }

    /// Lets a control plane that was begun in the midst of a daemon's life come to rest first: that one had.
    private mutating func lookAround(_ now: Timestamp) {
        guard isFresh else { return }
        var trial = plane
        let turn = trial.step([.timer], now: now)
        guard turn.isEmpty else { return }
        plane = trial
        wakeAt = turn.wakeAt
    }

    /// Wakes the control plane as it was woken then: turns of which nothing came stand in no journal, but they set
    /// when it looks again.
    private mutating func letTimePass(until now: Timestamp) {
        while let due = wakeAt, due < now {
            var trial = plane
            let turn = trial.step([.timer], now: max(due, time))
            // What comes of it, came of it in the turn that the journal holds.
            guard turn.isEmpty else { return }
            plane = trial
            guard let next = turn.wakeAt, next > due else { return wakeAt = nil }
            wakeAt = next
        }
    }

    // MARK: Comparing

    private func compare(_ derived: [RecordDraft]) -> Difference? {
        for index in 0..<max(records.count, derived.count) {
            let recorded = index < records.count ? RecordDraft(records[index]) : nil
            let now = index < derived.count ? derived[index] : nil
            // The turn itself names the version that took it.
            if let recorded, let now, recorded == now || (recorded.type == .turn && now.type == .turn) { continue }
            return Difference(sequence: head + 1 + UInt64(index), recorded: recorded, derived: now)
        }
        return nil
    }
}

extension RecordDraft {
    fileprivate init(_ record: Record) {
        self.init(
            type: record.type,
            key: record.key,
            causes: record.causes.map { .sequence($0) },
            body: record.body
        )
    }
}

extension Replay.Difference: CustomStringConvertible {
    public var description: String {
        "record \(sequence): the journal holds \(Self.text(recorded)), and now comes \(Self.text(derived))"
    }

    private static func text(_ draft: RecordDraft?) -> String {
        guard let draft else { return "nothing" }
        let causes = draft.causes.map { cause in
            switch cause {
            case .sequence(let sequence): "\(sequence)"
            case .inBatch(let index): "draft \(index)"
            }
        }
        let body = String(decoding: draft.body.prefix(4000), as: UTF8.self)
        return "\(draft.type) \(draft.key ?? "") (causes \(causes.joined(separator: ", "))): \(body)"
    }
}
