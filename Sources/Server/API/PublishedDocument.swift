internal import YAML

/// An answer that stays the same for as long as the program runs: callers keep it, and ask whether it still holds.
struct PublishedDocument {
    private let bytes: [UInt8]
    /// Differs where the content does.
    let digest: String

    init(_ value: Value) {
        bytes = Array(value.json().utf8)
        digest = Self.digest(of: bytes)
    }

    /// Tells a caller who has it already no more than that.
    func reply(to call: Call, contentType: String = "application/json") -> Reply {
        var reply =
            isKnown(to: call)
            ? Reply(status: 304, contentType: contentType, body: .bytes([]))
            : Reply(contentType: contentType, body: .bytes(bytes))
        reply.headers += [(name: "ETag", value: tag), (name: "Vary", value: "Accept")]
        return reply
    }

    private var tag: String { "\"\(digest)\"" }

    private func isKnown(to call: Call) -> Bool {
        (call.ifNoneMatch ?? "").split(separator: ",").contains { text in
            let known = String(text).trimmed
            return known == "*" || known == tag || known == "W/\(tag)"
        }
    }

    /// FNV-1a: it only has to tell one build's document from another's.
    private static func digest(of bytes: [UInt8]) -> String {
        let sum = bytes.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        return String(sum, radix: 16)
    }
}
