/// Version 1: the members `seq`, `time`, `causes`, `type`, `key` (where there is one), those of the body, and `crc`,
/// in this order and without white space between them.
struct FirstRecordFormat: RecordFormat {
    var version: UInt64 { 1 }

    func write(_ record: Record, to bytes: inout [UInt8]) {
        let start = bytes.count
        bytes.append("{\"seq\":")
        bytes.append(decimal: record.sequence)
        bytes.append(",\"time\":\"")
        TimeText.append(record.time, to: &bytes)
        bytes.append("\",\"causes\":[")
        for (index, cause) in record.causes.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes.append(decimal: cause)
        }
        bytes.append("],\"type\":\"")
        bytes.append(contentsOf: record.type.rawValue.utf8)
        bytes.append("\"")
        if let key = record.key {
            bytes.append(",\"key\":\"")
            bytes.append(escaped: key)
            bytes.append("\"")
        }
        if !record.body.isEmpty {
            bytes.append(UInt8(ascii: ","))
            bytes.append(contentsOf: record.body)
        }
        Line.seal(&bytes, from: start)
    }

    func parse(_ line: UnsafeRawBufferPointer) throws(LineProblem) -> RecordLine {
        let content = try Line.unsealed(line)
        var cursor = LineCursor(content)
        guard cursor.skip("{\"seq\":"), let sequence = cursor.number(), cursor.skip(",\"time\":\""),
            let timeText = cursor.take(TimeText.length),
            let time = TimeText.parse(UnsafeRawBufferPointer(rebasing: content[timeText])),
            cursor.skip("\",\"causes\":["), let causes = causes(&cursor), cursor.skip(",\"type\":\""),
            let type = cursor.take(until: UInt8(ascii: "\"")), cursor.skip("\"")
        else { throw LineProblem("not a record, though its checksum matches") }

        var key: Range<Int>?
        if cursor.skip(",\"key\":\"") {
            key = cursor.takeString()
            guard key != nil, cursor.skip("\"") else { throw LineProblem("a key without an end") }
        }
        guard cursor.isAtEnd || cursor.skip(",") else { throw LineProblem("no comma before the body") }
        return RecordLine(
            sequence: sequence,
            time: time,
            causes: causes,
            type: type,
            key: key,
            body: cursor.takeRest()
        )
    }

    /// The numbers up to the closing bracket, which is stepped over.
    private func causes(_ cursor: inout LineCursor) -> [UInt64]? {
        if cursor.skip("]") { return [] }
        var causes: [UInt64] = []
        repeat {
            guard let cause = cursor.number() else { return nil }
            causes.append(cause)
        } while cursor.skip(",")
        return cursor.skip("]") ? causes : nil
    }
}
