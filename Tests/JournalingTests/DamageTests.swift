import Journaling
import Testing

@Suite struct DamageTests {
    @Test func `a last segment cut at any byte keeps every batch that is whole`() throws {
        let (disk, acknowledged) = try writtenJournal(turns: 7, segmentBytes: 900)
        let name = try #require(try disk.segmentNames.last)
        let bytes = try #require(disk.contents(of: name))
        let ends = commitEnds(bytes)
        let before = acknowledged.batches.count - ends.count

        for length in 0...bytes.count {
            let cut = disk.copy()
            cut.overwrite(name, with: Array(bytes[..<length]))
            let journal = try LocalJournal.open(cut)
            var expected = Acknowledged(
                batches: Array(acknowledged.batches[..<(before + ends.count { $0 <= length })])
            )
            #expect(journal.condition == .writable)
            #expect(try journal.recovered() == expected.records)

            guard length % 10 == 0 else { continue }
            try journal.appendTurns(20..<21, to: &expected)
            journal.close()
            #expect(try LocalJournal.open(cut).recovered() == expected.records)
        }
    }

    @Test(arguments: [1, 0x20] as [UInt8])
    func `a flipped byte anywhere is found, named, and nothing behind it is handed out`(mask: UInt8) throws {
        let (disk, acknowledged) = try writtenJournal(turns: 4, segmentBytes: 500)

        for (name, position) in try everyByte(of: disk) {
            let damaged = disk.flipping(name, at: position, with: mask)
            let good = acknowledged.records.prefix(recordsBefore(name, position, disk, acknowledged))
            let journal = try LocalJournal.open(damaged)

            guard case .readOnly(let finding) = journal.condition else {
                Issue.record("byte \(position) of \(name) was flipped and nobody noticed")
                continue
            }
            #expect(finding.file == name)
            #expect(finding.line == line(of: position, in: disk.contents(of: name) ?? []))
            #expect(try journal.recovered() == Array(good))
            #expect(code { _ = try journal.appendTurn(9) } == .readOnly)
            guard position % 10 == 0 else { continue }
            #expect(try journal.everything() == Array(good))
            #expect(try LocalJournal.verify(disk: damaged).damage == finding)
        }
    }

    @Test func `damage that a snapshot covers is a gap in history and nothing more`() throws {
        let (disk, acknowledged) = try writtenJournal(turns: 6, segmentBytes: 500, snapshotAfter: 5)
        let base = acknowledged.heads[4]
        let state = snapshotRecords(acknowledged.batches[..<5].flatMap { $0 })
        let after = acknowledged.batches[5...].flatMap { $0 }

        for (name, position) in try everyByte(of: disk) where position % 3 == 0 {
            guard recordsBefore(name, position, disk, acknowledged) < acknowledged.batches[..<5].joined().count else {
                continue
            }
            let damaged = disk.flipping(name, at: position, with: 1)
            let journal = try LocalJournal.open(damaged)

            #expect(journal.condition == .writable)
            #expect(try journal.recovered() == state + after)
            #expect(try journal.everything().allSatisfy(acknowledged.records.contains))
            let report = try LocalJournal.verify(disk: damaged)
            #expect(report.damage == nil)
            let gap = try #require(report.gaps.first)
            #expect(gap.finding.file == name)
            #expect(gap.sequences.upperBound <= base)
            let lost = acknowledged.batches.filter { gap.sequences.contains($0[0].sequence) }.flatMap { $0 }
            #expect(try !journal.everything().contains(where: lost.contains))
        }
    }

    @Test func `a state whose records are lost in a gap is not told`() throws {
        let (disk, acknowledged) = try writtenJournal(turns: 10, segmentBytes: 900, snapshotAfter: 8)
        let name = try disk.segmentNames[1]
        let damaged = disk.flipping(name, at: (disk.contents(of: name)?.count ?? 0) - 100, with: 1)
        let journal = try LocalJournal.open(damaged)

        #expect(code { try journal.recover(through: acknowledged.heads[6]) { _ in } } == .unavailable)
        #expect(try journal.recovered(through: acknowledged.heads[0]) == acknowledged.batches[0])
    }

    @Test func `a missing segment is named by the one that follows`() throws {
        let (disk, acknowledged) = try writtenJournal(turns: 12, segmentBytes: 900)
        let names = try disk.segmentNames
        try disk.remove(names[1])

        let journal = try LocalJournal.open(disk)

        guard case .readOnly(let finding) = journal.condition else {
            Issue.record("nobody noticed")
            return
        }
        #expect(finding.file == names[2])
        #expect(acknowledged.records.starts(with: try journal.recovered()))
    }

    @Test func `a damaged snapshot is passed over for an older one`() throws {
        let (disk, acknowledged) = try writtenJournal(turns: 6)
        let journal = try LocalJournal.open(disk)
        let older = snapshotRecords(acknowledged.records)
        let base = journal.head
        try journal.writeSnapshot(at: base, time: 0, records: older)
        var all = acknowledged
        try journal.appendTurns(6..<9, to: &all)
        try journal.writeSnapshot(at: journal.head, time: 0, records: snapshotRecords(all.records))
        journal.close()
        let name = try #require(try disk.list().last { $0.hasSuffix(".snapshot") })
        let bytes = try #require(disk.contents(of: name))

        for position in bytes.indices where position % 3 == 0 {
            let journal = try LocalJournal.open(disk.flipping(name, at: position, with: 1))
            #expect(journal.condition == .writable)
            #expect(try journal.recovered() == older + all.records.filter { $0.sequence > base })
        }
    }

    @Test func `a log that ends before its snapshot is not written on`() throws {
        let (disk, acknowledged) = try writtenJournal(turns: 8, segmentBytes: 100_000, snapshotAfter: 8)
        let name = try disk.segmentNames[0]
        let bytes = try #require(disk.contents(of: name))
        disk.overwrite(name, with: Array(bytes[..<commitEnds(bytes)[5]]))

        let journal = try LocalJournal.open(disk)

        #expect(journal.condition != .writable)
        #expect(try journal.recovered() == snapshotRecords(acknowledged.records))
    }
}

/// Where the lines of commits end.
func commitEnds(_ bytes: [UInt8]) -> [Int] {
    var ends: [Int] = []
    var start = 0
    while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
        if String(decoding: bytes[start..<end], as: UTF8.self).contains("\"commit\"") { ends.append(end + 1) }
        start = end + 1
    }
    return ends
}

func everyByte(of disk: MemoryDisk) throws -> [(name: String, position: Int)] {
    try disk.segmentNames.flatMap { name in (disk.contents(of: name) ?? []).indices.map { (name, $0) } }
}

private func line(of position: Int, in bytes: [UInt8]) -> Int {
    bytes[..<position].count { $0 == UInt8(ascii: "\n") } + 1
}

/// How many records stand in the batches that end before this byte.
private func recordsBefore(_ name: String, _ position: Int, _ disk: MemoryDisk, _ acknowledged: Acknowledged) -> Int {
    var batches = 0
    for other in (try? disk.segmentNames) ?? [] where other <= name {
        let ends = commitEnds(disk.contents(of: other) ?? [])
        batches += other == name ? ends.count { $0 <= position } : ends.count
    }
    return acknowledged.batches[..<batches].joined().count
}
