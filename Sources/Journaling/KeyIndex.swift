/// Where in a sealed segment the records of each key are: a file of lines beside it, one per key. It can always be
/// made anew, so it is never trusted: its checksum and the segment's size must fit.
enum KeyIndex {
    /// Where the batches with records of `key` begin. Makes the index where it is missing or damaged.
    static func places(
        of key: String,
        in segment: Segment,
        _ file: any DiskFile,
        on disk: any Disk,
        formats: RecordFormats
    ) throws(JournalError) -> [Segment.Mark] {
        var wanted: [UInt8] = []
        wanted.append("{\"key\":\"")
        wanted.append(escaped: key)
        wanted.append("\",\"batches\":[")
        var index = load(segment, on: disk)
        if index == nil {
            let made = try make(segment, file, formats)
            // Where it can't be kept the question is still answered, only as slowly the next time.
            try? keep(made, segment, on: disk)
            index = made
        }
        return index?.withUnsafeBytes { places(in: $0, behind: wanted) } ?? []
    }

    /// Makes the index of a segment if there is no good one.
    static func prepare(_ segment: Segment, on disk: any Disk, formats: RecordFormats) throws(JournalError) {
        if load(segment, on: disk) == nil {
            try keep(make(segment, disk.open(segment.name), formats), segment, on: disk)
        }
    }

    // MARK: Reading

    /// The index's bytes if it is whole and fits the segment.
    private static func load(_ segment: Segment, on disk: any Disk) -> [UInt8]? {
        // A file that can't be opened or read is as good as none: what it says can be had from the segment.
        guard let file = try? disk.open(segment.indexName), let size = try? file.size(),
            let bytes = try? file.readBytes(at: 0, count: Int(size))
        else { return nil }
        let seal = self.seal(segment, bytes[..<max(0, bytes.count - sealLength)])
        return bytes.suffix(sealLength).elementsEqual(seal) ? bytes : nil
    }

    private static func places(in index: UnsafeRawBufferPointer, behind wanted: [UInt8]) -> [Segment.Mark] {
        var lineStart = 0
        while let end = index[lineStart...].firstIndex(of: UInt8(ascii: "\n")) {
            let line = UnsafeRawBufferPointer(rebasing: index[lineStart..<end])
            if line.starts(with: wanted) {
                return marks(UnsafeRawBufferPointer(rebasing: line[wanted.count...]))
            }
            lineStart = end + 1
        }
        return []
    }

    /// Reads `[sequence,offset,lines],...]}`.
    private static func marks(_ list: UnsafeRawBufferPointer) -> [Segment.Mark] {
        var marks: [Segment.Mark] = []
        var cursor = LineCursor(list)
        repeat {
            guard cursor.skip("["), let sequence = cursor.number(), cursor.skip(","), let offset = cursor.number(),
                cursor.skip(","), let lines = cursor.number(), cursor.skip("]")
            else { break }
            marks.append(Segment.Mark(sequence: sequence, time: 0, offset: offset, lines: Int(clamping: lines)))
        } while cursor.skip(",")
        return marks
    }

    // MARK: Making

    private static func make(
        _ segment: Segment,
        _ file: any DiskFile,
        _ formats: RecordFormats
    ) throws(JournalError) -> [UInt8] {
        let places = try collect(segment, file, formats)
        var bytes: [UInt8] = []
        for (key, marks) in places.sorted(by: { $0.key < $1.key }) {
            bytes.append("{\"key\":\"")
            bytes.append(escaped: key)
            bytes.append("\",\"batches\":[")
            for (index, mark) in marks.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                bytes.append("[")
                bytes.append(decimal: mark.sequence)
                bytes.append(",")
                bytes.append(decimal: mark.offset)
                bytes.append(",")
                bytes.append(decimal: UInt64(mark.lines))
                bytes.append("]")
            }
            bytes.append("]}\n")
        }
        return bytes + seal(segment, bytes[...])
    }

    private static func keep(_ index: [UInt8], _ segment: Segment, on disk: any Disk) throws(JournalError) {
        try disk.createWhole(segment.indexName) { file throws(JournalError) in try file.writeAll(index, at: 0) }
    }

    private static func collect(
        _ segment: Segment,
        _ file: any DiskFile,
        _ formats: RecordFormats
    ) throws(JournalError) -> [String: [Segment.Mark]] {
        guard let format = formats.format(version: segment.version) else { return [:] }
        var places: [String: [Segment.Mark]] = [:]
        var reader = BatchReader(segment, file, format, from: segment.start, to: segment.end)
        while true {
            let lines = reader.linesRead
            guard case .batch(let batch) = try reader.next() else { return places }
            let mark = Segment.Mark(sequence: batch.first, time: batch.time, offset: batch.offset, lines: lines)
            reader.forEachKey { key in
                if places[key]?.last != mark { places[key, default: []].append(mark) }
            }
        }
    }

    // MARK: Seal

    /// The last line: to which segment it belongs, and the checksum of the lines before. Always of the same length.
    private static func seal(_ segment: Segment, _ lines: ArraySlice<UInt8>) -> [UInt8] {
        let checksum = lines.withUnsafeBytes { Checksum.of($0) }
        var line: [UInt8] = []
        line.append("{\"index\":1,\"segment\":\"")
        line.append(contentsOf: segment.name.utf8)
        line.append("\",\"size\":\"")
        line.append(contentsOf: Segment.paddedNumber(segment.end).utf8)
        line.append("\",\"lines\":\"")
        line.append(hexadecimal: checksum)
        line.append("\"}\n")
        return line
    }

    private static let sealLength = "{'index':1,'segment':'','size':'','lines':''}\n".utf8.count + 20 + 8 + 20 + 8
}
