internal import Cluster
internal import Merging
internal import Model

/// What others made of an object against the file that states it, and what was put back.
struct Drift {
    static let reason = "Drift"

    /// Fields named in a message; the rest is counted.
    private static let shownFields = 5

    private let fields: [String]
    private let managers: [String]
    /// The call that wrote last; nil when the words before were the file's.
    private let call: Origin?

    /// Nil when the file's words overrode nobody.
    ///
    /// - Parameters:
    ///   - live: the object before it was put back.
    ///   - isEdit: whether the file itself says something new. Then only what others own is drift; else all that had to
    ///     be written is, also a field that somebody removed and nobody owns.
    init?(_ applied: ServerSideApply.Applied, over live: StoredObject, isEdit: Bool) {
        call = live.origin.flatMap { $0.call == nil ? nil : $0 }
        let isPutBack = !isEdit && call != nil
        let overridden = applied.overridden.map(\.path.pathDescription)
        let written = isPutBack ? applied.changed.leaves.map(\.pathDescription) : []
        fields = Set(overridden + written).sorted()
        managers = Set(applied.overridden.map(\.manager.manager)).sorted()
        guard !fields.isEmpty else { return nil }
    }

    func report(about live: StoredObject, statedAt place: Origin) -> EventReport {
        EventReport(
            key: live.key,
            uid: live.object.metadata.uid,
            isNormal: false,
            reason: Self.reason,
            message: "\(fieldList) put back to what \(place) states; \(author)"
        )
    }

    private var fieldList: String {
        let shown = fields.prefix(Self.shownFields).joined(separator: ", ")
        return fields.count > Self.shownFields ? "\(shown) and \(fields.count - Self.shownFields) more" : shown
    }

    private var author: String {
        let names = managers.map { "\"\($0)\"" }.joined(separator: ", ")
        guard let call else { return "changed by \(names)" }
        return managers.isEmpty ? "changed with \(call)" : "changed by \(names) (\(call))"
    }
}
