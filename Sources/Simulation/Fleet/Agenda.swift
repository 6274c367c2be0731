internal import Model

/// What is going to happen, earliest first; what happens at the same time in the order in which it was planned.
struct Agenda<Happening: Sendable>: Sendable {
    /// Small and without references: it is moved about a lot, and what happens lies still meanwhile.
    private struct Entry: Sendable {
        var time: Timestamp
        var order: UInt64
        /// Where in `happenings` it lies.
        var place: Int

        func comes(before other: Entry) -> Bool { (time, order) < (other.time, other.order) }
    }

    /// A binary heap.
    private var heap: [Entry] = []
    private var happenings: [Happening?] = []
    private var freePlaces: [Int] = []
    private var planned: UInt64 = 0

    var isEmpty: Bool { heap.isEmpty }
    var nextTime: Timestamp? { heap.first?.time }

    mutating func plan(_ happening: Happening, at time: Timestamp) {
        heap.append(Entry(time: time, order: planned, place: keep(happening)))
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
        if !heap.isEmpty {
            heap[0] = last
            sink()
        }
        return release(first.place).map { (first.time, $0) }
    }

    /// Takes out what comes next if it comes by `time`.
    mutating func pop(until time: Timestamp) -> (time: Timestamp, happening: Happening)? {
        guard let next = heap.first?.time, next <= time else { return nil }
        return pop()
    }

    mutating func removeAll(where isGone: (Happening) -> Bool) {
        let gone = heap.filter { entry in happenings[entry.place].map(isGone) ?? true }
        let places = Set(gone.map(\.place))
        heap = heap.filter { !places.contains($0.place) }.sorted { $0.comes(before: $1) }  // It is a heap.
        for entry in gone { _ = release(entry.place) }
    }

    private mutating func keep(_ happening: Happening) -> Int {
        guard let place = freePlaces.popLast() else {
            happenings.append(happening)
            return happenings.count - 1
        }
        happenings[place] = happening
        return place
    }

    private mutating func release(_ place: Int) -> Happening? {
        freePlaces.append(place)
        return happenings[place].take()
    }

    private mutating func sink() {
        var parent = 0
        while true {
            var least = parent
            let (left, right) = (2 * parent + 1, 2 * parent + 2)
            if left < heap.count, heap[left].comes(before: heap[least]) { least = left }
            if right < heap.count, heap[right].comes(before: heap[least]) { least = right }
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
