internal import YAML

/// One step of an expression: from some values to others.
enum JSONPathStep: Sendable {
    /// `$`: back to where the whole template began.
    case root
    /// `.name`, `['name']`.
    case field(String)
    /// `['a','b']`, `[0,2]`: each of several.
    case union([JSONPathStep])
    /// `*`: every element or entry.
    case wildcard
    /// `..`: the value and all below it.
    case descend
    case slice(from: Int?, to: Int?, step: Int)
    case index(Int)
    case filter(JSONPathFilter)
    /// A literal in quotes.
    case literal(String)

    static func follow(_ steps: [JSONPathStep], root: Value, current: Value) throws(JSONPathError) -> [Value] {
        var values = [current]
        for step in steps {
            var next: [Value] = []
            for value in values {
                next += try step.apply(to: value, root: root)
            }
            values = next
        }
        return values
    }

    private func apply(to value: Value, root: Value) throws(JSONPathError) -> [Value] {
        switch self {
        case .root: return [root]
        case .literal(let text): return [.string(text)]
        case .field(let name): return value[name].map { [$0] } ?? []
        case .wildcard: return Self.children(of: value)
        case .descend: return Self.all(below: value)
        case .index(let index): return try Self.element(index, of: value)
        case .slice(let from, let to, let step): return Self.slice(value, from, to, step)
        case .union(let steps):
            var found: [Value] = []
            for step in steps { found += try step.apply(to: value, root: root) }
            return found
        case .filter(let filter):
            var found: [Value] = []
            for element in Self.children(of: value) where try filter.holds(for: element, root: root) {
                found.append(element)
            }
            return found
        }
    }

    private static func children(of value: Value) -> [Value] {
        value.array ?? value.object?.values ?? []
    }

    private static func all(below value: Value) -> [Value] {
        [value] + children(of: value).flatMap(all)
    }

    private static func element(_ index: Int, of value: Value) throws(JSONPathError) -> [Value] {
        guard let elements = value.array else { return [] }
        let place = index < 0 ? elements.count + index : index
        guard elements.indices.contains(place) else {
            throw JSONPathError(description: "array index out of bounds: index \(index), length \(elements.count)")
        }
        return [elements[place]]
    }

    private static func slice(_ value: Value, _ from: Int?, _ to: Int?, _ step: Int) -> [Value] {
        guard let elements = value.array, step > 0 else { return [] }
        func bounded(_ index: Int) -> Int { min(max(index < 0 ? elements.count + index : index, 0), elements.count) }
        let begin = bounded(from ?? 0)
        let end = bounded(to ?? elements.count)
        return begin < end ? stride(from: begin, to: end, by: step).map { elements[$0] } : []
    }
}

/// The condition in `[?(…)]`.
struct JSONPathFilter: Sendable {
    enum Comparison: String, Sendable, CaseIterable {
        case equal = "=="
        case notEqual = "!="
        case lessOrEqual = "<="
        case greaterOrEqual = ">="
        case less = "<"
        case greater = ">"
    }

    enum Operand: Sendable {
        /// `@.path`: from the element that is judged.
        case path([JSONPathStep])
        case value(Value)
    }

    var left: Operand
    /// Without one, it is asked whether the left side is there.
    var comparison: Comparison?
    var right: Operand?

    func holds(for element: Value, root: Value) throws(JSONPathError) -> Bool {
        let leftValues = try values(of: left, element, root)
        guard let comparison, let right else { return !leftValues.isEmpty }
        guard let leftValue = leftValues.first, let rightValue = try values(of: right, element, root).first else {
            return false
        }
        return Self.compare(leftValue, comparison, rightValue)
    }

    private func values(of operand: Operand, _ element: Value, _ root: Value) throws(JSONPathError) -> [Value] {
        switch operand {
        case .path(let steps): try JSONPathStep.follow(steps, root: root, current: element)
        case .value(let value): [value]
        }
    }

    private static func compare(_ left: Value, _ comparison: Comparison, _ right: Value) -> Bool {
        switch comparison {
        case .equal: return left == right
        case .notEqual: return left != right
        case .less, .lessOrEqual, .greater, .greaterOrEqual: break
        }
        if let leftNumber = left.double, let rightNumber = right.double {
            return order(leftNumber, comparison, rightNumber)
        }
        if let leftText = left.string, let rightText = right.string {
            return order(leftText, comparison, rightText)
        }
        return false
    }

    private static func order<T: Comparable>(_ left: T, _ comparison: Comparison, _ right: T) -> Bool {
        switch comparison {
        case .less: left < right
        case .lessOrEqual: left <= right
        case .greater: left > right
        case .greaterOrEqual: left >= right
        case .equal: left == right
        case .notEqual: left != right
        }
    }
}
