public import Cluster
public import Journaling
internal import Model
internal import YAML

/// Decides a journal's turns once more from their inputs, and compares what comes out with what stands there.
///
/// Hand it the records one after the other, from the first on, or from where a state stands that was told otherwise.
/// It tells the first record that differs: another version's decision, or a decision that was not pure.
///
/// Without the key of sealed Secrets, turns that touch one are not decided: what came of them is taken as it stands.
public struct Replay: Sendable {
    private var plane: ControlPlane
    private var settings: Settings
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
    /// Turns that touch Secrets which can't be opened, and were taken as they stand.
    public private(set) var sealedTurns = 0
    /// Turns that came out otherwise where it is not known what the daemon had in mind beside the state: its start was
    /// not seen, or turns were taken as they stand since. These were, too.
    public private(set) var doubtfulTurns = 0
    /// The first of those.
    public private(set) var doubt: Difference?
    /// Whether the control plane knows all that the one of then knew: so from a daemon's start on.
    public private(set) var isCertain: Bool
    /// Whether a sealed Secret was met, and no key is there.
    private var hasSealed: Bool
    /// The builds of Steady that took the turns which were decided once more, in the order of their appearance; "" for
    /// one that didn't say.
    public private(set) var versions: [String] = []

    /// - Parameters:
    ///   - state: the state before the first record, with the seal that Secrets are written with; nil where their key
    ///     is not at hand.
    ///   - settings: with which the daemon ran, where neither the state says it nor a start in the journal.
    public init(from state: ClusterState = ClusterState(), _ settings: Settings = Settings()) {
        let settings = Self.settings(in: state) ?? settings
        plane = ControlPlane(state, head: state.revision, settings)
        self.settings = settings
        head = state.revision
        isCertain = state.revision == 0
        hasSealed = state.seals.seal == nil && state.count(of: .secret) > 0
    }

    /// A state to begin at, from what the journal recovers it from.
    ///
    /// - Parameter seal: of the Secrets in it; without it they stand there without their values.
    /// - Throws: `ClusterError` for a record that can't be read, among them Secrets that `seal` does not open.
    public static func state(
        at sequence: UInt64,
        seal: SecretSeal?,
        recovering recover: ((Record) throws -> Void) throws -> Void
    ) throws -> ClusterState {
        var state = ClusterState(seal: seal)
        try recover { try state.fold(seal == nil ? SealedRecord($0).opened() : $0) }
        state.advance(to: sequence)
        return state
    }

    /// What a daemon that started said of how it runs; nil for other records.
    public static func settings(in record: Record) -> Settings? {
        // What can't be read here says so when its turn is decided.
        guard record.type == .input, let reader = try? InputReader(record, Seals(nil)),
            (try? reader.text("by")) == "start"
        else { return nil }
        return try? reader.settings()
    }

    /// How the daemon runs whose decisions the state's latest are; nil where none has started yet, or an older one left
    /// no word of it.
    public static func settings(in state: ClusterState) -> Settings? {
        state.daemonStart.flatMap { settings(in: $0.record) }
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
        let version = Self.version(of: first)
        if versions.last != version, !versions.contains(version ?? "") { versions.append(version ?? "") }
        if isSealed {
            sealedTurns += 1
            return try takeOver(from: first, now)
        }
        let inputs = try prepare(now: now)
        let before = plane
        let turn = plane.step(inputs, now: now)
        head = first.sequence - 1
        let found = compare(turn.records)
        if found != nil, !isCertain {
            plane = before
            doubt = doubt ?? found
            doubtfulTurns += 1
            return try takeOver(from: first, now)
        }
        difference = found
        turns += found == nil ? 1 : 0
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

    private static func version(of turn: Record) -> String? {
        // What can't be read was refused when its time was asked for.
        (try? ChangeRecord.body(of: turn))?["version"]?.string()
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
            self.settings = settings
            isCertain = true
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
        isFresh = false
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

    // MARK: What can't be decided

    /// Whether the turn touches Secrets that nobody can open here.
    private var isSealed: Bool {
        mutating get {
            guard plane.state.seals.seal == nil else { return false }
            let about = records.map(SealedRecord.init).filter(\.mentionsSecret)
            hasSealed = hasSealed || about.contains(where: \.isSealed)
            return hasSealed && !about.isEmpty
        }
    }

    /// Folds what came of the turn as it stands, and has the control plane come to rest behind it.
    private mutating func takeOver(from first: Record, _ now: Timestamp) throws(ClusterError) {
        var state = plane.state
        for record in records {
            if let stated = Self.settings(in: record) { (settings, isCertain) = (stated, true) }
            try Self.fold(record, into: &state)
        }
        head = first.sequence - 1
        let end = head + UInt64(records.count) + 1
        state.advance(to: end)
        plane = ControlPlane(state, head: end, settings)
        (isFresh, wakeAt, time) = (true, nil, now)
        lookAround(now)
        // Something comes of a look that the daemon of then did not take: it had more in mind.
        if isFresh { isCertain = false }
    }

    private static func fold(_ record: Record, into state: inout ClusterState) throws(ClusterError) {
        do {
            try state.fold(SealedRecord(record).opened())
        } catch {
            throw error as? ClusterError ?? .unreadable(record, "\(error)")
        }
    }

    // MARK: Comparing

    /// An older Steady may have written an input in fewer words. What was not said of it then decides nothing now.
    private static func isSameInput(_ recorded: RecordDraft, _ now: RecordDraft) -> Bool {
        guard recorded.type == .input, now.type == .input, recorded.key == now.key else { return false }
        guard let old = members(recorded), let new = members(now) else { return false }
        return old.allSatisfy { new[$0.key] == $0.value }
    }

    private static func members(_ draft: RecordDraft) -> Fields? {
        // What is no JSON was written by nobody, and equals nothing.
        (try? Value.parse(json: [UInt8(ascii: "{")] + draft.body + [UInt8(ascii: "}")]))?.object
    }

    private func compare(_ derived: [RecordDraft]) -> Difference? {
        for index in 0..<max(records.count, derived.count) {
            let recorded = index < records.count ? RecordDraft(records[index]) : nil
            let now = index < derived.count ? derived[index] : nil
            // The turn itself names the version that took it.
            if let recorded, let now {
                if recorded == now || (recorded.type == .turn && now.type == .turn) { continue }
                if Self.isSameInput(recorded, now) { continue }
            }
            return Difference(
                sequence: head + 1 + UInt64(index),
                time: records[0].time,
                version: Self.version(of: records[0]),
                recorded: recorded,
                derived: now
            )
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
