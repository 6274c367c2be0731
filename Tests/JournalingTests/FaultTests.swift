import Glibc
import Journaling
import Testing

@Suite struct FaultTests {
    @Test(arguments: [.error(ENOSPC), .error(EIO), .shortWrite(0), .shortWrite(40)] as [MemoryDisk.Fault])
    func `an operation that fails loses nothing that was acknowledged, and work goes on`(
        fault: MemoryDisk.Fault
    ) throws {
        for index in 0..<(try operations()) {
            let disk = MemoryDisk()
            disk.inject(fault, atOperation: index)
            var work = Work(disk)
            while !work.isDone { try work.goOn() }
            try work.check()
        }
    }

    @Test(arguments: 0..<4 as Range<UInt64>)
    func `a machine that loses its power at any moment has all that was acknowledged`(seed: UInt64) throws {
        for index in 0..<(try operations()) {
            let disk = MemoryDisk()
            disk.inject(.crash, atOperation: index)
            var work = Work(disk)
            work.seed = seed &+ UInt64(index) &* 1000
            while !work.isDone { try work.goOn() }
            try work.check()
        }
    }

    @Test func `a full disk refuses batches until there is room, and keeps those before`() throws {
        let disk = MemoryDisk()
        let journal = try LocalJournal.open(disk)
        var acknowledged = Acknowledged()
        try journal.appendTurns(0..<3, to: &acknowledged)
        disk.capacity = (disk.contents(of: try disk.segmentNames[0])?.count ?? 0) + 100

        for _ in 0..<3 {
            #expect(code { _ = try journal.appendTurn(3) } == .full)
            #expect(journal.condition == .writable)
            #expect(try journal.recovered() == acknowledged.records)
        }

        disk.capacity = nil
        try journal.appendTurns(3..<6, to: &acknowledged)
        #expect(try journal.recovered() == acknowledged.records)
    }

    @Test func `after a sync that failed nothing is written until the journal is opened anew`() throws {
        let disk = MemoryDisk()
        let journal = try LocalJournal.open(disk)
        var acknowledged = Acknowledged()
        try journal.appendTurns(0..<2, to: &acknowledged)
        disk.inject(.error(EIO), atOperation: disk.operationCount + 1)

        #expect(code { _ = try journal.appendTurn(2) } == .stopped)
        #expect(code { _ = try journal.appendTurn(2) } == .stopped)
        #expect(try journal.recovered() == acknowledged.records)
        journal.close()

        // The page cache still shows the batch; the device never got it.
        let reopened = try LocalJournal.open(disk)
        #expect(try reopened.recovered() == acknowledged.records)
        try reopened.appendTurns(2..<4, to: &acknowledged)
        reopened.close()
        #expect(try LocalJournal.open(disk.afterCrash(seed: 1)).recovered() == acknowledged.records)
    }

    @Test func `where even cutting back fails the journal stops`() throws {
        let disk = MemoryDisk()
        let journal = try LocalJournal.open(disk)
        var acknowledged = Acknowledged()
        try journal.appendTurns(0..<2, to: &acknowledged)
        disk.inject(.shortWrite(30), atOperation: disk.operationCount)
        disk.inject(.error(EIO), atOperation: disk.operationCount + 1)
        disk.inject(.error(EIO), atOperation: disk.operationCount + 2)

        #expect(code { _ = try journal.appendTurn(2) } == .stopped)
        journal.close()
        #expect(try LocalJournal.open(disk).recovered() == acknowledged.records)
    }
}

/// How many operations the work takes when nothing goes wrong.
private func operations() throws -> Int {
    let disk = MemoryDisk()
    var work = Work(disk)
    while !work.isDone { try work.goOn() }
    return disk.operationCount
}

/// Turns, a snapshot and upkeep, on a disk that may fail; after each failure it goes on as the daemon would.
private struct Work {
    private var disk: MemoryDisk
    private var journal: LocalJournal?
    private var acknowledged = Acknowledged()
    private var turn = 0
    private var hasSnapshot = false
    private var isMaintained = false
    var seed: UInt64 = 0

    private static let turns = 8

    init(_ disk: MemoryDisk) { self.disk = disk }

    var isDone: Bool { turn == Self.turns && isMaintained }

    /// The next step, and what follows from its failure.
    mutating func goOn() throws {
        do {
            try step()
        } catch let error as JournalError {
            switch error.code {
            case .full, .disk: break
            case .stopped: journal?.close(); journal = nil
            default: throw error
            }
            // A disk without power refuses to be read too: the machine starts again.
            if code({ _ = try disk.list() }) != nil {
                disk = disk.afterCrash(seed: seed)
                journal = nil
            }
        }
    }

    private mutating func step() throws {
        guard let journal else { return try open() }
        if turn == 5, !hasSnapshot {
            try journal.writeSnapshot(
                at: journal.head,
                time: 0,
                records: snapshotRecords(acknowledged.records)
            )
            hasSnapshot = true
        } else if turn < Self.turns {
            try journal.appendTurns(turn..<turn + 1, to: &acknowledged)
            turn += 1
        } else {
            try journal.maintain(now: 0)
            isMaintained = true
        }
    }

    /// Opens the journal. A batch that nobody acknowledged may be there, whole, or not.
    private mutating func open() throws {
        let opened = try LocalJournal.open(disk, segmentBytes: 900)
        #expect(opened.condition == .writable)
        journal = opened
        let known = acknowledged.heads.last ?? 0
        guard opened.head > known else { return }
        var more: [Record] = []
        try opened.read(known + 1...opened.head) { more.append($0) }
        #expect(more.first?.body == body("turn \(turn)"))
        #expect(more.count == 2 + turn % 3)
        acknowledged.batches.append(more)
        acknowledged.heads.append(opened.head)
        turn += 1
    }

    func check() throws {
        #expect(try journal?.everything() == acknowledged.records)
        journal?.close()
        #expect(try LocalJournal.verify(disk: disk).isSound)
        let reopened = try LocalJournal.open(disk)
        #expect(try reopened.everything() == acknowledged.records)
        #expect(reopened.head == acknowledged.heads.last)
    }
}
