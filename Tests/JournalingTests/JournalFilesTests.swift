import Journaling
import Testing

@Suite struct `A journal's files` {
    private func read(_ files: JournalFiles) throws -> [Record] {
        var records: [Record] = []
        guard files.head > 0 else { return [] }
        try files.read(1...files.head) { records.append($0) }
        return records
    }

    @Test func `are read while they are written, and change nothing`() throws {
        let disk = MemoryDisk()
        let journal = try LocalJournal.open(disk)
        var acknowledged = Acknowledged()
        try journal.appendTurns(0..<20, to: &acknowledged)
        let names = try disk.list()

        let files = try JournalFiles(disk: disk)

        #expect(files.head == journal.head)
        #expect(try read(files) == acknowledged.records)
        #expect(files.beginnings.first == 0)
        #expect(try disk.list() == names)
        try journal.appendTurns(20..<25, to: &acknowledged)
        #expect(journal.head > files.head)
    }

    @Test func `begin at a snapshot where what was before is no longer kept`() throws {
        let disk = MemoryDisk()
        let journal = try LocalJournal.open(disk)
        var acknowledged = Acknowledged()
        try journal.appendTurns(0..<20, to: &acknowledged)
        let snapshot = journal.head
        try journal.writeSnapshot(at: snapshot, time: 1, records: [Record]())
        try journal.appendTurns(20..<40, to: &acknowledged)
        journal.close()
        let first = try #require(try disk.list().first { $0.hasSuffix(".journal") })
        try disk.remove(first)

        let files = try JournalFiles(disk: disk)

        let beginning = files.beginnings.first { number in (try? files.recover(through: number) { _ in }) != nil }
        #expect(beginning == snapshot)
        #expect(files.report.damage == nil)
    }
}
