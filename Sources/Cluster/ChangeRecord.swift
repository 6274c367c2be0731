public import Journaling
public import Model
public import YAML

/// How changes are written into the journal and read back.
///
/// A put holds the whole object, a delete its uid; what the directory states is kept beside, so that a restart knows
/// it before the directory is read again.
public enum ChangeRecord {
    static let state: RecordType = "state"
    static let unstate: RecordType = "unstate"

    /// The record of a change that has been given its revision.
    public static func draft(_ change: Change, _ seals: Seals) -> RecordDraft {
        switch change.body {
        case .put(let stored, _):
            RecordDraft(
                type: .put,
                key: stored.key.description,
                causes: stored.causes.map { .sequence($0) },
                body: body(of: stored, seals)
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
            RecordDraft(type: state, key: key.description, body: body(of: stated, about: key, seals))
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
    private static func body(of stored: StoredObject, _ seals: Seals) -> [UInt8] {
        fields { writer in
            if let origin = stored.origin {
                writer.key("origin")
                origin.encode(to: &writer)
            }
            writer.key("object")
            if case .secret = stored.object {
                writer.raw(seals.json(stored.object, about: stored.key.description))
            } else {
                stored.object.encode(to: &writer)
            }
        }
    }

    private static func body(of stated: StatedObject, about key: ObjectKey, _ seals: Seals) -> [UInt8] {
        fields { writer in
            writer.key("origin")
            stated.origin.encode(to: &writer)
            if let hold = stated.hold {
                writer.key("held")
                writer.string(hold.rawValue)
            }
            writer.key("configuration")
            writer.raw(seals.json(stated.configuration, of: key.kind, about: key.description))
        }
    }

    /// The fields alone: the journal puts its own beside them, and the braces around all.
    private static func fields(_ write: (inout JSONWriter) -> Void) -> [UInt8] {
        var writer = JSONWriter(capacity: 4096)
        write(&writer)
        return writer.bytes
    }
}

// MARK: - Reading

extension ChangeRecord {
    private static func put(_ record: Record, in cluster: ClusterState) throws(ClusterError) -> Change {
        let body = try Self.body(of: record)
        guard let node = body["object"] else { throw .unreadable(record, "it holds no object") }
        let object = try object(node, about: record.key ?? "", try key(of: record).kind, in: record, cluster.seals)
        let stored = StoredObject(
            object: object,
            revision: record.sequence,
            causes: record.causes,
            origin: body["origin"].map(Origin.init)
        )
        return Change(revision: record.sequence, body: .put(stored, previous: cluster.object(stored.key)))
    }

    /// The object that stands in a part of a record, opened where it is sealed.
    public static func object(
        _ node: YAML.Node,
        about subject: String,
        _ kind: Kind,
        in record: Record,
        _ seals: Seals
    ) throws(ClusterError) -> Object {
        var context = DecodingContext(unknownFields: .ignore)
        var node = node
        if kind == .secret {
            let opened = try seals.opened(node, of: kind, about: subject, in: record)
            do {
                node = try JSONParser.parse(Array(opened.json().utf8), limits: limits).root
            } catch {
                throw .unreadable(record, "what was sealed is no object")
            }
        }
        let object = Object(kind, node, &context)
        if context.hasErrors { throw .unreadable(record, context.problems[0].message) }
        return object
    }

    private static func delete(_ record: Record, in cluster: ClusterState) throws(ClusterError) -> Change? {
        guard let last = cluster.object(try key(of: record)) else { return nil }
        return Change(revision: record.sequence, body: .delete(last: last.resting(on: record.causes)))
    }

    private static func stated(_ record: Record, in cluster: ClusterState) throws(ClusterError) -> Change {
        let body = try Self.body(of: record)
        let key = try key(of: record)
        guard let configuration = body["configuration"] else { throw .unreadable(record, "it states nothing") }
        let value = try cluster.seals.opened(configuration, of: key.kind, about: key.description, in: record)
        let stated = StatedObject(
            configuration: Array(value.json().utf8),
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
