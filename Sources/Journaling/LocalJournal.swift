internal import Synchronization

/// A journal in a directory of this machine.
///
/// - `00000000000000000001.journal`: a segment, named for its first record. Its first line tells the format's version
///   and what the segment follows on; then come batches, each ended by a commit. Every line is a JSON object whose
///   `crc` is the CRC-32C of the bytes before `,"crc"`.
/// - `….index`: where in a sealed segment the records of each key are; made anew where it is missing.
/// - `….snapshot`: what the state after the record of that number is made of, in the same lines.
/// - `….damaged`: what a repair has put aside; nobody reads or removes it.
/// - `lock`: held while the journal is open, with the number of the process.
public final class LocalJournal: Journal {
    let disk: any Disk
    let options: Options
    let formats: RecordFormats
    public let epoch: UInt64
    /// Held while a batch is written. Nobody else waits for the disk with it.
    private let writer: Mutex<SegmentWriter>
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

    /// What readers see. Held only to look or to change it, never while the disk works.
    private struct State {
        var condition: JournalCondition = .writable
        var history: History
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
        epoch = survey.epoch + 1
        var state = State(history: History(survey))
        var last: (Segment, any DiskFile)?
        if let fatal = survey.fatal {
            state.condition = .readOnly(fatal.finding)
        } else {
            last = try Self.prepare(survey, on: disk)
        }
        self.state = Mutex(state)
        writer = Mutex(SegmentWriter(disk, formats.written, options, epoch: epoch, head: survey.head, last: last))
    }

    static let lockName = "lock"

    /// Removes what was never committed, and opens the last segment for writing.
    private static func prepare(
        _ survey: Survey,
        on disk: any Disk
    ) throws(JournalError) -> (Segment, any DiskFile)? {
        for name in survey.leftovers { try disk.remove(name) }
        guard let last = survey.segments.last else { return nil }
        let file = try disk.open(last.name)
        if try file.size() > last.end {
            try file.truncate(to: last.end)
            try file.sync()
        }
        return (last, file)
    }

    public var head: UInt64 { state.withLock { $0.history.head } }
    public var condition: JournalCondition { state.withLock { $0.condition } }
    public var gaps: [JournalGap] { state.withLock { $0.history.gaps } }

    public var bytesSinceSnapshot: UInt64 { state.withLock { $0.history.bytesSinceSnapshot } }

    /// Lets the directory go; every later append is refused. An append that is under way ends first.
    public func close() {
        writer.withLock { writer in
            writer.close()
            state.withLock { $0.condition = .closed }
        }
        lock.release()
    }

    // MARK: Appending

    public func append(
        _ batch: Batch,
        expectedHead: UInt64,
        epoch: UInt64
    ) throws(JournalError) -> Range<UInt64> {
        try writer.withLock { writer throws(JournalError) in
            try requireWritable()
            guard expectedHead == writer.head, epoch == self.epoch else {
                let own = "the journal is at record \(writer.head) in epoch \(self.epoch)"
                throw JournalError(.fenced, "append after record \(expectedHead) in epoch \(epoch): \(own)")
            }
            let records = try batch.records(from: expectedHead + 1)
            defer { state.withLock { $0.history.follow(writer) } }
            do throws(JournalError) {
                try writer.append(records, at: batch.time)
            } catch {
                if error.code == .stopped { state.withLock { $0.condition = .stopped(error) } }
                throw error
            }
            return expectedHead + 1..<writer.head
        }
    }

    private func requireWritable() throws(JournalError) {
        switch condition {
        case .writable: return
        case .readOnly(let finding): throw JournalError(.readOnly, "the journal is damaged: \(finding)")
        case .stopped(let error): throw error
        case .closed: throw JournalError(.stopped, "the journal is closed")
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
        try requireWritable()
        let head = head
        guard sequence <= head, sequence > 0 else {
            throw JournalError(.invalidSnapshot, "write snapshot at \(sequence): the head is \(head)")
        }
        var snapshot = Snapshot(sequence: sequence, time: time, epoch: epoch, version: formats.written.version)
        try snapshot.create(on: disk, format: formats.written, records: records)
        state.withLock { $0.history.add(snapshot) }
    }

    public func maintain(now: Int64) throws(JournalError) {
        try requireWritable()
        let history = state.withLock { $0.history }
        let upkeep = Upkeep(disk: disk, formats: formats, options: options, history: history, now: now)
        let plan = try upkeep.plan()
        // Out of the list first, so that no reader that begins now is sent to a file that goes.
        state.withLock { $0.history.drop(plan) }
        try upkeep.carryOut(plan)
    }
}
