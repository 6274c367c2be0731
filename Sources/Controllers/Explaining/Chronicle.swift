public import Journaling
public import Model
public import YAML

/// What the journal can tell about an object: all that became of it, and why.
///
/// It reads the disk; ask on a thread that may block.
public struct Chronicle: Sendable {
    let journal: any Journal

    /// How far back a chain of causes is followed: beyond that it is the history of the world.
    private static let depth = 12
    /// Causes told in one chain.
    private static let breadth = 200

    public init(_ journal: any Journal) {
        self.journal = journal
    }

    /// The object's changes, the oldest first: `sequence`, `time`, `change`, `what` and `by` of each.
    ///
    /// - Parameter end: the last record to be told of; nil for the last one.
    /// - Throws: what the journal throws when it can't be read.
    public func history(of key: ObjectKey, through end: UInt64? = nil) throws -> [Value] {
        let records = try records(about: key, through: end)
        let refusals = Dictionary(
            records.filter { $0.type == .refusal }.map { ($0.causes.first ?? 0, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        var chain = CauseChain(journal)
        var previous: ToldVersion?
        var entries: [Value] = []
        for record in records where record.type != .refusal {
            defer { previous = ToldVersion.after(record, previous) }
            guard let change = RecordWords(record, after: previous) else { continue }
            let refusal = refusals[record.sequence].flatMap { RecordWords($0, after: nil)?.what }
            let reason = try chain.reason(for: record, change)?.words.what
            var entry: Fields = [
                "sequence": .int(Int64(record.sequence)),
                "time": .string(Timestamp(nanoseconds: record.time).milliseconds),
                "change": .string(refusal == nil ? record.type.rawValue : "refused"),
                "what": .string([change.told, refusal].compactMap(\.self).joined(separator: ": ")),
                "by": .string(change.by),
            ]
            if let reason { entry["because"] = .string(reason) }
            entries.append(.object(entry))
        }
        return entries
    }

    /// The object's latest change with what it rests on, each with what that rests on, back to a file, a call, a
    /// node's observation or a time; nil where the journal knows nothing of the object.
    ///
    /// Of these causes those that people want to hear of stand in `story`, one behind the other. Calls that were refused
    /// since then stand in `refused`: they are why it is not otherwise.
    ///
    /// - Parameter end: the last record to be told of; nil for the last one.
    public func why(_ key: ObjectKey, through end: UInt64? = nil) throws -> Value? {
        let records = try records(about: key, through: end)
        // Calls about it that changed nothing are no answer.
        let last = records.last { $0.type != .input && $0.type != .refusal }
        let refused = try records.filter { $0.type == .refusal && $0.sequence > last?.sequence ?? 0 }.map(tellRefusal)
        guard let last else { return refused.last }
        var (shelf, told) = (RecordShelf(journal), Set<UInt64>())
        guard var answer = try tell(last, depth: Self.depth, &shelf, &told).object else { return nil }
        if !refused.isEmpty { answer["refused"] = .array(refused) }
        var chain = CauseChain(journal)
        // What a file says of the object is why it was changed, and not how it is.
        let top = records.last { [.put, .delete].contains($0.type) } ?? last
        if let story = Self.story(try chain.links(from: top)[...]) { answer["story"] = story }
        return .object(answer)
    }

    /// A chain, each link under what it caused.
    private static func story(_ links: ArraySlice<CauseChain.Link>) -> Value? {
        guard let first = links.first else { return nil }
        var fields = fields(first.record, first.words)
        let causes =
            first.sides.map { Value.object(Self.fields($0.record, $0.words)) }
            + [story(links.dropFirst())].compactMap(\.self)
        if !causes.isEmpty { fields["causes"] = .array(causes) }
        return .object(fields)
    }

    private static func fields(_ record: Record, _ words: RecordWords?) -> Fields {
        [
            "sequence": .int(Int64(record.sequence)),
            "time": .string(Timestamp(nanoseconds: record.time).milliseconds),
            "what": .string(words?.what ?? record.type.rawValue),
            "by": .string(words?.by ?? ""),
        ]
    }

    /// A call that was refused, and why, in one sentence.
    private func tellRefusal(_ refusal: Record) throws -> Value {
        let call = try refusal.causes.first.flatMap { try record($0) }
        let words = [call, refusal].compactMap { $0.flatMap { RecordWords($0, after: nil)?.what } }
        return [
            "sequence": .int(Int64(refusal.sequence)),
            "time": .string(Timestamp(nanoseconds: refusal.time).milliseconds),
            "what": .string(words.joined(separator: ": ")),
        ]
    }

    private func tell(_ record: Record, depth: Int, _ shelf: inout RecordShelf, _ told: inout Set<UInt64>) throws
        -> Value
    {
        told.insert(record.sequence)
        var fields = Self.fields(record, try shelf.words(record))
        guard depth > 0 else { return .object(fields) }
        var causes: [Value] = []
        for cause in try shelf.causes(of: record) {
            if told.contains(cause.sequence) {
                causes.append(.object(Self.fields(cause, try shelf.words(cause))))
            } else if told.count < Self.breadth {
                causes.append(try tell(cause, depth: depth - 1, &shelf, &told))
            }
        }
        fields["causes"] = .array(causes)
        return .object(fields)
    }

    private func records(about key: ObjectKey, through end: UInt64?) throws -> [Record] {
        let records = try journal.records(forKey: key.description)
        guard let end else { return records }
        return records.filter { $0.sequence <= end }
    }

    private func record(_ sequence: UInt64) throws -> Record? {
        var found: Record?
        try journal.read(sequence...sequence) { found = $0 }
        return found
    }
}
