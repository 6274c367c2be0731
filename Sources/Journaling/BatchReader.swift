/// Reads one segment batch by batch, and hands out a batch only when all of it is proven: each line's checksum, the
/// numbers one after the other, the commit's count and the checksum over the whole.
struct BatchReader {
    private let format: any RecordFormat
    private var reader: LineReader
    private var lineNumber: Int
    /// The lines since the last commit or the last bad line, with numbers that follow each other.
    private var lines: [(span: LineReader.Span, parts: RecordLine)] = []
    /// The number that the next line must have; nil where any will do. After damage, the least that it may have.
    private var nextSequence: UInt64?
    /// The first number after the last proven batch.
    private var batchStart: UInt64?
    private var provenEnd: UInt64
    private var damage: Damage?

    /// A batch that is proven. Its records can be read until the next call of `next()`.
    struct ProvenBatch {
        /// The numbers of its first record and of its commit.
        var first: UInt64
        var commit: UInt64
        var time: Int64
        var epoch: UInt64
        /// Where its first line begins and where its commit's line ends.
        var offset: UInt64
        var end: UInt64
        /// What is wrong between the batch before and this one.
        var damageBefore: Damage?
    }

    /// The first bad line of a stretch of bad ones, and what else the stretch tells.
    struct Damage {
        var line: Int
        var offset: UInt64
        /// The number that the bad line should have.
        var sequence: UInt64
        var problem: String
        /// The first number of the batch that it belongs to: from there on records are lost.
        var gapStart: UInt64
        /// Something in the stretch is whole and wrong, as no interrupted write leaves it.
        fileprivate var hasWholeLine = false
        /// What a good commit in the stretch says about where its batch begins, and whether it is the last line.
        fileprivate var commit: (first: UInt64, isLast: Bool)?
        /// The greatest number in the stretch on a line with a good checksum, 0 if there is none.
        fileprivate(set) var greatestSequence: UInt64 = 0
    }

    /// What stands after the last proven batch.
    struct Tail {
        /// Where the last proven batch ends (where reading began, if there was none).
        var offset: UInt64
        var damage: Damage?
        /// Whether there is nothing but what an interrupted append may leave: lines without their commit, a line cut
        /// short, sectors full of zeros. Such a batch was never acknowledged.
        var isInterruptedAppend: Bool
    }

    enum Step {
        case batch(ProvenBatch)
        case end(Tail)
    }

    /// - Parameters:
    ///   - start: where a batch begins.
    ///   - linesBefore: how many lines stand before it.
    ///   - sequence: the number that its first record must have, nil for any.
    init(
        _ file: any DiskFile,
        _ format: any RecordFormat,
        from start: UInt64,
        to end: UInt64,
        linesBefore: Int,
        expecting sequence: UInt64?,
        pieceSize: Int = LineReader.usualPiece
    ) {
        self.format = format
        reader = LineReader(file, from: start, to: end, pieceSize: pieceSize)
        lineNumber = linesBefore
        nextSequence = sequence
        batchStart = sequence
        provenEnd = start
    }

    /// Reads a segment's batches from a mark on.
    init(
        _ segment: Segment,
        _ file: any DiskFile,
        _ format: any RecordFormat,
        from mark: Segment.Mark,
        to end: UInt64,
        pieceSize: Int = LineReader.usualPiece
    ) {
        self.init(
            file,
            format,
            from: mark.offset,
            to: end,
            linesBefore: mark.lines,
            expecting: mark.sequence,
            pieceSize: pieceSize
        )
    }

    /// The greatest number on a good line of the damaged stretch that is being read, 0 outside of one.
    var greatestDamaged: UInt64 { damage?.greatestSequence ?? 0 }

    /// How many lines stand before the next batch.
    var linesRead: Int { lineNumber }

    mutating func next() throws(JournalError) -> Step {
        lines.removeAll(keepingCapacity: true)
        reader.release(before: reader.position)
        while let span = try reader.next() {
            lineNumber += 1
            damage?.commit?.isLast = false
            do throws(LineProblem) {
                if let batch = try take(span) { return .batch(batch) }
            } catch {
                takeBadLine(span, error.text)
            }
        }
        return .end(Tail(offset: provenEnd, damage: damage, isInterruptedAppend: isInterruptedAppend))
    }

    /// Calls `body` with the records of the batch that `next()` has just returned, the commit left out.
    func forEachRecord<Failure: Error>(_ body: (Record) throws(Failure) -> Void) throws(Failure) {
        for (span, parts) in lines { try body(reader.withBytes(of: span) { parts.record(in: $0) }) }
    }

    /// As `forEachRecord`, but with the keys alone.
    func forEachKey(_ body: (String) -> Void) {
        for (span, parts) in lines {
            if let key = reader.withBytes(of: span, { parts.unescapedKey(in: $0) }) { body(key) }
        }
    }

    // MARK: Good lines

    /// Adds a good line to the batch in the making, and returns the batch if the line is its commit.
    private mutating func take(_ span: LineReader.Span) throws(LineProblem) -> ProvenBatch? {
        let (parts, commit) = try parse(span)
        try follow(parts.sequence, span)
        if let commit { return try end(span, parts, commit) }
        lines.append((span, parts))
        return nil
    }

    private func parse(_ span: LineReader.Span) throws(LineProblem) -> (RecordLine, Commit?) {
        try reader.withBytes(of: span) { line throws(LineProblem) in
            guard span.isTerminated else { throw Self.problem(unterminated: line, format) }
            let parts = try format.parse(line)
            guard parts.isCommit(in: line) else { return (parts, nil) }
            return (parts, try Commit(body: UnsafeRawBufferPointer(rebasing: line[parts.body])))
        }
    }

    /// Checks a line's number against those before it.
    private mutating func follow(_ sequence: UInt64, _ span: LineReader.Span) throws(LineProblem) {
        let expected = nextSequence ?? sequence
        guard sequence >= expected else {
            throw LineProblem("record \(sequence) stands where record \(expected) belongs")
        }
        if damage == nil, sequence > expected {
            meetDamage(span, "record \(sequence) stands where record \(expected) belongs")
            damage?.hasWholeLine = true
        }
        if damage == nil {
            batchStart = batchStart ?? sequence
            nextSequence = sequence + 1
        } else {
            // After damage a batch is found again by a run of numbers without a hole.
            if let last = lines.last, last.parts.sequence + 1 != sequence { lines.removeAll(keepingCapacity: true) }
            let greatest = max(damage?.greatestSequence ?? 0, sequence)
            damage?.greatestSequence = greatest
        }
    }

    private mutating func end(
        _ span: LineReader.Span,
        _ parts: RecordLine,
        _ commit: Commit
    ) throws(LineProblem) -> ProvenBatch? {
        guard let first = firstLine(of: commit, at: parts.sequence, span) else {
            return try takeCommitWithoutBatch(parts.sequence, commit)
        }
        defer { damage = nil }
        nextSequence = parts.sequence + 1
        batchStart = nextSequence
        provenEnd = span.end
        return ProvenBatch(
            first: lines[first].parts.sequence,
            commit: parts.sequence,
            time: parts.time,
            epoch: commit.epoch,
            offset: lines[first].span.offset,
            end: span.end,
            damageBefore: damage
        )
    }

    /// Drops lines that are not in the commit's batch and says where the batch begins, if the lines prove it.
    private mutating func firstLine(of commit: Commit, at sequence: UInt64, _ span: LineReader.Span) -> Int? {
        let count = Int(clamping: commit.count)
        guard count > 0, damage == nil ? lines.count == count : lines.count >= count else { return nil }
        lines.removeFirst(lines.count - count)
        guard lines[count - 1].parts.sequence + 1 == sequence else { return nil }
        let start = lines[0].span.offset
        let checksum = reader.withBytes(from: start, count: Int(span.offset - start)) { Checksum.of($0) }
        return checksum == commit.checksum ? 0 : nil
    }

    private mutating func takeCommitWithoutBatch(
        _ sequence: UInt64,
        _ commit: Commit
    ) throws(LineProblem) -> ProvenBatch? {
        guard damage != nil else { throw LineProblem("the commit does not fit the records before it") }
        if damage?.commit != nil { damage?.hasWholeLine = true }
        damage?.commit = (sequence > commit.count ? sequence - commit.count : 0, true)
        nextSequence = sequence + 1
        lines.removeAll(keepingCapacity: true)
        return nil
    }

    // MARK: Bad lines

    private mutating func takeBadLine(_ span: LineReader.Span, _ problem: String) {
        meetDamage(span, problem)
        let isCutShort = !span.isTerminated && problem != Self.lostNewline
        if !isCutShort && !hasLostSector(span) { damage?.hasWholeLine = true }
    }

    /// Whether the line holds zeros from the begin of a sector, or of the append, to the end of a sector or the file:
    /// what is read where a sector was never written.
    private func hasLostSector(_ span: LineReader.Span) -> Bool {
        reader.withBytes(of: span) { bytes in
            guard var start = bytes.firstOffset(of: 0) else { return false }
            while start < bytes.count {
                let end = bytes[start...].firstIndex { $0 != 0 } ?? bytes.count
                let (from, to) = (span.offset + UInt64(start), span.offset + UInt64(end))
                let begins = from % Self.sectorSize == 0 || from == provenEnd
                let ends = to % Self.sectorSize == 0 || (end == bytes.count && !span.isTerminated)
                if begins && ends { return true }
                start = bytes[end...].firstIndex(of: 0) ?? bytes.count
            }
            return false
        }
    }

    private static let sectorSize: UInt64 = 512

    /// Notes where damage begins, and gives up the lines before it: their batch is lost with it.
    private mutating func meetDamage(_ span: LineReader.Span, _ problem: String) {
        lines.removeAll(keepingCapacity: true)
        reader.release(before: span.offset)
        guard damage == nil else { return }
        let sequence = nextSequence ?? 0
        damage = Damage(
            line: lineNumber,
            offset: span.offset,
            sequence: sequence,
            problem: problem,
            gapStart: batchStart ?? sequence
        )
    }

    private static let lostNewline = "the newline at its end is lost"

    /// What is wrong with a last line that no newline ends: it is cut short, unless it is whole up to the last byte.
    private static func problem(unterminated line: UnsafeRawBufferPointer, _ format: any RecordFormat) -> LineProblem {
        let isWhole = (try? format.parse(UnsafeRawBufferPointer(rebasing: line.dropLast()))) != nil
        return LineProblem(isWhole ? lostNewline : "the line is cut short")
    }

    private var isInterruptedAppend: Bool {
        guard let damage else { return true }
        if damage.hasWholeLine { return false }
        // The sectors of one append reach the device in any order: its commit may be there while a line is not.
        guard let commit = damage.commit else { return true }
        return commit.isLast && commit.first == damage.gapStart
    }
}
