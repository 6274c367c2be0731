/// How one version of the format writes and reads the lines of records. What all versions share stands in `Line`, and
/// the first line of every file always begins with the version.
protocol RecordFormat: Sendable {
    var version: UInt64 { get }

    /// Appends the record's line, its newline included.
    func write(_ record: Record, to bytes: inout [UInt8])

    /// Finds the parts of a line (without its newline) and proves its checksum.
    func parse(_ line: UnsafeRawBufferPointer) throws(LineProblem) -> RecordLine
}

/// Where the parts of a record stand in its line, found without copying anything.
struct RecordLine {
    var sequence: UInt64
    var time: Int64
    var causes: [UInt64]
    var type: Range<Int>
    /// As it is written, escapes and all.
    var key: Range<Int>?
    var body: Range<Int>

    func isCommit(in line: UnsafeRawBufferPointer) -> Bool {
        type.count == 6 && line[type.lowerBound] == UInt8(ascii: "c")
            && String(decoding: line[type], as: UTF8.self) == RecordType.commit.rawValue
    }

    func record(in line: UnsafeRawBufferPointer) -> Record {
        Record(
            sequence: sequence,
            time: time,
            causes: causes,
            type: RecordType(rawValue: String(decoding: line[type], as: UTF8.self)),
            key: unescapedKey(in: line),
            body: Array(line[body])
        )
    }

    func unescapedKey(in line: UnsafeRawBufferPointer) -> String? {
        guard let key else { return nil }
        return String(unescaping: UnsafeRawBufferPointer(rebasing: line[key]))
    }
}

/// The formats that this Steady can read, and the one it writes. A file keeps the format that it was begun in; a
/// journal changes over when it begins its next segment.
struct RecordFormats: Sendable {
    var written: any RecordFormat
    var read: [any RecordFormat]

    static let current = RecordFormats(written: FirstRecordFormat(), read: [FirstRecordFormat()])

    func format(version: UInt64) -> (any RecordFormat)? { read.first { $0.version == version } }
}

/// What a commit record says about the batch that it ends.
struct Commit: Equatable {
    /// How many records stand between it and the commit before.
    var count: UInt64
    var epoch: UInt64
    /// CRC-32C of those records' lines, newlines included.
    var checksum: UInt32

    var body: [UInt8] {
        var bytes: [UInt8] = []
        bytes.append("\"count\":")
        bytes.append(decimal: count)
        bytes.append(",\"epoch\":")
        bytes.append(decimal: epoch)
        bytes.append(",\"batch\":\"")
        bytes.append(hexadecimal: checksum)
        bytes.append("\"")
        return bytes
    }

    init(count: UInt64, epoch: UInt64, checksum: UInt32) {
        self.count = count
        self.epoch = epoch
        self.checksum = checksum
    }

    init(body: UnsafeRawBufferPointer) throws(LineProblem) {
        var cursor = LineCursor(body)
        guard cursor.skip("\"count\":"), let count = cursor.number(), cursor.skip(",\"epoch\":"),
            let epoch = cursor.number(), cursor.skip(",\"batch\":\""), let checksum = cursor.hexadecimal(),
            cursor.skip("\""), cursor.isAtEnd
        else { throw LineProblem("a commit without its count, epoch and checksum") }
        self.init(count: count, epoch: epoch, checksum: checksum)
    }
}
