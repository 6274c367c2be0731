internal import Cluster
internal import Driving
internal import Journaling
internal import Model
internal import Synchronization

/// Has a snapshot written now and then, beside the turns, so that a restart need not replay everything.
struct SnapshotSchedule {
    /// Records between two snapshots: replaying so many takes well under a second.
    private static let interval: UInt64 = 50_000

    private var last: UInt64
    private let isWriting = SharedFlag()

    init(at head: UInt64) { last = head }

    mutating func consider(_ state: ClusterState, _ journal: any Journal, _ now: Timestamp) {
        guard state.revision >= last + Self.interval, isWriting.raise() else { return }
        last = state.revision
        let flag = isWriting
        _ = Worker(named: "snapshot") {
            defer { flag.lower() }
            // A snapshot that can't be written costs time at the next start and nothing else.
            try? journal.writeSnapshot(at: state.revision, time: now.nanoseconds, records: state.snapshotRecords)
            try? journal.maintain(now: now.nanoseconds)  // The same holds for history that outstays its time.
        }
    }
}

/// True while one of many is at work.
private final class SharedFlag: Sendable {
    private let value = Mutex(false)

    /// Whether it was down until now.
    func raise() -> Bool {
        value.withLock { value in
            defer { value = true }
            return !value
        }
    }

    func lower() { value.withLock { $0 = false } }
}
