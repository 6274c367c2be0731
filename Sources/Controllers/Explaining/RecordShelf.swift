internal import Journaling

/// Records that were read for one question, so that each is read once however often it is spoken of.
struct RecordShelf {
    private let journal: any Journal
    private var bySequence: [UInt64: Record] = [:]
    private var byKey: [String: [Record]] = [:]

    init(_ journal: any Journal) { self.journal = journal }

    /// Nil where it is no longer kept.
    mutating func record(_ sequence: UInt64) throws -> Record? {
        if let known = bySequence[sequence] { return known }
        try journal.read(sequence...sequence) { bySequence[sequence] = $0 }
        return bySequence[sequence]
    }

    /// All that are kept about one thing, the oldest first.
    mutating func records(about key: String) throws -> [Record] {
        if let known = byKey[key] { return known }
        let records = try journal.records(forKey: key)
        for record in records { bySequence[record.sequence] = record }
        byKey[key] = records
        return records
    }

    /// The last record of that sort between these numbers. Beyond some thousands nobody knows what belongs together.
    func last(in numbers: ClosedRange<UInt64>, where isMeant: (Record) -> Bool) throws -> Record? {
        var found: Record?
        let begin = max(numbers.lowerBound, numbers.upperBound - min(numbers.upperBound, 5000))
        try journal.read(begin...numbers.upperBound) { if isMeant($0) { found = $0 } }
        return found
    }

    /// What a record rests on, as far as it is kept.
    mutating func causes(of record: Record) throws -> [Record] {
        var causes: [Record] = []
        for sequence in record.causes {
            if let cause = try self.record(sequence) { causes.append(cause) }
        }
        return causes
    }

    /// A record in words, by what was before it; nil for one that tells nothing.
    mutating func words(_ record: Record) throws -> RecordWords? {
        RecordWords(record, after: try version(before: record))
    }

    /// The object as it stood before a record changed it.
    private mutating func version(before record: Record) throws -> ToldVersion? {
        guard record.type == .put, let key = record.key else { return nil }
        let earlier = try records(about: key).prefix { $0.sequence < record.sequence }
        // What stands before the last put was overwritten by it.
        let start = earlier.lastIndex { $0.type == .put } ?? earlier.startIndex
        return earlier[start...].reduce(nil as ToldVersion?) { ToldVersion.after($1, $0) }
    }
}
