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
        var previous: Value?
        return try journal.records(forKey: key.description).compactMap { record in
            guard let change = RecordWords(record, after: previous) else { return nil }
            previous = change.object ?? previous
            return [
                "sequence": .int(Int64(record.sequence)),
                "time": .string(Timestamp(nanoseconds: record.time).milliseconds),
                "change": .string(record.type.rawValue),
                "what": .string(change.what),
                "by": .string(change.by),
            ]
        }
    }

    /// The object's latest change with what it rests on, each with what that rests on, back to a file, a call, a
    /// node's observation or a time; nil where the journal knows nothing of the object.
    public func why(_ key: ObjectKey) throws -> Value? {
        // Calls about it that changed nothing are no answer.
        guard let last = try journal.records(forKey: key.description).last(where: { $0.type != .input }) else {
            return nil
        }
        var told: Set<UInt64> = []
        return try tell(last, depth: Self.depth, &told)
    }

    private func tell(_ record: Record, depth: Int, _ told: inout Set<UInt64>) throws -> Value {
        told.insert(record.sequence)
        let words = RecordWords(record, after: try object(before: record))
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
    private func object(before record: Record) throws -> Value? {
        guard record.type == .put, let key = record.key else { return nil }
        let earlier = try journal.records(forKey: key).last { $0.type == .put && $0.sequence < record.sequence }
        return earlier.flatMap { RecordWords.object(of: $0) }
    }
}
