extension LocalJournal.State {
    /// Puts the batch's lines into the buffer: its records, then their commit.
    mutating func encode(_ records: [Record], _ time: Int64, _ format: any RecordFormat) throws(JournalError) {
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
        let sequence = history.head + commit.count + 1
        format.write(Record(sequence: sequence, time: time, type: .commit, body: commit.body), to: &buffer)
    }

    /// Begins the next segment where there is none, and where the last one is full or of another format.
    mutating func beginSegmentIfNeeded(
        at time: Int64,
        on disk: any Disk,
        _ format: any RecordFormat,
        limit: UInt64
    ) throws(JournalError) {
        if active != nil, let last = history.segments.last, last.end < limit, last.version == format.version { return }
        let head = history.head
        var segment = Segment(first: head + 1, after: head, time: time, epoch: epoch, version: format.version)
        active = try segment.create(on: disk)
        history.segments.append(segment)
    }

    /// Writes the buffer behind the last commit and makes it durable.
    mutating func writeBuffer(_ count: Int, _ time: Int64, syncs: Bool) throws(JournalError) {
        guard let file = active, var segment = history.segments.popLast() else {
            throw JournalError(.stopped, "append: no segment is open")
        }
        defer { history.segments.append(segment) }
        do throws(JournalError) {
            try file.writeAll(buffer, at: segment.end)
        } catch {
            try cutBack(file, to: segment.end, after: error)
            throw error
        }
        if syncs { try sync(file) }

        let first = history.head + 1
        segment.add(Segment.Mark(sequence: first, time: time, offset: segment.end, lines: segment.lines))
        segment.end += UInt64(buffer.count)
        segment.lines += count + 1
        history.head += UInt64(count) + 1
    }

    /// Takes back what part of a batch was written, so that the next one follows the last commit.
    private mutating func cutBack(
        _ file: any DiskFile,
        to end: UInt64,
        after error: JournalError
    ) throws(JournalError) {
        do throws(JournalError) {
            try file.truncate(to: end)
        } catch let second {
            throw stop("\(error); then \(second)", second)
        }
    }

    /// A sync that fails may have dropped what it should have written, and a second one that succeeds says nothing
    /// about it. So nothing is written any more until the journal was opened anew and has read what is there.
    private mutating func sync(_ file: any DiskFile) throws(JournalError) {
        do throws(JournalError) {
            try file.sync()
        } catch {
            throw stop(error.message, error)
        }
    }

    private mutating func stop(_ message: String, _ cause: JournalError) -> JournalError {
        let text = "\(message); the journal has to be opened anew"
        let error = JournalError(.stopped, text, systemError: cause.systemError)
        condition = .stopped(error)
        active = nil
        return error
    }
}
