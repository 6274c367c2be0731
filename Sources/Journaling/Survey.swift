/// What a journal's directory holds, and how much of it can be trusted. Looking changes nothing.
struct Survey {
    /// Oldest first. The last of them is proven; with `isThorough` all are.
    var snapshots: [Snapshot] = []
    /// Oldest first. The last one's `end` is where its last proven batch ends.
    var segments: [Segment] = []
    /// The last number that can be acted on: of the log's last proven batch, or of the newest snapshot.
    var head: UInt64 = 0
    /// The number of the log's last proven batch before damage, whatever snapshots there are.
    var logHead: UInt64 = 0
    /// The greatest epoch that was met.
    var epoch: UInt64 = 0
    /// Damage that no snapshot covers: what stands behind it is not to be acted on.
    var fatal: Fatal?
    var gaps: [JournalGap] = []
    /// What else is wrong and loses nothing: snapshots that are bad and not used, rubbish behind a last batch.
    var remarks: [JournalFinding] = []
    /// What an interrupted append left at the end of the last segment, in bytes.
    var uncommittedBytes: UInt64 = 0
    /// Files that an interrupted operation left; they can go.
    var leftovers: [String] = []
    var recordsRead: UInt64 = 0

    let disk: any Disk
    let formats: RecordFormats

    /// Where the good prefix ends.
    struct Fatal {
        var finding: JournalFinding
        /// Where the damaged segment's last good batch ends; nil when nothing in that file is good, and when the
        /// damage is that a file is missing.
        var goodEnd: UInt64?
        /// The first number of the segment with the damage, or of the first behind what is missing.
        var segment: UInt64
    }

    /// - Parameter isThorough: whether to read all that is kept, and not only what recovery needs.
    /// - Throws: what the disk says, and `.unsupportedFormat` when any file is newer than this Steady.
    init(_ disk: any Disk, formats: RecordFormats, isThorough: Bool) throws(JournalError) {
        self.disk = disk
        self.formats = formats
        let names = try disk.list()
        leftovers = names.filter { $0.hasSuffix(partialEnding) }
        var files: [any DiskFile] = []
        let numbers = names.compactMap(Segment.first)
        for first in numbers {
            let trustsCache = first != numbers.last
            let (segment, file) = try Segment.open(first: first, on: disk, formats: formats, trustsCache: trustsCache)
            segments.append(segment)
            files.append(file)
            epoch = max(epoch, segment.epoch)
        }
        try findSnapshots(names, all: isThorough)
        try readLog(files, isThorough: isThorough)
    }

    /// The newest snapshot's number: what is lost up to there is covered.
    var covered: UInt64 { snapshots.last?.sequence ?? 0 }

    /// Proves snapshots from the newest on, until one is good, or all.
    private mutating func findSnapshots(_ names: [String], all: Bool) throws(JournalError) {
        for name in names.reversed() {
            guard let sequence = Snapshot.sequence(ofName: name) else { continue }
            guard all || snapshots.isEmpty else {
                snapshots.insert(Snapshot(sequence: sequence, time: 0, version: 0), at: 0)
                continue
            }
            switch try Snapshot.proof(name, on: disk, formats: formats) {
            case .success(let snapshot):
                epoch = max(epoch, snapshot.epoch)
                snapshots.insert(snapshot, at: 0)
            case .failure(let finding): remarks.append(finding)
            }
        }
    }
}
