public import Cluster
internal import Synchronization

/// The latest changes, for those who follow them.
///
/// A follower that comes back after more than `capacity` changes has to read everything anew.
public final class ChangeLog: Sendable {
    private struct State {
        var changes: [Change] = []
        /// Revision up to which changes are no longer kept.
        var floor: UInt64
        var head: UInt64
        var nextWaiter = 0
        var waiters: [Int: CheckedContinuation<Void, Never>] = [:]
    }

    /// Changes that are kept at least.
    public static let capacity = 16_384

    private let state: Mutex<State>

    /// - Parameter revision: of the state that stands before the first change.
    init(from revision: UInt64) {
        state = Mutex(State(floor: revision, head: revision))
    }

    func append(_ changes: [Change], head: UInt64) {
        let waiters = state.withLock { state in
            state.changes += changes
            state.head = head
            // Twice the capacity before the old half goes: what is moved is then paid by what was added.
            if state.changes.count > 2 * Self.capacity {
                let dropped = state.changes.count - Self.capacity
                state.floor = state.changes[dropped - 1].revision
                state.changes.removeFirst(dropped)
            }
            defer { state.waiters = [:] }
            return Array(state.waiters.values)
        }
        for waiter in waiters { waiter.resume() }
    }

    /// The changes after a revision, oldest first; waits while there are none.
    ///
    /// - Returns: the changes, and the revision that the follower has reached with them: it may be later than the
    ///   last change. No changes when the task was cancelled.
    /// - Throws: `ChangesExpired` when some after that revision are no longer kept.
    public func changes(after revision: UInt64) async throws(ChangesExpired) -> (changes: [Change], reached: UInt64) {
        while true {
            if let news = try news(after: revision) { return news }
            if Task.isCancelled { return ([], revision) }
            await waitForNews(after: revision)
        }
    }

    private func news(after revision: UInt64) throws(ChangesExpired) -> (changes: [Change], reached: UInt64)? {
        let (floor, found) = state.withLock { state in
            (state.floor, state.head > revision ? (Self.suffix(of: state.changes, after: revision), state.head) : nil)
        }
        if revision < floor { throw ChangesExpired(oldest: floor) }
        return found
    }

    private static func suffix(of changes: [Change], after revision: UInt64) -> [Change] {
        var low = 0
        var high = changes.count
        while low < high {
            let middle = (low + high) / 2
            if changes[middle].revision <= revision { low = middle + 1 } else { high = middle }
        }
        return Array(changes[low...])
    }

    private func waitForNews(after revision: UInt64) async {
        let id = state.withLock { state in
            state.nextWaiter += 1
            return state.nextWaiter
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isDue = state.withLock { state in
                    // Looked at under the lock again: news may have come since, and would not come twice.
                    if state.head > revision || Task.isCancelled { return true }
                    state.waiters[id] = continuation
                    return false
                }
                if isDue { continuation.resume() }
            }
        } onCancel: {
            state.withLock { $0.waiters.removeValue(forKey: id) }?.resume()
        }
    }
}

/// The changes asked for are no longer kept; the state has to be read anew.
public struct ChangesExpired: Error, Sendable {
    /// The earliest revision after which changes can be followed.
    public var oldest: UInt64

    public init(oldest: UInt64) {
        self.oldest = oldest
    }
}
