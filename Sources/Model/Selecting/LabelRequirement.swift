/// One condition of a selector as it is written in a query: `tier in (web, api)`.
public struct LabelRequirement: Sendable, Hashable {
    public enum Comparison: Sendable, Hashable {
        /// The label is there and has one of the values.
        case isIn([String])
        /// The label is not there, or has none of the values.
        case isNotIn([String])
        case exists
        case isAbsent
        /// The label is a whole number greater than this.
        case isGreater(than: Int64)
        /// The label is a whole number less than this.
        case isLess(than: Int64)
    }

    public var key: String
    public var comparison: Comparison

    public init(key: String, _ comparison: Comparison) {
        self.key = key
        self.comparison = comparison
    }

    public func matches(_ labels: [String: String]) -> Bool {
        let value = labels[key]
        return switch comparison {
        case .isIn(let values): value.map(values.contains) ?? false
        case .isNotIn(let values): !(value.map(values.contains) ?? false)
        case .exists: value != nil
        case .isAbsent: value == nil
        case .isGreater(let bound): value.flatMap { Int64($0) }.map { $0 > bound } ?? false
        case .isLess(let bound): value.flatMap { Int64($0) }.map { $0 < bound } ?? false
        }
    }
}

/// All conditions of a query must hold; none at all matches everything.
public struct LabelQuery: Sendable, Hashable {
    public var requirements: [LabelRequirement]

    public init(_ requirements: [LabelRequirement] = []) {
        self.requirements = requirements
    }

    public func matches(_ labels: [String: String]) -> Bool {
        requirements.allSatisfy { $0.matches(labels) }
    }
}

/// Why a selector can't be read, in the API server's words.
public struct SelectorError: Error, Sendable, Hashable, CustomStringConvertible {
    public var description: String

    public init(_ description: String) {
        self.description = description
    }
}
