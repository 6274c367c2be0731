internal import Model

/// Which controller has to look at which object, in the order in which that became due; each at most once.
struct WorkQueue {
    struct Item: Hashable, Comparable, Sendable {
        /// Place of the controller in `ControlPlane.controllers`.
        var controller: Int
        var key: ObjectKey

        static func < (left: Item, right: Item) -> Bool {
            (left.controller, left.key) < (right.controller, right.key)
        }
    }

    private var order: [Item] = []
    private var next = 0
    /// What made each waiting item due.
    private var causes: [Item: Set<UInt64>] = [:]

    mutating func insert(_ item: Item, cause: UInt64?) {
        if causes[item] == nil {
            causes[item] = []
            order.append(item)
        }
        if let cause { causes[item]?.insert(cause) }
    }

    mutating func pop() -> (item: Item, causes: [UInt64])? {
        guard next < order.count else { return nil }
        let item = order[next]
        next += 1
        if next == order.count {
            order = []
            next = 0
        }
        return (item, (causes.removeValue(forKey: item) ?? []).sorted())
    }

    var isEmpty: Bool { next == order.count }
}
