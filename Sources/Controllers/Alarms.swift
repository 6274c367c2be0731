internal import HashTreeCollections
internal import Model

/// When a controller wants to look at an object again though nothing changes.
///
/// Soft: after a restart every controller looks at everything once and asks anew.
struct Alarms {
    private var times = TreeDictionary<WorkQueue.Item, Timestamp>()
    /// Items by the second in which they are due, so that finding the next one looks at seconds, not at items.
    private var seconds = TreeDictionary<Int64, TreeSet<WorkQueue.Item>>()
    /// Nothing is due before: what was taken away may have been the earliest, and is then woken for in vain once.
    private(set) var next: Timestamp?

    /// Replaces an item's alarm; nil takes it away.
    mutating func set(_ item: WorkQueue.Item, at time: Timestamp?) {
        if let old = times.removeValue(forKey: item) {
            seconds[second(old)]?.remove(item)
            if seconds[second(old)]?.isEmpty == true { seconds[second(old)] = nil }
        }
        guard let time else { return }
        times[item] = time
        seconds[second(time), default: []].insert(item)
        next = min(next ?? time, time)
    }

    /// Takes out what is due at `now`, sorted.
    mutating func takeDue(at now: Timestamp) -> [WorkQueue.Item] {
        guard let next, next <= now else { return [] }
        let due = seconds.keys.filter { $0 <= second(now) }
            .flatMap { seconds[$0] ?? [] }
            .filter { times[$0].map { $0 <= now } ?? false }
            .sorted()
        for item in due { set(item, at: nil) }
        self.next = earliest
        return due
    }

    private var earliest: Timestamp? {
        guard let first = seconds.keys.min(), let items = seconds[first] else { return nil }
        return items.compactMap { times[$0] }.min()
    }

    private func second(_ time: Timestamp) -> Int64 { time.nanoseconds / 1_000_000_000 }
}
