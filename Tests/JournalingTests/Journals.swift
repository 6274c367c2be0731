import Journaling

/// A body as the tests write it.
func body(_ text: String) -> [UInt8] { Array("\"text\":\"\(text)\"".utf8) }

/// What was acknowledged: the records of each batch, and the head after it.
struct Acknowledged: Equatable {
    var batches: [[Record]] = []
    var heads: [UInt64] = []
    var records: [Record] { batches.flatMap { $0 } }
}

extension LocalJournal {
    /// Small segments, so that few records fill several.
    static func open(_ disk: MemoryDisk, segmentBytes: UInt64 = 1500) throws -> LocalJournal {
        var options = Options()
        options.segmentBytes = segmentBytes
        options.maximumAge = nil
        options.maximumBytes = nil
        return try LocalJournal(disk: disk, options: options)
    }

    /// Appends batch number `number`: a turn and one to three puts of one of five keys.
    func appendTurn(_ number: Int) throws -> [Record] {
        let first = head + 1
        let time = Int64(number) * 1_000_000_000 + 7
        var drafts = [RecordDraft(type: .turn, body: body("turn \(number)"))]
        for put in 0...number % 3 {
            drafts.append(
                RecordDraft(
                    type: .put,
                    key: "pods/default/web-\((number + put) % 5)",
                    causes: [.inBatch(0)] + (head > 0 ? [.sequence(head)] : []),
                    body: body("turn \(number) put \(put)")
                )
            )
        }
        let range = try append(Batch(time: time, drafts: drafts), expectedHead: head, epoch: epoch)
        return range.map { sequence in
            let index = Int(sequence - first)
            return Record(
                sequence: sequence,
                time: time,
                causes: index == 0 ? [] : [first] + (first > 1 ? [first - 1] : []),
                type: drafts[index].type,
                key: drafts[index].key,
                body: drafts[index].body
            )
        }
    }

    /// Appends turns and notes what was acknowledged.
    func appendTurns(_ numbers: Range<Int>, to acknowledged: inout Acknowledged) throws {
        for number in numbers {
            acknowledged.batches.append(try appendTurn(number))
            acknowledged.heads.append(head)
        }
    }

    func recovered(through sequence: UInt64? = nil) throws -> [Record] {
        var records: [Record] = []
        try recover(through: sequence) { records.append($0) }
        return records
    }

    func everything() throws -> [Record] {
        var records: [Record] = []
        try read(0...UInt64.max) { records.append($0) }
        return records
    }
}

/// What a snapshot after these records holds: the last record of each key.
func snapshotRecords(_ records: [Record]) -> [Record] {
    var last: [String: Record] = [:]
    for record in records { if let key = record.key { last[key] = record } }
    return last.values.sorted { $0.sequence < $1.sequence }
}

/// A journal in memory with several segments, closed again, and what was acknowledged in it.
func writtenJournal(
    turns: Int,
    segmentBytes: UInt64 = 1500,
    snapshotAfter: Int? = nil
) throws -> (disk: MemoryDisk, acknowledged: Acknowledged) {
    let disk = MemoryDisk()
    var acknowledged = Acknowledged()
    let journal = try LocalJournal.open(disk, segmentBytes: segmentBytes)
    for number in 0..<turns {
        try journal.appendTurns(number..<number + 1, to: &acknowledged)
        if number + 1 == snapshotAfter {
            let records = snapshotRecords(acknowledged.records)
            try journal.writeSnapshot(at: journal.head, time: 0, records: records)
        }
    }
    journal.close()
    return (disk, acknowledged)
}

extension MemoryDisk {
    var segmentNames: [String] { get throws { try list().filter { $0.hasSuffix(".journal") } } }

    /// A copy in which one byte of one file is another.
    func flipping(_ name: String, at position: Int, with mask: UInt8) -> MemoryDisk {
        let copy = copy()
        var bytes = contents(of: name) ?? []
        bytes[position] ^= mask
        copy.overwrite(name, with: bytes)
        return copy
    }
}

/// The journal's error that `body` throws; nil when it throws none.
func failure(_ body: () throws -> Void) -> JournalError? {
    do {
        try body()
        return nil
    } catch {
        return error as? JournalError
    }
}

func code(_ body: () throws -> Void) -> JournalError.Code? { failure(body)?.code }
