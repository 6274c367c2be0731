import Journaling
import Testing

@Suite struct AppendTests {
    @Test func `what was appended is recovered when the journal is opened anew`() throws {
        let disk = MemoryDisk()
        var acknowledged = Acknowledged()
        let first = try LocalJournal.open(disk)
        try first.appendTurns(0..<40, to: &acknowledged)
        first.close()

        let second = try LocalJournal.open(disk)

        #expect(second.head == acknowledged.heads.last)
        #expect(try second.recovered() == acknowledged.records)
        #expect(second.epoch == first.epoch + 1)
        #expect(second.condition == .writable)
    }

    @Test func `records are numbered in order and the commit takes the number behind them`() throws {
        let journal = try LocalJournal.open(MemoryDisk())
        let batch = Batch(time: 5, drafts: [RecordDraft(type: .turn), RecordDraft(type: .event)])

        #expect(try journal.append(batch, expectedHead: 0, epoch: journal.epoch) == 1..<3)
        #expect(journal.head == 3)
        #expect(try journal.append(batch, expectedHead: 3, epoch: journal.epoch) == 4..<6)
    }

    @Test func `a line reads as people and jq expect it`() throws {
        let disk = MemoryDisk()
        let journal = try LocalJournal.open(disk)
        let draft = RecordDraft(type: .put, key: "notes/a\"b\\\n", causes: [], body: body("hello"))

        _ = try journal.append(
            Batch(time: 1_795_442_400_123_456_789, drafts: [draft]),
            expectedHead: 0,
            epoch: journal.epoch
        )

        let text = String(decoding: disk.contents(of: "00000000000000000001.journal") ?? [], as: UTF8.self)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count == 4)
        #expect(lines[0].hasPrefix(#"{"journal":1,"first":1,"after":0,"time":"2026-11-23T"#))
        #expect(
            lines[1].hasPrefix(
                #"{"seq":1,"time":"2026-11-23T14:00:00.123456789Z","causes":[],"type":"put","#
                    + #""key":"notes/a\"b\\\u000a","text":"hello","crc":""#
            )
        )
        #expect(lines[2].contains(#""type":"commit","count":1,"epoch":1,"batch":""#))
        #expect(try journal.everything().first?.key == draft.key)
    }

    @Test func `a writer with a stale head or another epoch is fenced off`() throws {
        let journal = try LocalJournal.open(MemoryDisk())
        let batch = Batch(time: 1, drafts: [RecordDraft(type: .turn)])
        _ = try journal.append(batch, expectedHead: 0, epoch: journal.epoch)

        #expect(code { _ = try journal.append(batch, expectedHead: 0, epoch: journal.epoch) } == .fenced)
        #expect(code { _ = try journal.append(batch, expectedHead: 2, epoch: journal.epoch + 1) } == .fenced)
        #expect(journal.head == 2)
    }

    @Test(arguments: [
        Batch(time: 1, drafts: []),
        Batch(time: 1, drafts: [RecordDraft(type: .commit)]),
        Batch(time: 1, drafts: [RecordDraft(type: "No Type")]),
        Batch(time: 1, drafts: [RecordDraft(type: .put, body: Array("\"a\":\n1".utf8))]),
        Batch(time: 1, drafts: [RecordDraft(type: .put, body: Array("\"key\":1".utf8))]),
        Batch(time: 1, drafts: [RecordDraft(type: .put, causes: [.inBatch(0)])]),
        Batch(time: 1, drafts: [RecordDraft(type: .put, causes: [.sequence(1)])]),
    ])
    func `a batch that could not be read back is refused whole`(batch: Batch) throws {
        let disk = MemoryDisk()
        let journal = try LocalJournal.open(disk)

        #expect(code { _ = try journal.append(batch, expectedHead: 0, epoch: journal.epoch) } == .invalidBatch)
        #expect(try disk.list() == [])
        #expect(journal.head == 0)
    }

    @Test func `a byte that JSON escapes is found wherever it stands, and letters of any script are not taken for one`()
        throws
    {
        let journal = try LocalJournal.open(MemoryDisk())
        let text = body("über größere Bäume: \u{10FFFF} \u{7F}\u{A0}\u{20}")

        for position in text.indices {
            var bad = text
            bad[position] = 0x1F
            let batch = Batch(time: 1, drafts: [RecordDraft(type: .event, body: bad)])
            #expect(code { _ = try journal.append(batch, expectedHead: 0, epoch: journal.epoch) } == .invalidBatch)
        }
        let good = Batch(time: 1, drafts: [RecordDraft(type: .event, body: text)])
        _ = try journal.append(good, expectedHead: 0, epoch: journal.epoch)
        #expect(try journal.everything().map(\.body) == [text])
    }

    @Test func `times before 1970 and in leap years read back as they were written`() throws {
        let journal = try LocalJournal.open(MemoryDisk())
        let times: [Int64] = [
            -1, 0, 951_782_400_000_000_000, 951_868_799_999_999_999, -9_000_000_000_000_000_000, .max, .min,
        ]

        for time in times {
            let batch = Batch(time: time, drafts: [RecordDraft(type: .event)])
            _ = try journal.append(batch, expectedHead: journal.head, epoch: journal.epoch)
        }

        #expect(try journal.everything().map(\.time) == times)
    }

    @Test func `a second opener is refused until the first has closed`() throws {
        let disk = MemoryDisk()
        let first = try LocalJournal.open(disk)

        #expect(code { _ = try LocalJournal.open(disk) } == .inUse)
        first.close()
        let second = try LocalJournal.open(disk)
        #expect(second.condition == .writable)
        #expect(first.condition == .closed)
        #expect(code { _ = try first.appendTurn(0) } == .stopped)
    }
}
