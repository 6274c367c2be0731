public import Journaling
public import Model
internal import YAML

/// What left the directory and is kept all the same, until somebody says that it was meant.
///
/// Part of the state, so that a restart does not judge anew what was held back once.
public struct HeldPrune: Sendable, Hashable {
    /// Sorted.
    public var keys: [ObjectKey]
    public var reason: String

    public init(keys: [ObjectKey], reason: String) {
        self.keys = keys
        self.reason = reason
    }
}

extension HeldPrune {
    /// What is held back from here on; a record without keys says that nothing is.
    public static let recordType: RecordType = "held-prune"

    /// A record's body.
    public static func body(of held: HeldPrune?) -> [UInt8] {
        guard let held else { return [] }
        var writer = JSONWriter()
        writer.beginObject()
        writer.key("reason")
        writer.string(held.reason)
        writer.key("keys")
        writer.beginArray()
        for key in held.keys { writer.string(key.description) }
        writer.endArray()
        writer.endObject()
        return Array(writer.bytes.dropFirst().dropLast())
    }

    /// Nil where the record says that nothing is held back.
    init?(_ record: Record) throws(ClusterError) {
        let body = try ChangeRecord.body(of: record)
        guard let list = body["keys"] else { return nil }
        var keys: [ObjectKey] = []
        for element in list.elements {
            guard let key = element.string().flatMap({ ObjectKey($0) }) else {
                throw .unreadable(record, "it holds back what is no object")
            }
            keys.append(key)
        }
        self.init(keys: keys, reason: body["reason"]?.string() ?? "")
    }
}
