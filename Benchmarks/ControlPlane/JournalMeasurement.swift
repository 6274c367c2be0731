import Glibc
import Journaling

/// Appending and recovering, in a new directory that is removed in the end.
func measureJournal(in directory: String) throws {
    let path = "\(directory)/steady-benchmark-\(getpid())"
    defer { remove(path) }
    try measureAppends(
        path + "/small",
        records: 100_000,
        bodyBytes: 120,
        perBatch: 100,
        "small records",
        goal: ">= 50000 records/s"
    )
    try measureAppends(
        path + "/large",
        records: 20_000,
        bodyBytes: 4000,
        perBatch: 20,
        "records of 4 kB",
        goal: ">= 50 MB/s"
    )
    try measureRecovery(path + "/large")
    try measureSyncs(path + "/synced")
}

private func measureAppends(_ path: String, records: Int, bodyBytes: Int, perBatch: Int, _ name: String, goal: String)
    throws
{
    var options = LocalJournal.Options()
    options.syncs = false
    mkdir(String(path.prefix(upTo: path.lastIndex(of: "/") ?? path.endIndex)), 0o700)
    let journal = try LocalJournal(path: path, options: options)
    defer { journal.close() }
    let batch = batch(perBatch, bodyBytes)
    let time = try seconds {
        for _ in 0..<(records / perBatch) {
            _ = try journal.append(batch, expectedHead: journal.head, epoch: journal.epoch)
        }
    }
    let rate = "\(Int(Double(records) / time)) records/s, \(Report.number(Double(size(path)) / 1e6 / time)) MB/s"
    Report.line("journal: \(name), \(perBatch) a batch", rate, goal: goal + " without fsync")
}

private func measureRecovery(_ path: String) throws {
    let bytes = size(path)
    try Report.rate("journal: opened and recovered", bytes: bytes, rounds: 3, goal: ">= 100 MB/s", clock: now) {
        let journal = try LocalJournal(path: path)
        defer { journal.close() }
        try journal.recover { _ in }
    }
}

private func measureSyncs(_ path: String) throws {
    let journal = try LocalJournal(path: path)
    defer { journal.close() }
    var times: [Int64] = []
    for _ in 0..<200 {
        let begin = now()
        _ = try journal.append(batch(5, 1000), expectedHead: journal.head, epoch: journal.epoch)
        times.append(now() - begin)
    }
    Report.times("journal: a batch of 5 kB made durable", times)
}

private func batch(_ count: Int, _ bodyBytes: Int) -> Batch {
    let body = Array(("\"text\":\"" + String(repeating: "x", count: bodyBytes) + "\"").utf8)
    return Batch(
        time: 1_800_000_000_000_000_000,
        drafts: (0..<count).map { RecordDraft(type: .put, key: "pods/default/web-\($0)", body: body) }
    )
}

/// Bytes of all files in a directory.
private func size(_ path: String) -> Int {
    names(in: path).reduce(0) { sum, name in
        var status = stat()
        return stat("\(path)/\(name)", &status) == 0 ? sum + Int(status.st_size) : sum
    }
}

/// Removes directories of files, one level deep.
private func remove(_ path: String) {
    for directory in names(in: path) {
        for name in names(in: "\(path)/\(directory)") { unlink("\(path)/\(directory)/\(name)") }
        rmdir("\(path)/\(directory)")
    }
    rmdir(path)
}

private func names(in path: String) -> [String] {
    guard let directory = opendir(path) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
        let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
            String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
        if name != "." && name != ".." { names.append(name) }
    }
    return names
}
