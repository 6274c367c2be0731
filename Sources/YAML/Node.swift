internal import Glibc

/// A place in a document's tree: a cursor, cheap to copy, that keeps its document alive.
public struct Node: Sendable {
    public enum Kind: UInt8, Sendable, Hashable {
        case scalar, mapping, sequence
    }

    public let document: Document
    @usableFromInline let index: Int

    @inlinable
    init(document: Document, index: Int) {
        self.document = document
        self.index = index
    }

    @inlinable var record: Record { document.records[index] }

    @inlinable public var kind: Kind { record.kind }

    public var position: Position { document.position(at: index) }

    /// The way from the root, as Kubernetes writes it. Searched anew at each call: for messages.
    public var path: FieldPath { document.path(to: index) }

    /// An explicit tag (`!!str`); nil where none is written.
    public var tag: String? { record.tag.name }

    /// An unquoted scalar of YAML; in JSON a scalar that is not a string.
    @inlinable public var isPlain: Bool { record.isPlain }

    /// An empty value or a plain `~`, `null`, `Null`, `NULL`; in JSON `null`.
    @inlinable public var isNull: Bool {
        let record = record
        return record.isPlain && record.count <= 4 && isNullWord
    }

    @usableFromInline var isNullWord: Bool {
        if record.tag == .null { return true }
        return withUTF8 { PlainScalar.isNull($0) }
    }

    /// The entries of a mapping, the elements of a sequence, 0 for a scalar.
    @inlinable public var count: Int { record.kind == .scalar ? 0 : Int(record.count) }

    /// Lends a scalar's text; empty for a container.
    @inlinable
    public func withUTF8<R>(_ body: (UnsafeBufferPointer<UInt8>) throws -> R) rethrows -> R {
        let record = record
        let start = Int(record.offset)
        let end = record.kind == .scalar ? start + Int(record.count) : start
        return try document.text.withUnsafeBufferPointer { try body(UnsafeBufferPointer(rebasing: $0[start..<end])) }
    }

    /// A scalar's text with its quotes and escapes undone; empty for a container.
    public var text: String {
        withUTF8 { String(decoding: $0, as: UTF8.self) }
    }

    /// Whether this is a scalar with just this text. Much cheaper than to compare `text`.
    public func hasText(_ wanted: StaticString) -> Bool {
        let record = record
        guard wanted.hasPointerRepresentation, record.kind == .scalar, record.count == wanted.utf8CodeUnitCount else {
            return false
        }
        return document.text.withUnsafeBufferPointer { text in
            // Only an empty text has no address.
            guard let start = text.baseAddress else { return true }
            return memcmp(start + Int(record.offset), wanted.utf8Start, Int(record.count)) == 0
        }
    }

    /// Lets a `switch` over a key have literals as its cases, without making a string of the key.
    public static func ~= (wanted: StaticString, node: Node) -> Bool {
        node.hasText(wanted)
    }

    /// The value under a key of this mapping; nil where there is none and for other kinds of nodes.
    public subscript(key: String) -> Node? {
        var key = key
        return key.withUTF8 { wanted in
            entries.first { entry in
                entry.key.withUTF8 { $0.count == wanted.count && $0.elementsEqual(wanted) }
            }?.value
        }
    }
}
