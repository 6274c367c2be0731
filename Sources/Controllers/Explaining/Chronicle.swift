public import Journaling
public import Model
public import YAML

/// What the journal can tell about an object: all that became of it, and why.
///
/// It reads the disk; ask on a thread that may block.
public struct Chronicle: Sendable {
    private let journal: any Journal

    /// How far back a chain of causes is followed: beyond that it is the history of the world.
    private static let depth = 12
    /// Causes told in one chain.
    private static let breadth = 200

    public init(_ journal: any Journal) {
        self.journal = journal
    }

    /// The object's changes, the oldest first: `sequence`, `time`, `change`, `what` and `by` of each.
    ///
    /// - Throws: what the journal throws when it can't be read.
    public func history(of key: ObjectKey) throws -> [Value] {
        let records = try journal.records(forKey: key.description)
        let refusals = Dictionary(
            records.filter { $0.type == .refusal }.map { ($0.causes.first ?? 0, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        var previous: ToldVersion?
        return records.compactMap { record in
            defer { previous = ToldVersion.after(record, previous) }
            guard record.type != .refusal, let change = RecordWords(record, after: previous) else { return nil }
            let refusal = refusals[record.sequence].flatMap { RecordWords($0, after: nil)?.what }
            return [
                "sequence": .int(Int64(record.sequence)),
                "time": .string(Timestamp(nanoseconds: record.time).milliseconds),
                "change": .string(refusal == nil ? record.type.rawValue : "refused"),
                "what": .string([change.what, refusal].compactMap(\.self).joined(separator: ": ")),
                "by": .string(change.by),
            ]
        }
    }

    /// The object's latest change with what it rests on, each with what that rests on, back to a file, a call, a
    /// node's observation or a time; nil where the journal knows nothing of the object.
    ///
    /// Calls that were refused since then stand in `refused`: they are why it is not otherwise.
    public func why(_ key: ObjectKey) throws -> Value? {
        let records = try journal.records(forKey: key.description)
        // Calls about it that changed nothing are no answer.
        let last = records.last { $0.type != .input && $0.type != .refusal }
        let refused = try records.filter { $0.type == .refusal && $0.sequence > last?.sequence ?? 0 }.map(tellRefusal)
        guard let last else { return refused.last }
        var told: Set<UInt64> = []
        guard var chain = try tell(last, depth: Self.depth, &told).object else { return nil }
        if !refused.isEmpty { chain["refused"] = .array(refused) }
        return .object(chain)
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

    private func tell(_ record: Record, depth: Int, _ told: inout Set<UInt64>) throws -> Value {
        told.insert(record.sequence)
        let words = RecordWords(record, after: try version(before: record))
        var fields: Fields = [
            "sequence": .int(Int64(record.sequence)),
            "time": .string(Timestamp(nanoseconds: record.time).milliseconds),
            "what": .string(words?.what ?? record.type.rawValue),
            "by": .string(words?.by ?? ""),
        ]
        guard depth > 0 else { return .object(fields) }
        var causes: [Value] = []
        for sequence in record.causes where !told.contains(sequence) && told.count < Self.breadth {
            guard let cause = try self.record(sequence) else { continue }
            causes.append(try tell(cause, depth: depth - 1, &told))
        }
        fields["causes"] = .array(causes)
        return .object(fields)
    }

    private func record(_ sequence: UInt64) throws -> Record? {
        var found: Record?
        try journal.read(sequence...sequence) { found = $0 }
        return found
    }

    /// The object as it stood before a record changed it.
    private func version(before record: Record) throws -> ToldVersion? {
        guard record.type == .put, let key = record.key else { return nil }
        let earlier = try journal.records(forKey: key).filter { $0.sequence < record.sequence }
        let start = earlier.lastIndex { $0.type == .put } ?? earlier.startIndex
        return earlier[start...].reduce(nil as ToldVersion?) { ToldVersion.after($1, $0) }
    }
}
