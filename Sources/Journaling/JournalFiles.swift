/// A journal's files, to be read by whoever does not write it: a copy, or the journal of a daemon that runs.
///
/// It takes no lock and changes nothing on the disk. It knows what was there when it was opened; what a daemon removes
/// meanwhile, since it need not be kept any longer, is `.unavailable` from then on.
public struct JournalFiles: Sendable {
    /// What they hold, and what is wrong with them.
    public let report: JournalReport
    private let disk: any Disk
    private let history: History
    private let formats = RecordFormats.current

    /// Reads and proves everything that is kept.
    ///
    /// - Throws: what the disk says, and `.unsupportedFormat` when any file is newer than this Steady.
    public init(disk: any Disk) throws(JournalError) {
        self.disk = disk
        let survey = try Survey(disk, formats: formats, isThorough: true)
        report = JournalReport(survey)
        history = History(survey)
    }

    /// Those in the directory at `path`, which must be there.
    public init(path: String) throws(JournalError) {
        try self.init(disk: LocalDisk(existing: path, isReadOnly: true))
    }

    /// The last number that can be acted on.
    public var head: UInt64 { history.head }

    /// Numbers behind which nothing is missing up to the head, the earliest first: 0 where the very first record is
    /// kept and none was lost since. The state at the first of them that `recover` knows is where history begins.
    public var beginnings: [UInt64] {
        let lost = history.gaps.last?.sequences.upperBound ?? 0
        let earliest = max(lost, history.segments.first?.requiredSequence ?? 0)
        return [earliest] + history.snapshots.map(\.sequence).filter { $0 > earliest }
    }

    /// As `Journal.recover(through:_:)`.
    @discardableResult
    public func recover(through sequence: UInt64, _ body: (Record) throws -> Void) throws -> UInt64 {
        try reader.recover(through: sequence, body)
    }

    /// As `Journal.read(_:_:)`.
    public func read(_ sequences: ClosedRange<UInt64>, _ body: (Record) throws -> Void) throws {
        var reader = reader
        try reader.read(sequences, body)
    }

    private var reader: HistoryReader { HistoryReader(disk: disk, formats: formats, history: history) }
}
