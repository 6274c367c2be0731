public import Journaling
internal import Model
public import YAML

/// How changes are written into the journal and read back.
///
/// A put holds the whole object, a delete its uid; what the directory states is kept beside, so that a restart knows
/// it before the directory is read again.
public enum ChangeRecord {
    static let state: RecordType = "state"
    static let unstate: RecordType = "unstate"

    /// The record of a change that has been given its revision.
    public static func draft(_ change: Change) -> RecordDraft {
        switch change.body {
        case .put(let stored, _):
            RecordDraft(
                type: .put,
                key: stored.key.description,
                causes: stored.causes.map { .sequence($0) },
                body: body(of: stored)
            )
        case .delete(let last):
            RecordDraft(
                type: .delete,
                key: last.key.description,
                causes: last.causes.map { .sequence($0) },
                body: fields { writer in
                    writer.key("uid")
                    writer.string(last.object.metadata.uid)
                }
            )
        case .state(let key, let stated, _):
            RecordDraft(type: state, key: key.description, body: body(of: stated))
        case .unstate(let key, _):
            RecordDraft(type: unstate, key: key.description)
        }
    }

    /// The change that a record tells; nil for records that change no table.
    ///
    /// - Throws: `ClusterError` when a record that should hold a change can't be read.
    public static func change(_ record: Record, in cluster: ClusterState) throws(ClusterError) -> Change? {
        switch record.type {
        case .put: try put(record, in: cluster)
        case .delete: try delete(record, in: cluster)
        case state: try stated(record, in: cluster)
        case unstate: try unstated(record, in: cluster)
        default: nil
        }
    }
}

// MARK: - Writing

extension ChangeRecord {
    private static func body(of stored: StoredObject) -> [UInt8] {
        fields { writer in
            if let origin = stored.origin {
                writer.key("origin")
                origin.encode(to: &writer)
            }
            writer.key("object")
            stored.object.encode(to: &writer)
        }
    }

    private static func body(of stated: StatedObject) -> [UInt8] {
        fields { writer in
            writer.key("origin")
            stated.origin.encode(to: &writer)
            if let hold = stated.hold {
                writer.key("held")
                writer.string(hold.rawValue)
            }
            writer.key("configuration")
            writer.raw(stated.configuration)
        }
    }

    /// The inner bytes of an object: the journal puts its own fields beside them.
    private static func fields(_ write: (inout JSONWriter) -> Void) -> [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        write(&writer)
        writer.endObject()
        return Array(writer.bytes.dropFirst().dropLast())
    }
}

// MARK: - Reading

extension ChangeRecord {
    private static func put(_ record: Record, in cluster: ClusterState) throws(ClusterError) -> Change {
        let body = try Self.body(of: record)
        guard let node = body["object"] else { throw .unreadable(record, "it holds no object") }
        var context = DecodingContext(unknownFields: .ignore)
        let object = Object(try key(of: record).kind, node, &context)
        if context.hasErrors { throw .unreadable(record, context.problems[0].message) }
        let stored = StoredObject(
            object: object,
            revision: record.sequence,
            causes: record.causes,
            origin: body["origin"].map(Origin.init)
        )
        return Change(revision: record.sequence, body: .put(stored, previous: cluster.object(stored.key)))
    }

    private static func delete(_ record: Record, in cluster: ClusterState) throws(ClusterError) -> Change? {
        guard var last = cluster.object(try key(of: record)) else { return nil }
        last.causes = record.causes
        return Change(revision: record.sequence, body: .delete(last: last))
    }

    private static func stated(_ record: Record, in cluster: ClusterState) throws(ClusterError) -> Change {
        let body = try Self.body(of: record)
        let key = try key(of: record)
        guard let configuration = body["configuration"] else { throw .unreadable(record, "it states nothing") }
        let stated = StatedObject(
            configuration: try bytes(configuration, record),
            origin: body["origin"].map(Origin.init) ?? Origin(),
            hold: body["held"].flatMap(hold)
        )
        return Change(revision: record.sequence, body: .state(key, stated, previous: cluster.stated(key)))
    }

    /// An older Steady held whole objects alone, and said `true`.
    private static func hold(_ node: YAML.Node) -> Hold? {
        node.bool() == true ? .object : node.string().flatMap(Hold.init)
    }

    private static func unstated(_ record: Record, in cluster: ClusterState) throws(ClusterError) -> Change? {
        let key = try key(of: record)
        return cluster.stated(key).map { Change(revision: record.sequence, body: .unstate(key, previous: $0)) }
    }

    /// What was taken in is within the bounds of a document; a record says something besides, or holds several.
    private static let limits = Limits(
        totalBytes: Batch.maximumBytes,
        documentBytes: Batch.maximumBytes,
        depth: Limits.standard.depth + 16
    )

    private static func bytes(_ node: YAML.Node, _ record: Record) throws(ClusterError) -> [UInt8] {
        do {
            return Array(try node.value().json().utf8)
        } catch {
            throw .unreadable(record, error.message)
        }
    }

    private static func key(of record: Record) throws(ClusterError) -> ObjectKey {
        guard let text = record.key, let key = ObjectKey(text) else {
            throw .unreadable(record, "its key \(record.key ?? "") names no object of a known kind")
        }
        return key
    }

    /// What a record says, beside what the journal itself writes.
    public static func body(of record: Record) throws(ClusterError) -> YAML.Node {
        do {
            return try JSONParser.parse([UInt8(ascii: "{")] + record.body + [UInt8(ascii: "}")], limits: limits).root
        } catch {
            throw .unreadable(record, error.message)
        }
    }
}

extension Origin {
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        for (name, text) in texts {
            guard let text else { continue }
            writer.key(name)
            writer.string(text)
        }
        if let line {
            writer.key("line")
            writer.int(Int64(line))
        }
        writer.endObject()
    }

    private var texts: [(StaticString, String?)] {
        [("path", path), ("commit", commit), ("author", author), ("call", call), ("user", user)]
    }

    /// Reads what `encode(to:)` writes.
    public init(_ node: YAML.Node) {
        self.init(
            path: node["path"]?.string(),
            line: node["line"]?.int64().map(Int.init),
            commit: node["commit"]?.string(),
            author: node["author"]?.string(),
            call: node["call"]?.string(),
            user: node["user"]?.string()
        )
    }
}
