/// The one append-only log that is the truth: inputs, changes and events, each with its causes.
///
/// There is one writer, which alone assigns sequence numbers. Calls block on the disk, so they belong on a thread of
/// their own and not on the cooperative pool. They may come from several threads; appends then take turns.
public protocol Journal: AnyObject, Sendable {
    /// The number of the last record that is durable, 0 in an empty journal. The first draft of the next batch gets
    /// `head + 1`, the second `head + 2`, and so on, so a caller may know the numbers before it appends.
    var head: UInt64 { get }

    /// The number of this writer's term; each opening that writes has a greater one than those before.
    var epoch: UInt64 { get }

    /// Whether it can be written, and if not, why.
    var condition: JournalCondition { get }

    /// Ranges of numbers whose records are lost, as far as they are known: those met when the journal was opened and
    /// by reads since. Sorted.
    var gaps: [JournalGap] { get }

    /// How many bytes recovery would read behind the newest snapshot: the measure of when to write the next one.
    var bytesSinceSnapshot: UInt64 { get }

    /// Makes the batch durable as a whole and returns the numbers of its drafts, in their order.
    ///
    /// A commit record follows, so the new `head` is the range's upper bound. On any error nothing of the batch is
    /// handed out by this journal, and nothing that was acknowledged before is lost.
    func append(_ batch: Batch, expectedHead: UInt64, epoch: UInt64) throws(JournalError) -> Range<UInt64>

    /// Hands out what the state at `sequence` (nil: now) is made of: the records of the newest good snapshot that is
    /// not later, then every record after it up to and with `sequence`, in order.
    ///
    /// In a journal that is read-only it hands out the good part, up to `head`.
    /// - Returns: the number that the snapshot stands at, 0 when there was none and all began with the first record.
    /// - Throws: `.unavailable` when the state at that number can't be told any more; else what `body` throws.
    @discardableResult
    func recover(through sequence: UInt64?, _ body: (Record) throws -> Void) throws -> UInt64

    /// Hands out the records with these numbers, in order, leaving out those that are no longer kept or lost.
    func read(_ sequences: ClosedRange<UInt64>, _ body: (Record) throws -> Void) throws

    /// All records about `key` that are kept, oldest first.
    func records(forKey key: String) throws(JournalError) -> [Record]

    /// The head after the last batch that was decided at or before `time` (nanoseconds since 1970); nil when what is
    /// kept begins later.
    func sequence(at time: Int64) throws(JournalError) -> UInt64?

    /// Keeps a state, so that recovery need not begin at the beginning.
    ///
    /// It may run on another thread while batches are appended.
    /// - Parameters:
    ///   - sequence: a number that `head` had: the state after that batch.
    ///   - time: now, in nanoseconds since 1970.
    ///   - records: what the state is made of, each with the number, time and causes of its own last change.
    func writeSnapshot(at sequence: UInt64, time: Int64, records: some Sequence<Record>) throws(JournalError)

    /// Removes history that need not be kept any longer and prepares key indexes; to be called now and then.
    func maintain(now: Int64) throws(JournalError)
}

extension Journal {
    /// What the present state is made of; see `recover(through:_:)`.
    @discardableResult
    public func recover(_ body: (Record) throws -> Void) throws -> UInt64 {
        try recover(through: nil, body)
    }
}

/// Whether a journal can be written.
public enum JournalCondition: Sendable, Equatable {
    case writable
    /// Damage that no snapshot covers. What stands before it can be read.
    case readOnly(JournalFinding)
    /// A write failed so that what is on the disk is unknown; the journal has to be opened anew.
    case stopped(JournalError)
    /// `close()` was called.
    case closed
}

/// Something wrong in a file of the journal, and where.
public struct JournalFinding: Error, Sendable, Equatable, CustomStringConvertible {
    /// The file's name in the journal's directory.
    public var file: String
    /// The line in it, from 1; nil when the file as a whole is meant.
    public var line: Int?
    /// Where that line begins, in bytes from the file's begin.
    public var offset: UInt64
    /// The number of the first record that is concerned.
    public var sequence: UInt64
    public var problem: String

    public init(file: String, line: Int? = nil, offset: UInt64 = 0, sequence: UInt64, problem: String) {
        self.file = file
        self.line = line
        self.offset = offset
        self.sequence = sequence
        self.problem = problem
    }

    public var description: String {
        let place = line.map { "\(file):\($0) (byte \(offset), record \(sequence))" } ?? "\(file) (record \(sequence))"
        return "\(place): \(problem)"
    }
}

/// Numbers whose records are lost, and why.
public struct JournalGap: Sendable, Equatable, CustomStringConvertible {
    public var sequences: ClosedRange<UInt64>
    public var finding: JournalFinding

    public init(sequences: ClosedRange<UInt64>, finding: JournalFinding) {
        self.sequences = sequences
        self.finding = finding
    }

    public var description: String {
        "records \(sequences.lowerBound) to \(sequences.upperBound) are lost: \(finding)"
    }
}
