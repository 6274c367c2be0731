internal import Cluster
internal import Journaling
internal import Model

/// In what two states differ, in words.
struct StateDifference {
    /// The first difference; nil where there is none.
    let first: String?

    init(of state: ClusterState, from expected: ClusterState) {
        first = Self.find(state.snapshotRecords, expected.snapshotRecords)
    }

    private static func find(_ found: [Record], _ expected: [Record]) -> String? {
        for (left, right) in zip(found, expected) where !isSame(left, right) {
            return "found \(text(left)), expected \(text(right))"
        }
        if found.count == expected.count { return nil }
        let longer = found.count > expected.count ? found : expected
        let what = found.count > expected.count ? "found beyond the expected" : "missing"
        return "\(what): \(text(longer[min(found.count, expected.count)]))"
    }

    /// What is no object has no number of its own and bears the state's.
    private static func isSame(_ left: Record, _ right: Record) -> Bool {
        guard left.type == right.type, left.key == right.key, left.body == right.body else { return false }
        return left.type != .put || (left.sequence == right.sequence && left.causes == right.causes)
    }

    private static func text(_ record: Record) -> String {
        "\(record.type) \(record.key ?? "") (record \(record.sequence), causes \(record.causes)): "
            + String(decoding: record.body.prefix(4000), as: UTF8.self)
    }
}
