internal import Synchronization

/// A journal in a directory of this machine: segments of JSON lines, key indexes, snapshots, and a lock file.
public final class LocalJournal: Journal {
    let disk: any Disk
    let options: Options
    let formats: RecordFormats
    private let state: Mutex<State>
    private let lock: any DiskLock

    public struct Options: Sendable {
        /// A segment is ended when it has grown to so many bytes.
        public var segmentBytes: UInt64 = 64 << 20
        /// What is older need not be kept; nil keeps it however old it is.
        public var maximumAge: Duration? = .seconds(30 * 86_400)
        /// How many bytes segments and snapshots together may have before the oldest history goes; nil for no bound.
        public var maximumBytes: UInt64? = 1 << 30
        /// Whether an append waits for the device. Without it a power failure may lose acknowledged batches: for
        /// measurements alone.
        public var syncs = true

        public init() {}
    }

    /// What changes while the journal is open.
    struct State {
        var condition: JournalCondition = .writable
        var history: History
        var epoch: UInt64
        /// The file of the last segment; nil when the next append begins one.
        var active: (any DiskFile)?
        /// Where lines are put together before they are written.
        var buffer: [UInt8] = []
    }

    /// Opens the journal in the directory `path`, which is made where it is missing.
    public convenience init(path: String, options: Options = Options()) throws(JournalError) {
        try self.init(disk: LocalDisk(path: path), options: options)
    }

    /// Opens the journal on a disk of its own: takes the lock, proves what recovery needs, and cuts off what an
    /// interrupted append left.
    ///
    /// Damage that no snapshot covers is no error: the journal then is read-only, and nothing on the disk is touched.
    /// - Throws: `.inUse`, `.unsupportedFormat`, or what the disk says.
    public convenience init(disk: any Disk, options: Options = Options()) throws(JournalError) {
        try self.init(disk: disk, options: options, formats: .current)
    }

    init(disk: any Disk, options: Options, formats: RecordFormats) throws(JournalError) {
        self.disk = disk
        self.options = options
        self.formats = formats
        lock = try disk.lock(Self.lockName)
        let survey = try Survey(disk, formats: formats, isThorough: false)
        var state = State(history: History(survey), epoch: survey.epoch + 1)
        if let fatal = survey.fatal {
            state.condition = .readOnly(fatal.finding)
        } else {
            state.active = try Self.prepare(survey, on: disk)
        }
        self.state = Mutex(state)
    }

    static let lockName = "lock"

    /// Removes what was never committed, and opens the last segment for writing.
    private static func prepare(_ survey: Survey, on disk: any Disk) throws(JournalError) -> (any DiskFile)? {
        for name in survey.leftovers { try disk.remove(name) }
        guard let last = survey.segments.last else { return nil }
        let file = try disk.open(last.name)
        if try file.size() > last.end {
            try file.truncate(to: last.end)
            try file.sync()
        }
        return file
    }

    public var head: UInt64 { state.withLock { $0.history.head } }
    public var epoch: UInt64 { state.withLock { $0.epoch } }
    public var condition: JournalCondition { state.withLock { $0.condition } }
    public var gaps: [JournalGap] { state.withLock { $0.history.gaps } }

    /// How many bytes of the log recovery would read after the newest snapshot: the measure of when to write the next.
    public var bytesSinceSnapshot: UInt64 { state.withLock { $0.history.bytesSinceSnapshot } }

    /// Lets the directory go; every later append is refused. An append that is under way ends first.
    public func close() {
        state.withLock { state in
            state.condition = .closed
            state.active = nil
        }
        lock.release()
    }

    // MARK: Appending

    public func append(
        _ batch: Batch,
        expectedHead: UInt64,
        epoch: UInt64
    ) throws(JournalError) -> Range<UInt64> {
        try state.withLock { state throws(JournalError) in
            try state.requireWritable()
            let head = state.history.head
            guard expectedHead == head, epoch == state.epoch else {
                let own = "the journal is at record \(head) in epoch \(state.epoch)"
                throw JournalError(.fenced, "append after record \(expectedHead) in epoch \(epoch): \(own)")
            }
            let records = try batch.records(from: head + 1)
            try state.encode(records, batch.time, formats.written)
            try state.beginSegmentIfNeeded(at: batch.time, on: disk, formats.written, limit: options.segmentBytes)
            try state.writeBuffer(records.count, batch.time, syncs: options.syncs)
            return head + 1..<state.history.head
        }
    }

    // MARK: Reading

    @discardableResult
    public func recover(through sequence: UInt64?, _ body: (Record) throws -> Void) throws -> UInt64 {
        try reading { (reader) in try reader.recover(through: sequence, body) }
    }

    public func read(_ sequences: ClosedRange<UInt64>, _ body: (Record) throws -> Void) throws {
        try reading { (reader) in try reader.read(sequences, body) }
    }

    public func records(forKey key: String) throws(JournalError) -> [Record] {
        try reading { (reader) throws(JournalError) in try reader.records(forKey: key) }
    }

    public func sequence(at time: Int64) throws(JournalError) -> UInt64? {
        try reading { (reader) throws(JournalError) in try reader.sequence(at: time) }
    }

    private var reader: HistoryReader {
        HistoryReader(disk: disk, formats: formats, history: state.withLock { $0.history })
    }

    /// Reads without holding the lock, and notes the gaps that were met.
    private func reading<Answer, Failure: Error>(
        _ body: (inout HistoryReader) throws(Failure) -> Answer
    ) throws(Failure) -> Answer {
        var reader = reader
        defer {
            let found = reader.newGaps
            if !found.isEmpty { state.withLock { $0.history.note(found) } }
        }
        return try body(&reader)
    }

    // MARK: Upkeep

    public func writeSnapshot(
        at sequence: UInt64,
        time: Int64,
        records: some Sequence<Record>
    ) throws(JournalError) {
        var snapshot = try state.withLock { state throws(JournalError) in
            try state.requireWritable()
            guard sequence <= state.history.head, sequence > 0 else {
                throw JournalError(.invalidSnapshot, "write snapshot at \(sequence): the head is \(state.history.head)")
            }
            return Snapshot(sequence: sequence, time: time, epoch: state.epoch, version: formats.written.version)
        }
        try snapshot.create(on: disk, format: formats.written, records: records)
        state.withLock { $0.history.add(snapshot) }
    }

    public func maintain(now: Int64) throws(JournalError) {
        let history = try state.withLock { state throws(JournalError) in
            try state.requireWritable()
            return state.history
        }
        let upkeep = Upkeep(disk: disk, formats: formats, options: options, history: history, now: now)
        let plan = try upkeep.plan()
        // Out of the list first, so that no reader that begins now is sent to a file that goes.
        state.withLock { $0.history.drop(plan) }
        try upkeep.carryOut(plan)
    }
}

extension LocalJournal.State {
    func requireWritable() throws(JournalError) {
        switch condition {
        case .writable: return
        case .readOnly(let finding): throw JournalError(.readOnly, "the journal is damaged: \(finding)")
        case .stopped(let error): throw JournalError(.stopped, error.message, systemError: error.systemError)
        case .closed: throw JournalError(.stopped, "the journal is closed")
        }
    }
}
