/// One file with all that a state is made of: a header line, the records that count at that moment, and a commit over
/// them all.
struct Snapshot: Sendable, Equatable {
    /// The state after this record.
    var sequence: UInt64
    /// When it was made.
    var time: Int64
    /// The writer's term that it was made in.
    var epoch: UInt64 = 0
    var version: UInt64
    var size: UInt64 = 0

    var name: String { Self.name(sequence: sequence) }

    private static let ending = ".snapshot"

    static func name(sequence: UInt64) -> String { Segment.paddedNumber(sequence) + ending }

    /// The number in a snapshot's name; nil for other files.
    static func sequence(ofName name: String) -> UInt64? { Segment.number(in: name, ending: ending) }

    // MARK: Writing

    /// Makes its file, durably and whole.
    mutating func create(
        on disk: any Disk,
        format: any RecordFormat,
        records: some Sequence<Record>
    ) throws(JournalError) {
        var written: UInt64 = 0
        let (sequence, epoch, header) = (sequence, epoch, header)
        try disk.createWhole(name) { file throws(JournalError) in
            var piece = header
            var count: UInt64 = 0
            var checksum: UInt32 = 0
            var checkedUpTo = header.count
            for record in records {
                if let problem = record.sequence > sequence ? "it is later" : record.problem {
                    let place = "write \(Self.name(sequence: sequence)): record \(record.sequence)"
                    throw JournalError(.invalidSnapshot, "\(place): \(problem)")
                }
                format.write(record, to: &piece)
                count += 1
                if piece.count >= 1 << 20 {
                    checksum = Self.checksum(of: piece, from: checkedUpTo, after: checksum)
                    try file.writeAll(piece, at: written)
                    written += UInt64(piece.count)
                    piece.removeAll(keepingCapacity: true)
                    checkedUpTo = 0
                }
            }
            checksum = Self.checksum(of: piece, from: checkedUpTo, after: checksum)
            let commit = Commit(count: count, epoch: epoch, checksum: checksum)
            format.write(Record(sequence: sequence, time: time, type: .commit, body: commit.body), to: &piece)
            try file.writeAll(piece, at: written)
            written += UInt64(piece.count)
        }
        size = written
    }

    private static func checksum(of bytes: [UInt8], from start: Int, after previous: UInt32) -> UInt32 {
        bytes.withUnsafeBytes { Checksum.of(UnsafeRawBufferPointer(rebasing: $0[start...]), after: previous) }
    }

    private var header: [UInt8] {
        var bytes: [UInt8] = []
        bytes.append("{\"snapshot\":")
        bytes.append(decimal: version)
        bytes.append(",\"at\":")
        bytes.append(decimal: sequence)
        bytes.append(",\"time\":\"")
        TimeText.append(time, to: &bytes)
        bytes.append("\"")
        Line.seal(&bytes, from: 0)
        return bytes
    }

    // MARK: Reading

    /// Proves the whole of the file with this name, or says what is wrong with it.
    /// - Throws: what the disk says, and `.unsupportedFormat` for a version that this Steady can't read.
    static func proof(
        _ name: String,
        on disk: any Disk,
        formats: RecordFormats
    ) throws(JournalError) -> Result<Snapshot, JournalFinding> {
        do {
            return .success(try read(name, on: disk, formats: formats, parses: false) { _ in })
        } catch let finding as JournalFinding {
            return .failure(finding)
        } catch {
            throw error as? JournalError ?? JournalError(.disk, "read \(name): \(error)")
        }
    }

    /// Hands out its records, in the order in which they were written. They should be proven before.
    func forEachRecord(on disk: any Disk, formats: RecordFormats, _ body: (Record) throws -> Void) throws {
        _ = try Self.read(name, on: disk, formats: formats, parses: true, body)
    }

    private static func read(
        _ name: String,
        on disk: any Disk,
        formats: RecordFormats,
        parses: Bool,
        _ body: (Record) throws -> Void
    ) throws -> Snapshot {
        let file = try disk.open(name)
        let size = try file.size()
        var place = JournalFinding(file: name, line: 1, sequence: Self.sequence(ofName: name) ?? 0, problem: "")
        var reader = LineReader(file, from: 0, to: size)
        do {
            guard let first = try reader.next(), first.isTerminated else { throw LineProblem("it has no first line") }
            var snapshot = try reader.withBytes(of: first) { line throws(LineProblem) in try Snapshot(header: line) }
            guard snapshot.name == name else { throw LineProblem("it is the snapshot at \(snapshot.sequence)") }
            guard let format = formats.format(version: snapshot.version) else {
                throw JournalError.unsupportedFormat(name, snapshot.version)
            }
            snapshot.size = size
            snapshot.epoch = try snapshot.readRecords(&reader, format, &place, parses: parses, body)
            return snapshot
        } catch let problem as LineProblem {
            place.problem = problem.text
            throw place
        }
    }

    /// Reads from the second line to the end, and returns the epoch in the commit there; `place` follows, for messages.
    private func readRecords(
        _ reader: inout LineReader,
        _ format: any RecordFormat,
        _ place: inout JournalFinding,
        parses: Bool,
        _ body: (Record) throws -> Void
    ) throws -> UInt64 {
        var count: UInt64 = 0
        var checksum: UInt32 = 0
        var line = 1
        while let span = try reader.next() {
            line += 1
            place.line = line
            place.offset = span.offset
            guard span.isTerminated else { throw LineProblem("the line is cut short") }
            if span.end == size {
                let commit = try reader.withBytes(of: span) { bytes throws(LineProblem) in
                    let parts = try format.parse(bytes)
                    guard parts.isCommit(in: bytes) else { throw LineProblem("it has no commit at its end") }
                    return try Commit(body: UnsafeRawBufferPointer(rebasing: bytes[parts.body]))
                }
                guard commit.count == count, commit.checksum == checksum else {
                    throw LineProblem("the commit does not fit the records before it")
                }
                return commit.epoch
            }
            checksum = reader.withBytes(from: span.offset, count: span.length + 1) {
                Checksum.of($0, after: checksum)
            }
            count += 1
            if parses {
                try body(
                    reader.withBytes(of: span) { bytes throws(LineProblem) in
                        try format.parse(bytes).record(in: bytes)
                    }
                )
            }
            reader.release(before: span.end)
        }
        throw LineProblem("it has no commit at its end")
    }

    private init(header line: UnsafeRawBufferPointer) throws(LineProblem) {
        let content = try Line.unsealed(line)
        var cursor = LineCursor(content)
        guard cursor.skip("{\"snapshot\":"), let version = cursor.number(), cursor.skip(",\"at\":"),
            let sequence = cursor.number(), cursor.skip(",\"time\":\""), let timeText = cursor.take(TimeText.length),
            let time = TimeText.parse(UnsafeRawBufferPointer(rebasing: content[timeText]))
        else { throw LineProblem("not a snapshot's first line") }
        self.init(sequence: sequence, time: time, version: version)
    }

    init(sequence: UInt64, time: Int64, epoch: UInt64 = 0, version: UInt64) {
        self.sequence = sequence
        self.time = time
        self.epoch = epoch
        self.version = version
    }
}
