import Journaling
import Testing

@Suite struct UpkeepTests {
    private let day: Int64 = 86_400_000_000_000

    /// A journal with a snapshot after every fourth turn, `day` apart.
    private func journal(_ disk: MemoryDisk, _ options: LocalJournal.Options) throws -> (LocalJournal, Acknowledged) {
        let journal = try LocalJournal(disk: disk, options: options)
        var acknowledged = Acknowledged()
        for number in 0..<20 {
            try journal.appendTurns(number..<number + 1, to: &acknowledged)
            if number % 4 == 3 {
                try journal.writeSnapshot(
                    at: journal.head,
                    time: Int64(number / 4) * day,
                    records: snapshotRecords(acknowledged.records)
                )
            }
        }
        return (journal, acknowledged)
    }

    private func options(age: Duration?, bytes: UInt64?) -> LocalJournal.Options {
        var options = LocalJournal.Options()
        options.segmentBytes = 700
        options.maximumAge = age
        options.maximumBytes = bytes
        return options
    }

    @Test func `history that is too old goes, up to a snapshot`() throws {
        let disk = MemoryDisk()
        let (journal, acknowledged) = try journal(disk, options(age: .seconds(86_400), bytes: nil))
        let before = try disk.segmentNames

        try journal.maintain(now: 3 * day - 5)

        // Day 1 is the last that was over a day ago, so its snapshot is the base; that of day 0 goes.
        let kept = try disk.list().filter { $0.hasSuffix(".snapshot") }
        #expect(kept.count == 4)
        #expect(try disk.segmentNames.count < before.count)
        #expect(try journal.recovered(through: acknowledged.heads[10]).isEmpty == false)
        #expect(code { try journal.recover(through: acknowledged.heads[2]) { _ in } } == .unavailable)
        #expect(try journal.everything().last == acknowledged.records.last)
        journal.close()
        #expect(try LocalJournal.verify(disk: disk).isSound)
        #expect(try LocalJournal.open(disk).recovered() == snapshotRecords(acknowledged.records))
    }

    @Test func `history that is too large goes, but never the last two snapshots`() throws {
        let disk = MemoryDisk()
        let (journal, acknowledged) = try journal(disk, options(age: nil, bytes: 1))

        try journal.maintain(now: 0)

        let kept = try disk.list().filter { $0.hasSuffix(".snapshot") }
        #expect(kept.count == 2)
        journal.close()
        #expect(try LocalJournal.open(disk).recovered() == snapshotRecords(acknowledged.records))

        // The newest one fails: the one before it and the segments since are there.
        try disk.remove(kept[1])
        let state = snapshotRecords(acknowledged.batches[..<16].flatMap { $0 })
        let later = acknowledged.batches[16...].flatMap { $0 }
        #expect(try LocalJournal.open(disk).recovered() == state + later)
    }

    @Test func `within its bounds all history stays`() throws {
        let disk = MemoryDisk()
        let (journal, acknowledged) = try journal(disk, options(age: .seconds(86_400 * 30), bytes: 1 << 20))
        let before = try disk.list().filter { !$0.hasSuffix(".index") }

        try journal.maintain(now: 5 * day)

        #expect(try disk.list().filter { !$0.hasSuffix(".index") } == before)
        #expect(try journal.everything() == acknowledged.records)
    }

    @Test func `a removal that is interrupted anywhere leaves a sound journal`() throws {
        let written = MemoryDisk()
        let (first, acknowledged) = try journal(written, options(age: nil, bytes: nil))
        first.close()
        let tight = options(age: nil, bytes: 1)
        let whole = written.copy()
        try LocalJournal(disk: whole, options: tight).maintain(now: 0)

        for index in 0..<whole.operationCount {
            let disk = written.copy()
            disk.inject(.crash, atOperation: index)
            #expect(throws: JournalError.self) { try LocalJournal(disk: disk, options: tight).maintain(now: 0) }
            let survivor = disk.afterCrash(seed: UInt64(index))
            #expect(try LocalJournal.verify(disk: survivor).isSound)
            let reopened = try LocalJournal(disk: survivor, options: tight)
            #expect(try reopened.recovered() == snapshotRecords(acknowledged.records))
            try reopened.maintain(now: 0)
            #expect(try survivor.list().count { $0.hasSuffix(".snapshot") } == 2)
        }
    }

    @Test func `a snapshot later than the head, or with a record later than itself, is refused`() throws {
        let disk = MemoryDisk()
        let journal = try LocalJournal.open(disk)
        _ = try journal.appendTurn(0)
        let record = Record(sequence: 4, time: 0, type: .put, key: "a")

        #expect(
            code { try journal.writeSnapshot(at: journal.head + 1, time: 0, records: [Record]()) } == .invalidSnapshot
        )
        #expect(code { try journal.writeSnapshot(at: 3, time: 0, records: [record]) } == .invalidSnapshot)
        #expect(try disk.list().filter { !$0.hasSuffix(".journal") } == [])
    }
}
