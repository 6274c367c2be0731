internal import Cluster
internal import Synchronization

/// The snapshots that lists in several pages are read from.
///
/// A state is persistent, so that a snapshot costs what has changed since; still only the latest few are kept.
final class Pages: Sendable {
    /// A list that is not gone on with while this many others begin starts anew.
    static let capacity = 64

    private let snapshots = Mutex<[ClusterState]>([])

    func keep(_ state: ClusterState) {
        snapshots.withLock { snapshots in
            snapshots.removeAll { $0.revision == state.revision }
            snapshots.append(state)
            if snapshots.count > Self.capacity { snapshots.removeFirst() }
        }
    }

    func snapshot(at revision: UInt64) -> ClusterState? {
        snapshots.withLock { snapshots in snapshots.first { $0.revision == revision } }
    }
}
