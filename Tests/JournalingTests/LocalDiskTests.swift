import Glibc
import Journaling
import Testing

@Suite struct LocalDiskTests {
    @Test func `a journal in a directory is private to its owner and survives reopening`() throws {
        try withTemporaryDirectory { parent in
            let path = parent + "/journal"
            var acknowledged = Acknowledged()
            let first = try LocalJournal(path: path, options: small)
            try first.appendTurns(0..<20, to: &acknowledged)
            try first.writeSnapshot(at: first.head, time: 0, records: snapshotRecords(acknowledged.records))
            try first.appendTurns(20..<30, to: &acknowledged)
            try first.maintain(now: 0)
            first.close()

            #expect(try mode(path) == 0o700)
            let names = try LocalDisk(existing: path).list()
            #expect(names.count > 6)
            for name in names { #expect(try mode(path + "/" + name) == 0o600) }
            let second = try LocalJournal(path: path, options: small)
            #expect(try second.everything() == acknowledged.records)
            #expect(try second.recovered().count < acknowledged.records.count)
            #expect(
                try second.records(forKey: "pods/default/web-1")
                    == acknowledged.records.filter { $0.key == "pods/default/web-1" }
            )
        }
    }

    @Test func `a second opener is told which process has the journal`() throws {
        try withTemporaryDirectory { parent in
            let path = parent + "/journal"
            let first = try LocalJournal(path: path)

            let refusal = failure { _ = try LocalJournal(path: path) }

            #expect(refusal?.code == .inUse)
            #expect(refusal?.message.contains("process \(getpid())") == true)
            first.close()
            _ = try LocalJournal(path: path)
        }
    }

    @Test func `who comes after one that was killed waits until what that had begun lets go of the lock`() throws {
        try withTemporaryDirectory { path in
            let lock = open(path + "/lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
            try #require(flock(lock, LOCK_EX) == 0)
            let gone = Array("\(try finishedProcess())\n".utf8)
            try #require(write(lock, gone, gone.count) == gone.count)
            var release = pthread_t()
            let descriptor = UnsafeMutableRawPointer(bitPattern: Int(lock))
            pthread_create(
                &release,
                nil,
                { descriptor in
                    usleep(50_000)
                    close(Int32(Int(bitPattern: descriptor)))
                    return nil
                },
                descriptor
            )
            defer { pthread_join(release, nil) }

            _ = try LocalJournal(path: path)
        }
    }

    /// The number of a process that is no more.
    private func finishedProcess() throws -> pid_t {
        var id: pid_t = 0
        var words: [UnsafeMutablePointer<CChar>?] = [strdup("true"), nil]
        defer { free(words[0]) }
        try #require(posix_spawnp(&id, "true", nil, nil, &words, environ) == 0)
        try #require(waitpid(id, nil, 0) == id)
        return id
    }

    @Test func `a tail that was cut and a damaged record are met as in memory`() throws {
        try withTemporaryDirectory { path in
            var acknowledged = Acknowledged()
            let journal = try LocalJournal(path: path)
            try journal.appendTurns(0..<5, to: &acknowledged)
            journal.close()
            let disk = try LocalDisk(existing: path)
            let file = try disk.open("00000000000000000001.journal")
            let size = try file.size()
            try file.truncate(to: size - 10)

            let cut = try LocalJournal(path: path)
            #expect(try cut.recovered() == acknowledged.batches[..<4].flatMap { $0 })
            cut.close()
            _ = try "x".withCString { try file.write(UnsafeRawBufferPointer(start: $0, count: 1), at: 300) }

            #expect(try LocalJournal.verify(path: path).damage?.file == "00000000000000000001.journal")
            let report = try LocalJournal.repair(path: path, now: 0)
            #expect(report.asides == ["00000000000000000001.journal.damaged"])
            #expect(try LocalJournal(path: path).condition == .writable)
        }
    }

    @Test func `a directory that can't be had is named`() {
        #expect(throws: JournalError.self) { try LocalJournal(path: "/nowhere/at/all") }
        let problem = failure { _ = try LocalJournal.verify(path: "/nowhere") }
        #expect(problem?.message == "open directory /nowhere: No such file or directory")
    }

    private var small: LocalJournal.Options {
        var options = LocalJournal.Options()
        options.segmentBytes = 1500
        return options
    }

    private func mode(_ path: String) throws -> mode_t {
        var status = stat()
        try #require(stat(path, &status) == 0)
        return status.st_mode & 0o777
    }

    private func withTemporaryDirectory(_ body: (String) throws -> Void) throws {
        var template = Array("/tmp/steady-journal-XXXXXX".utf8CString)
        try #require(mkdtemp(&template) != nil)
        let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        defer { removeTree(path) }
        try body(path)
    }

    /// Removes files, and directories one level down.
    private func removeTree(_ path: String) {
        for directory in [path + "/journal", path] {
            let names = (try? LocalDisk(existing: directory).list()) ?? []
            for name in names { unlink(directory + "/" + name) }
            rmdir(directory)
        }
    }
}
