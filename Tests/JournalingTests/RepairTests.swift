import Glibc
import Journaling
import Testing

@Suite struct RepairTests {
    @Test func `a sound journal is left as it is`() throws {
        let (disk, acknowledged) = try writtenJournal(turns: 6)
        let operations = disk.operationCount

        let report = try LocalJournal.repair(disk: disk, now: 0)

        #expect(report.next == nil)
        #expect(report.description == "nothing had to be given up")
        #expect(disk.operationCount <= operations + 1)
        #expect(try LocalJournal.open(disk).recovered() == acknowledged.records)
    }

    @Test func `after a repair the good prefix stands, numbers jump, and writing goes on`() throws {
        let (disk, acknowledged) = try writtenJournal(turns: 6, segmentBytes: 500)
        let greatest = try #require(acknowledged.heads.last)

        for (name, position) in try everyByte(of: disk) where position % 7 == 0 {
            let damaged = disk.flipping(name, at: position, with: 1)
            let report = try LocalJournal.repair(disk: damaged, now: 9)
            let next = try #require(report.next)
            #expect(next > 1_000_000)
            let journal = try LocalJournal.open(damaged)
            let kept = acknowledged.records.filter { $0.sequence <= report.head }

            #expect(journal.condition == .writable)
            #expect(journal.head == next - 1)
            #expect(try journal.recovered() == kept)
            #expect(acknowledged.heads.contains(report.head) || report.head == 0)
            #expect(!report.asides.isEmpty)
            let more = try journal.appendTurn(7)
            #expect(more[0].sequence == next)
            #expect(try journal.recovered() == kept + more)
            #expect(journal.gaps.map(\.sequences) == [report.head + 1...next - 1])
            journal.close()
            #expect(try LocalJournal.verify(disk: damaged).damage == nil)
            // Behind the damaged batch numbers were seen, unless it was the last one.
            if name != (try disk.segmentNames.last) { #expect(next > greatest + 500_000) }
        }
    }

    @Test func `a repair that is interrupted anywhere can be done again`() throws {
        let (written, acknowledged) = try writtenJournal(turns: 8, segmentBytes: 500)
        let names = try written.segmentNames
        let damaged = written.flipping(names[1], at: 400, with: 1)
        let whole = damaged.copy()
        let head = try LocalJournal.repair(disk: whole, now: 9).head
        let good = acknowledged.records.filter { $0.sequence <= head }

        for index in 0..<whole.operationCount {
            for fault in [MemoryDisk.Fault.error(EIO), .crash] {
                var disk = damaged.copy()
                disk.inject(fault, atOperation: index)
                #expect(throws: JournalError.self) { try LocalJournal.repair(disk: disk, now: 9) }
                if fault == .crash { disk = disk.afterCrash(seed: UInt64(index)) }
                try checkNotWrittenOn(disk, unless: good)

                _ = try LocalJournal.repair(disk: disk, now: 9)
                let journal = try LocalJournal.open(disk)
                #expect(journal.condition == .writable)
                #expect(try journal.recovered() == good)
                #expect(journal.head > 1_000_000)
            }
        }
    }

    /// A half-done repair leaves the journal read-only, or it was done but for its last sync.
    private func checkNotWrittenOn(_ disk: MemoryDisk, unless good: [Record]) throws {
        let journal = try LocalJournal.open(disk)
        defer { journal.close() }
        #expect(try journal.recovered() == good)
        if journal.condition == .writable { #expect(journal.head > 1_000_000) }
    }

    @Test func `what a snapshot covers is kept where the log before it is lost`() throws {
        let (disk, acknowledged) = try writtenJournal(turns: 8, segmentBytes: 100_000, snapshotAfter: 6)
        let name = try disk.segmentNames[0]
        let bytes = try #require(disk.contents(of: name))
        disk.overwrite(name, with: Array(bytes[..<commitEnds(bytes)[3]]))

        let report = try LocalJournal.repair(disk: disk, now: 9)

        let journal = try LocalJournal.open(disk)
        #expect(report.head == acknowledged.heads[5])
        let state = snapshotRecords(acknowledged.batches[..<6].flatMap { $0 })
        #expect(try journal.recovered() == state)
        let more = try journal.appendTurn(9)
        #expect(try journal.recovered() == state + more)
        #expect(try journal.everything() == acknowledged.batches[..<4].flatMap { $0 } + more)
        journal.close()

        // Without that snapshot the jump can't be crossed.
        try disk.remove(try #require(try disk.list().first { $0.hasSuffix(".snapshot") }))
        let without = try LocalJournal.open(disk)
        #expect(without.condition != .writable)
        #expect(try without.recovered() == acknowledged.batches[..<4].flatMap { $0 })
    }
}
