internal import Model
internal import Rendering
internal import YAML

/// Writes objects in the form that a caller accepts.
struct ObjectEncoder {
    /// What of an object stands beside its row in a table.
    enum RowObject: String {
        case none = "None"
        case metadata = "Metadata"
        case object = "Object"
    }

    var kind: Kind
    var representation: Representation
    var rowObject = RowObject.metadata
    /// Ages are counted up to this moment.
    var now: Timestamp

    // MARK: One object

    func object(_ object: Object) -> [UInt8] {
        var writer = JSONWriter(capacity: 1024)
        write(object, revision: object.metadata.resourceVersion, hasColumns: true, to: &writer)
        return writer.bytes
    }

    private func write(_ object: Object, revision: String, hasColumns: Bool, to writer: inout JSONWriter) {
        switch representation {
        case .objects: object.encode(to: &writer)
        case .metadata: writeMetadata(of: object, to: &writer)
        case .table:
            beginTable(revision: revision, hasColumns: hasColumns, to: &writer)
            writer.beginArray()
            writeRow(of: object, to: &writer)
            writer.endArray()
            writer.endObject()
        }
    }

    // MARK: Lists

    func list(_ objects: [Object], revision: UInt64, continueToken: String?, remaining: Int?) -> [UInt8] {
        var writer = JSONWriter(capacity: 1024 * (objects.count + 1))
        let page = Page(revision: String(revision), continueToken: continueToken, remaining: remaining)
        switch representation {
        case .table:
            beginTable(page, hasColumns: true, to: &writer)
            writer.beginArray()
            for object in objects { writeRow(of: object, to: &writer) }
        case .objects:
            begin(kind.listName, kind.apiVersion, page, to: &writer)
            writer.key("items")
            writer.beginArray()
            for object in objects { object.encode(to: &writer) }
        case .metadata:
            begin("PartialObjectMetadataList", Self.metaVersion, page, to: &writer)
            writer.key("items")
            writer.beginArray()
            for object in objects { writeMetadata(of: object, to: &writer) }
        }
        writer.endArray()
        writer.endObject()
        return writer.bytes
    }

    // MARK: Watches

    enum EventType: String {
        case added = "ADDED"
        case modified = "MODIFIED"
        case deleted = "DELETED"
        case bookmark = "BOOKMARK"
        case error = "ERROR"
    }

    /// One line of a watch. Of a table, only the first event tells the columns.
    func event(_ type: EventType, _ object: Object, isFirst: Bool) -> [UInt8] {
        Self.event(type) { writer in
            write(object, revision: object.metadata.resourceVersion, hasColumns: isFirst, to: &writer)
        }
    }

    /// Says that a watcher has seen everything up to a revision.
    func bookmark(at revision: UInt64, endsInitialEvents: Bool, isFirst: Bool) -> [UInt8] {
        var object = Object(empty: kind)
        object.metadata.resourceVersion = String(revision)
        if endsInitialEvents { object.metadata.annotations["k8s.io/initial-events-end"] = "true" }
        return Self.event(.bookmark) { writer in
            write(object, revision: String(revision), hasColumns: isFirst, to: &writer)
        }
    }

    /// `status` is a `Status` object as JSON.
    static func error(_ status: [UInt8]) -> [UInt8] {
        event(.error) { $0.raw(status) }
    }

    private static func event(_ type: EventType, _ writeObject: (inout JSONWriter) -> Void) -> [UInt8] {
        var writer = JSONWriter(capacity: 1024)
        writer.beginObject()
        writer.key("type")
        writer.string(type.rawValue)
        writer.key("object")
        writeObject(&writer)
        writer.endObject()
        return writer.bytes + [UInt8(ascii: "\n")]
    }

    // MARK: Pieces

    private static let metaVersion = "meta.k8s.io/v1"

    private struct Page {
        var revision: String
        var continueToken: String?
        var remaining: Int?
    }

    private func begin(_ kindName: String, _ apiVersion: String, _ page: Page, to writer: inout JSONWriter) {
        writer.beginObject()
        writer.key("kind")
        writer.string(kindName)
        writer.key("apiVersion")
        writer.string(apiVersion)
        writer.key("metadata")
        writer.beginObject()
        writer.key("resourceVersion")
        writer.string(page.revision)
        if let token = page.continueToken {
            writer.key("continue")
            writer.string(token)
        }
        if let remaining = page.remaining {
            writer.key("remainingItemCount")
            writer.int(Int64(remaining))
        }
        writer.endObject()
    }

    private func beginTable(revision: String, hasColumns: Bool, to writer: inout JSONWriter) {
        beginTable(Page(revision: revision), hasColumns: hasColumns, to: &writer)
    }

    private func beginTable(_ page: Page, hasColumns: Bool, to writer: inout JSONWriter) {
        begin("Table", Self.metaVersion, page, to: &writer)
        writer.key("columnDefinitions")
        if hasColumns {
            writer.beginArray()
            for column in KindTable.columns(of: kind) { column.write(to: &writer) }
            writer.endArray()
        } else {
            writer.null()
        }
        writer.key("rows")
    }

    private func writeRow(of object: Object, to writer: inout JSONWriter) {
        writer.beginObject()
        writer.key("cells")
        writer.beginArray()
        for cell in KindTable.row(of: object, now: now) {
            switch cell {
            case .text(let text): writer.string(text)
            case .number(let number): writer.int(Int64(number))
            }
        }
        writer.endArray()
        switch rowObject {
        case .none: break
        case .metadata:
            writer.key("object")
            writeMetadata(of: object, to: &writer)
        case .object:
            writer.key("object")
            object.encode(to: &writer)
        }
        writer.endObject()
    }

    private func writeMetadata(of object: Object, to writer: inout JSONWriter) {
        writer.beginObject()
        writer.key("kind")
        writer.string("PartialObjectMetadata")
        writer.key("apiVersion")
        writer.string(Self.metaVersion)
        writer.key("metadata")
        object.metadata.encode(to: &writer)
        writer.endObject()
    }
}

extension Column {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.beginObject()
        for (key, value) in [("name", name), ("type", type.rawValue), ("format", format), ("description", description)]
        {
            writer.key(key)
            writer.string(value)
        }
        writer.key("priority")
        writer.int(isWide ? 1 : 0)
        writer.endObject()
    }
}

extension Kind {
    /// `PodList`.
    var listName: String { name + "List" }
}
