internal import HashTreeCollections
internal import HeapModule
internal import Model

/// When which pod must be looked at again. Finding the next one costs the same for ten pods and for ten thousand.
struct PodAlarms: Sendable {
    /// By the pod's uid.
    private var times: TreeDictionary<String, Timestamp> = [:]
    /// All of them, and some that were put off or called off: those are left out when their turn comes.
    private var queue = Heap<Alarm>()

    private struct Alarm: Comparable {
        var time: Timestamp
        var uid: String

        static func < (left: Alarm, right: Alarm) -> Bool { (left.time, left.uid) < (right.time, right.uid) }
    }

    /// Replaces a pod's alarm; nil takes it away.
    mutating func set(_ uid: String, at time: Timestamp?) {
        guard times[uid] != time else { return }
        times[uid] = time
        if let time { queue.insert(Alarm(time: time, uid: uid)) }
    }

    /// Takes out those that are due.
    mutating func takeDue(at now: Timestamp) -> [String] {
        var due: [String] = []
        while let first = queue.min, first.time <= now {
            queue.removeMin()
            guard times[first.uid] == first.time else { continue }
            times[first.uid] = nil
            due.append(first.uid)
        }
        return due
    }

    /// The earliest of all.
    mutating func next() -> Timestamp? {
        while let first = queue.min, times[first.uid] != first.time { queue.removeMin() }
        return queue.min?.time
    }
}
