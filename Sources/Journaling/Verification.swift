/// What a journal's files hold and what is wrong with them, as `verify` found it.
public struct JournalReport: Sendable, Equatable, CustomStringConvertible {
    public var segments: Int
    /// All files of the log together.
    public var bytes: UInt64
    /// Records that were read and proven, commits left out.
    public var records: UInt64
    /// The numbers that the good snapshots stand at, ascending.
    public var snapshots: [UInt64]
    /// The last number that can be acted on.
    public var head: UInt64
    /// Damage that no snapshot covers: the journal is read-only until it is repaired.
    public var damage: JournalFinding?
    /// Losses that a snapshot covers, or that a repair has given up: history lacks them, the state does not.
    public var gaps: [JournalGap]
    /// What is wrong and loses nothing.
    public var remarks: [JournalFinding]
    /// Bytes of an append that was interrupted, or is just being written; opening the journal cuts them off.
    public var uncommittedBytes: UInt64

    /// Whether nothing is wrong.
    public var isSound: Bool { damage == nil && gaps.isEmpty && remarks.isEmpty }

    public var description: String {
        let files = segments == 1 ? "1 segment" : "\(segments) segments"
        let log = records == 1 ? "1 record" : "\(records) records"
        var lines = ["\(files), \(bytes) bytes, \(log) up to \(head)"]
        if !snapshots.isEmpty { lines.append("snapshots at \(snapshots.map(String.init).joined(separator: ", "))") }
        if uncommittedBytes > 0 { lines.append("\(uncommittedBytes) bytes at the end were never committed") }
        lines += remarks.map { "not used: \($0)" }
        lines += gaps.map { "gap: \($0)" }
        if let damage {
            lines.append("damaged: \(damage)")
            lines.append("nothing can be written until the journal is repaired")
        } else if isSound {
            lines.append("sound")
        }
        return lines.joined(separator: "\n")
    }
}

extension LocalJournal {
    /// Reads and proves everything that is kept, and changes nothing. It needs no lock: of a journal that is being
    /// written it may see the last batch half done, as uncommitted bytes.
    public static func verify(disk: any Disk) throws(JournalError) -> JournalReport {
        JournalReport(try Survey(disk, formats: .current, isThorough: true))
    }

    /// As `verify(disk:)`, for the directory at `path`, which must be there.
    public static func verify(path: String) throws(JournalError) -> JournalReport {
        try verify(disk: LocalDisk(existing: path, isReadOnly: true))
    }
}

extension JournalReport {
    init(_ survey: Survey) {
        segments = survey.segments.count
        bytes = survey.segments.reduce(0) { $0 + $1.end }
        records = survey.recordsRead
        snapshots = survey.snapshots.map(\.sequence)
        head = survey.head
        damage = survey.fatal?.finding
        gaps = survey.gaps
        remarks = survey.remarks
        uncommittedBytes = survey.uncommittedBytes
    }
}
