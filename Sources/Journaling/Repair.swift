/// What a repair has done.
public struct RepairReport: Sendable, Equatable, CustomStringConvertible {
    /// The damage that was given up; nil when there was none.
    public var damage: JournalFinding?
    /// The state is that after this record.
    public var head: UInt64
    /// The number that the next record gets: a million beyond all that was ever seen, so that no watcher sees a number
    /// twice. Nil when nothing had to be given up.
    public var next: UInt64?
    /// Where damaged files, or copies of them, were put, for those who want to save more from them by hand.
    public var asides: [String]

    public var description: String {
        guard let damage, let next else {
            return (["nothing had to be given up"] + asides.map { "put aside: \($0)" }).joined(separator: "\n")
        }
        let lines = [
            "given up: \(damage)", "the state is that after record \(head); the next record gets number \(next)",
        ]
        return (lines + asides.map { "put aside: \($0)" }).joined(separator: "\n")
    }
}

extension LocalJournal {
    /// Gives up damage that no snapshot covers, so that the journal can be written again: keeps the good prefix of the
    /// log and what a snapshot covers, puts the rest aside, and lets the numbers jump.
    ///
    /// It can be interrupted at any moment and done again.
    /// - Parameter now: nanoseconds since 1970.
    public static func repair(disk: any Disk, now: Int64) throws(JournalError) -> RepairReport {
        let lock = try disk.lock(lockName)
        defer { lock.release() }
        let survey = try Survey(disk, formats: .current, isThorough: false)
        var repair = Repair(disk: disk, survey: survey)
        for finding in survey.remarks where Snapshot.sequence(ofName: finding.file) != nil {
            try repair.putAside(finding.file)
        }
        var report = RepairReport(damage: survey.fatal?.finding, head: survey.head, next: nil, asides: [])
        if let fatal = survey.fatal { report.next = try repair.giveUp(fatal, now: now) }
        try disk.syncDirectory()
        report.asides = repair.asides
        return report
    }

    /// As `repair(disk:now:)`, for the directory at `path`, which must be there.
    public static func repair(path: String, now: Int64) throws(JournalError) -> RepairReport {
        try repair(disk: LocalDisk(existing: path), now: now)
    }
}

private struct Repair {
    let disk: any Disk
    let survey: Survey
    private(set) var asides: [String] = []

    static let jump: UInt64 = 1_000_000
    static let asideEnding = ".damaged"

    init(disk: any Disk, survey: Survey) {
        self.disk = disk
        self.survey = survey
    }

    /// The order makes it safe to be interrupted: the damage itself goes last, and as long as it is there the journal
    /// stays read-only.
    mutating func giveUp(_ fatal: Survey.Fatal, now: Int64) throws(JournalError) -> UInt64 {
        let damaged = survey.segments.filter { $0.first >= fatal.segment }
        let next = try max(survey.greatestSequence(), survey.head) + Self.jump
        var segment = Segment(
            first: next,
            after: survey.logHead,
            base: survey.head > survey.logHead ? survey.head : nil,
            time: now,
            epoch: survey.epoch,
            version: RecordFormats.current.written.version
        )
        _ = try segment.create(on: disk)
        for other in damaged.dropFirst().reversed() { try putAside(other.name) }
        guard let first = damaged.first else { return next }
        if let goodEnd = fatal.goodEnd {
            try copyAside(first.name)
            try disk.syncDirectory()
            let file = try disk.open(first.name)
            try file.truncate(to: goodEnd)
            try file.sync()
        } else {
            try disk.syncDirectory()
            try putAside(first.name)
        }
        return next
    }

    mutating func putAside(_ name: String) throws(JournalError) {
        try disk.rename(name, to: name + Self.asideEnding)
        asides.append(name + Self.asideEnding)
    }

    private mutating func copyAside(_ name: String) throws(JournalError) {
        let source = try disk.open(name)
        let size = try source.size()
        try disk.createWhole(name + Self.asideEnding) { copy throws(JournalError) in
            var offset: UInt64 = 0
            while offset < size {
                let piece = try source.readBytes(at: offset, count: Int(min(1 << 20, size - offset)))
                guard !piece.isEmpty else { return }
                try copy.writeAll(piece, at: offset)
                offset += UInt64(piece.count)
            }
        }
        asides.append(name + Self.asideEnding)
    }
}

extension Survey {
    /// The greatest number that any name or any line with a good checksum has, also behind damage.
    fileprivate func greatestSequence() throws(JournalError) -> UInt64 {
        var greatest = max(head, logHead)
        for name in try disk.list() {
            greatest = max(greatest, Segment.first(ofName: name) ?? 0, Snapshot.sequence(ofName: name) ?? 0)
        }
        for segment in segments where segment.first >= fatal?.segment ?? .max {
            let file = try disk.open(segment.name)
            var reader = BatchReader(
                file,
                formats.format(version: segment.version) ?? formats.written,
                from: segment.begin,
                to: try file.size(),
                linesBefore: 0,
                expecting: nil
            )
            while case .batch(let batch) = try reader.next() { greatest = max(greatest, batch.commit) }
            greatest = max(greatest, reader.greatestDamaged)
        }
        return greatest
    }
}
