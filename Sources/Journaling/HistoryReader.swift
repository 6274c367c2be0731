internal import Glibc

/// Answers questions about the past from the files, batch by proven batch.
struct HistoryReader {
    let disk: any Disk
    let formats: RecordFormats
    let history: History
    /// Losses that were met on the way.
    private(set) var newGaps: [JournalGap] = []

    init(disk: any Disk, formats: RecordFormats, history: History) {
        self.disk = disk
        self.formats = formats
        self.history = history
    }

    // MARK: States

    func recover(through sequence: UInt64?, _ body: (Record) throws -> Void) throws -> UInt64 {
        let target = sequence ?? history.head
        guard target <= history.head else {
            throw JournalError(.unavailable, "read the state at record \(target): the head is \(history.head)")
        }
        let start = try newestSnapshot(notAfter: target)
        try start?.forEachRecord(on: disk, formats: formats, body)
        var known = start?.sequence ?? 0
        if known < target { try replay(after: &known, through: target, body) }
        return start?.sequence ?? 0
    }

    /// The newest snapshot that is good.
    private func newestSnapshot(notAfter target: UInt64) throws(JournalError) -> Snapshot? {
        for snapshot in history.snapshots.reversed() where snapshot.sequence <= target {
            if case .success(let proven) = try Snapshot.proof(snapshot.name, on: disk, formats: formats) {
                return proven
            }
        }
        return nil
    }

    /// Hands out every record after `known`; a single one that is lost is an error, since a state without it is wrong.
    private func replay(
        after known: inout UInt64,
        through target: UInt64,
        _ body: (Record) throws -> Void
    ) throws {
        let begin = history.segments.lastIndex { $0.first <= known + 1 } ?? 0
        for segment in history.segments[min(begin, history.segments.count)...] where segment.first <= target {
            guard segment.requiredSequence <= known else {
                throw unavailable(target, "records \(known + 1) to \(segment.requiredSequence) are no longer kept")
            }
            known = max(known, segment.first - 1)
            known = try replay(segment, after: known, through: target, body)
        }
        if known < target, !isInJump(target, after: known) {
            throw unavailable(target, "records from \(known + 1) on are missing")
        }
    }

    /// Whether the numbers between these two are among those that a repair has given up: nothing was lost with them.
    private func isInJump(_ target: UInt64, after known: UInt64) -> Bool {
        history.segments.contains { $0.requiredSequence <= known && target < $0.first && known < $0.first }
    }

    private func replay(
        _ segment: Segment,
        after done: UInt64,
        through target: UInt64,
        _ body: (Record) throws -> Void
    ) throws -> UInt64 {
        var known = done
        var reader = try batches(of: segment, from: known + 1)
        while known < target {
            switch try reader.next() {
            case .batch(let batch) where batch.commit <= known: continue
            case .batch(let batch):
                guard batch.first <= known + 1 else {
                    throw unavailable(
                        target,
                        batch.damageBefore?.finding(in: segment).description ?? "records are lost"
                    )
                }
                try reader.forEachRecord { record in
                    if record.sequence > done, record.sequence <= target { try body(record) }
                }
                known = batch.commit
            case .end(let tail):
                if let damage = tail.damage { throw unavailable(target, damage.finding(in: segment).description) }
                return known
            }
        }
        return known
    }

    private func unavailable(_ target: UInt64, _ reason: String) -> JournalError {
        JournalError(.unavailable, "read the state at record \(target): \(reason)")
    }

    // MARK: Records

    mutating func read(_ sequences: ClosedRange<UInt64>, _ body: (Record) throws -> Void) throws {
        for segment in segments(with: sequences) {
            var reader = try batches(of: segment, from: sequences.lowerBound)
            while let batch = try next(&reader, in: segment), batch.first <= sequences.upperBound {
                if batch.commit < sequences.lowerBound { continue }
                try reader.forEachRecord { if sequences.contains($0.sequence) { try body($0) } }
            }
        }
    }

    mutating func records(forKey key: String) throws(JournalError) -> [Record] {
        var found: [Record] = []
        for segment in history.segments where segment.defect == nil {
            if segment.first == history.segments.last?.first {
                var reader = try batches(of: segment, from: segment.first)
                while try next(&reader, in: segment) != nil {
                    reader.forEachRecord { if $0.key == key { found.append($0) } }
                }
            } else {
                found += try records(forKey: key, inSealed: segment)
            }
        }
        return found
    }

    private mutating func records(forKey key: String, inSealed segment: Segment) throws(JournalError) -> [Record] {
        guard let format = formats.format(version: segment.version) else { return [] }
        var found: [Record] = []
        let file = try open(segment)
        for place in try KeyIndex.places(of: key, in: segment, file, on: disk, formats: formats) {
            // One batch alone is wanted, and most are small.
            var reader = BatchReader(segment, file, format, from: place, to: segment.end, pieceSize: 16 << 10)
            guard try next(&reader, in: segment) != nil else { continue }
            reader.forEachRecord { if $0.key == key { found.append($0) } }
        }
        return found
    }

    func sequence(at time: Int64) throws(JournalError) -> UInt64? {
        guard let segment = history.segments.last(where: { $0.defect == nil && $0.time <= time }) else { return nil }
        // A segment begins with its first batch, so there is one that is not later, unless it is damaged.
        var found: UInt64? = segment.after
        var reader = try batches(of: segment, from: segment.marks.last { $0.time <= time }?.sequence ?? segment.first)
        while case .batch(let batch) = try reader.next(), batch.time <= time, batch.commit <= history.head {
            found = batch.commit
        }
        return found
    }

    // MARK: Segments

    private func segments(with sequences: ClosedRange<UInt64>) -> [Segment] {
        history.segments.enumerated().filter { index, segment in
            let next = index + 1 < history.segments.count ? history.segments[index + 1].first : UInt64.max
            return segment.first <= sequences.upperBound && sequences.lowerBound < next && segment.defect == nil
        }.map(\.element)
    }

    /// The next batch of a segment; what is lost before it is noted.
    private mutating func next(
        _ reader: inout BatchReader,
        in segment: Segment
    ) throws(JournalError) -> BatchReader.ProvenBatch? {
        switch try reader.next() {
        case .batch(let batch):
            if let damage = batch.damageBefore { note(damage, through: batch.first - 1, in: segment) }
            return batch.first <= history.head ? batch : nil
        case .end(let tail):
            let following = history.segments.first { $0.first > segment.first }
            if let damage = tail.damage, let following { note(damage, through: following.after, in: segment) }
            return nil
        }
    }

    private mutating func note(_ damage: BatchReader.Damage, through last: UInt64, in segment: Segment) {
        guard damage.gapStart <= last else { return }
        newGaps.append(JournalGap(sequences: damage.gapStart...last, finding: damage.finding(in: segment)))
    }

    /// A segment's batches, from the last known place that is not behind `sequence`.
    private func batches(of segment: Segment, from sequence: UInt64) throws(JournalError) -> BatchReader {
        guard let format = formats.format(version: segment.version) else {
            throw JournalError(.unavailable, "read \(segment.name): \(segment.defect ?? "its format is unknown")")
        }
        return BatchReader(segment, try open(segment), format, from: segment.mark(before: sequence), to: segment.end)
    }

    private func open(_ segment: Segment) throws(JournalError) -> any DiskFile {
        do throws(JournalError) {
            return try disk.open(segment.name)
        } catch  where error.systemError == ENOENT {
            throw JournalError(.unavailable, "read \(segment.name): it is no longer kept")
        } catch {
            throw error
        }
    }
}
