import Journaling
import Testing

@Suite struct HistoryTests {
    @Test func `every range of numbers can be read`() throws {
        let journal = try LocalJournal.open(MemoryDisk())
        var acknowledged = Acknowledged()
        try journal.appendTurns(0..<30, to: &acknowledged)

        for lower in stride(from: UInt64(0), through: journal.head + 2, by: 3) {
            let range = lower...(lower + 11)
            var records: [Record] = []
            try journal.read(range) { records.append($0) }
            #expect(records == acknowledged.records.filter { range.contains($0.sequence) })
        }
    }

    @Test func `all records of a key are found, in sealed segments by their index`() throws {
        let disk = MemoryDisk()
        let journal = try LocalJournal.open(disk)
        var acknowledged = Acknowledged()
        try journal.appendTurns(0..<60, to: &acknowledged)

        for key in (0..<6).map({ "pods/default/web-\($0)" }) {
            let expected = acknowledged.records.filter { $0.key == key }
            #expect(try journal.records(forKey: key) == expected)
            #expect(try journal.records(forKey: key) == expected)
        }
        #expect(try disk.list().contains { $0.hasSuffix(".index") })
    }

    @Test func `an index that is damaged is made anew`() throws {
        let disk = MemoryDisk()
        let journal = try LocalJournal.open(disk)
        var acknowledged = Acknowledged()
        try journal.appendTurns(0..<30, to: &acknowledged)
        try journal.maintain(now: 0)
        let key = "pods/default/web-3"
        let expected = acknowledged.records.filter { $0.key == key }
        let name = try #require(try disk.list().first { $0.hasSuffix(".index") })
        let good = try #require(disk.contents(of: name))

        for position in good.indices where position % 5 == 0 {
            var bad = good
            bad[position] ^= 1
            disk.overwrite(name, with: bad)
            #expect(try journal.records(forKey: key) == expected)
            #expect(disk.contents(of: name) == good)
        }
        disk.overwrite(name, with: [])
        #expect(try journal.records(forKey: key) == expected)
    }

    @Test func `a moment leads to the last batch decided until then`() throws {
        let journal = try LocalJournal.open(MemoryDisk())
        var acknowledged = Acknowledged()
        try journal.appendTurns(1..<40, to: &acknowledged)

        #expect(try journal.sequence(at: 5) == nil)
        for (index, head) in acknowledged.heads.enumerated() {
            let time = acknowledged.batches[index][0].time
            #expect(try journal.sequence(at: time) == head)
            #expect(try journal.sequence(at: time + 999_999_999) == head)
        }
    }

    @Test func `the state at any moment is the newest snapshot until then and the records after it`() throws {
        let journal = try LocalJournal.open(MemoryDisk())
        var acknowledged = Acknowledged()
        try journal.appendTurns(0..<20, to: &acknowledged)
        let base = journal.head
        let snapshot = snapshotRecords(acknowledged.records)
        try journal.writeSnapshot(at: base, time: 1, records: snapshot)
        try journal.appendTurns(20..<40, to: &acknowledged)

        for head in acknowledged.heads {
            let since = acknowledged.records.filter { $0.sequence <= head && (head < base || $0.sequence > base) }
            #expect(try journal.recovered(through: head) == (head < base ? [] : snapshot) + since)
        }
        #expect(code { try journal.recover(through: journal.head + 1) { _ in } } == .unavailable)
    }
}
