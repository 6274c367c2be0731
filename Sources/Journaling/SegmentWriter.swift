/// Writes batches behind the last commit, one at a time.
struct SegmentWriter: Sendable {
    let disk: any Disk
    let format: any RecordFormat
    /// A segment is ended when it has so many bytes.
    let segmentBytes: UInt64
    let syncs: Bool
    let epoch: UInt64
    /// The number of the last record that is durable.
    private(set) var head: UInt64
    /// The last segment; nil in an empty journal.
    private(set) var segment: Segment?
    /// The last segment's file; nil when the next append begins one.
    private var file: (any DiskFile)?
    /// Where lines are put together before they are written.
    private var buffer: [UInt8] = []

    init(
        _ disk: any Disk,
        _ format: any RecordFormat,
        _ options: LocalJournal.Options,
        epoch: UInt64,
        head: UInt64,
        last: (segment: Segment, file: any DiskFile)?
    ) {
        self.disk = disk
        self.format = format
        segmentBytes = options.segmentBytes
        syncs = options.syncs
        self.epoch = epoch
        self.head = head
        segment = last?.segment
        file = last?.file
    }

    /// Makes the records durable, whose numbers begin at `head + 1`.
    /// - Throws: `.stopped` when what is on the disk is unknown now; after any other error it is as before.
    mutating func append(_ records: [Record], at time: Int64) throws(JournalError) {
        try encode(records, at: time)
        try beginSegmentIfNeeded(at: time)
        guard let file, var segment else { throw JournalError(.stopped, "append: no segment is open") }
        do throws(JournalError) {
            try file.writeAll(buffer, at: segment.end)
        } catch {
            try cutBack(file, to: segment.end, after: error)
            throw error
        }
        if syncs { try sync(file) }

        segment.add(Segment.Mark(sequence: head + 1, time: time, offset: segment.end, lines: segment.lines))
        segment.end += UInt64(buffer.count)
        segment.lines += records.count + 1
        self.segment = segment
        head += UInt64(records.count) + 1
    }

    /// Lets the file go.
    mutating func close() { file = nil }

    // MARK: Steps

    /// Puts the batch's lines into the buffer: its records, then their commit.
    private mutating func encode(_ records: [Record], at time: Int64) throws(JournalError) {
        // One huge batch must not hold its memory for good.
        buffer.removeAll(keepingCapacity: buffer.capacity <= 4 << 20)
        for record in records {
            format.write(record, to: &buffer)
            guard buffer.count <= Batch.maximumBytes else {
                throw JournalError(.invalidBatch, "append: the batch is larger than \(Batch.maximumBytes) bytes")
            }
        }
        let checksum = buffer.withUnsafeBytes { Checksum.of($0) }
        let commit = Commit(count: UInt64(records.count), epoch: epoch, checksum: checksum)
        let sequence = head + commit.count + 1
        format.write(Record(sequence: sequence, time: time, type: .commit, body: commit.body), to: &buffer)
    }

    /// Begins the next segment where there is none, and where the last one is full or of another format.
    private mutating func beginSegmentIfNeeded(at time: Int64) throws(JournalError) {
        if file != nil, let segment, segment.end < segmentBytes, segment.version == format.version { return }
        var next = Segment(first: head + 1, after: head, time: time, epoch: epoch, version: format.version)
        file = try next.create(on: disk)
        segment = next
    }

    /// Takes back what part of a batch was written, so that the next one follows the last commit.
    private func cutBack(_ file: any DiskFile, to end: UInt64, after error: JournalError) throws(JournalError) {
        do throws(JournalError) {
            try file.truncate(to: end)
        } catch let second {
            throw stopped("\(error); then \(second)", second)
        }
    }

    /// A sync that fails may have dropped what it should have written, and a second one that succeeds says nothing
    /// about it. So nothing is written any more until the journal was opened anew and has read what is there.
    private func sync(_ file: any DiskFile) throws(JournalError) {
        do throws(JournalError) {
            try file.sync()
        } catch {
            throw stopped(error.message, error)
        }
    }

    private func stopped(_ message: String, _ cause: JournalError) -> JournalError {
        JournalError(.stopped, "\(message); the journal has to be opened anew", systemError: cause.systemError)
    }
}
