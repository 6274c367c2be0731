internal import Model

/// What is going to happen, earliest first; what happens at the same time in the order in which it was planned.
struct Agenda<Happening: Sendable>: Sendable {
    private struct Entry: Sendable {
        var time: Timestamp
        var order: UInt64
        var happening: Happening

        func comes(before other: Entry) -> Bool { (time, order) < (other.time, other.order) }
    }

    /// A binary heap.
    private var heap: [Entry] = []
    private var planned: UInt64 = 0

    var isEmpty: Bool { heap.isEmpty }
    var nextTime: Timestamp? { heap.first?.time }

    mutating func plan(_ happening: Happening, at time: Timestamp) {
        heap.append(Entry(time: time, order: planned, happening: happening))
        planned += 1
        var child = heap.count - 1
        while child > 0, heap[child].comes(before: heap[(child - 1) / 2]) {
            heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    /// Takes out what comes next.
    mutating func pop() -> (time: Timestamp, happening: Happening)? {
        guard let first = heap.first, let last = heap.popLast() else { return nil }
        guard !heap.isEmpty else { return (first.time, first.happening) }
        heap[0] = last
        sink()
        return (first.time, first.happening)
    }

    /// Takes out what comes next if it comes by `time`.
    mutating func pop(until time: Timestamp) -> (time: Timestamp, happening: Happening)? {
        guard let next = heap.first?.time, next <= time else { return nil }
        return pop()
    }

    mutating func removeAll(where isGone: (Happening) -> Bool) {
        let kept = heap.filter { !isGone($0.happening) }.sorted { $0.comes(before: $1) }
        heap = kept  // A sorted array is a heap.
    }

    private mutating func sink() {
        var parent = 0
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count {
                if heap[child].comes(before: heap[least]) { least = child }
            }
            if least == parent { return }
            heap.swapAt(parent, least)
            parent = least
        }
    }
}

extension Timestamp {
    /// The earlier of two, either of which may never be.
    static func earlier(_ left: Timestamp?, _ right: Timestamp?) -> Timestamp? {
        guard let left, let right else { return left ?? right }
        return min(left, right)
    }
}
