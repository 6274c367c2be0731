import Testing

@testable import Journaling

/// What a later version might look like: the number's name is another.
private struct LaterFormat: RecordFormat {
    var version: UInt64 { 2 }

    func write(_ record: Record, to bytes: inout [UInt8]) {
        var line: [UInt8] = []
        FirstRecordFormat().write(record, to: &line)
        line.removeLast(Line.sealLength + 1)
        let start = bytes.count
        bytes += Array("{\"number\":".utf8) + line.dropFirst("{\"seq\":".utf8.count)
        Line.seal(&bytes, from: start)
    }

    func parse(_ line: UnsafeRawBufferPointer) throws(LineProblem) -> RecordLine {
        let content = try Line.unsealed(line)
        var cursor = LineCursor(content)
        guard cursor.skip("{\"number\":"), let sequence = cursor.number(), cursor.skip(",\"time\":\""),
            let timeText = cursor.take(TimeText.length),
            let time = TimeText.parse(UnsafeRawBufferPointer(rebasing: content[timeText])),
            cursor.take(until: UInt8(ascii: "]")) != nil, cursor.skip("],\"type\":\""),
            let type = cursor.take(until: UInt8(ascii: "\"")), cursor.skip("\"")
        else { throw LineProblem("not a record") }
        _ = cursor.skip(",")
        return RecordLine(sequence: sequence, time: time, causes: [], type: type, body: cursor.takeRest())
    }
}

@Suite struct FormatTests {
    private let upgraded = RecordFormats(written: LaterFormat(), read: [FirstRecordFormat(), LaterFormat()])

    @Test func `an upgrade reads old segments as they are and begins a new one in its own format`() throws {
        let disk = MemoryDisk()
        let batch = Batch(time: 1, drafts: [RecordDraft(type: .event, body: body("a"))])
        let old = try LocalJournal(disk: disk)
        _ = try old.append(batch, expectedHead: 0, epoch: old.epoch)
        old.close()

        let new = try LocalJournal(disk: disk, options: .init(), formats: upgraded)
        _ = try new.append(batch, expectedHead: 2, epoch: new.epoch)
        _ = try new.append(batch, expectedHead: 4, epoch: new.epoch)
        try new.writeSnapshot(at: 4, time: 0, records: [Record(sequence: 3, time: 1, type: .event, body: body("a"))])
        new.close()

        let names = try disk.segmentNames
        #expect(names.count == 2)
        let text = String(decoding: disk.contents(of: names[1]) ?? [], as: UTF8.self)
        #expect(text.hasPrefix("{\"journal\":2,"))
        let again = try LocalJournal(disk: disk, options: .init(), formats: upgraded)
        #expect(again.head == 6)
        #expect(try again.everything().map(\.sequence) == [1, 3, 5])
        #expect(try again.recovered().map(\.sequence) == [3, 5])
    }

    @Test func `files of a newer version are refused and left alone`() throws {
        let disk = MemoryDisk()
        let new = try LocalJournal(disk: disk, options: .init(), formats: upgraded)
        let batch = Batch(time: 1, drafts: [RecordDraft(type: .event)])
        _ = try new.append(batch, expectedHead: 0, epoch: new.epoch)
        new.close()
        let before = disk.operationCount

        let refusal = failure { _ = try LocalJournal(disk: disk) }

        #expect(refusal?.code == .unsupportedFormat)
        #expect(refusal?.message.contains("00000000000000000001.journal") == true)
        #expect(refusal?.message.contains("version 2") == true)
        #expect(disk.operationCount == before)
    }
}
