internal import Cluster
internal import Driving
internal import Journaling
internal import Model
internal import Synchronization

/// Has a snapshot written now and then, beside the turns, so that a restart need not replay everything.
struct SnapshotSchedule {
    /// Bytes between two snapshots at least: replaying so many takes a fraction of a second.
    private static let leastBytes: UInt64 = 4 << 20
    /// A large state is written more seldom: about once for as many bytes as it has itself.
    private static let bytesPerObject: UInt64 = 2048

    private let isWriting = SharedFlag()

    func consider(_ state: ClusterState, _ journal: any Journal, _ now: Timestamp) {
        let objects = Kind.allCases.reduce(0) { $0 + state.count(of: $1) }
        let interval = max(Self.leastBytes, UInt64(objects) * Self.bytesPerObject)
        guard journal.bytesSinceSnapshot >= interval, isWriting.raise() else { return }
        let flag = isWriting
        do {
            _ = try Worker(named: "snapshot") {
                defer { flag.lower() }
                // A snapshot that can't be written costs time at the next start and nothing else.
                try? journal.writeSnapshot(at: state.revision, time: now.nanoseconds, records: state.snapshotRecords)
                try? journal.maintain(now: now.nanoseconds)  // The same holds for history that outstays its time.
            }
        } catch {
            // No thread to be had: the next turn tries again.
            flag.lower()
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
