internal import Synchronization

/// A number that is used up.
final class Remaining: Sendable {
    private let count: Atomic<Int>

    init(_ count: Int) {
        self.count = Atomic(count)
    }

    /// Takes as much as is wanted and left.
    func take(_ wanted: Int) -> Int {
        while true {
            let left = count.load(ordering: .relaxed)
            let taken = min(wanted, left)
            if count.compareExchange(expected: left, desired: left - taken, ordering: .relaxed).exchanged {
                return taken
            }
        }
    }
}
