import Cluster
import Synchronization

/// The past state that was asked about last. To describe one object takes several calls, and to recover a state is work.
final class LatestPast: Sendable {
    /// For so long it is kept without being asked for: it may be as large as the present one.
    static let patience = Duration.seconds(20)

    private let latest = Mutex<(sequence: UInt64, state: ClusterState)?>(nil)

    var isEmpty: Bool { latest.withLock { $0 == nil } }

    func forget() { latest.withLock { $0 = nil } }

    func state(at sequence: UInt64, recover: () throws -> ClusterState) throws -> ClusterState {
        if let known = latest.withLock({ $0 }), known.sequence == sequence { return known.state }
        let state = try recover()
        latest.withLock { $0 = (sequence, state) }
        return state
    }
}
