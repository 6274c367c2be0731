internal import Cluster
internal import Journaling
internal import Model
internal import YAML

/// A record about Secrets, to who has no key.
///
/// Nobody decides by what a Secret holds but whoever changes it. So its object may stand in a state without its values,
/// as long as no turn that touches it is decided; what the directory says of it counts as held, so that nothing is
/// written over it.
struct SealedRecord {
    private let record: Record

    init(_ record: Record) { self.record = record }

    /// Whether a Secret is spoken of. Rather once too often than not at all: a text may only look like it.
    var mentionsSecret: Bool {
        record.key?.hasPrefix(Self.place) == true
            || (record.type == .input && contains(Self.quoted))
            || (record.type == HeldPrune.recordType && contains(Self.quoted))
    }

    /// Whether it holds what is sealed.
    var isSealed: Bool { mentionsSecret && contains(Self.member) }

    private static let place = "\(Kind.secret.plural)/"
    private static let quoted = Array("\"\(place)".utf8)
    private static let member = Array("\"sealed\":\"".utf8)

    private func contains(_ text: [UInt8]) -> Bool { record.body.firstRange(of: text) != nil }

    /// The record without what is sealed in it, to be folded.
    ///
    /// - Throws: `ClusterError` where it can't be read.
    func opened() throws(ClusterError) -> Record {
        guard isSealed else { return record }
        switch record.type {
        case .put: return try edited("object") { _ in }
        case "state": return try edited("configuration") { $0["held"] = .string(Hold.object.rawValue) }
        default: return record
        }
    }

    private func edited(_ part: String, _ edit: (inout Fields) -> Void) throws(ClusterError) -> Record {
        guard case .object(var body)? = try? ChangeRecord.body(of: record).value(),
            case .object(var secret)? = body[part]
        else { throw .unreadable(record, "it holds no \(part)") }
        for hidden in ["sealed", "data", "stringData"] { secret[hidden] = nil }
        if case .object(var metadata)? = secret["metadata"], case .object(let notes)? = metadata["annotations"] {
            metadata["annotations"] = .object(Fields(notes.filter { !$0.value.isNull }))
            secret["metadata"] = .object(metadata)
        }
        body[part] = .object(secret)
        edit(&body)
        var opened = record
        opened.body = Array(Value.object(body).json().utf8.dropFirst().dropLast())
        return opened
    }
}
