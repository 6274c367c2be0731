internal import YAML

/// How an applied configuration becomes part of the live object: what it states counts, what it leaves out stays.
extension Shape {
    /// The live value with the configuration merged into it; nil when that changes nothing.
    func merging(_ configuration: Value, into live: Value) -> Value? {
        guard !isLeaf else { return isSame(live, configuration) ? Value?.none : configuration }
        switch (form, live, configuration) {
        case (.structure, .object(let live), .object(let configuration)),
            (.map, .object(let live), .object(let configuration)):
            return merging(configuration, into: live).map(Value.object)
        case (.list, .array(let live), .array(let configuration)):
            return merging(configuration, into: live).map(Value.array)
        default:
            let stated = configuration.withoutNulls
            return live == stated ? Value?.none : stated
        }
    }

    /// Whether two values mean the same.
    func isSame(_ left: Value, _ right: Value) -> Bool {
        if left == right { return true }
        guard case .quantity = form else { return false }
        return left.quantity != nil && left.quantity == right.quantity
    }

    private func merging(_ configuration: Fields, into live: Fields) -> Fields? {
        var result: Fields?
        func set(_ name: String, _ value: Value?) {
            var fields = result ?? live
            result = nil
            fields[name] = value
            result = fields
        }
        for (name, stated) in configuration {
            guard let present = live[name] else {
                if stated != .null { set(name, stated.withoutNulls) }
                continue
            }
            if stated == .null {
                set(name, nil)
            } else if let merged = field(name).merging(stated, into: present) {
                set(name, merged)
            }
        }
        return result
    }

    /// Stated elements come in the order of the configuration. Those that it doesn't state stay in their own order, and
    /// in front of whatever they stood in front of where both orders allow it:
    /// live `[a, x, b]` with `[b, a, n]` is `[x, b, a, n]`.
    private func merging(_ configuration: [Value], into live: [Value]) -> [Value]? {
        let stated = configuration.compactMap { item in pathElement(of: item).map { (element: $0, item: item) } }
        let isStated = Set(stated.map(\.element))
        let liveElements = live.map(pathElement(of:))
        var places: [PathElement: Int] = [:]
        for (place, element) in liveElements.enumerated() {
            if let element, places[element] == nil { places[element] = place }
        }
        func isKept(_ place: Int) -> Bool { liveElements[place].map { !isStated.contains($0) } ?? true }

        var result: [Value] = []
        result.reserveCapacity(live.count + stated.count)
        var next = 0
        for (element, item) in stated {
            let place = places[element]
            while next < live.count, place.map({ next < $0 }) ?? isKept(next) {
                if isKept(next) { result.append(live[next]) }
                next += 1
            }
            if let place {
                result.append(self.element.merging(item, into: live[place]) ?? live[place])
                next = max(next, place + 1)
            } else {
                result.append(item.withoutNulls)
            }
        }
        for place in next..<max(next, live.count) where isKept(place) { result.append(live[place]) }
        return result == live ? nil : result
    }
}

extension Value {
    /// The value without the fields that are null: nothing is what they say.
    var withoutNulls: Value {
        switch self {
        case .object(let fields):
            guard fields.contains(where: { $0.value.mayHoldNulls }) else { return self }
            var kept = Fields()
            for (name, value) in fields where value != .null { kept[name] = value.withoutNulls }
            return .object(kept)
        case .array(let items):
            guard items.contains(where: \.mayHoldNulls) else { return self }
            return .array(items.map(\.withoutNulls))
        default:
            return self
        }
    }

    private var mayHoldNulls: Bool {
        switch self {
        case .null, .array, .object: true
        default: false
        }
    }
}
