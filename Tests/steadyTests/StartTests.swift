import Cluster
import Glibc
import Journaling
import Synchronization
import Testing

@testable import steady

@Suite struct `The key of the secrets` {
    @Test func `is made once, for its owner alone`() throws {
        try withDirectory { directory in
            let journal = try LocalJournal(path: "\(directory)/journal")
            defer { journal.close() }
            let key = SecretsKey(directory: directory)

            let first = try #require(try key.recover(journal).seals.seal)
            let second = try #require(try key.recover(journal).seals.seal)

            var status = stat()
            #expect(stat(key.path, &status) == 0)
            #expect(status.st_mode & 0o777 == 0o600)
            #expect(status.st_size == 32)
            #expect(second.open(first.seal([1, 2, 3], about: "a"), about: "a") == [1, 2, 3])
        }
    }

    private func withDirectory(_ body: (String) throws -> Void) throws {
        var template = Array("/tmp/steady-key-XXXXXX".utf8CString)
        try #require(mkdtemp(&template) != nil)
        let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        defer {
            for name in ["secrets.key", "journal/lock"] { unlink("\(path)/\(name)") }
            for name in ["journal", ""] { rmdir("\(path)/\(name)") }
        }
        try body(path)
    }
}

@Suite struct `A start that takes long` {
    @Test func `says which file it reads, how far it is, and not too often`() throws {
        let time = Mutex(ContinuousClock.now)
        let told = Mutex<[String]>([])
        let reading = JournalReading(now: { time.withLock { $0 } }) { word in told.withLock { $0.append(word) } }
        func read(after pause: Duration, offset: UInt64) {
            time.withLock { $0 += pause }
            reading.note("1.journal", offset: offset, size: 64_000_000)
        }

        read(after: .milliseconds(900), offset: 1)
        #expect(told.withLock { $0 } == [])
        read(after: .milliseconds(200), offset: 12_345_678)
        read(after: .milliseconds(200), offset: 13_000_000)
        read(after: .seconds(5), offset: 60_000_000)
        reading.end()
        read(after: .seconds(50), offset: 61_000_000)

        #expect(
            told.withLock { $0 } == [
                "reading the journal: 1.journal, 12.3 of 64.0 MB", "reading the journal: 1.journal, 60.0 of 64.0 MB",
            ]
        )
    }
}
