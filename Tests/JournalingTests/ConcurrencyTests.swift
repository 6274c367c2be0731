import Dispatch
import Journaling
import Synchronization
import Testing

@Suite struct ConcurrencyTests {
    @Test func `readers, snapshots and upkeep go on while batches are appended`() throws {
        var options = LocalJournal.Options()
        options.segmentBytes = 2000
        options.maximumBytes = 20_000
        let journal = try LocalJournal(disk: MemoryDisk(), options: options)
        let problems = Mutex<[String]>([])
        let isDone = Mutex(false)
        let others = DispatchGroup()
        let queue = DispatchQueue(label: "others", attributes: .concurrent)
        func meanwhile(_ body: @escaping @Sendable (UInt64) throws -> Void) {
            queue.async(group: others) {
                repeat {
                    do { try body(journal.head) } catch { problems.withLock { $0.append("\(error)") } }
                } while !isDone.withLock { $0 }
            }
        }

        meanwhile { head in
            var sequences: [UInt64] = []
            do {
                try journal.read(head...(head + 20)) { sequences.append($0.sequence) }
            } catch let error as JournalError where error.code == .unavailable {
                // Upkeep was faster than this reader.
            }
            if sequences != sequences.sorted() { throw JournalError(.disk, "out of order: \(sequences)") }
        }
        meanwhile { head in
            guard head > 0 else { return }
            try journal.writeSnapshot(at: head, time: 0, records: [Record]())
            try journal.maintain(now: 0)
        }
        for number in 0..<150 { _ = try journal.appendTurn(number) }
        isDone.withLock { $0 = true }
        others.wait()

        #expect(problems.withLock { $0 } == [])
        #expect(journal.gaps == [])
        var last: UInt64 = 0
        try journal.read(0...journal.head) { last = $0.sequence }
        #expect(last == journal.head - 1)
    }
}
