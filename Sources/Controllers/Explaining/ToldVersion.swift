internal import Cluster
internal import Journaling
internal import Model
internal import YAML

/// An object as a record of the journal left it.
struct ToldVersion {
    let object: Value
    /// Whose words the object bears.
    let origin: Origin?
    /// Whether its file has said something new since.
    private var isRestated = false

    /// Nil for a record that holds no object.
    init?(_ record: Record) {
        guard record.type == .put, let body = RecordWords.body(of: record), let node = body["object"],
            let object = try? node.value()  // What can't be read can't be told of.
        else { return nil }
        self.object = object
        origin = body["origin"].map(Origin.init)
    }

    /// What is known of an object after one more record about it.
    static func after(_ record: Record, _ previous: ToldVersion?) -> ToldVersion? {
        switch record.type {
        case .put: return ToldVersion(record) ?? previous
        case .delete: return nil
        case "state", "unstate":
            var version = previous
            version?.isRestated = true
            return version
        default: return previous
        }
    }

    /// Whether this version puts back what a call had made of the one before: the same file says the same, and yet
    /// there was something to write.
    func isDriftPutBack(to previous: ToldVersion) -> Bool {
        origin?.path != nil && previous.origin?.call != nil && !previous.isRestated
    }
}
