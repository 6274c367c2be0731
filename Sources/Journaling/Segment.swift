/// One file of the log: a header line, then batches.
struct Segment: Sendable, Equatable {
    /// The number of its first record; its file is named for it.
    var first: UInt64
    /// The number of the last record before it. Usually `first - 1`; after a repair it is smaller, and those between
    /// are lost.
    var after: UInt64
    /// The number of the snapshot that is needed to go on from here, where a repair has lost records that only a
    /// snapshot covers.
    var base: UInt64?
    /// When its first batch was decided.
    var time: Int64
    /// The writer's term that it was begun in.
    var epoch: UInt64
    /// The version of its format.
    var version: UInt64
    /// Where its first batch begins.
    var begin: UInt64
    /// Where its last committed batch ends: the file's size, except for the last segment.
    var end: UInt64
    /// How many lines stand before `end`.
    var lines = 1
    /// What is wrong with its first line; nothing in it can be read then.
    var defect: String?
    /// Places to begin reading at, so that the newest records are found without reading the whole.
    var marks: [Mark] = []

    /// A place between two batches.
    struct Mark: Sendable, Equatable {
        /// The number of the batch's first record, the batch's time, and where it begins.
        var sequence: UInt64
        var time: Int64
        var offset: UInt64
        /// How many lines stand before it.
        var lines: Int
    }

    var name: String { Self.name(first: first) }
    var indexName: String { Self.paddedNumber(first) + ".index" }

    /// What must be known already when reading goes on here.
    var requiredSequence: UInt64 { max(after, base ?? 0) }

    static let markDistance: UInt64 = 256 << 10

    /// Notes that a batch begins at `mark`, if the last one noted is far enough away.
    mutating func add(_ mark: Mark) {
        if mark.offset >= (marks.last?.offset ?? 0) + Self.markDistance { marks.append(mark) }
    }

    /// The last place from which all records from `sequence` on can be read.
    func mark(before sequence: UInt64) -> Mark {
        marks.last { $0.sequence <= sequence } ?? start
    }

    /// Whether its file has not even one whole line.
    var isCutShort: Bool { defect == Self.cutShort }
    private static let cutShort = "its first line is cut short"

    var start: Mark { Mark(sequence: first, time: time, offset: begin, lines: 1) }

    // MARK: Names

    private static let ending = ".journal"

    static func name(first: UInt64) -> String { paddedNumber(first) + ending }

    /// The number in a segment's name; nil for other files.
    static func first(ofName name: String) -> UInt64? { number(in: name, ending: ending) }

    /// Twenty digits, so that names sort as numbers.
    static func paddedNumber(_ number: UInt64) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 20 - digits.count)) + digits
    }

    static func number(in name: String, ending: String) -> UInt64? {
        guard name.hasSuffix(ending), name.utf8.count == 20 + ending.utf8.count else { return nil }
        return UInt64(name.prefix(20))
    }

    // MARK: Header

    /// The first line of its file.
    var header: [UInt8] {
        var bytes: [UInt8] = []
        bytes.append("{\"journal\":")
        bytes.append(decimal: version)
        bytes.append(",\"first\":")
        bytes.append(decimal: first)
        bytes.append(",\"after\":")
        bytes.append(decimal: after)
        if let base {
            bytes.append(",\"base\":")
            bytes.append(decimal: base)
        }
        bytes.append(",\"time\":\"")
        TimeText.append(time, to: &bytes)
        bytes.append("\",\"epoch\":")
        bytes.append(decimal: epoch)
        Line.seal(&bytes, from: 0)
        return bytes
    }

    /// Reads the header of the segment that is named for `first`. Where that fails, `defect` says why.
    /// - Parameter trustsCache: whether what the system holds in memory is surely on the device: not for the segment
    ///   that was written last, since a sync may have failed.
    /// - Throws: `.unsupportedFormat` for a version that this Steady can't read.
    static func open(
        first: UInt64,
        on disk: any Disk,
        formats: RecordFormats,
        trustsCache: Bool
    ) throws(JournalError) -> (Segment, any DiskFile) {
        let name = name(first: first)
        let file = try disk.open(name)
        if !trustsCache { file.discardCache() }
        let size = try file.size()
        let bytes = try file.readBytes(at: 0, count: Int(min(size, 512)))
        let header = bytes.withUnsafeBytes { Header($0, size: size, formats) }
        switch header {
        case .newer(let version): throw .unsupportedFormat(name, version)
        case .good(let segment) where segment.first == first: return (segment, file)
        case .good(let segment): return (defective(first, "its first line is that of \(segment.name)", size), file)
        case .bad(let problem): return (defective(first, problem, size), file)
        }
    }

    private static func defective(_ first: UInt64, _ defect: String, _ size: UInt64) -> Segment {
        var segment = Segment(first: first, after: first - min(first, 1), time: 0, epoch: 0, version: 0, end: size)
        segment.defect = defect
        return segment
    }

    /// What a file's first line says.
    private enum Header {
        case good(Segment)
        case newer(UInt64)
        case bad(String)

        init(_ bytes: UnsafeRawBufferPointer, size: UInt64, _ formats: RecordFormats) {
            do throws(LineProblem) {
                guard let length = bytes.firstIndex(of: UInt8(ascii: "\n")) else {
                    throw LineProblem(cutShort)
                }
                let line = try Line.unsealed(UnsafeRawBufferPointer(rebasing: bytes[..<length]))
                var cursor = LineCursor(line)
                guard cursor.skip("{\"journal\":"), let version = cursor.number() else {
                    throw LineProblem("its first line is not that of a segment")
                }
                guard formats.format(version: version) != nil else {
                    self = .newer(version)
                    return
                }
                self = .good(try Segment(line, &cursor, version, begin: UInt64(length) + 1, end: size))
            } catch {
                self = .bad(error.text)
            }
        }
    }

    /// Reads what stands behind the version, which no version has changed so far.
    private init(
        _ line: UnsafeRawBufferPointer,
        _ cursor: inout LineCursor,
        _ version: UInt64,
        begin: UInt64,
        end: UInt64
    ) throws(LineProblem) {
        let problem = LineProblem("its first line is not that of a segment")
        guard cursor.skip(",\"first\":"), let first = cursor.number(), cursor.skip(",\"after\":"),
            let after = cursor.number(), after < first
        else { throw problem }
        let base = cursor.skip(",\"base\":") ? cursor.number() : nil
        guard cursor.skip(",\"time\":\""), let timeText = cursor.take(TimeText.length),
            let time = TimeText.parse(UnsafeRawBufferPointer(rebasing: line[timeText])),
            cursor.skip("\",\"epoch\":"), let epoch = cursor.number(), cursor.isAtEnd
        else { throw problem }
        self.init(
            first: first,
            after: after,
            base: base,
            time: time,
            epoch: epoch,
            version: version,
            begin: begin,
            end: end
        )
    }

    init(
        first: UInt64,
        after: UInt64,
        base: UInt64? = nil,
        time: Int64,
        epoch: UInt64,
        version: UInt64,
        begin: UInt64 = 0,
        end: UInt64 = 0
    ) {
        self.first = first
        self.after = after
        self.base = base
        self.time = time
        self.epoch = epoch
        self.version = version
        self.begin = begin
        self.end = end
    }

    /// Makes its file, durably and whole: a name never leads to a file without its header.
    mutating func create(on disk: any Disk) throws(JournalError) -> any DiskFile {
        let header = header
        begin = UInt64(header.count)
        end = begin
        return try disk.createWhole(name) { file throws(JournalError) in try file.writeAll(header, at: 0) }
    }
}
