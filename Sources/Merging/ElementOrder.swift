internal import YAML

/// The order of a list's elements after a strategic merge.
///
/// Elements that the patch names come in its order, all others in their former order; the two are interleaved so that
/// an element that stood in front of a named one stays in front of it. Where the former order doesn't say, the named one
/// comes first: `[80]` patched with `[81]` is `[81, 80]`.
struct ElementOrder {
    private let mergeKey: String?
    private let named: [Value: Int]
    private let former: [Value: Int]

    /// `mergeKey` tells elements apart; without one they are scalars.
    init(_ mergeKey: String?, order: [Value], former: [Value]) {
        self.mergeKey = mergeKey
        named = ElementOrder.places(order, mergeKey)
        self.former = ElementOrder.places(former, mergeKey)
    }

    func sorted(_ items: [Value]) -> [Value] {
        let keyed = items.map { (key: ElementOrder.key($0, mergeKey), item: $0) }
        var patched = keyed.filter { named[$0.key] != nil }
            .sorted { named[$0.key, default: 0] < named[$1.key, default: 0] }[...]
        var others = keyed.filter { named[$0.key] == nil }[...]
        var result: [Value] = []
        while let next = patched.first, let other = others.first {
            if let place = former[next.key], let otherPlace = former[other.key], otherPlace < place {
                result.append(others.removeFirst().item)
            } else {
                result.append(patched.removeFirst().item)
            }
        }
        return result + patched.map(\.item) + others.map(\.item)
    }

    /// Refuses a patch whose elements are in another order than the one it asks for.
    static func check(_ patched: [Value], _ order: [Value], _ mergeKey: String) throws(PatchError) {
        let places = places(order, mergeKey)
        let found = patched.compactMap { places[$0] }
        guard found.count == patched.count, zip(found, found.dropFirst()).allSatisfy({ $0 <= $1 }) else {
            throw PatchDirectives.refusal(
                "The order in patch list: \(Value.array(patched).json()) doesn't match $setElementOrder list: "
                    + Value.array(order).json()
            )
        }
    }

    private static func places(_ items: [Value], _ mergeKey: String?) -> [Value: Int] {
        var places: [Value: Int] = [:]
        for (place, item) in items.enumerated() {
            let key = key(item, mergeKey)
            if places[key] == nil { places[key] = place }
        }
        return places
    }

    /// What tells an element from others.
    private static func key(_ item: Value, _ mergeKey: String?) -> Value {
        mergeKey.flatMap { item[$0] } ?? item
    }
}
